"""The way from article to article: the filtered list beside the text with its search, the one before and the next.

However many articles there are, only a part of the list is drawn: that with the one that is read.
"""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
import streamlit as st

from dashboard.showing import links
from dashboard.showing.each_row import each
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, day, literal, plural, present

WIDTH, _HEIGHT = 210, 660  # pixels of the list
SHOWN = 10  # articles of the list at a time
_PAGE = (
    "articles-page"  # in the session: the article and the words searched for, and the part of the list turned to
)


def steps(articles: pd.DataFrame, key: str) -> None:
    """Draw the buttons to the article before and the next, and where this one stands among them."""
    place = position(articles, key)
    keys = articles["key"]
    before = keys.iloc[place - 1] if place else None
    after = keys.iloc[place + 1] if place is not None and place + 1 < len(keys) else None
    _step("Previous", ":material/chevron_left:", "left", before)
    _step("Next", ":material/chevron_right:", "right", after)
    st.caption(
        f"{place + 1:,} of {plural(len(keys), 'article')}" if place is not None else "Outside the filters",
        width="content",
    )


def _step(label: str, icon: str, side: Literal["left", "right"], other: str | None) -> None:
    st.button(
        label,
        key=f"articles-{label.lower()}",
        icon=icon,
        icon_position=side,
        disabled=other is None,
        on_click=links.read,
        args=(other,),
    )


def position(articles: pd.DataFrame, key: str) -> int | None:
    """Return the place of an article in the list, or None."""
    there = (articles["key"] == key).to_numpy().nonzero()[0]
    return int(there[0]) if len(there) else None


def beside(articles: pd.DataFrame, key: str) -> None:
    """Draw the list with its search; choosing an article opens it."""
    words = st.text_input(
        "Find an article",
        key="articles-search",
        placeholder="Title or outlet",
        icon=":material/search:",
        persist_state="session",
    )
    words = words or ""
    found = matching(articles, words)
    if found.empty:
        st.caption("No title or outlet of the filtered articles has these words.")
        return
    looked_at, turned_to = st.session_state.get(_PAGE, (None, 0))
    page = turned_to if looked_at == (key, words) else (position(found, key) or 0) // SHOWN
    page = min(page, (len(found) - 1) // SHOWN)
    window = found.iloc[page * SHOWN : (page + 1) * SHOWN]
    _choice(window, key)
    if len(window) < len(found):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _turn("Earlier in the list", ":material/chevron_left:", (key, words), page - 1, there=page > 0)
            first = page * SHOWN + 1
            st.caption(f"{first:,} – {first + len(window) - 1:,} of {len(found):,}", width="content")
            later = first + len(window) <= len(found)
            _turn("Later in the list", ":material/chevron_right:", (key, words), page + 1, there=later)


def _choice(window: pd.DataFrame, key: str) -> None:
    names = {row.key: literal(clip(str(row.title_shown), 80)) for row in each(window)}
    choice = f"articles-list-{key}-{hash(tuple(names.items()))}"  # another list is another widget
    with st.container(height=min(_HEIGHT, 40 + 90 * len(window)), border=False):
        st.radio(
            "Articles",
            list(names),
            index=list(names).index(key) if key in names else None,
            format_func=names.__getitem__,
            captions=[_told(row) for row in each(window)],
            key=choice,
            on_change=lambda: links.read(st.session_state[choice]),
            label_visibility="collapsed",
        )


def _turn(label: str, icon: str, looked_at: tuple[str, str], page: int, *, there: bool) -> None:
    st.button(
        "",
        key=f"articles-turn-{label}",
        icon=icon,
        help=label,
        type="tertiary",
        disabled=not there,
        on_click=st.session_state.__setitem__,
        args=(_PAGE, (looked_at, page)),
    )


def matching(articles: pd.DataFrame, words: str) -> pd.DataFrame:
    """Return the articles whose title or outlet holds all of these words, whatever their capitals."""
    for word in words.split():
        here = articles["title_shown"].str.contains(word, case=False, regex=False, na=False)
        here |= articles["outlet"].str.contains(word, case=False, regex=False, na=False)
        articles = articles[here]
    return articles


def _told(row: Any) -> str:
    outlet = clip(str(row.outlet), 40) if present(row.outlet) else OUTLET_UNKNOWN
    return f"{literal(outlet)} · {day(row.published)}"
