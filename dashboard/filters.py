"""The sidebar → `Filters`; the same filters in the address, and as a sentence at the top of every page."""

from __future__ import annotations

import datetime
from typing import Any

import pandas as pd
import streamlit as st

from core.library import Filters, queries
from dashboard import opened
from dashboard.evidence import safe
from dashboard.phrases import clip, day, literal, period, plural, present, visible

# The widgets' keys are the parameters of the address. Changing one breaks the links people have kept.
_EMPTY: dict[str, Any] = {
    "topic": [],
    "outlet": [],
    "story": [],
    "from": None,
    "to": None,
    "words": "",
    "undated": True,
}


def current() -> Filters:
    """Return the filters as the sidebar stands now."""
    state = st.session_state
    return Filters(
        topics=tuple(state.get("topic") or ()),
        outlets=tuple(state.get("outlet") or ()),
        stories=tuple(state.get("story") or ()),
        begin=state.get("from"),
        end=state.get("to"),
        undated=state.get("undated", True),
        words=(state.get("words") or "").strip(),
    )


def sidebar() -> None:
    """Draw the filters. Choices carry the number of articles that the other filters leave them."""
    counts = opened.ask(queries.choices, current())
    with st.sidebar:
        st.subheader("Filters")
        _choices("Topic", "topic", counts)
        _choices("Outlet", "outlet", counts)
        _stories()
        first, last = st.columns(2)
        first.date_input(
            "Published from",
            None,
            key="from",
            bind="query-params",
            format="YYYY-MM-DD",
            min_value=datetime.date(1600, 1, 1),
            max_value=datetime.date(9999, 12, 31),
        )
        last.date_input(
            "to",
            None,
            key="to",
            bind="query-params",
            format="YYYY-MM-DD",
            min_value=datetime.date(1600, 1, 1),
            max_value=datetime.date(9999, 12, 31),
        )
        st.toggle("Keep articles without a date", True, key="undated", bind="query-params")
        st.text_input(
            "Words in the text",
            key="words",
            bind="query-params",
            placeholder="e.g. trade turnover",
            help="Articles that hold all of these words; put a phrase in double quotation marks.",
        )
        if any(st.session_state.get(key, empty) != empty for key, empty in _EMPTY.items()):
            st.button(
                "Clear all filters", on_click=_clear, args=(tuple(_EMPTY),), icon=":material/filter_alt_off:"
            )


def _choices(label: str, key: str, counts: pd.DataFrame) -> None:
    of_kind = counts[(counts["field"] == key) & (counts["value"] != "")]
    options = list(of_kind["value"])
    numbers = dict(zip(of_kind["value"], of_kind["articles"], strict=True))
    st.multiselect(
        label,
        options,
        key=key,
        bind="query-params",
        placeholder=f"All {plural(len(options), key)}" if options else f"No {key} is known",
        disabled=not options,
        help="; ".join(f"{literal(clip(value, 60))}: {numbers[value]:,}" for value in options[:12]) or None,
    )


def _stories() -> None:
    """Draw the choice of stories told by two articles or more; a story goes by its earliest article's title."""
    names = stories()
    st.multiselect(
        "Story",
        list(names),
        format_func=lambda story: names.get(story, story),
        key="story",
        bind="query-params",
        placeholder=f"All {plural(len(names), 'story', 'stories')}" if names else "No story has two articles",
        disabled=not names,
        help="One event, as told by two articles or more; named by the title of its earliest article.",
    )


def stories() -> dict[str, str]:
    """Return a name for each story of two articles or more, those with most first, no name twice."""
    counts = opened.ask(queries.choices, Filters())
    told = counts[(counts["field"] == "story") & (counts["articles"] > 1)]
    names: dict[str, str] = {}
    for story, label, number in zip(told["value"], told["label"], told["articles"], strict=True):
        name = f"{visible(clip(label, 60))} ({number:,})"
        names[story] = name if name not in names.values() else f"{name} {story[:6]}"
    return names


def between(first: datetime.date, last: datetime.date) -> None:
    """Set the filter of publication to a stretch of days, as if it had been typed in the sidebar."""
    st.session_state["from"], st.session_state["to"] = first, last


def _clear(keys: tuple[str, ...], value: Any = None) -> None:
    for key in keys:
        kept = st.session_state.get(key) or []
        st.session_state[key] = [item for item in kept if item != value] if value is not None else _EMPTY[key]


def sentence(articles: pd.DataFrame, chosen: Filters) -> str:
    """Return what is shown as one sentence: how many articles, on what, from whom, when, and what has no date."""
    parts = [plural(len(articles), "article")]
    if chosen.stories:
        parts.append(f"of {plural(len(chosen.stories), 'story', 'stories')}")
    if chosen.topics:
        parts.append("on " + _listed(chosen.topics))
    outlets = articles["outlet"].dropna().nunique()
    if chosen.outlets:
        parts.append("from " + _listed(chosen.outlets))
    elif outlets:
        parts.append("from " + plural(outlets, "outlet"))
    if chosen.words:
        parts.append(f"with the words “{chosen.words}”")
    dated = articles["published"].dropna()
    said = " ".join(parts)
    if len(dated):
        said += ", " + period(dated.min(), dated.max())
    lacking = [
        f"{missing:,} without {what}" if missing < len(articles) else f"all without {what}"
        for what, missing in (
            ("a date", int(articles["published"].isna().sum())),
            ("a known outlet", int(articles["outlet"].isna().sum())),
        )
        if missing
    ]
    if lacking:
        said += "; " + ", ".join(lacking)
    if not chosen.undated:
        said += "; articles without a date left out"
    return said


def _listed(items: tuple[str, ...]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def header(articles: pd.DataFrame) -> None:
    """Draw the sentence, a button to take each filter away, and the address to copy."""
    chosen = current()
    removable: list[tuple[str, str, str | None]] = [(f"{value}", "topic", value) for value in chosen.topics]
    removable += [(f"{value}", "outlet", value) for value in chosen.outlets]
    names = stories() if chosen.stories else {}
    removable += [(names.get(value, value), "story", value) for value in chosen.stories]
    removable += [(f"from {day(chosen.begin)}", "from", None)] if present(chosen.begin) else []
    removable += [(f"to {day(chosen.end)}", "to", None)] if present(chosen.end) else []
    removable += [(f"“{chosen.words}”", "words", None)] if chosen.words else []
    removable += [("only dated articles", "undated", None)] if not chosen.undated else []
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p style="margin:0; font-size:1.02em">{safe(sentence(articles, chosen))}</p>', width="content")
        for label, key, value in removable:
            st.button(
                literal(clip(label, 60)),
                key=f"remove-{key}-{value}",
                on_click=_clear,
                args=((key,), value),
                icon=":material/close:",
                type="tertiary",
                help="Take this filter away",
            )
        with st.popover("Copy link", icon=":material/link:", type="tertiary"):
            st.caption("This address opens the same view again.")
            st.code(st.context.url or "", language=None, wrap_lines=True)


def narrow_to_a_topic(articles: pd.DataFrame) -> None:
    """Where the articles are on several topics, offer each: only what tells of one subject can be compared."""
    topics = [str(topic) for topic in articles["topic"].value_counts().index]
    if len(topics) > 1:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text("These articles are on several topics. Compare those on")
            for number, topic in enumerate(topics[:5]):
                st.button(literal(clip(topic, 60)), key=f"narrow-{number}", on_click=_set, args=("topic", [topic]))


def _set(key: str, value: Any) -> None:
    st.session_state[key] = value
