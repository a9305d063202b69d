"""Which library is open: the choice in the sidebar, a new one, and emptying one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from core.library import Library, shelf
from dashboard.adding import jobs
from dashboard.filtering.choosing import take_away
from dashboard.session import opened, places
from dashboard.session.asking import Asking
from dashboard.showing import links
from dashboard.showing.address import EMPTY
from dashboard.showing.in_words import literal, visible


def choose() -> None:
    """Draw the choice of the library in the sidebar; it stands in the address, so that a link opens the same one."""
    with st.sidebar:
        st.selectbox(
            "Library",
            list(opened.libraries()),
            key=opened.KEY,
            bind="query-params",
            format_func=visible,
            on_change=_forget,
        )


def ready(asking: Asking) -> bool:
    """Say what is wrong with the open library, if anything; return whether it holds articles to show."""
    path = asking.library.path
    if path.is_dir():
        for problem in asking.library.problems[:3]:
            st.warning(literal(problem))
    if asking.count():
        return True
    st.info(
        f"The library “{literal(path.name)}” holds no articles yet. Add your own here, or in a terminal: "
        "`make run ARTICLES=path/to/folder`; `make run` alone analyses the sample corpus."
    )
    st.page_link(links.VIEWS / "add.py", label="Add articles", icon=":material/add:")
    return False


def _forget() -> None:
    """Take back what was chosen in the library that was open before."""
    take_away(EMPTY)
    for name in (*links.READING, "phrase"):
        if name in st.query_params:
            del st.query_params[name]
    for name in ("removing", "draft"):
        st.session_state.pop(name, None)


def make() -> None:
    """Draw the field that makes a new, empty library and opens it."""
    with st.form("new-library", border=False):
        name, button = st.columns([4, 2], vertical_alignment="bottom")
        name.text_input("A new library", key="new-library-name", placeholder="its name", max_chars=60)
        button.form_submit_button("Make and open it", icon=":material/add:", on_click=_make)
    if problem := st.session_state.pop("new-library-problem", None):
        st.error(literal(problem))


def _make() -> None:
    try:
        made = shelf.make(places.SHELF, st.session_state["new-library-name"].strip())
    except (ValueError, OSError) as problem:
        st.session_state["new-library-problem"] = str(problem)
        return
    st.session_state["new-library-name"] = ""
    st.session_state[opened.KEY] = opened.name_of(made)
    _forget()


def empty(library: Library) -> None:
    """Draw what removes all that the open library holds, once its name was typed."""
    path = library.path
    st.text(
        f"Removes all articles, corrections and kept uploads from the library “{visible(path.name)}”. Files outside it "
        "stay where they are. This can’t be undone."
    )
    with st.form("empty-library", border=False):
        name, button = st.columns([4, 2], vertical_alignment="bottom")
        name.text_input("Type its name to empty it", key="empty-library-name")
        button.form_submit_button(
            "Empty the library", icon=":material/delete_forever:", on_click=_empty, args=(path,)
        )
    if problem := st.session_state.pop("empty-library-problem", None):
        st.error(literal(problem))


def _empty(path: Path) -> None:
    problem = None
    if st.session_state["empty-library-name"].strip() != path.name:
        problem = f"That is not its name: type {path.name} to empty it."
    elif any(job.running for job in jobs.jobs(path)):
        problem = "Something is being added to it: wait until it is done, or cancel it first."
    else:
        try:
            shelf.empty(path)
        except (ValueError, OSError) as refused:
            problem = str(refused)
    if problem:
        st.session_state["empty-library-problem"] = problem
    else:
        st.session_state["empty-library-name"] = ""
        _forget()
