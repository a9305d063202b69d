"""The switch that counts also what people think, want or plan: one for all pages that have it, told by the address."""

from __future__ import annotations

import streamlit as st

from dashboard.showing.glossary import told

KEY = "thoughts"  # of the switch, and its name in the address
LABEL = "Count also what people think, want or plan"


def count() -> bool:
    """Return what the switch says, also before it is drawn."""
    return bool(st.session_state.get(KEY, st.query_params.get(KEY, "").lower() == "true"))


def switch() -> bool:
    """Draw the switch; return what it says."""
    return st.toggle(LABEL, key=KEY, bind="query-params", help=told("what is said"))
