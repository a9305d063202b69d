"""A table of which a row can be selected, and its download."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.showing import clicks, downloads


def bar(numbers: pd.Series, **more: Any) -> Any:
    """Return a column of numbers with a bar each, on the scale of the largest."""
    most = int(numbers.max()) if len(numbers) else 0
    return st.column_config.ProgressColumn(format="localized", min_value=0, max_value=max(most, 1), **more)


def download(rows: pd.DataFrame, name: str, key: str) -> None:
    """Draw a button that downloads rows as CSV, safe to open in a spreadsheet."""
    downloads.csv(lambda: rows, name, key)


def select(shown: pd.DataFrame, key: str, alt: str, columns: dict[str, Any], **options: Any) -> int | None:
    """Draw a table and return the number of the selected row."""
    event = st.dataframe(
        shown,
        key=key,
        on_select=clicks.keeping(key),
        selection_mode=options.pop("mode", "single-row"),
        selection_default=options.pop("selection_default", None) or clicks.default(key),
        hide_index=True,
        placeholder="unknown",
        alt=alt,
        column_config=columns,
        **options,
    )
    rows = event.selection.rows
    return rows[0] if rows and rows[0] < len(shown) else None
