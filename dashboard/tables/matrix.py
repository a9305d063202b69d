"""Things × columns as a table whose cells lead to their sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from core.compare import reporting
from dashboard.charts import room
from dashboard.showing import clicks
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import literal, visible

_HEAD = 22  # pixels of a column's head that its name can't have


def shared(found: Grid, columns: Sequence[str], key: str) -> Grid:
    """Draw the choice of what how many columns report, and of which kinds; return what is left."""
    cells = found.cells
    with st.container(horizontal=True):  # on a small screen below one another
        wanted = st.segmented_control(
            "Reported by",
            reporting.SHARED,
            default="all",
            key=f"{key}-shared",
            required=True,
            persist_state="session",
            width="content",
        )
        kinds = st.pills(
            "Of these",
            list(dict.fromkeys(cells["kind"])),
            selection_mode="multi",
            key=f"{key}-kinds",
            persist_state="session",
            width="content",
        )
    left = reporting.among(cells, wanted, len(columns))
    left = left[left["kind"].isin(kinds)] if kinds else left
    return Grid(left.reset_index(drop=True), found.evidence)


def table(found: Grid, columns: Sequence[str], key: str, alt: str) -> pd.DataFrame | None:
    """Draw the grid; return the evidence of the selected cell or row, empty where a cell has none, None unselected."""
    cells, count = found.cells, len(columns)
    width = max(110, 720 // count)
    heads = room.labels([visible(column) for column in columns], width - _HEAD, 1)
    shown = pd.DataFrame({"Kind": cells["kind"], "What": cells["what"].map(visible)})
    if "found in" in cells:
        shown["In"] = cells["found in"]
    if "conflict" in cells and (cells["conflict"] != "").any():
        shown["Can't both be right"] = cells["conflict"].map(visible)
    shown = shown.assign(**{str(number): cells[number].map(visible) for number in range(count)})
    event = st.dataframe(
        shown,
        key=key,
        on_select=clicks.keeping(key),
        selection_mode=["single-cell", "single-row"],
        selection_default=clicks.default(key),
        hide_index=True,
        alt=alt,
        column_config={
            "Kind": st.column_config.TextColumn(width=95, pinned=True),
            "What": st.column_config.TextColumn(width=170, pinned=True),
            "In": st.column_config.NumberColumn(width=50, help=f"How many of the {count} columns"),
            "Can't both be right": st.column_config.TextColumn(
                width=240, help="Two articles' values for one period, further apart than the precision they state"
            ),
            **{
                str(number): st.column_config.TextColumn(heads[number][0], width=width, help=literal(column))
                for number, column in enumerate(columns)
            },
        },
    )
    picked: list[tuple[int, str]] = [(row, "") for row in event.selection.rows] or list(event.selection.cells)
    if not picked or picked[0][0] >= len(cells):
        return None
    row, name = picked[0]
    same = (found.evidence["what"] == cells["what"][row]) & (found.evidence["kind"] == cells["kind"][row])
    if name.isdecimal():
        same &= found.evidence["column"] == columns[int(name)]
    evidence: pd.DataFrame = found.evidence[same]
    return evidence
