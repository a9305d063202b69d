"""Which articles tell of one event and what they are about: how strict that is to be, and what is changed by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from core.library import Change, Filters, Library, store
from core.library.questions import passages, queries
from core.link import signatures, stories
from core.model import Article
from dashboard.correcting import history
from dashboard.filtering import choosing
from dashboard.filtering.story_names import stories as stories_named
from dashboard.session.asking import Asking
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, literal, plural, present, visible
from dashboard.showing.tellers import article_names

MOST = 300  # articles that are grouped anew while a reader waits


def panel(asking: Asking, articles: pd.DataFrame) -> None:
    """Draw the panel over the filtered articles: another threshold, joining, parting, topics' names, and undo."""
    names = dict(zip(articles["key"], article_names(articles), strict=True))
    with st.popover("Stories and topics", icon=":material/hub:", help="Which of these articles tell of one event"):
        told = articles.groupby("story")["key"].size()
        st.text(f"{plural(len(articles), 'article')} in {plural(len(told), 'story', 'stories')}.")
        _threshold(asking, articles)
        chosen = st.multiselect(
            "Articles",
            list(names),
            format_func=names.__getitem__,
            key="stories-chosen",
            placeholder="Choose articles to put together or apart",
        )
        with st.container(horizontal=True):
            if st.button("Make them one story", disabled=len(chosen) < 2, icon=":material/merge:"):
                _correct(asking.library, dict.fromkeys(chosen[1:], chosen[0]))
            if st.button("Each its own story", disabled=not chosen, icon=":material/call_split:"):
                _correct(asking.library, dict.fromkeys(chosen, ""))
            if st.button("As the texts say", disabled=not chosen, icon=":material/undo:"):
                _correct(asking.library, dict.fromkeys(chosen))
        _rename_story(asking, articles)
        _rename_topic(asking, articles)
        if st.toggle("Show what was changed by hand", key="stories-history"):
            history.of_articles(
                asking, articles, "stories-history", ("story", "story name", "topic name", "topic")
            )


def _rename_story(asking: Asking, articles: pd.DataFrame) -> None:
    """Draw the choice of a story and its name from now on; without one it goes by its earliest article's title."""
    told = articles.groupby("story", sort=False)["key"].size()
    names = {story: name for story, name in stories_named(asking).items() if told.get(story, 0) > 1}
    if names:
        first = articles.drop_duplicates("story").set_index("story")["key"]
        counted = {story: f"{name} ({told[story]:,})" for story, name in names.items()}
        _renaming("story", counted, "A name; empty: as its articles say", partial(_name_story, asking, first))


def _rename_topic(asking: Asking, articles: pd.DataFrame) -> None:
    """Draw the choice of a topic and its name from now on; two topics of one name are one."""
    topics = articles.groupby("topic", sort=False)["key"].size().sort_values(ascending=False, kind="stable")
    if topics.empty:
        st.caption("None of these articles has a topic; Data quality lets you give them one.")
        return
    counted = {str(topic): f"{visible(clip(str(topic), 60))} ({count:,})" for topic, count in topics.items()}
    _renaming("topic", counted, "A new name, or that of another topic", partial(_name_topic, asking))


def _renaming(noun: str, names: dict[str, str], placeholder: str, rename: Callable[[str, str], bool]) -> None:
    """Draw a form that gives one of several things a name; `rename` takes the thing and its name, and tells whether."""
    thing, name = f"{noun}-old", f"{noun}-new"

    def pressed() -> None:
        if rename(st.session_state[thing], (st.session_state[name] or "").strip()):
            st.session_state[name] = ""

    with st.form(f"{noun}-rename", border=False):
        st.selectbox(f"This {noun}", list(names), format_func=names.__getitem__, key=thing)
        st.text_input("is called", max_chars=200, placeholder=placeholder, key=name)
        st.form_submit_button(f"Rename the {noun}", icon=":material/edit:", on_click=pressed)


def _name_story(asking: Asking, first: pd.Series, story: str, name: str) -> bool:
    """Keep a story's name on the first of its articles, in the place of any that others of them gave it."""
    articles = asking.library.articles()
    named = articles.loc[(articles["story"] == story) & articles["story_name"].notna(), "key"]
    store.correct(asking.library, "story name", dict.fromkeys(named) | {first[story]: name or None})
    return True


def _name_topic(asking: Asking, topic: str, name: str) -> bool:
    """Keep a topic's name from now on, and let a filter by the old one follow."""
    if not (topic and name and store.edit(asking.library, [Change("topic name", topic, name)])):
        return False
    choosing.follow("topic", topic, name)
    return True


def _correct(library: Library, values: dict[str, str | None]) -> None:
    """Keep what story articles belong to; it outlasts a new analysis."""
    store.correct(library, "story", values)
    st.rerun()


def _threshold(asking: Asking, articles: pd.DataFrame) -> None:
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
    groups = asking.made(_groups, tuple(articles["key"]), threshold)
    sizes = pd.Series(groups).value_counts()
    st.caption(
        f"At {threshold:.2f}: {plural(len(sizes), 'story', 'stories')}, "
        f"{(sizes > 1).sum():,} of them told by two articles or more."
    )
    joined = {key: group for key, group in groups.items() if key != group}
    if threshold < stories.THRESHOLD and st.button("Join the articles this way", disabled=not joined):
        _correct(asking.library, dict(joined))
    single = [key for key, group in groups.items() if sizes[group] == 1]
    if threshold > stories.THRESHOLD and st.button("Part those that stand alone then", disabled=not single):
        _correct(asking.library, dict.fromkeys(single, ""))
    shown = articles.assign(group=articles["key"].map(groups))
    for _, of_group in [item for item in shown.groupby("group") if len(item[1]) > 1][:8]:
        st.caption(literal("; ".join(clip(str(row.title_shown), 60) for row in each(of_group))))


def _groups(asking: Asking, keys: tuple[str, ...], threshold: float) -> dict[str, str]:
    return dict(zip(keys, stories.group(asking.made(_signatures, keys), threshold), strict=True))


def _signatures(asking: Asking, keys: tuple[str, ...]) -> list[signatures.Signature]:
    texts = asking.ask(passages.bodies, Filters(articles=keys)).set_index("key")["text"]
    rows = asking.ask(queries.articles, Filters(articles=keys)).set_index("key")
    return [
        signatures.signature(
            key,
            Article(
                texts[key],
                title=rows["title"][key] if present(rows["title"][key]) else None,
                published=rows["published"][key].date() if present(rows["published"][key]) else None,
            ),
        )
        for key in keys
    ]
