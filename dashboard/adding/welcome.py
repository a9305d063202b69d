"""The first minute: what this is, three things to click, and the way to articles of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import streamlit as st

from dashboard.session import places
from dashboard.showing import links


class Start(NamedTuple):
    """A question on the sample corpus that one click answers: the page, and the topic it is asked of."""

    question: str
    page: str
    topic: str
    icon: str


STARTS = (
    Start(
        "What does the tram cost? Four outlets, several answers", "figures", "Harrow Vale tram", ":material/tag:"
    ),
    Start("How does each outlet tell it?", "compare", "Harrow Vale tram", ":material/view_column:"),
    Start(
        "Who gets to speak about the Union State?", "voices", "Union State talks", ":material/record_voice_over:"
    ),
)


def show(library: Path) -> None:
    """Draw the welcome over the sample corpus, until it is closed or a filter is set."""
    filtered = not set(links.FILTERS).isdisjoint(st.query_params)
    if library != places.SAMPLE_LIBRARY.resolve() or filtered or st.session_state.get("welcomed"):
        return
    with st.container(border=True):
        said, close = st.columns([12, 1], vertical_alignment="top")
        said.markdown(
            "**See how news articles cover the same subject, and prove it from the text.** This is a small sample "
            "corpus: an invented tram in an invented town, and the talks on the Union State retold. Every number, "
            "name and mark leads to its words in the article. Three things to try:"
        )
        close.button(
            "", key="welcome-close", icon=":material/close:", type="tertiary", help="Close", on_click=_close
        )
        with st.container(horizontal=True):
            for start in STARTS:
                st.page_link(
                    links.VIEWS / f"{start.page}.py",
                    label=start.question,
                    icon=start.icon,
                    query_params={"topic": start.topic},
                )
        st.page_link(links.VIEWS / "add.py", label="Add articles of your own", icon=":material/add_circle:")


def _close() -> None:
    st.session_state["welcomed"] = True
