"""The sidebar → `Filters`; the same filters in the address, and as a sentence at the top of every page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from core.library import Filters
from core.library.questions import choices
from dashboard.filtering import choosing, cite, days, searches
from dashboard.filtering.choosing import Offer, take_away
from dashboard.filtering.sentence import language, sentence
from dashboard.session import opened
from dashboard.showing import address, markup
from dashboard.showing.address import EMPTY
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, day, isolated, literal, plural, visible

__all__ = ["between", "current", "dead_end", "header", "narrow_to_a_topic", "sentence", "sidebar", "stories"]

_WITHOUT = {
    "topic": "Without the topic",
    "outlet": "Without the outlet",
    "story": "Without the story",
    "actor": "Without the name",
    "speaker": "Without the speaker",
    "language": "Without the language",
    "label": "Without the label",
    "dates": "Without the dates",
    "undated": "With articles without a date",
    "copies": "With copies",
    "words": "Without the words",
}
_KEYS = {"topic": ("topic", "search"), "dates": ("from", "to", "spoken")}  # of a side, where they aren't its name
_RARE = ("story", "actor", "speaker", "language", "label", "spoken", "undated", "copies")


def chosen_now() -> dict[str, Any]:
    """Return the value of each parameter of the address, also before its widget was ever drawn."""
    query = urlencode([(key, text) for key in EMPTY for text in st.query_params.get_all(key)], errors="replace")
    read = address.read(query).chosen
    return {key: st.session_state[key] if key in st.session_state else read[key] for key in EMPTY}


def current() -> Filters:
    """Return the filters as the sidebar stands now."""
    return address.filters(chosen_now(), searches.saved())


def sidebar() -> None:
    """Draw the filters. Choices carry the number of articles that the other filters leave them."""
    values, chosen, saved = chosen_now(), current(), searches.saved()
    counts = opened.ask(choices.choices, chosen, searches.as_topics(saved))
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
        days.choose(counts, (chosen.begin, chosen.end), spoken=chosen.spoken)
        st.text_input(
            "Words in the text",
            key="words",
            bind="query-params",
            placeholder='e.g. budget "trade turnover"',
            help="Articles that hold all of these words. Put a phrase in double quotation marks, “like this”, to find "
            "the words side by side.",
        )
        _rare(counts, values, chosen)
        choosing.carry()
        with st.container(horizontal=True):
            searches.panel(values)
            if _anything(values):
                st.button("Clear all filters", on_click=take_away, args=(EMPTY,), icon=":material/filter_alt_off:")


def _rare(counts: pd.DataFrame, values: Mapping[str, Any], chosen: Filters) -> None:
    """Draw the filters that are used now and then, folded away until one of them is chosen."""
    used = [key for key in _RARE if values[key] != EMPTY[key]]
    if used and (st.session_state.get("more-used") != used or "more" not in st.session_state):
        st.session_state["more"] = True
    st.session_state["more-used"] = used
    more = st.expander("More filters", key="more", on_change="rerun")
    with more:
        if more.open:
            names = opened.ask(choices.people, chosen)
            _choice("Names", "actor", names, values, "No name was found", "Articles that name any of them.")
            _choice(
                "Speakers", "speaker", names, values, "No speaker is named", "Articles that quote any of them."
            )
            told = [row for row in _of(counts, "story") if row.articles > 1]
            offers = [Offer("story", row.value, row.label, row.articles) for row in told]
            missing = set(values["story"]) - {offer.value for offer in offers}
            offers += [Offer("story", key, name, 0) for key, name in stories().items() if key in missing]
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


def stories() -> dict[str, str]:
    """Return a name for each story of two articles or more, those with most first, no name twice."""
    counts = opened.ask(choices.choices, Filters())
    names: dict[str, str] = {}
    for row in _of(counts, "story"):
        if row.articles > 1:
            name = visible(clip(row.label, 60))
            names[row.value] = name if name not in names.values() else f"{name} ({row.value[:6]})"
    return names


def between(first: datetime.date, last: datetime.date) -> None:
    """Set the filter of publication to a stretch of days, as if it had been typed in the sidebar."""
    choosing.put("from", first)
    choosing.put("to", last)
    choosing.put("spoken", None)


def header(articles: pd.DataFrame) -> None:
    """Draw the sentence, a button to take each filter away, the address to copy, and the view as a citation."""
    chosen, values = current(), chosen_now()
    said = sentence(articles, chosen)
    shown = markup.shown(sentence(articles, chosen, isolated))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        markup.draw(markup.element("p", shown, class_="filtered"), width="content")
        for label, key, value in _removable(values):
            st.button(
                literal(clip(label, 60)),
                key=f"remove-{key}-{value}",
                on_click=take_away,
                args=((key,), value),
                icon=":material/close:",
                type="tertiary",
                help="Take this filter away",
            )
        here = cite.here(values)
        with st.popover("Copy link", icon=":material/link:", type="tertiary"):
            st.caption("This address opens the same view again.")
            st.code(here, language=None, wrap_lines=True)
        with st.popover("Cite this view", icon=":material/format_quote:", type="tertiary"):
            cite.panel(said, here)
    for problem in searches.problems(values["search"]):
        st.warning(literal(problem))


def _removable(values: Mapping[str, Any]) -> list[tuple[str, str, str | None]]:
    """Return what can be taken away: its name for people, its parameter, and its value where that has several."""
    names = stories() if values["story"] else {}
    told: dict[str, Callable[[str], str]] = {
        "search": (choosing.SEARCH + "{}").format,
        "story": lambda story: names.get(story, story),
        "actor": "names {}".format,
        "speaker": "quotes {}".format,
        "language": language,
        "label": "labelled {}".format,
    }
    found: list[tuple[str, str, str | None]] = [
        (told[key](value) if key in told else value, key, value)
        for key in address.LISTS
        for value in values[key] or ()
    ]
    found += [(f"from {day(values['from'])}", "from", None)] if values["from"] else []
    found += [(f"to {day(values['to'])}", "to", None)] if values["to"] else []
    found += [("days they speak of", "spoken", None)] if values["spoken"] else []
    found += [(f"“{words}”", "words", None)] if (words := str(values["words"] or "").strip()) else []
    found += [("only dated articles", "undated", None)] if not values["undated"] else []
    found += [("without copies", "copies", None)] if not values["copies"] else []
    return found


def dead_end() -> None:
    """Say that the filters leave nothing, and draw a way back for each: what taking it away would bring back."""
    chosen = current()
    st.info("No article is left by these filters together. Take one away to go on:")
    back = opened.ask(choices.brought_back, chosen).sort_values("articles", ascending=False, kind="stable")
    with st.container(horizontal=True):
        for row in each(back[back["side"].isin(list(_WITHOUT))]):
            st.button(
                f"{_WITHOUT[row.side]}: {plural(row.articles, 'article')}",
                key=f"without-{row.side}",
                on_click=take_away,
                args=(_KEYS.get(row.side, (row.side,)),),
                icon=":material/close:",
            )
        everything = int(opened.ask(choices.span)["articles"].iloc[0])
        st.button(
            f"Clear all: {plural(everything, 'article')}",
            key="without-all",
            on_click=take_away,
            args=(EMPTY,),
            icon=":material/filter_alt_off:",
            type="primary",
        )


def narrow_to_a_topic(articles: pd.DataFrame) -> None:
    """Where the articles are on several topics, offer each: only what tells of one subject can be compared."""
    topics = [str(topic) for topic in articles["topic"].value_counts().index]
    if len(topics) > 1:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text("These articles are on several topics. Compare those on")
            for number, topic in enumerate(topics[:5]):
                narrow = partial(choosing.put, "topic", [topic])
                st.button(literal(clip(topic, 60)), key=f"narrow-{number}", on_click=narrow)
