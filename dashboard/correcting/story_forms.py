"""Which articles tell of one event and what they are about: how strict that is to be, and what is changed by hand."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.library import Filters, store
from core.library.edits import Change
from core.library.questions import passages, queries
from core.link import stories
from core.model import Article
from dashboard.comparing.comparison import article_names
from dashboard.correcting import articles_editor
from dashboard.filtering import filters
from dashboard.session import opened
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, literal, plural, present, visible

MOST = 300  # articles that are grouped anew while a reader waits


def panel(articles: pd.DataFrame) -> None:
    """Draw the panel over the filtered articles: another threshold, joining, parting, topics' names, and undo."""
    names = dict(zip(articles["key"], article_names(articles), strict=True))
    with st.popover("Stories and topics", icon=":material/hub:", help="Which of these articles tell of one event"):
        told = articles.groupby("story")["key"].size()
        st.text(f"{plural(len(articles), 'article')} in {plural(len(told), 'story', 'stories')}.")
        _threshold(articles)
        chosen = st.multiselect(
            "Articles",
            list(names),
            format_func=names.__getitem__,
            key="stories-chosen",
            placeholder="Choose articles to put together or apart",
        )
        with st.container(horizontal=True):
            if st.button("Make them one story", disabled=len(chosen) < 2, icon=":material/merge:"):
                _correct(dict.fromkeys(chosen[1:], chosen[0]))
            if st.button("Each its own story", disabled=not chosen, icon=":material/call_split:"):
                _correct(dict.fromkeys(chosen, ""))
            if st.button("As the texts say", disabled=not chosen, icon=":material/undo:"):
                _correct(dict.fromkeys(chosen))
        _rename_story(articles)
        _rename_topics(articles)
        if st.toggle("Show what was changed by hand", key="stories-history"):
            articles_editor.history(articles, "stories-history", ("story", "story name", "topic name", "topic"))


def _rename_story(articles: pd.DataFrame) -> None:
    """Draw the choice of a story and its name from now on; without one it goes by its earliest article's title."""
    told = articles.groupby("story", sort=False)["key"].size()
    names = {story: name for story, name in filters.stories().items() if told.get(story, 0) > 1}
    if not names:
        return
    first = articles.drop_duplicates("story").set_index("story")["key"]
    with st.form("story-rename", border=False):
        st.selectbox(
            "This story",
            list(names),
            format_func=lambda story: f"{names[story]} ({told[story]:,})",
            key="story-old",
        )
        st.text_input(
            "is called", max_chars=200, placeholder="A name; empty: as its articles say", key="story-new"
        )
        st.form_submit_button("Rename the story", icon=":material/edit:", on_click=_name_story, args=(first,))


def _name_story(first: pd.Series) -> None:
    """Keep a story's name on the first of its articles, in the place of any that others of them gave it."""
    story, name = st.session_state["story-old"], (st.session_state["story-new"] or "").strip()
    articles = opened.library().articles()
    named = articles.loc[(articles["story"] == story) & articles["story_name"].notna(), "key"]
    store.correct(opened.library(), "story name", dict.fromkeys(named) | {first[story]: name or None})
    st.session_state["story-new"] = ""


def _rename_topics(articles: pd.DataFrame) -> None:
    """Draw the choice of a topic and its name from now on; two topics of one name are one."""
    topics = articles.groupby("topic", sort=False)["key"].size().sort_values(ascending=False, kind="stable")
    if topics.empty:
        st.caption("None of these articles has a topic; Data quality lets you give them one.")
        return
    counts = {str(topic): int(count) for topic, count in topics.items()}
    with st.form("topics-rename", border=False):
        st.selectbox(
            "This topic",
            list(counts),
            format_func=lambda name: f"{visible(clip(name, 60))} ({counts[name]:,})",
            key="topics-old",
        )
        st.text_input(
            "is called", max_chars=200, placeholder="A new name, or that of another topic", key="topics-new"
        )
        st.form_submit_button("Rename the topic", icon=":material/edit:", on_click=_rename)


def _rename() -> None:
    """Keep a topic's name from now on, and let a filter by the old one follow."""
    topic, name = st.session_state["topics-old"], (st.session_state["topics-new"] or "").strip()
    if topic and name and store.edit(opened.library(), [Change("topic name", topic, name)]):
        st.session_state["topics-new"] = ""
        if topic in (chosen := st.session_state.get("topic") or []):
            st.session_state["topic"] = [name if item == topic else item for item in chosen]


def _correct(values: dict[str, str | None]) -> None:
    """Keep what story articles belong to; it outlasts a new analysis."""
    store.correct(opened.library(), "story", values)
    st.rerun()


def _threshold(articles: pd.DataFrame) -> None:
    """Draw the slider, and the stories that its threshold would make of the articles."""
    if len(articles) > MOST:
        st.caption(f"Another threshold can be tried on {MOST} articles at most; narrow the filters.")
        return
    threshold = st.slider(
        "How alike the articles of one story are",
        0.04,
        0.6,
        stories.THRESHOLD,
        0.02,
        key="stories-threshold",
        help=f"Mean similarity (cosine of tf-idf, damped by the days between); {stories.THRESHOLD} is what is used.",
    )
    if threshold == stories.THRESHOLD:  # nothing to try: don't read the texts for a panel that is mostly closed
        return
    groups = _groups(str(opened.folder()), opened.seen().version, tuple(articles["key"]), threshold)
    sizes = pd.Series(groups).value_counts()
    st.caption(
        f"At {threshold:.2f}: {plural(len(sizes), 'story', 'stories')}, "
        f"{(sizes > 1).sum():,} of them told by two articles or more."
    )
    joined = {key: group for key, group in groups.items() if key != group}
    if threshold < stories.THRESHOLD and st.button("Join the articles this way", disabled=not joined):
        _correct(dict(joined))
    single = [key for key, group in groups.items() if sizes[group] == 1]
    if threshold > stories.THRESHOLD and st.button("Part those that stand alone then", disabled=not single):
        _correct(dict.fromkeys(single, ""))
    shown = articles.assign(group=articles["key"].map(groups))
    for _, of_group in [item for item in shown.groupby("group") if len(item[1]) > 1][:8]:
        st.caption(literal("; ".join(clip(str(row.title_shown), 60) for row in each(of_group))))


@st.cache_data(show_spinner=False, max_entries=64)
def _groups(folder: str, version: str, keys: tuple[str, ...], threshold: float) -> dict[str, str]:
    signatures = _signatures(folder, version, keys)
    return dict(zip(keys, stories.group(signatures, threshold), strict=True))


@st.cache_data(show_spinner=False, max_entries=8)
def _signatures(folder: str, version: str, keys: tuple[str, ...]) -> list[stories.Signature]:  # noqa: ARG001
    texts = opened.ask(passages.bodies, Filters(articles=keys)).set_index("key")["text"]
    rows = opened.ask(queries.articles, Filters(articles=keys)).set_index("key")
    return [
        stories.signature(
            key,
            Article(
                texts[key],
                title=rows["title"][key] if present(rows["title"][key]) else None,
                published=rows["published"][key].date() if present(rows["published"][key]) else None,
            ),
        )
        for key in keys
    ]
