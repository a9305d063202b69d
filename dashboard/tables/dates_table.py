"""Expressions of time as rows: every one, and the days most spoken of."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.showing import evidence
from dashboard.showing.glossary import told
from dashboard.showing.in_words import visible, when
from dashboard.tables.select import bar, download, select, told_by


def within(rows: pd.DataFrame, name: str, first: str, last: str) -> pd.DataFrame:
    """Return the rows whose day in a column lies between two days, both included."""
    return rows[pd.to_datetime(rows[name]).between(pd.Timestamp(first), pd.Timestamp(last))]


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the days and periods with how often they are named, those in most articles first."""
    counts = rows.groupby("value").agg(
        articles=("key", "nunique"), times=("row", "size"), first=("begin_day", "min")
    )
    counts = counts.sort_values(["articles", "times", "first"], ascending=[False, False, True]).reset_index()
    return counts.assign(shown=counts["value"].map(when).map(visible))


def most_spoken_of(rows: pd.DataFrame, counts: pd.DataFrame, key: str) -> None:
    """Draw the days and periods `counted`; a selected row shows the sentences that name it."""
    picked = select(
        counts[["shown", "articles", "times"]].set_axis(["Speaks of", "Articles", "Times"], axis=1),
        key,
        "Days and periods most spoken of",
        {
            "Speaks of": st.column_config.TextColumn(help=told("expression of time")),
            "Articles": bar(counts["articles"], width="small"),
            "Times": st.column_config.NumberColumn(width="small"),
        },
        height=280,
    )
    if picked is None:
        evidence.hint("Select a row to read the sentences that name it.")
    else:
        evidence.cards(rows[rows["value"] == counts["value"].iloc[picked]], f"{key}-card", note="text", most=4)


def as_shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return expressions of time as a reader sees them."""
    return pd.DataFrame(
        {
            "As written": rows["text"].map(visible),
            "Speaks of": rows["value"].map(when).map(visible),
            "From": pd.to_datetime(rows["begin_day"], errors="coerce"),
            "To": pd.to_datetime(rows["end_day"], errors="coerce"),
            "Kind": rows["type"].str.lower(),
            "Resolved against": rows["anchor"].fillna(""),
            "Outlet": told_by(rows),
            "Title": rows["title"].map(visible),
        }
    )


def dates(rows: pd.DataFrame, shown: pd.DataFrame, key: str) -> None:
    """Draw every expression of time `as_shown`; a selected row shows its sentence."""
    picked = select(
        shown,
        key,
        "Expressions of time",
        {
            "Speaks of": st.column_config.TextColumn(help=told("expression of time")),
            "Kind": st.column_config.TextColumn(help=told("kind of time")),
            "Resolved against": st.column_config.TextColumn(help=told("resolved against")),
            **{name: st.column_config.DateColumn(format="D MMM YYYY", width="small") for name in ("From", "To")},
        },
    )
    if picked is None:
        evidence.hint("Select a row to read its sentence.")
    else:
        evidence.cards(rows.iloc[[picked]], f"{key}-card")
    download(rows, "dates", key)
