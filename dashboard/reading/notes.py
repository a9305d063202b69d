"""An analyst's own words on an article: a note and labels, kept beside what was read, with history and undo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from core.library import Library, store
from dashboard.showing.in_words import literal, present

LONGEST_NOTE, LONGEST_LABEL = 5_000, 60  # characters


def parted(labels: Any) -> list[str]:
    """Return the labels of a cell, written "local, ports", each once."""
    names = (name.strip() for name in str(labels).split(",")) if present(labels) else ()
    return list({name.casefold(): name for name in names if name}.values())


def joined(labels: Iterable[str]) -> str | None:
    """Return labels as they are kept, or None for none."""
    return ", ".join(parted(", ".join(label[:LONGEST_LABEL] for label in labels))) or None


def used(library: Library) -> list[str]:
    """Return every label that some article bears, in alphabetical order."""
    edits = library.edits()
    rows = edits[edits["in_force"] & (edits["what"] == "labels")]
    names = {name.casefold(): name for cell in rows["after"] for name in parted(cell)}
    return [names[name] for name in sorted(names)]


def panel(library: Library, row: Any) -> None:
    """Draw the popover in which the note and the labels of an article (a row of the catalogue) are written."""
    labels, note = parted(row.labels), str(row.note) if present(row.note) else ""
    icon = ":material/edit_note:" if labels or note else ":material/note_add:"
    with (
        st.popover("Note and labels", icon=icon, key=f"note-{row.key}-{library.version}-open"),
        st.form(f"note-{row.key}-{library.version}", border=False),
    ):
        said = st.text_area("Note", note, max_chars=LONGEST_NOTE, placeholder="What you want to remember of it")
        chosen = st.multiselect(
            "Labels",
            list(dict.fromkeys([*used(library), *labels])),
            labels,
            accept_new_options=True,
            placeholder="Choose, or write new ones",
            help="They stand in the table of articles and in its download. A comma parts two labels.",
        )
        if st.form_submit_button("Save", icon=":material/save:", type="primary"):
            made = store.correct(library, "note", {row.key: said.strip() or None})
            made += store.correct(library, "labels", {row.key: joined(chosen)})
            if made:
                st.rerun()


def shown(row: Any) -> None:
    """Draw the labels and the note of an article, where it has any."""
    if labels := parted(row.labels):
        with st.container(horizontal=True, gap="small"):
            for label in labels:
                st.badge(literal(label), color="gray", icon=":material/label:")
    if present(row.note):
        st.text(f"Note: {row.note}")
