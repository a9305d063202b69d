"""What was changed by hand, in words, the latest first, each with a button that takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core import by_hand
from core.library import ARTICLE_KINDS, FIGURE_KINDS, Library, StoredArticle, quoted
from dashboard.reading import furniture
from dashboard.session.asking import Asking
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, day, plural, present, visible

_SHOWN = 20  # edits, the latest
_FIGURES = 3  # figures of an edit that are named
_OF_ARTICLES = ("title", "outlet", "published", "topic", "story", "story name", "topic name")
_OF_SPEAKERS = ("actor", "name", "group")
_NOUNS = {"published": "date", "story name": "name of its story"}
_NEVER_UNKNOWN = ("note", "labels", "story name")  # without one there is none


def of_articles(asking: Asking, articles: pd.DataFrame, key: str, kinds: Sequence[str] = _OF_ARTICLES) -> None:
    """Draw what was changed about articles by hand, the latest first, each with a button that takes it back."""
    edits = asking.seen.edits()
    names = dict(zip(articles["source"], articles["title_shown"], strict=True))
    _draw(asking.library, edits[edits["what"].isin(kinds)], key, names)


def of_speakers(asking: Asking, key: str) -> None:
    """Draw what was changed about speakers, the latest first, each with a button that takes it back."""
    edits = asking.seen.edits()
    _draw(asking.library, edits[edits["what"].isin(_OF_SPEAKERS)], key)


def of_figures(asking: Asking, key: str) -> None:
    """Draw what was decided of figures, the latest first, each with a button that takes it back."""
    edits = asking.seen.edits()
    _draw(asking.library, edits[edits["what"].isin(FIGURE_KINDS)], key)


def of_article(asking: Asking, article: StoredArticle, key: str) -> None:
    """Draw what was changed about an article, the latest first, each with a button that takes it back."""
    edits = asking.seen.edits()

    def everywhere(edit: Any) -> list[str]:
        """Return the edits on the same thing of every source that holds the article."""
        if edit.what in FIGURE_KINDS:
            return [edit.id]
        same = edits["key"].isin(asking.seen.sources(article.key)) & (edits["what"] == edit.what) & edits["last"]
        same &= edits["within"].fillna("") == (edit.within if present(edit.within) else "")
        return list(edits.loc[same, "id"])

    of_this = (edits["key"] == article.source) & edits["what"].isin([*ARTICLE_KINDS, "furniture"])
    sources = asking.seen.sources(article.key)
    told = [edit.what in FIGURE_KINDS and not sources.isdisjoint(_sources(edit)) for edit in each(edits)]
    of_this |= pd.Series(told, index=edits.index, dtype=bool)
    _draw(asking.library, edits[of_this], key, undone_with=everywhere)


def _draw(
    library: Library,
    edits: pd.DataFrame,
    key: str,
    names: Mapping[str, str] | None = None,
    undone_with: Callable[[Any], Sequence[str]] = lambda edit: [edit.id],
) -> None:
    """Draw edits; `names` has the title of each source, and is left out where all are about one article.

    `undone_with` returns the ids of all the edits that are taken back with one.
    """
    if edits.empty:
        st.caption("Nothing was changed by hand yet.")
    for edit in each(edits.head(_SHOWN)):
        said, button = st.columns([8, 2], vertical_alignment="center")
        said.text(f"{day(edit.made)}, {edit.made:%H:%M} UTC · {told(edit, names)}")
        if edit.last and button.button("Undo", key=f"{key}-undo-{edit.id}", icon=":material/undo:"):
            with st.spinner("Taking it back …"):
                by_hand.undo(library, undone_with(edit))
            st.rerun()
    if len(edits) > _SHOWN:
        st.caption(f"{plural(len(edits) - _SHOWN, 'earlier change')} not shown.")


def _sources(edit: Any) -> set[str]:
    """Return the sources of the figures that an edit is about."""
    return {figure.source for group in quoted.read(edit.within) for figure in group}


def told(edit: Any, names: Mapping[str, str] | None = None) -> str:
    """Return an edit in words; with `names`, the title of each source, it says which article it is about."""
    before = f", before {_quoted(edit.before)}" if present(edit.before) else ""
    if edit.what == "topic name":
        return f"The topic {_quoted(edit.key)} is called {_quoted(edit.after) or 'by its own name again'}"
    if edit.what in _OF_SPEAKERS:
        return f"{visible(edit.key)} {_of_speaker(edit)}{before}"
    if edit.what in FIGURE_KINDS:
        return _of_figures(edit) + before
    about = f"{_quoted(_title(edit.key, names))}: " if names is not None else ""
    if edit.what == "furniture":
        return about + furniture.told(edit)
    if edit.what not in ARTICLE_KINDS:
        return about + f"{edit.what} {_quoted(edit.after) or 'as before'}{before}"
    said = _story(edit, names) if edit.what == "story" else f"{_of_article(edit)}{before}"
    return about + said if about else said[0].upper() + said[1:]


def _of_figures(edit: Any) -> str:
    groups = [_figures(group) for group in quoted.read(edit.within)]
    holds, about = present(edit.after), groups[0]
    if edit.what == "quantity name":
        return (
            f"What {about} tells is called {_quoted(edit.after)}"
            if holds
            else f"What {about} tells has its own name"
        )
    if edit.what == "set aside":
        return f"What {about} tells is set aside" if holds else f"What {about} tells is back in the list"
    if edit.what == "another quantity":
        return f"{about} {'not the same as' if holds else 'no longer held apart from'} {groups[-1]}"
    return f"{about} {'linked' if holds else 'no longer linked by hand'}"


def _figures(group: Sequence[quoted.Quoted]) -> str:
    """Return figures in words: “84 people” (post.txt), “86” (ledger.txt) and 3 more."""
    first = ", ".join(
        f"{_quoted(figure.words)} ({visible(Path(figure.source).name)})" for figure in group[:_FIGURES]
    )
    return first if len(group) <= _FIGURES else f"{first} and {len(group) - _FIGURES:,} more"


def _of_speaker(edit: Any) -> str:
    if edit.what == "group":
        return f"is in the group {_quoted(edit.after)}" if present(edit.after) else "is in no group any more"
    return f"goes under the name {_quoted(edit.after)}" if present(edit.after) else "is a speaker of its own again"


def _of_article(edit: Any) -> str:
    noun = _NOUNS.get(edit.what, edit.what)
    if present(edit.after):
        return f"{noun} {_quoted(edit.after)}"
    unknown = (
        "none" if edit.what in _NEVER_UNKNOWN else "unknown" if isinstance(edit.after, str) else "as read again"
    )
    return f"{noun} {unknown}"


def _story(edit: Any, names: Mapping[str, str] | None) -> str:
    if not isinstance(edit.after, str):
        return "in the story its text puts it in"
    if not edit.after:
        return "a story of its own"
    return f"in one story with {_quoted(_title(edit.after, names))}"


def _title(source: str, names: Mapping[str, str] | None) -> str:
    return str((names or {}).get(source, Path(str(source)).name))


def _quoted(value: Any) -> str:
    return f"“{visible(clip(str(value), 80))}”" if present(value) else ""
