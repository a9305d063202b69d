"""The days that articles speak of: counted, past or to come, and drawn beside the days of publication."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from core.compare import times
from core.library.questions import queries
from dashboard.charts import margins, timeline_charts
from dashboard.drawings.by_teller import who
from dashboard.session.asking import Asking
from dashboard.showing import row_names, tellers
from dashboard.showing.in_words import visible, when

MOST_LINES = 60  # articles with a line of their own on the timeline


def dates(asking: Asking) -> pd.DataFrame:
    """Return every expression of time, named."""
    return row_names.named(asking.ask(queries.dates, asking.chosen))


def as_shown(asking: Asking) -> pd.DataFrame:
    """Return every expression of time as a reader sees it."""
    rows = asking.made(dates)
    return pd.DataFrame(
        {
            "As written": rows["text"].map(visible),
            "Speaks of": rows["value"].map(when).map(visible),
            "From": pd.to_datetime(rows["begin_day"], errors="coerce"),
            "To": pd.to_datetime(rows["end_day"], errors="coerce"),
            "Kind": rows["type"].str.lower(),
            "Resolved against": rows["anchor"].fillna(""),
            "Outlet": tellers.outlets(rows),
            "Title": rows["title"].map(visible),
        }
    )


def calendar(asking: Asking) -> pd.DataFrame:
    """Return the days and periods spoken of that stand on a calendar, each past, present or future."""
    rows = asking.made(dates)
    rows = rows[rows["begin_day"].notna()]
    return rows.assign(tense=times.tenses(rows))


def counted(asking: Asking) -> pd.DataFrame:
    """Return the days and periods spoken of with how often they are named, those in most articles first."""
    counts = (
        asking.made(calendar)
        .groupby("value")
        .agg(articles=("key", "nunique"), times=("row", "size"), first=("begin_day", "min"))
    )
    counts = counts.sort_values(["articles", "times", "first"], ascending=[False, False, True]).reset_index()
    return counts.assign(shown=counts["value"].map(when).map(visible))


class Bars(NamedTuple):
    """The bars over time, and what has no place in them."""

    figure: go.Figure
    left_out: str


def bars(asking: Asking, by_topic: bool) -> Bars:
    """Draw when articles appeared, and which days they speak of."""
    articles = asking.ask(queries.articles, asking.chosen)
    coloured = tellers.of_topics(articles) if by_topic else asking.made(who)
    figure, left_out = timeline_charts.over_time(articles, asking.made(calendar), coloured)
    return Bars(margins.fit(figure), left_out)


def of_known_tense(asking: Asking) -> pd.DataFrame:
    """Return the times spoken of that are past, present or future, on the calendar or by their own words."""
    return times.told(asking.made(dates))


def tense_shares(asking: Asking) -> go.Figure:
    """Draw the shares of past, present and future."""
    return margins.fit(timeline_charts.shares(asking.made(of_known_tense), asking.made(who)))


def lines(asking: Asking) -> go.Figure:
    """Draw a line an article."""
    articles = asking.ask(queries.articles, asking.chosen).head(MOST_LINES)
    return margins.fit(timeline_charts.lines(articles, asking.made(calendar), asking.made(who)))
