"""What an analyst changes in place: groups, merges and names of speakers, what is known of an article; with undo."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, cast

import pandas as pd
import streamlit as st

from core import by_hand
from core.library import Filters, store
from core.library.edits import ARTICLE_KINDS, ArticleKind, Change
from core.library.library import StoredArticle
from core.library.questions import choices
from dashboard.correcting import history as changes_by_hand
from dashboard.session import opened
from dashboard.showing.in_words import clip, day, literal, present, visible

GROUPS = ("government", "opposition", "expert", "business", "citizen", "media", "official body")
_SPEAKERS = ("actor", "name", "group")


def groups(speakers: pd.DataFrame, key: str) -> None:
    """Draw speakers with the group of each, to be changed in place and saved together."""
    rows = speakers.head(200).reset_index(drop=True)
    used = [str(name) for name in rows["speaker_group"].dropna().unique()]
    st.caption(
        "Write a group beside a speaker, for example "
        + ", ".join(dict.fromkeys((*used, *GROUPS)))
        + "; any other "
        "word will do. Empty takes the speaker out of its group."
    )
    with st.form(f"{key}-form", border=False):
        shown = pd.DataFrame(
            {
                "Speaker": rows["speaker"].map(visible),
                "Group": rows["speaker_group"].astype("object").where(rows["speaker_group"].notna(), None),
                "Words": rows["words"],
                "Articles": rows["articles"],
            }
        )
        edited = st.data_editor(
            shown,
            key=f"{key}-editor-{opened.seen().version}",
            hide_index=True,
            disabled=["Speaker", "Words", "Articles"],
            alt="Groups of speakers",
            height=min(38 + 35 * len(shown), 420),
            column_config={
                "Speaker": st.column_config.TextColumn(width="large"),
                "Group": st.column_config.TextColumn(width="medium", max_chars=60),
            },
        )
        if st.form_submit_button("Save groups", icon=":material/save:"):
            pairs = zip(rows["speaker"], shown["Group"], edited["Group"], strict=True)
            _commit(
                [
                    Change("group", str(name), str(after).strip() or None if present(after) else None)
                    for name, before, after in pairs
                    if (before or "") != (after if present(after) else "")
                ]
            )


def merge(speakers: Sequence[str], key: str) -> None:
    """Draw the choice of a name, and of the speaker that name stands for from now on."""
    one, other, act = st.columns([4, 4, 3], vertical_alignment="bottom")
    name = one.selectbox("This name", speakers, None, key=f"{key}-name", format_func=visible, placeholder="Choose")
    stands = other.selectbox(
        "is the same speaker as",
        [speaker for speaker in speakers if speaker != name],
        None,
        key=f"{key}-other",
        format_func=visible,
        placeholder="Choose, or write a new name",
        accept_new_options=True,
    )
    wanted = [Change("actor", name, stands)] if name and stands and stands.strip() else []
    if act.button("Make them one", key=f"{key}-merge", disabled=not wanted, icon=":material/merge:"):
        _commit(wanted)


def article(row: Any) -> None:
    """Draw the popover in which an article (a row of the catalogue) is corrected, each field with what was read."""
    library = opened.library()
    with (
        st.popover("Correct", icon=":material/edit:", key=f"correct-{row.key}-{library.version}-open"),
        st.form(f"correct-{row.key}-{library.version}", border=False),
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
        names = _stories(str(row.story))
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
            _correct(str(row.key), {what: value for what, value in wanted.items() if value != _KEEP})


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


def _stories(story: str) -> dict[str, str]:
    """Return what an article's story can be: as it is, as the texts say, its own, or one of those most told."""
    told = opened.ask(choices.choices, Filters())
    told = told[(told["field"] == "story") & (told["articles"] > 1)]
    names = dict(zip(told["value"], told["label"], strict=True))
    now = (
        f"As it is: {visible(clip(names[story], 70))}" if story in names else "As it is: told by no other article"
    )
    others = {
        name: visible(clip(label, 80)) for name, label in list(names.items())[:_MOST_STORIES] if name != story
    }
    return {_AS_IT_IS: now, _AS_TEXTS_SAY: "As the texts say", _ITS_OWN: "A story of its own"} | others


def _correct(key: str, wanted: dict[str, str | None]) -> None:
    library = opened.library()
    try:
        with st.spinner("Saving …"):
            made = by_hand.correct(
                library, {cast("ArticleKind", what): {key: value} for what, value in wanted.items()}
            )
    except (ValueError, OSError) as problem:
        st.error(literal(str(problem)))
        return
    if made:
        st.rerun()


def history(key: str) -> None:
    """Draw what was changed about speakers, the latest first, each with a button that takes it back."""
    edits = opened.seen().edits()
    changes_by_hand.draw(edits[edits["what"].isin(_SPEAKERS)], key)


def article_history(article: StoredArticle, key: str) -> None:
    """Draw what was changed about an article, the latest first, each with a button that takes it back."""
    library = opened.seen()
    edits = library.edits()
    kinds = [*ARTICLE_KINDS, "furniture"]

    def everywhere(edit: Any) -> list[str]:
        """Return the edits on the same thing of every source that holds the article."""
        sources = {source for source, (held, _) in library.snapshot.known().items() if held == article.key}
        same = edits["key"].isin(sources) & (edits["what"] == edit.what) & edits["last"]
        same &= edits["within"].fillna("") == (edit.within if present(edit.within) else "")
        return list(edits.loc[same, "id"])

    of_this = (edits["key"] == article.source) & edits["what"].isin(kinds)
    changes_by_hand.draw(edits[of_this], key, undone_with=everywhere)


def _commit(changes: Sequence[Change]) -> None:
    try:
        made = store.edit(opened.library(), changes)
    except (ValueError, OSError) as problem:
        st.error(literal(str(problem)))
        return
    if made:
        st.rerun()
