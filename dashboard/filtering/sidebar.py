"""The sidebar: what can be chosen, each with the number of articles that the other filters leave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.library.questions import choices
from dashboard.filtering import choosing, chosen, days, searches
from dashboard.filtering.choosing import Offer, take_away
from dashboard.filtering.sentence import language
from dashboard.filtering.story_names import stories
from dashboard.session.asking import Asking
from dashboard.showing.address import EMPTY
from dashboard.showing.each_row import each

_RARE = ("story", "actor", "speaker", "language", "label", "spoken", "undated", "copies")


def draw(asking: Asking) -> None:
    """Draw the filters. Choices carry the number of articles that the other filters leave them."""
    values, filters = chosen.values(), asking.chosen
    counts = asking.ask(choices.choices, filters, searches.as_topics(searches.saved(asking.seen)))
    with st.sidebar:
        st.header("Filters")
        topics = [Offer("topic", row.value, row.label, row.articles) for row in _of(counts, "topic")]
        topics += [
            Offer("search", row.value, choosing.SEARCH + row.label, row.articles) for row in _of(counts, "search")
        ]
        choosing.choose(
            "Topic", topics, _of_keys(values, "topic", "search"), _nothing(values, "No topic is known")
        )
        _choice("Outlet", "outlet", counts, values, "No outlet is known")
        days.choose(counts, (filters.begin, filters.end), spoken=filters.spoken)
        st.text_input(
            "Words in the text",
            key="words",
            bind="query-params",
            placeholder='e.g. budget "trade turnover"',
            help="Articles that hold all of these words. Put a phrase in double quotation marks, “like this”, to find "
            "the words side by side.",
        )
        _rare(asking, counts, values)
        choosing.carry()
        with st.container(horizontal=True):
            searches.panel(asking, values)
            if _anything(values):
                st.button("Clear all filters", on_click=take_away, args=(EMPTY,), icon=":material/filter_alt_off:")


def _rare(asking: Asking, counts: pd.DataFrame, values: Mapping[str, Any]) -> None:
    """Draw the filters that are used now and then, folded away until one of them is chosen."""
    used = [key for key in _RARE if values[key] != EMPTY[key]]
    if used and (st.session_state.get("more-used") != used or "more" not in st.session_state):
        st.session_state["more"] = True
    st.session_state["more-used"] = used
    more = st.expander("More filters", key="more", on_change="rerun")
    with more:
        if more.open:
            names = asking.ask(choices.people, asking.chosen)
            _choice("Names", "actor", names, values, "No name was found", "Articles that name any of them.")
            _choice(
                "Speakers", "speaker", names, values, "No speaker is named", "Articles that quote any of them."
            )
            told = [row for row in _of(counts, "story") if row.articles > 1]
            offers = [Offer("story", row.value, row.label, row.articles) for row in told]
            missing = set(values["story"]) - {offer.value for offer in offers}
            offers += [Offer("story", key, name, 0) for key, name in stories(asking).items() if key in missing]
            choosing.choose(
                "Story",
                offers,
                _of_keys(values, "story"),
                _nothing(values, "No story has two articles"),
                help="One event, as told by two articles or more; named by the title of its earliest article.",
            )
            _choice("Language", "language", counts, values, "No language is known")
            if len(counts[counts["field"] == "label"]) or values["label"]:
                _choice("Labels", "label", counts, values, "", "Articles to which you gave any of these labels.")
        copies = sum(row.articles for row in _of(counts, "copies"))
        for label, key, at_first in (
            ("Dates: days they speak of, not of publication", "spoken", False),
            ("Keep articles without a date", "undated", True),
            (f"Keep copies of earlier articles · {copies:,}", "copies", True),
        ):
            st.toggle(label, at_first, key=key, bind="query-params")


def _choice(
    label: str, key: str, counts: pd.DataFrame, values: Mapping[str, Any], nothing: str, told: str | None = None
) -> None:
    names = {"language": language}.get(key, str)
    offers = [Offer(key, row.value, names(row.value), row.articles) for row in _of(counts, key) if row.value]
    choosing.choose(label, offers, _of_keys(values, key), _nothing(values, nothing), help=told)


def _nothing(values: Mapping[str, Any], known: str) -> str:
    return "None with these filters" if _anything(values) else known


def _of(counts: pd.DataFrame, field: str) -> list[Any]:
    return [row for row in each(counts[counts["field"] == field]) if row.value or field == "copies"]


def _of_keys(values: Mapping[str, Any], *keys: str) -> dict[str, list[str]]:
    return {key: list(values[key] or ()) for key in keys}


def _anything(values: Mapping[str, Any]) -> bool:
    return any(values[key] != empty for key, empty in EMPTY.items())
