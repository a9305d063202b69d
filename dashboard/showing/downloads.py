"""Buttons that take home what a page shows, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.export import to_bytes


def csv(rows: Callable[[], pd.DataFrame], name: str, key: str, label: str = "Download as CSV") -> None:
    """Draw a button that downloads rows as CSV; they are made when it is pressed."""
    st.download_button(
        label,
        lambda: to_bytes(rows(), "csv"),
        f"{name}.csv",
        "text/csv",
        key=f"{key}-download",
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
