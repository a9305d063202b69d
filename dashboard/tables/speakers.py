"""Who speaks, how much."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import evidence
from dashboard.phrases import visible
from dashboard.tables.select import download, select


def speakers(rows: pd.DataFrame, said: pd.DataFrame, key: str) -> None:
    """Draw speakers with their words; a selected row shows what they say."""
    rows = rows[rows["speaker"].notna()].reset_index(drop=True)
    shown = pd.DataFrame(
        {
            "Speaker": rows["speaker"].map(visible),
            "Named": rows["named"],
            "Words": rows["words"],
            "Quoted": rows["direct_words"],
            "Reported": rows["indirect_words"],
            "Statements": rows["quotations"],
            "Articles": rows["articles"],
            "Outlets": rows["outlets"].where(rows["outlets"] > 0),
        }
    )
    picked = select(
        shown,
        key,
        "Speakers",
        {
            "Speaker": st.column_config.TextColumn(width="large"),
            "Named": st.column_config.CheckboxColumn(
                width="small", help="Not ticked: the text leaves the source unnamed"
            ),
            "Quoted": st.column_config.NumberColumn(help="Words between quotation marks"),
            "Reported": st.column_config.NumberColumn(help="Words of indirect speech"),
        },
    )
    if picked is None:
        evidence.hint("Select a speaker to read the words.")
    else:
        evidence.cards(said[said["speaker"] == rows["speaker"][picked]], f"{key}-card", note="cue")
    download(rows, "speakers", key)
