"""Which library is open, and what the page that runs may ask: the one place that knows it.

Open are only the library that the environment names and those on the shelf, never a path that an address tells.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from core.library import Library, shelf
from dashboard.session import places
from dashboard.session.asking import Asking
from dashboard.session.memory import Memory

KEY = "library"  # of the choice, and its name in the address
_ASKING = "asking"
_MEMORY = Memory(256_000_000)


def given() -> Path:
    """Return the folder of the library that is open where none was chosen: COVERAGE_LIBRARY, else the sample's."""
    return Path(os.environ.get("COVERAGE_LIBRARY") or places.SAMPLE_LIBRARY).resolve()


def libraries() -> dict[str, Path]:
    """Return the libraries that can be opened, by the names they go by: the one given first, then the shelf's."""
    first = given()
    found = {first.name: first}
    for name in shelf.names(places.SHELF):
        path = (places.SHELF / name).resolve()
        if path != first:
            found[f"{places.SHELF.name}/{name}" if name in found else name] = path
    return found


def name_of(path: Path) -> str:
    """Return the name that a library on the shelf goes by."""
    return next(name for name, place in libraries().items() if place == path.resolve())


def folder() -> Path:
    """Return the folder of the library that is open: the one chosen, else the one given."""
    chosen = st.session_state.get(KEY)
    return libraries().get(chosen, given()) if chosen else given()


@st.cache_resource(show_spinner=False, max_entries=4)
def _library(path: Path) -> Library:
    return Library(path)


def of(path: Path) -> Asking:
    """Return what can be asked of a library as it stands now."""
    library = _library(path)
    return Asking(library, library.held(), _MEMORY)


def begin() -> Asking:
    """Begin a run of a page: all it asks from here on is answered from one state of the open library."""
    return keep(of(folder()))


def keep(asking: Asking) -> Asking:
    """Make this what the page that runs now may ask."""
    st.session_state[_ASKING] = asking
    return asking


def asking() -> Asking:
    """Return what the page that runs now may ask; a view takes it here once, and hands it on."""
    found: Asking = st.session_state[_ASKING]
    return found
