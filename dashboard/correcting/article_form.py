"""The form in which one article is corrected beside its text: title, outlet, date, topic, story."""

from __future__ import annotations

import datetime
from typing import Any, cast

import streamlit as st

from core import by_hand
from core.library import ArticleKind, Filters
from core.library.questions import choices
from dashboard.correcting import saving
from dashboard.session.asking import Asking
from dashboard.showing.in_words import clip, day, literal, present, visible


def draw(asking: Asking, row: Any) -> None:
    """Draw the popover in which an article (a row of the catalogue) is corrected, each field with what was read."""
    version = asking.library.version
    with (
        st.popover("Correct", icon=":material/edit:", key=f"correct-{row.key}-{version}-open"),
        st.form(f"correct-{row.key}-{version}", border=False),
    ):
        title = st.text_input(_field("Title", row.title_as_read), _text(row.title))
        outlet = st.text_input(_field("Outlet", row.outlet_as_read), _text(row.outlet))
        published = st.date_input(
            _field("Published", row.published_as_read),
            row.published.date() if present(row.published) else None,
            format="YYYY-MM-DD",
            min_value=datetime.date(1600, 1, 1),
            max_value=datetime.date(9999, 12, 31),
        )
        topic = st.text_input(_field("Topic", row.topic_as_read), _text(row.topic))
        names = _stories(asking, str(row.story))
        story = st.selectbox("Story", list(names), format_func=names.__getitem__, filter_mode="contains")
        st.caption(
            "An empty field says that it isn't known. What was read stays: write it again, or undo below, to go back."
        )
        if st.form_submit_button("Save", icon=":material/save:", type="primary"):
            wanted = {
                "title": _wanted(title, row.title, row.title_as_read),
                "outlet": _wanted(outlet, row.outlet, row.outlet_as_read),
                "published": _wanted(
                    published.isoformat() if published else "", row.published, row.published_as_read
                ),
                "topic": _wanted(topic, row.topic, row.topic_as_read),
                "story": _KEEP if story == _AS_IT_IS else None if story == _AS_TEXTS_SAY else story,
            }
            changed = {
                cast("ArticleKind", what): {str(row.key): value}
                for what, value in wanted.items()
                if value != _KEEP
            }
            saving.save(lambda: by_hand.correct(asking.library, changed))


_KEEP = "\0"  # no value of a field
_AS_IT_IS, _AS_TEXTS_SAY, _ITS_OWN = "as it is", "as the texts say", ""
_MOST_STORIES = 500


def _text(value: Any) -> str:
    return str(value) if present(value) else ""


def _field(name: str, read: Any) -> str:
    """Return a field's label, with what was read."""
    if not present(read):
        return f"{name} (as read: unknown)"
    return f"{name} (as read: {literal(day(read) if hasattr(read, 'year') else clip(str(read), 90))})"


def _wanted(after: str, now: Any, read: Any) -> str | None:
    """Return what to save of a field: nothing new, None where it again says what was read, else its value."""
    after = after.strip()
    if after == _written(now):
        return _KEEP
    return None if after == _written(read) else after


def _written(value: Any) -> str:
    return value.date().isoformat() if present(value) and hasattr(value, "date") else _text(value)


def _stories(asking: Asking, story: str) -> dict[str, str]:
    """Return what an article's story can be: as it is, as the texts say, its own, or one of those most told."""
    told = asking.ask(choices.choices, Filters())
    told = told[(told["field"] == "story") & (told["articles"] > 1)]
    names = dict(zip(told["value"], told["label"], strict=True))
    now = (
        f"As it is: {visible(clip(names[story], 70))}" if story in names else "As it is: told by no other article"
    )
    others = {
        name: visible(clip(label, 80)) for name, label in list(names.items())[:_MOST_STORIES] if name != story
    }
    return {_AS_IT_IS: now, _AS_TEXTS_SAY: "As the texts say", _ITS_OWN: "A story of its own"} | others
