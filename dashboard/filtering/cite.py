"""A view as a reader can find it again: its address, and a text that names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from dashboard.session.asking import Asking
from dashboard.showing import address, links
from dashboard.showing.address import EMPTY
from dashboard.showing.in_words import day, today, visible


def here(values: Mapping[str, Any]) -> str:
    """Return the address of this view as it will be when the page is drawn; the browser tells it a moment late."""
    parts = urlsplit(st.context.url or "")
    rest = [
        (name, text) for name in st.query_params if name not in EMPTY for text in st.query_params.get_all(name)
    ]
    query = "&".join(part for part in (address.write(values), urlencode(rest, errors="replace")) if part)
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))


def text(page: str, said: str, library: str, version: str, made: str, link: str) -> str:
    """Return a citation in one line: what page, of which articles, from which library in which state, when, where."""
    where = f" {link}" if link else ""
    return visible(f"Coverage, “{page}”: {said}. Library “{library}”, state {version[:12]}, seen {made}.{where}")


def panel(asking: Asking, said: str, link: str) -> None:
    """Draw the citation, ready to copy."""
    page = links.page().replace("-", " ").capitalize()
    library = asking.library
    st.caption("Names these articles, and the state of the library they come from.")
    st.code(text(page, said, library.name, library.version, day(today()), link), language=None, wrap_lines=True)
