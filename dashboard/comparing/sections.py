"""The sections of a comparison: each a chart or table, what was clicked in it, and its limits said plainly."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from core import link
from core.compare import times
from core.extract import framing
from core.library import Query
from core.library.questions import passages, queries
from dashboard.charts import comparison_charts as charts
from dashboard.charts import margins
from dashboard.comparing import comparison
from dashboard.comparing.compared import Compared
from dashboard.comparing.measures_explained import MEASURES
from dashboard.comparing.word_choice import Wordings, naming, rates, read
from dashboard.reading import kwic
from dashboard.session import opened
from dashboard.showing import clicks, evidence, links
from dashboard.showing.glossary import told
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import clip, literal, plural, visible
from dashboard.showing.tellers import article_names
from dashboard.tables import matrix as grids
from dashboard.tables.select import download

FEW_DATES = 5

Made = TypeVar("Made")


def heading(title: str) -> None:
    """Draw a section's heading, and beside it what its measures mean."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.header(title, width="stretch")
        with st.popover("What this means", type="tertiary", icon=":material/help:"):
            for measure in MEASURES[title]:
                st.markdown(f"**{measure.name}**  \n{measure.meaning}")
                st.caption(f"Source: {measure.source}  \nLimits: {measure.limits}")


def matrix(compared: Compared) -> None:
    """Draw who reports what."""
    heading("Who reports what")
    found = _kept(comparison.reported, compared)
    if found.cells.empty:
        st.caption("None of these columns holds a figure, date, speaker or name.")
        return
    left = grids.shared(found, compared.columns, "compare-matrix")
    if left.cells.empty:
        st.caption("Nothing of that kind.")
        return
    otherwise = (
        f"“{comparison.ABSENT}” means not found in this text, nothing more. Click a cell to read its sentences, "
        "or the box before a row for all columns."
    )
    _grid(left, compared, "compare-matrix", "Who reports what", otherwise)


def _kept(make: Callable[..., Made], compared: Compared, *arguments: Hashable) -> Made:
    """Return what is made of a comparison and arguments, made once for each version of the library."""
    name = (make.__qualname__, compared.filters, compared.columns, compared.colours, compared.by, arguments)
    return opened.asking().kept(("compared", name), lambda: make(compared, *arguments))


def _rows(compared: Compared, query: Callable[..., Query]) -> pd.DataFrame:
    return compared.rows(query)


def rows(compared: Compared, query: Callable[..., Query]) -> pd.DataFrame:
    """Return the answer to a query about a comparison, with the column each row stands in."""
    return _kept(_rows, compared, query)


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


def voices(compared: Compared) -> None:
    """Draw who speaks in each column; a clicked part shows the words."""
    heading("Who speaks in each")
    said = rows(compared, queries.attributions)
    if said.empty:
        st.caption("None of these columns gives words to a source.")
        return
    grouped = bool(said["speaker_group"].notna().any()) and st.toggle(
        "Speakers in their groups", key="compare-groups", persist_state="session"
    )
    said = _kept(_voices, compared, grouped)
    picked = clicks.chart(
        _kept(_voices_chart, compared, grouped),
        key="compare-voices",
        alt="Share of attributed words by speaker in each column",
    )
    _cards(_cells(picked, said, "part"), "compare-speaker", "speaker", "Click a part of a bar to read the words.")


def _voices(compared: Compared, grouped: bool) -> pd.DataFrame:
    """Return the attributed words with the part of a bar that each belongs to."""
    return comparison.parts(rows(compared, queries.attributions), grouped=grouped)


def _voices_chart(compared: Compared, grouped: bool) -> go.Figure:
    return margins.fit(charts.voices(_kept(_voices, compared, grouped), compared.columns))


def frames(compared: Compared) -> None:
    """Draw the share of each frame's words; frames that words alone tell badly stay behind a switch that says so."""
    found = rows(compared, queries.frames)
    if found.empty:
        return
    heading("How each is framed")
    every = st.toggle(
        "Show the frames that are hard to tell from words alone",
        key="compare-frames-all",
        persist_state="session",
        help=told("AUC"),
    )
    picked = clicks.chart(
        _kept(_frames_chart, compared, every),
        key="compare-frames",
        alt="Share of frame words in each column",
    )
    otherwise = "Click a bar to read its words in their sentences. Frames are counts of words, not verdicts."
    _cards(_cells(picked, found, "frame"), "compare-frame", "text", otherwise)


def _frames_chart(compared: Compared, every: bool) -> go.Figure:
    names = [name for name, frame in framing.measured().items() if frame.reliable or every]
    shares = comparison.frame_shares(rows(compared, queries.frames), compared.columns)
    return margins.fit(charts.frames(shares, compared.columns, names, compared.colours))


def _cells(picked: Sequence[tuple[Any, ...]], rows: pd.DataFrame, by: str) -> pd.DataFrame | None:
    """Return the evidence of clicked (column, name) pairs, None where nothing is clicked."""
    pairs = {(mark[0], mark[1]) for mark in picked}
    if not pairs:
        return None
    return rows[[pair in pairs for pair in zip(rows["column"], rows[by], strict=True)]]


def _cards(rows: pd.DataFrame | None, key: str, note: str, otherwise: str) -> None:
    if rows is None:
        evidence.hint(otherwise)
    else:
        evidence.cards(rows, key, note=note)


def words(compared: Compared) -> None:
    """Draw each column's most distinctive words; a clicked word shows where it stands."""
    heading("Most distinctive words")
    st.caption(
        "Each column against all the others; how often the word stands here and elsewhere is at the bar's end."
    )
    distinctive = _kept(comparison.distinctive, compared)
    clicked: list[tuple[Any, ...]] = []
    boxes = st.grid(3, min_column_width=300)
    for place, (column, found) in enumerate(distinctive.items()):
        with boxes.cell():
            if found.top is None:
                st.text(visible(column))
                st.caption(found.warning)
                continue
            clicked += clicks.chart(
                _kept(_words_chart, compared, place),
                key=f"compare-words-{place}",
                alt=f"Most distinctive words of {column}",
            )
            if found.warning:
                st.caption(found.warning)
    if clicked:
        column, word, *_ = clicked[0]
        st.markdown(f"**“{literal(word)}” in {literal(clip(column, 60))}**")
        kwic.lines(opened.asking().on(compared.of(column)), word, "compare-word")
        links.to_words(word, "The word in all filtered articles")
    else:
        evidence.hint("Click a bar to read the word in its contexts.")


def _words_chart(compared: Compared, place: int) -> go.Figure:
    column = compared.columns[place]
    top = _kept(comparison.distinctive, compared)[column].top
    return margins.fit(charts.words(pd.DataFrame() if top is None else top, column, compared.colours[place]))


def wording(compared: Compared) -> None:
    """Draw how each column names the same things, and the rates of kinds of words."""
    names = _kept(_naming, compared)
    heading("Naming")
    if names.cells.empty:
        st.caption("No actor or event stands in two of these columns under different names.")
    else:
        otherwise = "The forms under which each column names the same actor or event. Click a cell to read them."
        _grid(names, compared, "compare-naming", "How each column names the same actors and events", otherwise)
    heading("Wording")
    kinds = _kept(_rates, compared)
    otherwise = (
        "Per 1,000 words outside quotations, with the count. Click a cell to read the words in their sentences."
    )
    _grid(kinds, compared, "compare-rates", "Rates of kinds of words in each column", otherwise)


def _wordings(compared: Compared) -> Wordings:
    return read(compared.answer(passages.bodies))


def _naming(compared: Compared) -> Grid:
    return naming(
        rows(compared, passages.written), _kept(_wordings, compared), compared.column_of, compared.columns
    )


def _rates(compared: Compared) -> Grid:
    said = rows(compared, queries.attributions)
    return rates(_kept(_wordings, compared), said, compared.column_of, compared.columns)


def time(compared: Compared) -> None:
    """Draw the share of past, present and future among the dates each column speaks of."""
    columns, seen = compared.columns, _kept(_times, compared)
    heading("Past, present, future")
    if seen.empty:
        st.caption("None of these columns speaks of a date that can be set against a day of publication.")
        return
    picked = clicks.chart(
        _kept(_times_chart, compared),
        key="compare-times",
        alt="Share of past, present and future among the dates each column speaks of",
    )
    _cards(_cells(picked, seen, "tense"), "compare-time", "text", "Click a part of a bar to read the dates.")
    counts = seen["column"].value_counts()
    few = [f"{clip(name, 60)} ({counts.get(name, 0)})" for name in columns if counts.get(name, 0) < FEW_DATES]
    if few:
        st.caption(f"Fewer than {FEW_DATES} dates, too few for a share: {literal('; '.join(few))}.")


def _times(compared: Compared) -> pd.DataFrame:
    return times.told(rows(compared, queries.dates))


def _times_chart(compared: Compared) -> go.Figure:
    return margins.fit(charts.times(_kept(_times, compared), compared.columns))


def copies(compared: Compared) -> None:
    """Say which of the articles are copies, since copies are no independent coverage."""
    found = compared.answer(passages.copies)
    if found.empty:
        return
    said = [comparison.copied(row) for row in found.head(5).itertuples()]
    more = f" And {plural(len(found) - 5, 'more')}." if len(found) > 5 else ""
    st.info(
        literal(" ".join(said) + more + " Copies are no independent coverage."), icon=":material/content_copy:"
    )


def texts(compared: Compared) -> None:
    """Draw two articles in full side by side, the passages they share marked."""
    heading("Two texts")
    articles = compared.articles
    names = dict(zip(articles["key"], _kept(_article_names, compared), strict=True))
    keys = list(names)
    if len(keys) < 2:
        st.caption("There is only one article here.")
        return
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
    both = [opened.asking().article(key) for key in chosen]
    if both[0] is None or both[1] is None:
        return
    passages = _shared(both[0].text, both[1].text)
    st.text(comparison.in_common(both[0].text, both[1].text, passages))
    evidence.panes(
        [
            (names[chosen[side]], article.text, [pair[side] for pair in passages])
            for side, article in enumerate(both)
            if article is not None
        ]
    )


def _article_names(compared: Compared) -> list[str]:
    return article_names(compared.articles)


@st.cache_data(show_spinner=False, max_entries=64)
def _shared(one: str, other: str) -> comparison.Passages:
    return link.copies.shared_passages(one, other, comparison.SHARED_WORDS)
