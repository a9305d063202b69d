"""The charts and large tables of the pages, each from what was chosen alone, for `opened.made` to make once a choice.

Drawing takes longer than asking the library does.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from core.compare import recurring as compare
from core.compare import speech, times
from core.library import Filters
from core.library.questions import queries, summaries
from dashboard.charts import (
    indicator_charts,
    margins,
    publication_chart,
    scores_chart,
    timeline_charts,
    voices_charts,
)
from dashboard.session import opened
from dashboard.showing import evidence, tellers
from dashboard.showing.in_words import amount, plural, present
from dashboard.showing.tellers import Tellers
from dashboard.tables import dates_table, figures_table, speaking
from dashboard.tables.scores_table import label

MOST_INDICATORS = 1_000
MOST_RECURRING = 8
MOST_SPEAKERS = 10
MOST_LINES = 60  # articles with a line of their own on the timeline


def who(chosen: Filters) -> Tellers:
    """Return who tells in the articles chosen."""
    return tellers.ranked(opened.ask(summaries.outlets), opened.ask(queries.articles, chosen))


def _who(chosen: Filters) -> Tellers:
    return opened.made(who, chosen)


def leading(chosen: Filters, wanted: str = "") -> pd.DataFrame:
    """Return the indicators in most articles, with the one of a key where that isn't among them."""
    rows = opened.made(_leading, chosen, "")
    if not wanted or (rows["indicator"] == wanted).any():
        return rows
    return opened.made(_leading, chosen, wanted)


def _leading(chosen: Filters, also: str) -> pd.DataFrame:
    return compare.leading(opened.ask, chosen, MOST_INDICATORS, also)


def recurring(chosen: Filters) -> pd.DataFrame:
    """Return the leading indicators of two articles or more."""
    rows = leading(chosen)
    return rows[rows["articles"] > 1]


def top(chosen: Filters) -> tuple[str, ...]:
    """Return the indicators that Overview shows."""
    return tuple(opened.made(recurring, chosen)["indicator"].head(MOST_RECURRING))


def what_recurs(chosen: Filters) -> go.Figure:
    """Draw the indicators that recur most."""
    rows = opened.made(recurring, chosen).head(MOST_RECURRING)
    statements = opened.ask(summaries.statements_of, top(chosen), chosen)
    return margins.fit(indicator_charts.recurring(rows, statements, _who(chosen)))


def over_time(chosen: Filters) -> go.Figure:
    """Draw the dated articles over time."""
    articles = opened.ask(queries.articles, chosen)
    return margins.fit(publication_chart.articles_over_time(articles[articles["published"].notna()], _who(chosen)))


def named_speakers(chosen: Filters) -> pd.DataFrame:
    """Return the speakers that Overview shows."""
    rows = opened.ask(summaries.speakers, chosen)
    return rows[rows["speaker"].notna() & rows["named"]].head(MOST_SPEAKERS)


def who_speaks(chosen: Filters) -> go.Figure:
    """Draw the speakers with most words."""
    return margins.fit(voices_charts.speakers(opened.made(named_speakers, chosen)))


def indicator_table(chosen: Filters, wanted: str) -> pd.DataFrame:
    """Return the leading indicators as a reader sees them."""
    return figures_table.as_shown(leading(chosen, wanted))


def statements(indicator: str, chosen: Filters) -> pd.DataFrame:
    """Return the statements of an indicator with what is said of each."""
    return figures_table.said(opened.ask(summaries.statements_of, (indicator,), chosen))


def values(indicator: str, chosen: Filters) -> go.Figure:
    """Draw an indicator's values over the periods they speak of."""
    rows = leading(chosen, indicator)
    row: Any = next(rows[rows["indicator"] == indicator].itertuples(index=False))
    unit = row.unit if present(row.unit) and row.kind != "count" else None
    span = amount(row.low, unit, row.kind)
    if row.high != row.low:
        span += f" to {amount(row.high, unit, row.kind)}"
    title = f"{row.measure}: {span} in {plural(row.articles, 'article')}"
    return margins.fit(indicator_charts.indicator(opened.made(statements, indicator, chosen), title, _who(chosen)))


def dates(chosen: Filters) -> pd.DataFrame:
    """Return every expression of time, named."""
    return evidence.numbered(opened.ask(queries.dates, chosen))


def calendar(chosen: Filters) -> pd.DataFrame:
    """Return the days and periods spoken of that stand on a calendar, each past, present or future."""
    rows = opened.made(dates, chosen)
    rows = rows[rows["begin_day"].notna()]
    return rows.assign(tense=times.tenses(rows))


def dates_counted(chosen: Filters) -> pd.DataFrame:
    """Return the days and periods spoken of, those in most articles first."""
    return dates_table.counted(opened.made(calendar, chosen))


def dates_as_shown(chosen: Filters) -> pd.DataFrame:
    """Return every expression of time as a reader sees it."""
    return dates_table.as_shown(opened.made(dates, chosen))


class Bars(NamedTuple):
    """The bars over time, and what has no place in them."""

    figure: go.Figure
    left_out: str


def time_bars(chosen: Filters, by_topic: bool) -> Bars:
    """Draw when articles appeared, and which days they speak of."""
    articles = opened.ask(queries.articles, chosen)
    coloured = tellers.of_topics(articles) if by_topic else _who(chosen)
    figure, left_out = timeline_charts.over_time(articles, opened.made(calendar, chosen), coloured)
    return Bars(margins.fit(figure), left_out)


def told_tense(chosen: Filters) -> pd.DataFrame:
    """Return the times spoken of that are past, present or future, on the calendar or by their own words."""
    return times.told(opened.made(dates, chosen))


def tense_shares(chosen: Filters) -> go.Figure:
    """Draw the shares of past, present and future."""
    return margins.fit(timeline_charts.shares(opened.made(told_tense, chosen), _who(chosen)))


def time_lines(chosen: Filters) -> go.Figure:
    """Draw a line an article."""
    articles = opened.ask(queries.articles, chosen).head(MOST_LINES)
    return margins.fit(timeline_charts.lines(articles, opened.made(calendar, chosen), _who(chosen)))


def sums(chosen: Filters, grouped: bool) -> pd.DataFrame:
    """Return the sums of attributed words with their teller and voice."""
    by = "article" if _who(chosen).by_article else "outlet"
    return speaking.prepare(opened.ask(summaries.voices, chosen, by), _who(chosen), grouped=grouped)


def voice_shares(chosen: Filters, grouped: bool) -> go.Figure:
    """Draw the share of words each voice is given."""
    rows = opened.made(sums, chosen, grouped)
    colours = voices_charts.shades(speaking.ranked(rows, "part"), speech.REST)
    return _stacked(rows, "part", colours, "share of attributed words", "words")


def voice_ways(chosen: Filters, grouped: bool) -> go.Figure:
    """Draw how words are told: quoted or in reported speech."""
    rows = opened.made(sums, chosen, grouped)
    return _stacked(rows, "how", voices_charts.WAYS, "share of attributed words", "words")


def voice_cues(chosen: Filters, grouped: bool) -> go.Figure:
    """Draw through which verbs words are introduced."""
    rows = opened.made(sums, chosen, grouped)
    measure = "share of statements by class of cue verb"
    return _stacked(rows, "cue_class", voices_charts.CUE_CLASSES, measure, "statements")


def _stacked(rows: pd.DataFrame, column: str, colours: Any, measure: str, weight: str) -> go.Figure:
    order, counts = speaking.ranked(rows, "teller"), speaking.counts(rows, column)
    title = speaking.finding(rows, column, weight)
    return margins.fit(voices_charts.stacked(counts, order, colours, title, measure, weight))


def voice_grid(chosen: Filters, grouped: bool) -> go.Figure:
    """Draw who is quoted by whom: the twenty voices with most words, and what tells least."""
    rows = opened.made(sums, chosen, grouped)
    everyone = speaking.ranked(rows, "voice")
    most = [name for name in everyone if name != speech.NOT_NAMED][:20] + everyone[-1:]
    pairs = speaking.counts(rows, "voice").rename(columns={"voice": "speaker"})
    return margins.fit(voices_charts.grid(pairs, speaking.ranked(rows, "teller"), list(dict.fromkeys(most))))


def scores(chosen: Filters, formula: str, text: float | None) -> go.Figure:
    """Draw the articles' scores, and that of a text beside them."""
    articles = opened.ask(queries.articles, chosen)
    return margins.fit(scores_chart.strip(articles, formula, label(formula), _who(chosen), text))
