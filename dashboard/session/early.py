"""What the browser is to fetch before it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import plotly.graph_objects as go
import streamlit as st

_DONE = "charts-fetched"


@contextmanager
def charts() -> Iterator[None]:
    """Have the browser fetch what draws charts while the first page of a visit is worked out.

    It does so when it meets a chart, so it is given an empty one; that never shows, and is gone when the page is there.
    """
    with st.container(key="early"):  # hidden by the page's style; always there, or all that follows would move up
        place = st.empty()
    if st.session_state.get(_DONE):
        yield
        return
    st.session_state[_DONE] = True
    place.plotly_chart(go.Figure(layout={"height": 20}), key="early-chart")
    try:
        yield
    finally:
        place.empty()
