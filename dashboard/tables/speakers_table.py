"""Who speaks, how much."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.showing.glossary import told
from dashboard.showing.in_words import visible
from dashboard.tables.select import bar, download, select


def speakers(rows: pd.DataFrame, key: str) -> str | None:
    """Draw speakers with their words; return the selected one."""
    shown = pd.DataFrame(
        {
            "Speaker": rows["speaker"].map(visible),
            "Words": rows["words"],
            "Quoted": rows["direct_words"],
            "Reported": rows["indirect_words"],
            "Statements": rows["quotations"],
            "Articles": rows["articles"],
            "Outlets": rows["outlets"].where(rows["outlets"] > 0),
            "Group": rows["speaker_group"].fillna("").map(visible),
            "Named": rows["named"],
        }
    )
    picked = select(
        shown,
        key,
        "Speakers",
        {
            "Speaker": st.column_config.TextColumn(width="medium", pinned=True),
            "Named": st.column_config.CheckboxColumn(width="small", help=f"Not ticked: {told('unnamed')}"),
            "Words": bar(rows["words"], help=told("attributed words")),
            "Quoted": st.column_config.NumberColumn(help=told("direct speech")),
            "Reported": st.column_config.NumberColumn(help=told("indirect speech")),
            "Statements": st.column_config.NumberColumn(help=told("attributed statement")),
        },
    )
    download(rows, "speakers", key)
    return None if picked is None else str(rows["speaker"][picked])
