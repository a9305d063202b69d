"""Choices that say how many articles each would leave, kept apart from what the address says of them.

What Streamlit writes into an address is an option's label, and a label with a number in it would be wrong tomorrow. So
each choice has two widgets: the one that is seen, with numbers, and one out of sight that holds the bare values and is
bound to the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from dashboard.showing.address import EMPTY, LISTS, MOST
from dashboard.showing.in_words import clip, isolated

SEARCH = "⌕ "  # stands before a saved search among topics


class Offer(NamedTuple):
    """What can be chosen: a value of a parameter of the address, its name for people, the articles it would leave."""

    key: str
    value: str
    name: str
    articles: int


def carry() -> None:
    """Draw, out of sight, the widgets that tie what is chosen from lists to the address."""
    with st.container(key="carried"):
        for key in LISTS:
            st.multiselect(
                f"{key} in the address",
                [],
                key=key,
                bind="query-params",
                accept_new_options=True,
                max_selections=MOST,
                label_visibility="collapsed",
            )


def choose(
    label: str, offers: Iterable[Offer], chosen: Mapping[str, Sequence[str]], nothing: str, **more: Any
) -> None:
    """Draw a choice of several values of the parameters that `chosen` has, each with what is chosen of it now.

    Values chosen that are not offered stay there to be taken away, with 0 articles. `nothing` is said where there is
    nothing to choose; `more` goes to the widget.
    """
    named = {(offer.key, offer.value): offer for offer in offers}
    for key, values in chosen.items():
        mark = SEARCH if key == "search" else ""
        named |= {
            (key, value): Offer(key, value, mark + value, 0) for value in values if (key, value) not in named
        }
    labels = labelled(named)
    widget = f"{next(iter(chosen))}-shown"
    current = [(key, value) for key, values in chosen.items() for value in values]
    show(widget, current, list(labels.values()))
    st.multiselect(
        label,
        list(named),
        format_func=lambda item: labels.get(tuple(item), str(item)),
        key=widget,
        on_change=_chosen,
        args=(widget, tuple(chosen)),
        disabled=not named,
        placeholder="All" if named else nothing,
        select_all=False,
        **more,
    )


def labelled(named: Mapping[tuple[str, str], Offer]) -> dict[tuple[str, str], str]:
    """Return a label for each choice, no two alike: "Daily Ledger · 4"."""
    labels: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for item, offer in named.items():
        name = isolated(clip(offer.name, 60)) or "without a name"
        label, turn = f"{name} · {offer.articles:,}", 1
        while label in taken:
            turn += 1
            label = f"{name} ({turn}) · {offer.articles:,}"
        labels[item] = label
        taken.add(label)
    return labels


def show(widget: str, value: Any, labels: Sequence[str]) -> None:
    """Make a widget that is drawn next show a value, where that or its labels changed since it was drawn."""
    drawn = f"{widget}-drawn"
    if widget not in st.session_state or st.session_state.get(drawn) != (value, labels):
        st.session_state[widget] = list(value) if isinstance(value, list) else value
        st.session_state[drawn] = (value, labels)


def _chosen(widget: str, keys: Sequence[str]) -> None:
    wanted = [tuple(item) for item in st.session_state[widget]]
    for key in keys:
        st.session_state[key] = [value for name, value in wanted if name == key][:MOST]


def put(key: str, value: Any) -> None:
    """Set a parameter of the address, as if it had been chosen; None leaves it open."""
    empty = EMPTY[key]
    st.session_state[key] = (list(empty) if empty == [] else empty) if value is None else value


def follow(key: str, old: str, new: str) -> None:
    """Let what is chosen of a parameter follow a value that goes by another name from now on."""
    if old in (chosen := st.session_state.get(key) or []):
        put(key, [new if value == old else value for value in chosen])


def take_away(keys: Iterable[str], value: str | None = None) -> None:
    """Leave parameters of the address open, or take one value out of them."""
    for key in keys:
        kept = [item for item in st.session_state.get(key) or () if item != value] if value is not None else None
        put(key, kept)
