"""Searches an analyst has named and kept: filters in the words of an address, applied again or used as a topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from core.library import Change, Library, Search, edits, store
from dashboard.filtering.choosing import put
from dashboard.session.asking import Asking
from dashboard.showing import address
from dashboard.showing.address import EMPTY
from dashboard.showing.in_words import clip, literal, visible

LONGEST = 80  # characters of a name
MOST = 20  # searches that are offered as topics, the latest
_BACK = 3  # deleted searches that can be brought back, the latest


def saved(library: Library) -> dict[str, str]:
    """Return a library's saved searches, the latest last: the query of an address by name."""
    forced = edits.in_force(library.snapshot.edits)
    return {edit.key: edit.after or "" for edit in forced.values() if edit.what == "search"}


def as_topics(searches: Mapping[str, str]) -> tuple[Search, ...]:
    """Return the searches that can stand for a topic."""
    names = list(searches)[-MOST:]
    return tuple(search for search in address.filters({"search": names}, searches).searches)


def problems(searches: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Say in a sentence each what is wrong with saved searches, and the searches inside them."""
    told = []
    for name in names:
        if name not in searches:
            told.append(f"The saved search “{clip(name, LONGEST)}” is not in this library, so it finds nothing.")
        elif problem := problem_of(name, searches):
            told.append(problem)
    return told


def problem_of(name: str, searches: Mapping[str, str]) -> str | None:
    """Say in a sentence what is wrong with a saved search, or return None."""
    shown, read = clip(name, LONGEST), address.read(searches[name])
    if read.unknown:
        what = ", ".join(f"“{clip(part, 40)}”" for part in read.unknown[:3])
        return f"“{shown}” holds {what}, which is no filter here and is left out."
    inner = [other for other in read.chosen["search"] if other == name or other not in searches]
    if inner:
        return f"“{shown}” needs the saved search “{clip(inner[0], LONGEST)}”, which can't be found there."
    return None


def panel(asking: Asking, values: Mapping[str, Any]) -> None:
    """Draw the saved searches, each to be applied or deleted, and a field to keep the present filters."""
    searches = saved(asking.seen)
    with st.popover("Saved searches", icon=":material/bookmark:"):
        if problem := st.session_state.pop("search-problem", None):
            st.error(literal(problem))
        for number, name in enumerate(reversed(searches)):
            apply, remove = st.columns([5, 1], vertical_alignment="center")
            apply.button(
                literal(clip(name, 50)),
                key=f"search-apply-{number}",
                on_click=_apply,
                args=(searches[name],),
                width="stretch",
                help="Set the filters to this search",
            )
            remove.button(
                "",
                key=f"search-delete-{number}",
                on_click=_delete,
                args=(asking.library, name),
                icon=":material/delete:",
                help=f"Delete {literal(clip(name, 50))}",
            )
            if problem := problem_of(name, searches):
                st.caption(literal(problem))
        if not searches:
            st.caption("None yet. Choose filters, then give them a name here to use them again.")
        _deleted(asking)
        _keep(asking, values)


def _keep(asking: Asking, values: Mapping[str, Any]) -> None:
    query = address.write(values)
    st.text_input(
        "Keep the present filters as",
        key="search-name",
        max_chars=LONGEST,
        disabled=not query,
        placeholder="A name" if query else "No filter is set",
        help="A saved search can be applied again here, or be chosen under Topic.",
    )
    st.button(
        "Keep", key="search-keep", on_click=_kept, args=(asking, query), disabled=not query, icon=":material/add:"
    )


def _kept(asking: Asking, query: str) -> None:
    name = visible(" ".join(str(st.session_state.get("search-name") or "").split()))
    searches = saved(asking.seen)
    if not name:
        st.session_state["search-problem"] = "Give the search a name first."
    elif name in _within(query, searches):
        st.session_state["search-problem"] = f"“{name}” is among these filters itself; choose another name."
    elif name in searches and searches[name] != query:
        st.session_state["search-problem"] = (
            f"There is a search “{name}” already; delete it, or choose another name."
        )
    elif _edit(asking.library, Change("search", name, query)):
        st.session_state["search-name"] = ""


def _within(query: str, searches: Mapping[str, str]) -> set[str]:
    """Return the names of all searches that a query stands on."""
    found: set[str] = set()
    waiting = [query]
    while waiting:
        for name in address.read(waiting.pop()).chosen["search"]:
            if name not in found:
                found.add(name)
                waiting += [searches[name]] if name in searches else []
    return found


def _apply(query: str) -> None:
    values = address.read(query).chosen
    for key in EMPTY:
        put(key, values[key])


def _delete(library: Library, name: str) -> None:
    _edit(library, Change("search", name, None))


def _edit(library: Library, change: Change) -> bool:
    try:
        store.edit(library, [change])
    except (ValueError, OSError) as problem:
        st.session_state["search-problem"] = str(problem)
        return False
    return True


def _deleted(asking: Asking) -> None:
    history = [edit for edit in asking.seen.snapshot.edits if edit.what == "search"]
    last = {edit.key: edit for edit in history}
    gone = [edit for edit in last.values() if edit.after is None and edit.before]
    for edit in sorted(gone, key=lambda edit: edit.made)[: -_BACK - 1 : -1]:
        said, back = st.columns([3, 2], vertical_alignment="center")
        said.text(f"Deleted: {visible(clip(edit.key, 40))}")
        back.button(
            "Bring back", key=f"search-back-{edit.id}", on_click=_bring_back, args=(asking.library, edit.id)
        )


def _bring_back(library: Library, name: str) -> None:
    try:
        store.undo(library, [name])
    except OSError as problem:
        st.session_state["search-problem"] = str(problem)
