"""How corrections are made: a table whose cells are written over and saved together, and what is said of failure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.session.asking import Asking
from dashboard.showing.in_words import literal


def save(make: Callable[[], object]) -> None:
    """Save corrections and draw the page anew; where they are refused, say why.

    `make` saves them and returns what or how many it saved.
    """
    try:
        with st.spinner("Saving …"):
            made = make()
    except (ValueError, OSError) as problem:
        st.error(literal(str(problem)))
        return
    if made:
        st.rerun()


def edited(asking: Asking, shown: pd.DataFrame, key: str, label: str, **more: Any) -> pd.DataFrame | None:
    """Draw a table to write over; return it as it is written now when the button of that label is pressed.

    `more` goes to Streamlit's editor.
    """
    with st.form(f"{key}-form", border=False):
        written = st.data_editor(shown, key=f"{key}-editor-{asking.seen.version}", hide_index=True, **more)
        pressed = st.form_submit_button(label, icon=":material/save:")
    return written if pressed else None
