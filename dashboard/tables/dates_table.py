"""Expressions of time as rows: every one, and the days most spoken of."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.showing import evidence
from dashboard.showing.glossary import told
from dashboard.tables.select import bar, download, select


def within(rows: pd.DataFrame, name: str, first: str, last: str) -> pd.DataFrame:
    """Return the rows whose day in a column lies between two days, both included."""
    return rows[pd.to_datetime(rows[name]).between(pd.Timestamp(first), pd.Timestamp(last))]


def most_spoken_of(rows: pd.DataFrame, counts: pd.DataFrame, key: str) -> None:
    """Draw days and periods with how often they are named; a selected row shows the sentences that name it."""
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


def dates(rows: pd.DataFrame, shown: pd.DataFrame, key: str) -> None:
    """Draw every expression of time as a reader sees it; a selected row shows its sentence."""
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
