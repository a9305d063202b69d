"""Every expression of time."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import evidence
from dashboard.phrases import visible, when
from dashboard.tables.select import download, select, told_by


def dates(rows: pd.DataFrame, key: str) -> None:
    """Draw every expression of time; a selected row shows its sentence."""
    shown = pd.DataFrame(
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
    picked = select(
        shown,
        key,
        "Expressions of time",
        {name: st.column_config.DateColumn(format="D MMM YYYY", width="small") for name in ("From", "To")},
    )
    if picked is None:
        evidence.hint("Select a row to read its sentence.")
    else:
        evidence.cards(rows.iloc[[picked]], f"{key}-card")
    download(rows, "dates", key)
