"""Addresses inside the dashboard: every link keeps the filters, and knows the way back."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import streamlit as st

from core.model import Span
from dashboard.showing.address import EMPTY

VIEWS = Path(__file__).parents[1] / "views"
# What says which article is read, and where; it must not follow the reader to another page.
READING = ("article", "at", "back")
# What widgets bind to the address. Streamlit takes along what those on the page being left have bound; a link that
# named it too would double it in the address, where a doubled date or word is no longer understood.
FILTERS = tuple(EMPTY)
_PAGE = "page"
CHOICES = ("library", "tab", "columns", "formula", "phrase", "bars", "by", "thoughts")


def stand_on(name: str) -> None:
    """Remember which page is drawn, by its name in the address."""
    st.session_state[_PAGE] = name


def page() -> str:
    """Return the name of the page that is drawn."""
    return str(st.session_state.get(_PAGE, "overview"))


def filters_in_address() -> dict[str, list[str]]:
    """Return what the address says now, without what belongs to the reading pane."""
    return _address_without(READING)


def _address_without(names: Collection[str]) -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params if name not in names}


def to_article(article: str, span: Span | None = None, label: str = "Read it in the article") -> None:
    """Draw a link that opens an article at a place, and can come back here."""
    reading = {"article": article, "back": page()}
    if span is not None:
        reading["at"] = f"{span.start}-{span.end}"
    st.page_link(
        VIEWS / "articles.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params={**_address_without((*READING, *FILTERS, *CHOICES)), **reading},
    )


def to_quantity(named: str, label: str) -> None:
    """Draw a link to a quantity on Figures, by what names it in an address."""
    address = _address_without((*READING, *FILTERS, *CHOICES))
    st.page_link(
        VIEWS / "figures.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params={**address, "indicator": named},
    )


def to_words(phrase: str, label: str) -> None:
    """Draw a link to every place of a word or phrase in the filtered articles."""
    address = _address_without((*READING, *FILTERS, *CHOICES))
    st.page_link(
        VIEWS / "words.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params={**address, "phrase": phrase},
    )


def back() -> None:
    """Draw the link to the page the reader came from, where there is one."""
    name = st.query_params.get("back", "")
    if re.fullmatch(r"[a-z]+", name) and name != "articles" and (VIEWS / f"{name}.py").is_file():
        st.page_link(
            VIEWS / f"{name}.py",
            label=f"Back to {name.capitalize()}",
            icon=":material/arrow_back:",
            query_params=_address_without((*READING, *FILTERS)),
        )


def reading() -> tuple[str | None, Span | None]:
    """Return the article the address asks for, and the place in it."""
    place = re.fullmatch(r"(\d{1,9})-(\d{1,9})", st.query_params.get("at", ""))
    span = Span(int(place[1]), int(place[2])) if place and int(place[1]) < int(place[2]) else None
    return st.query_params.get("article"), span


def read(article: str | None) -> None:
    """Make the address ask for an article from its beginning, or for none."""
    for name in ("article", "at"):
        st.query_params.pop(name, None)
    if article:
        st.query_params["article"] = article
