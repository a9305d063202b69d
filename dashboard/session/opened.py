"""Which library is open, and its answers, kept until its content changes.

Open are only the library that the environment names and those on the shelf, never a path that an address tells.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from core.library import Library, shelf
from core.library.library import StoredArticle
from core.library.questions import queries
from core.library.questions.queries import Query
from dashboard.session import places
from dashboard.session.memory import Memory
from dashboard.showing import links
from dashboard.showing.in_words import literal

Made = TypeVar("Made")

KEY = "library"  # of the choice, and its name in the address
_SEEN = "library-seen"


def given() -> Path:
    """Return the folder of the library that is open where none was chosen: COVERAGE_LIBRARY, else the sample's."""
    return Path(os.environ.get("COVERAGE_LIBRARY") or places.SAMPLE_LIBRARY).resolve()


def libraries() -> dict[str, Path]:
    """Return the libraries that can be opened, by the names they go by: the one given first, then the shelf's."""
    first = given()
    found = {first.name: first}
    for name in shelf.names(places.SHELF):
        path = (places.SHELF / name).resolve()
        if path != first:
            found[f"{places.SHELF.name}/{name}" if name in found else name] = path
    return found


def name_of(path: Path) -> str:
    """Return the name that a library on the shelf goes by."""
    return next(name for name, place in libraries().items() if place == path.resolve())


def folder() -> Path:
    """Return the folder of the library that is open: the one chosen, else the one given."""
    chosen = st.session_state.get(KEY)
    return libraries().get(chosen, given()) if chosen else given()


@st.cache_resource(show_spinner=False, max_entries=4)
def _library(path: Path) -> Library:
    return Library(path)


def library() -> Library:
    """Return the open library as it stands at this moment, for whatever writes to it."""
    return _library(folder())


def begin() -> None:
    """Begin a run of a page: all it asks from here on is answered from one state of the library."""
    st.session_state.pop(_SEEN, None)


def seen() -> Library:
    """Return the open library as it stood when this run of the page began, for whatever reads from it.

    Where no page runs, it is the library given, as it stands now.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return _library(given()).held()
    held: Library | None = st.session_state.get(_SEEN)
    if held is None or held.path != folder():
        held = library().held()
        st.session_state[_SEEN] = held
    return held


_MEMORY = Memory(256_000_000)


def ask(query: Callable[..., Query], *arguments: Hashable) -> pd.DataFrame:
    """Return the library's answer to a query, computed once for each version of its content."""
    held = seen()
    return kept(_name(query, arguments), lambda: held.run(query(*arguments)))


def made(make: Callable[..., Made], *arguments: Hashable) -> Made:
    """Return what a function makes of the open library and its arguments, once for each version of its content.

    It may ask the library, and must know nothing else but its arguments. What it returns must never be changed.
    """
    return kept(_name(make, arguments), lambda: make(*arguments))


def kept(name: Hashable, make: Callable[[], Made]) -> Made:
    """Return what is made of the open library under a name, which tells all else that it is made of."""
    held = seen()
    return _MEMORY.get((held.path, held.version, name), make)


def _name(function: Callable[..., Any], arguments: tuple[Hashable, ...]) -> Hashable:
    return function.__module__, function.__qualname__, arguments


@st.cache_data(show_spinner=False, max_entries=32)
def _article(path: Path, version: str, key: str, _library: Library) -> StoredArticle:  # noqa: ARG001
    return _library.article(key)


def article_or_none(key: str | None) -> StoredArticle | None:
    """Return one article with all its layers, or None where the library has none of that key."""
    try:
        return _article(folder(), seen().version, key, seen()) if key else None
    except KeyError:
        return None


def count() -> int:
    """Return the number of articles in the open library."""
    return int(ask(queries.summary)["articles"].iloc[0]) if folder().is_dir() else 0


def ready() -> bool:
    """Say what is wrong with the open library, if anything; return whether it holds articles to show."""
    path = folder()
    if path.is_dir():
        for problem in library().problems[:3]:
            st.warning(literal(problem))
    if not count():
        st.info(
            f"The library “{literal(path.name)}” holds no articles yet. Add your own here, or in a terminal: "
            "`make run ARTICLES=path/to/folder`; `make run` alone analyses the sample corpus."
        )
        st.page_link(links.VIEWS / "add.py", label="Add articles", icon=":material/add:")
        return False
    return True
