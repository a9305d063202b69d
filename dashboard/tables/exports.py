"""Takes the filtered set home: tables in a form of choice, and what their columns mean."""

from __future__ import annotations

import streamlit as st

from core import export
from core.export import codebook
from dashboard.session.asking import Asking
from dashboard.showing import downloads
from dashboard.showing.in_words import literal, plural

_FORMS = {"CSV": "csv", "JSON Lines": "jsonl", "Parquet": "parquet"}
_MIMES = {"csv": "text/csv", "jsonl": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}
_FIRST = ("articles", "figures", "dates", "attributions")
# What each table holds, as the choice says it.
NAMES = {
    "articles": "articles",
    "figures": "figures",
    "dates": "dates",
    "attributions": "who says what",
    "frames": "frame words",
    "actors": "people, organisations, places",
    "mentions": "every mention of these",
    "namings": "how each outlet names what",
    "indicators": "recurring figures",
    "statements": "every statement of these",
    "repeated": "identical numbers",
    "notes": "notes and labels",
    "texts": "whole texts",
    "edits": "changes by hand",
}


def panel(asking: Asking, said: str) -> None:
    """Draw the choice of tables and form, the download and the codebook; `said` is what is filtered."""
    st.caption(
        f"What the filters leave: {literal(said)}. Each find has its sentence and the place of its characters."
    )
    tables = st.pills(
        "Tables",
        list(NAMES),
        selection_mode="multi",
        default=_FIRST,
        format_func=NAMES.__getitem__,
        key="export-tables",
        persist_state="session",
    )
    form = _FORMS[
        st.segmented_control(
            "Form", list(_FORMS), default="CSV", key="export-form", required=True, persist_state="session"
        )
    ]
    with st.container(horizontal=True):
        _button([name for name in NAMES if name in tables], form, asking)
        downloads.csv(lambda: codebook.table(export.TABLES), "codebook", "export-codebook", "Codebook as CSV")
        st.download_button(
            "Codebook as Markdown",
            lambda: codebook.to_markdown(export.TABLES),
            "codebook.md",
            "text/markdown",
            key="export-codebook-md",
            icon=":material/menu_book:",
            type="tertiary",
            on_click="ignore",
        )
    st.caption("The codebook says of every column what it means, its unit, its range and where it comes from.")


def _button(tables: list[str], form: str, asking: Asking) -> None:
    library, chosen = asking.library, asking.chosen
    several = len(tables) > 1
    name = "coverage" if several else (tables or ["nothing"])[0]
    st.download_button(
        f"Download {plural(len(tables), 'table')}" + (" as ZIP" if several else "")
        if tables
        else "Choose a table",
        lambda: (
            export.bundle(library, tables, form, chosen)
            if several
            else export.to_bytes(export.rows(library, tables[0], chosen), form)
        ),
        f"{name}.zip" if several else f"{name}.{form}",
        "application/zip" if several else _MIMES[form],
        key="export-download",
        icon=":material/download:",
        disabled=not tables,
        on_click="ignore",
    )
