"""A word with what stands before and after it, line under line, each line leading to its article."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.library.questions.kwic import kwic
from core.model import Span
from dashboard.session.asking import Asking
from dashboard.showing import evidence, links
from dashboard.showing.in_words import day, plural, visible
from dashboard.showing.tellers import outlets
from dashboard.tables.select import download, select

MOST = 500  # lines in a table
CUT = 50  # characters beyond which the window, not the text, ends a line
ORDERS = ("what follows", "what precedes", "date")


def find(asking: Asking, word: str) -> pd.DataFrame:
    """Return every place of a word or phrase in the filtered articles."""
    return kwic(asking.seen, word, asking.chosen)


def ordered(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return lines sorted by the words after the word, by those before it from the nearest on, or by date."""
    if by == "what precedes":
        order = rows["left"].map(lambda left: " ".join(reversed(left.casefold().split())))
    elif by == "what follows":
        order = rows["right"].str.casefold()
    else:
        return rows.sort_values(["published", "title", "start"], na_position="last", kind="stable")
    return rows.loc[order.str.replace(r"^\W+", "", regex=True).sort_values(kind="stable").index]


def _without_first(left: str) -> str:
    """Return what stands before without its first word, of which the window may have cut a part."""
    return left.partition(" ")[2] if len(left) > CUT else left


def _without_last(right: str) -> str:
    return right.rpartition(" ")[0] if len(right) > CUT else right


def lines(asking: Asking, word: str, key: str) -> None:
    """Draw the places of a word or phrase, sortable left or right; a selected line opens its article."""
    found = asking.made(find, word)
    if found.empty:
        st.caption("It stands nowhere in these texts.")
        return
    by = st.segmented_control(
        "Sorted by", ORDERS, default=ORDERS[0], key=f"{key}-order", required=True, persist_state="session"
    )
    found = ordered(found, by)
    told = f"{plural(len(found), 'place')} in {plural(found['key'].nunique(), 'article')}"
    if found["outlet"].notna().any():
        told += f" from {plural(found['outlet'].nunique(), 'outlet')}"
    st.caption(told + (f"; the first {MOST} are shown." if len(found) > MOST else "."))
    rows = found.head(MOST)
    shown = pd.DataFrame(
        {
            "before": rows["left"].map(_without_first).map(visible),
            "word": rows["word"].map(visible),
            "after": rows["right"].map(_without_last).map(visible),
            "Outlet": outlets(rows),
            "Published": rows["published"].map(day),
        }
    )
    picked = select(
        shown,
        key,
        "Keyword in context",
        {
            "before": st.column_config.TextColumn("", width=330, alignment="right"),
            "word": st.column_config.TextColumn("", width=90, alignment="center"),
            "after": st.column_config.TextColumn("", width=330),
            "Outlet": st.column_config.TextColumn(width=110),
            "Published": st.column_config.TextColumn(width=95),
        },
    )
    if picked is None:
        evidence.hint("Select a line to open its article at the word.")
    else:
        row = rows.iloc[picked]
        links.to_article(str(row["key"]), Span(int(row["start"]), int(row["end"])), "Read it in the article")
    download(found, "keyword-in-context", key)
