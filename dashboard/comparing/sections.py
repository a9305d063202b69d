"""The sections of a comparison on its page: each a chart or table, what was clicked in it, and its limits said plainly.

Which sections there are, and what each shows, the `outline` says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from core import link
from core.compare.distinctive import Distinctive
from core.library.questions import passages
from dashboard.charts import margins
from dashboard.comparing import comparison, outline
from dashboard.comparing.compared import Compared
from dashboard.comparing.measures_explained import MEASURES
from dashboard.comparing.outline import Chart
from dashboard.filtering import thoughts
from dashboard.reading import keyword_lines
from dashboard.session.asking import Asking
from dashboard.showing import clicks, evidence, links
from dashboard.showing.chart import Chart as Drawn
from dashboard.showing.glossary import told
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import clip, literal, plural, visible
from dashboard.showing.tellers import article_names
from dashboard.tables import articles_table
from dashboard.tables import matrix as grids
from dashboard.tables.select import download

FEW_DATES = 5


def draw(asking: Asking, compared: Compared) -> None:
    """Draw the sections of the outline; one that has nothing to show says so, or is left out."""
    for section in outline.SECTIONS:
        shown = section.shown(compared)
        if shown is not None:
            _DRAWN[section.title](asking, compared, shown)
        elif section.nothing:
            heading(section.title)
            st.caption(section.nothing)
            if section.title == outline.VOICES:
                thoughts.switch()


def heading(title: str) -> None:
    """Draw a section's heading, and beside it what its measures mean."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(title, width="stretch")
        with st.popover("What this means", type="tertiary", icon=":material/help:"):
            for measure in MEASURES[title]:
                st.markdown(f"**{measure.name}**  \n{measure.meaning}")
                st.caption(f"Source: {measure.source}  \nLimits: {measure.limits}")


def _heads(_: Asking, compared: Compared, __: pd.DataFrame) -> None:
    st.header(outline.HEADS)
    articles_table.head_to_head(compared.articles, compared.columns, key="compare-heads")


def _copies(_: Asking, __: Compared, found: pd.DataFrame) -> None:
    """Say which of the articles are copies, since copies are no independent coverage."""
    said = [comparison.copied(row) for row in found.head(5).itertuples()]
    more = f" And {plural(len(found) - 5, 'more')}." if len(found) > 5 else ""
    st.info(
        literal(" ".join(said) + more + " Copies are no independent coverage."), icon=":material/content_copy:"
    )


def _reported(_: Asking, compared: Compared, found: Grid) -> None:
    heading(outline.REPORTED)
    left = grids.shared(found, compared.columns, "compare-matrix")
    if left.cells.empty:
        st.caption("Nothing of that kind.")
        return
    otherwise = (
        f"“{comparison.ABSENT}” means not found in this text, nothing more. Click a cell to read its sentences, "
        "or the box before a row for all columns."
    )
    _grid(left, compared, "compare-matrix", outline.REPORTED, otherwise)


def _grid(grid: Grid, compared: Compared, key: str, alt: str, otherwise: str) -> None:
    """Draw a grid, and the sentences of the cell or row selected in it."""
    picked = grids.table(grid, compared.columns, key, alt)
    if picked is None:
        evidence.hint(otherwise)
    elif picked.empty:
        evidence.hint("Not found in this text.")
    else:
        evidence.cards(_sentences(picked, compared), f"{key}-card", note="told")
    # The number keeps a title from being a name twice over, or a formula, at the head of a column.
    heads = {number: f"{number + 1}. {name}" for number, name in enumerate(compared.columns)}
    download(grid.cells.rename(columns=heads), key, f"{key}-cells")


def _sentences(places: pd.DataFrame, compared: Compared) -> pd.DataFrame:
    """Return places of articles with their sentences."""
    if "sentence" in places:
        return places
    places = places.drop_duplicates(["key", "start"])
    asked = (tuple(places[name].tolist()) for name in ("key", "start", "end"))
    found = compared.answer(passages.places, *asked)
    return found.merge(places[["key", "start", "told"]], on=["key", "start"])


def _voices(_: Asking, compared: Compared, found: Chart) -> None:
    """Draw who speaks in each column; a clicked part shows the words."""
    heading(outline.VOICES)
    thoughts.switch()
    grouped = bool(found.rows["speaker_group"].notna().any()) and st.toggle(
        "Speakers in their groups", key="compare-groups", persist_state="session"
    )
    alt = "Share of attributed words by speaker in each column"
    shown = outline.voices(compared, grouped) or found
    picked = clicks.chart(compared.kept(_fitted, outline.voices, grouped), key="compare-voices", alt=alt)
    _cards(_behind(picked, shown), "compare-speaker", "speaker", "Click a part of a bar to read the words.")


def _frames(_: Asking, compared: Compared, found: Chart) -> None:
    """Draw the share of each frame's words; frames that words alone tell badly stay behind a switch that says so."""
    heading(outline.FRAMES)
    every = st.toggle(
        "Show the frames that are hard to tell from words alone",
        key="compare-frames-all",
        persist_state="session",
        help=told("AUC"),
    )
    alt = "Share of frame words in each column"
    picked = clicks.chart(compared.kept(_fitted, outline.frames, every), key="compare-frames", alt=alt)
    otherwise = "Click a bar to read its words in their sentences. Frames are counts of words, not verdicts."
    _cards(_behind(picked, found), "compare-frame", "text", otherwise)


def _tenses(_: Asking, compared: Compared, found: Chart) -> None:
    """Draw the share of past, present and future among the dates each column speaks of."""
    heading(outline.TIMES)
    picked = clicks.chart(
        compared.kept(_fitted, outline.tenses),
        key="compare-times",
        alt="Share of past, present and future among the dates each column speaks of",
    )
    _cards(_behind(picked, found), "compare-time", "text", "Click a part of a bar to read the dates.")
    counts = found.rows["column"].value_counts()
    few = [
        f"{clip(name, 60)} ({counts.get(name, 0)})" for name in compared.columns if counts.get(name, 0) < FEW_DATES
    ]
    if few:
        st.caption(f"Fewer than {FEW_DATES} dates, too few for a share: {literal('; '.join(few))}.")


def _fitted(compared: Compared, shown: Callable[..., Chart | None], *arguments: bool) -> Drawn:
    """Return the chart of a section with margins that fit a page."""
    chart = shown(compared, *arguments)
    return margins.fit(chart.figure.copied() if chart else Drawn())


def _behind(picked: Sequence[tuple[Any, ...]], chart: Chart) -> pd.DataFrame | None:
    """Return the rows of clicked (column, name) pairs, None where nothing is clicked."""
    pairs = {(mark[0], mark[1]) for mark in picked}
    if not pairs:
        return None
    rows = chart.rows
    return rows[[pair in pairs for pair in zip(rows["column"], rows[chart.by], strict=True)]]


def _cards(rows: pd.DataFrame | None, key: str, note: str, otherwise: str) -> None:
    if rows is None:
        evidence.hint(otherwise)
    else:
        evidence.cards(rows, key, note=note)


def _words(asking: Asking, compared: Compared, found: dict[str, Distinctive]) -> None:
    """Draw each column's most distinctive words; a clicked word shows where it stands."""
    heading(outline.WORDS)
    st.caption(
        "Each column against all the others; how often the word stands here and elsewhere is at the bar's end."
    )
    clicked: list[tuple[Any, ...]] = []
    boxes = st.grid(3, min_column_width=300)
    for place, (column, its) in enumerate(found.items()):
        with boxes.cell():
            if its.top is None:
                st.text(visible(column))
                st.caption(its.warning)
                continue
            clicked += clicks.chart(
                compared.kept(_fitted_words, column),
                key=f"compare-words-{place}",
                alt=f"Most distinctive words of {column}",
            )
            if its.warning:
                st.caption(its.warning)
    if clicked:
        column, word, *_ = clicked[0]
        st.markdown(f"**“{literal(word)}” in {literal(clip(column, 60))}**")
        keyword_lines.lines(asking.on(compared.of(column)), word, "compare-word")
        links.to_words(word, "The word in all filtered articles")
    else:
        evidence.hint("Click a bar to read the word in its contexts.")


def _fitted_words(compared: Compared, column: str) -> Drawn:
    drawn = outline.words_chart(compared, column)
    return margins.fit(drawn.copied() if drawn else Drawn())


def _naming(_: Asking, compared: Compared, found: Grid) -> None:
    heading(outline.NAMING)
    otherwise = (
        "The words by which each column names the same thing, its own first, with how often of how many; in brackets "
        "what stands before them, or that a list has them. Click a cell to read them."
    )
    _grid(found, compared, "compare-naming", "How each column names the same things", otherwise)


def _spellings(_: Asking, compared: Compared, found: Grid) -> None:
    heading(outline.SPELLINGS)
    otherwise = "The forms in which each column writes the same name. Click a cell to read them."
    _grid(found, compared, "compare-spellings", "How each column writes the same names", otherwise)


def _wording(_: Asking, compared: Compared, found: Grid) -> None:
    heading(outline.WORDING)
    otherwise = (
        "Per 1,000 words outside quotations, with the count. Click a cell to read the words in their sentences."
    )
    _grid(found, compared, "compare-rates", "Rates of kinds of words in each column", otherwise)


def _texts(asking: Asking, compared: Compared, keys: list[str]) -> None:
    """Draw two articles in full side by side, the passages they share marked."""
    heading(outline.TEXTS)
    names = dict(zip(keys, compared.kept(_article_names), strict=True))
    chosen = []
    for number, place in enumerate(st.columns(2)):
        with place:
            chosen.append(
                st.selectbox(
                    ("Left", "Right")[number],
                    keys,
                    index=number,
                    format_func=names.__getitem__,
                    key=f"compare-text-{number}",
                    persist_state="session",
                )
            )
    if chosen[0] == chosen[1]:
        st.caption("Choose two different articles.")
        return
    both = [asking.article(key) for key in chosen]
    if both[0] is None or both[1] is None:
        return
    shared = _shared(both[0].text, both[1].text)
    st.text(comparison.in_common(both[0].text, both[1].text, shared))
    evidence.panes(
        [
            (names[chosen[side]], article.text, [pair[side] for pair in shared])
            for side, article in enumerate(both)
            if article is not None
        ]
    )


def _article_names(compared: Compared) -> list[str]:
    return article_names(compared.articles)


@st.cache_data(show_spinner=False, max_entries=64)
def _shared(one: str, other: str) -> comparison.Passages:
    return link.copies.shared_passages(one, other, comparison.SHARED_WORDS)


_DRAWN: dict[str, Callable[[Asking, Compared, Any], None]] = {
    outline.HEADS: _heads,
    outline.COPIES: _copies,
    outline.REPORTED: _reported,
    outline.VOICES: _voices,
    outline.FRAMES: _frames,
    outline.WORDS: _words,
    outline.NAMING: _naming,
    outline.SPELLINGS: _spellings,
    outline.WORDING: _wording,
    outline.TIMES: _tenses,
    outline.TEXTS: _texts,
}
