"""What a comparison is made of, once for the page and the report: its sections in their order, each with what it shows.

A section asks the comparison for what it shows, which is a table, a chart or what its title says, each with the places
behind it; None where there is nothing. How that is drawn is the page's or the report's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from core.compare import distinctive, frame_shares, speech, times
from core.compare.distinctive import Distinctive
from core.extract import framing
from core.library.questions import passages, queries
from dashboard.charts import comparison_charts as charts
from dashboard.comparing import comparison, naming_cells
from dashboard.comparing.compared import Compared
from dashboard.comparing.word_choice import Wordings, rates, read, spellings
from dashboard.showing.chart import Chart as Drawn
from dashboard.showing.grid import Grid

HEADS, COPIES, TEXTS = "Head to head", "Copies", "Two texts"
REPORTED, VOICES, FRAMES = "Who reports what", "Who speaks in each", "How each is framed"
WORDS, NAMING, SPELLINGS = "Most distinctive words", "Naming", "Spellings of names"
WORDING, TIMES = "Wording", "Past, present, future"


class Chart(NamedTuple):
    """A bar for each column, and the rows its parts stand for: the names of parts are in the column `by`."""

    figure: Drawn
    rows: pd.DataFrame
    by: str


class Section(NamedTuple):
    """A part of a comparison: its title, what it shows, and what is said where that is nothing ("": not even that)."""

    title: str
    shown: Callable[..., Any]
    nothing: str = ""


def heads(compared: Compared) -> pd.DataFrame:
    """Return the articles in the order of their columns."""
    order = {name: place for place, name in enumerate(compared.columns)}
    rows = compared.articles.assign(order=compared.articles["column"].map(order))
    return rows.sort_values("order", kind="stable").drop(columns="order")


def copies(compared: Compared) -> pd.DataFrame | None:
    """Return which articles are copies of which."""
    found = compared.kept(_answer, passages.copies)
    return found if len(found) else None


def reported(compared: Compared) -> Grid | None:
    """Return who reports what."""
    found = compared.kept(comparison.reported)
    return found if len(found.cells) else None


def voices(compared: Compared, grouped: bool = False) -> Chart | None:
    """Return who speaks in each column, or which group of speakers."""
    said = compared.kept(_said)
    return compared.kept(_voices, grouped) if len(said) else None


def frames(compared: Compared, every: bool = False) -> Chart | None:
    """Return how each column is framed, by `every` frame or by those that words tell well."""
    found = compared.kept(_rows, queries.frames)
    return compared.kept(_frames, every) if len(found) else None


def words(compared: Compared) -> dict[str, Distinctive]:
    """Return each column's most distinctive words."""
    return compared.kept(_words)


def words_chart(compared: Compared, column: str) -> Drawn | None:
    """Return the chart of a column's most distinctive words, None where too little is there."""
    return compared.kept(_words_chart, column) if words(compared)[column].top is not None else None


def names(compared: Compared) -> Grid | None:
    """Return how each column names the same things, groups, actions and persons."""
    found = compared.kept(_naming)
    return found if len(found.cells) else None


def name_forms(compared: Compared) -> Grid | None:
    """Return how each column writes the same names."""
    found = compared.kept(_spellings)
    return found if len(found.cells) else None


def kinds_of_words(compared: Compared) -> Grid:
    """Return the rates of kinds of words in each column."""
    return compared.kept(_rates)


def tenses(compared: Compared) -> Chart | None:
    """Return how much of what each column speaks of is past, present and future."""
    found = compared.kept(_times)
    return found if len(found.rows) else None


def texts(compared: Compared) -> list[str] | None:
    """Return the keys of the articles that can be read side by side, None where there is only one."""
    keys = list(compared.articles["key"])
    return keys if len(keys) > 1 else None


SECTIONS = (
    Section(HEADS, heads),
    Section(COPIES, copies),
    Section(REPORTED, reported, "None of these columns holds a figure, date, speaker or name."),
    Section(VOICES, voices, "None of these columns gives words to a source."),
    Section(FRAMES, frames),
    Section(WORDS, words),
    Section(NAMING, names, "Nothing that can be told for one thing has different names in two of these columns."),
    Section(SPELLINGS, name_forms),
    Section(WORDING, kinds_of_words),
    Section(TIMES, tenses, "None of these columns speaks of a date that can be set against a day of publication."),
    Section(TEXTS, texts, "There is only one article here."),
)


def _answer(compared: Compared, question: Callable[..., Any]) -> pd.DataFrame:
    return compared.answer(question)


def _rows(compared: Compared, question: Callable[..., Any]) -> pd.DataFrame:
    return compared.rows(question)


def _said(compared: Compared) -> pd.DataFrame:
    return compared.attributions()


def _voices(compared: Compared, grouped: bool) -> Chart:
    said = speech.in_parts(compared.kept(_said), grouped=grouped)
    return Chart(charts.voices(said, compared.columns), said, "part")


def _frames(compared: Compared, every: bool) -> Chart:
    found = compared.kept(_rows, queries.frames)
    wanted = [name for name, frame in framing.measured().items() if frame.reliable or every]
    shares = frame_shares.frame_shares(found, compared.columns)
    return Chart(charts.frames(shares, compared.columns, wanted, compared.colours), found, "frame")


def _words(compared: Compared) -> dict[str, Distinctive]:
    return distinctive.distinctive(compared.ask, compared.column_of, compared.columns)


def _words_chart(compared: Compared, column: str) -> Drawn:
    top, colour = words(compared)[column].top, compared.colours[compared.columns.index(column)]
    return charts.words(pd.DataFrame() if top is None else top, column, colour)


def _wordings(compared: Compared) -> Wordings:
    return read(compared.answer(passages.bodies))


def _naming(compared: Compared) -> Grid:
    return naming_cells.named(compared.ask, compared.column_of, compared.columns)


def _spellings(compared: Compared) -> Grid:
    return spellings(compared.kept(_rows, passages.written), compared.column_of, compared.columns)


def _rates(compared: Compared) -> Grid:
    said = compared.kept(_said)
    return rates(compared.kept(_wordings), said, compared.column_of, compared.columns)


def _times(compared: Compared) -> Chart:
    found = times.told(compared.kept(_rows, queries.dates))
    return Chart(charts.times(found, compared.columns), found, "tense")
