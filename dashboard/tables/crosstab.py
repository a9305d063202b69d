"""Things × outlets as a table of counts: what a click on a chart's mark does, done from the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.charts import room
from dashboard.showing import clicks
from dashboard.showing.in_words import literal, visible
from dashboard.tables.select import download

_HEAD = 88  # pixels of a name at the head of a column
_MOST = 100  # rows that are shown; the download has all


def crosstab(
    counts: pd.DataFrame, column: str, tellers: Sequence[str], names: Sequence[str], heading: str, key: str
) -> tuple[str | None, str] | None:
    """Draw how many statements each outlet has of each name; return the selected cell's outlet (None: all) and name.

    `counts` has teller, statements and the names in `column`.
    """
    grid = counts.pivot_table(index=column, columns="teller", values="statements", aggfunc="sum", fill_value=0)
    grid = grid.reindex(index=list(names), columns=list(tellers), fill_value=0)
    rows = grid.head(_MOST)
    numbers = {str(number): rows[teller].where(rows[teller] > 0) for number, teller in enumerate(tellers)}
    shown = pd.DataFrame({heading: rows.index.map(visible), "All": rows.sum(axis=1)} | numbers)
    heads = room.labels([visible(teller) for teller in tellers], _HEAD, 1)
    event = st.dataframe(
        shown.reset_index(drop=True),
        key=key,
        on_select=clicks.keeping(key),
        selection_mode=["single-cell", "single-row"],
        selection_default=clicks.default(key),
        hide_index=True,
        placeholder="",
        alt=f"{heading}: statements by outlet",
        column_config={
            heading: st.column_config.TextColumn(width=220, pinned=True),
            "All": st.column_config.NumberColumn(width=70),
            **{
                str(number): st.column_config.NumberColumn(heads[number][0], width=110, help=literal(teller))
                for number, teller in enumerate(tellers)
            },
        },
    )
    download(grid.reset_index(), heading.lower().replace(" ", "-"), key)
    picked: list[tuple[int, str]] = [(row, "") for row in event.selection.rows] or list(event.selection.cells)
    if not picked or picked[0][0] >= len(rows):
        return None
    row, name = picked[0]
    return tellers[int(name)] if name.isdecimal() else None, str(rows.index[row])
