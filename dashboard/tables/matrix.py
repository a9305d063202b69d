"""Who reports what, as a table whose cells lead to their sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard import evidence
from dashboard.comparison import ABSENT, Matrix
from dashboard.phrases import visible

SHARED = ("all", "everyone", "only one", "all but one", "in conflict")


def matrix(found: Matrix, columns: Sequence[str], key: str) -> None:
    """Draw who reports what; a selected cell shows its sentences, a selected row those of every column."""
    cells = found.cells
    left, right = st.columns([3, 2])
    wanted = left.segmented_control("Reported by", SHARED, default="all", key=f"{key}-shared", required=True)
    kinds = right.pills("Of these", list(dict.fromkeys(cells["kind"])), selection_mode="multi", key=f"{key}-kinds")
    count = len(columns)
    keep = {
        "all": cells["found in"] > 0,
        "everyone": cells["found in"] == count,
        "only one": cells["found in"] == 1,
        "all but one": (cells["found in"] == count - 1) & (count > 2),
        "in conflict": cells["conflict"].astype(bool),
    }[wanted]
    cells = cells[keep & (cells["kind"].isin(kinds) if kinds else True)].reset_index(drop=True)
    if cells.empty:
        st.caption("Nothing of that kind.")
        return
    shown = pd.DataFrame(
        {
            "Kind": cells["kind"],
            "What": cells["thing"].map(visible),
            "In": cells["found in"],
            **{str(number): cells[number].map(visible) for number in range(count)},
        }
    )
    event = st.dataframe(
        shown,
        key=key,
        on_select="rerun",
        selection_mode=["single-cell", "single-row"],
        hide_index=True,
        alt="Who reports what",
        column_config={
            "Kind": st.column_config.TextColumn(width=85, pinned=True),
            "What": st.column_config.TextColumn(width=170, pinned=True),
            "In": st.column_config.NumberColumn(width=50, help=f"How many of the {count} columns"),
            **{
                str(number): st.column_config.TextColumn(visible(column), width=max(110, 720 // count))
                for number, column in enumerate(columns)
            },
        },
    )
    picked: list[tuple[int, str]] = [(row, "") for row in event.selection.rows] or list(event.selection.cells)
    if not picked:
        evidence.hint(
            f"“{ABSENT}” means not found in this text, nothing more. Click a cell to read its sentences."
        )
        return
    row, name = picked[0]
    of_row = found.evidence[
        (found.evidence["thing"] == cells["thing"][row]) & (found.evidence["kind"] == cells["kind"][row])
    ]
    of_cell = of_row[of_row["column"] == columns[int(name)]] if name.isdecimal() else of_row
    if of_cell.empty:
        evidence.hint("Not found in this text.")
    else:
        evidence.cards(of_cell, f"{key}-card", note="told")
