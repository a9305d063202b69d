"""The library that is open, and its answers, kept until its content changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.library import Library
from core.library.library import StoredArticle
from core.library.queries import Query
from dashboard.phrases import literal

ROOT = Path(__file__).parents[1]
DEFAULT = ROOT / "library" / "sample"


def folder() -> Path:
    """Return the folder of the library to open: COVERAGE_LIBRARY, else the sample's."""
    return Path(os.environ.get("COVERAGE_LIBRARY") or DEFAULT).resolve()


@st.cache_resource(show_spinner=False, max_entries=4)
def _library(path: Path) -> Library:
    return Library(path)


def library() -> Library:
    """Return the open library."""
    return _library(folder())


@st.cache_data(show_spinner=False, max_entries=400)
def _answer(path: Path, version: str, name: str, _query: Callable[..., Query], arguments: Any) -> pd.DataFrame:  # noqa: ARG001
    return _library(path).run(_query(*arguments))


def ask(query: Callable[..., Query], *arguments: Any) -> pd.DataFrame:
    """Return the library's answer to a query, computed once for each version of its content."""
    name = f"{query.__module__}.{query.__qualname__}"
    return _answer(folder(), library().version, name, query, arguments)


@st.cache_data(show_spinner=False, max_entries=32)
def _article(path: Path, version: str, key: str) -> StoredArticle:  # noqa: ARG001
    return _library(path).article(key)


def article_or_none(key: str | None) -> StoredArticle | None:
    """Return one article with all its layers, or None where the library has none of that key."""
    try:
        return _article(folder(), library().version, key) if key else None
    except KeyError:
        return None


def ready() -> bool:
    """Say what is wrong with the open library, if anything; return whether it holds articles to show."""
    path = folder()
    if path.is_dir():
        for problem in library().problems[:3]:
            st.warning(literal(problem))
    if not path.is_dir() or not library().snapshot.parts:
        st.info(
            f"The library “{literal(path.name)}” holds no articles yet. `make run` analyses the sample corpus; "
            "`make run ARTICLES=path/to/folder` your own."
        )
        return False
    return True
