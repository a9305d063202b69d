"""When articles were published."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from dashboard.charts.look import BESIDE_DATES, blank, in_order, named, text
from dashboard.showing.chart import Chart
from dashboard.showing.in_words import day
from dashboard.showing.tellers import Tellers, column


def articles_over_time(articles: pd.DataFrame, tellers: Tellers) -> Chart:
    """Draw bars of articles by day, week or month of publication, coloured by who tells them."""
    unit, dated = _binned(articles, tellers)
    busiest = dated.groupby("bin").size()
    names = in_order(dated["teller"], tellers)
    figure = blank(
        _finding(busiest, unit),
        f"articles published, by {unit}",
        210,
        legend=names,
        barmode="stack",
    )
    counts = dated.groupby(["teller", "bin"]).size()
    for name in names:
        bins = pd.Series(counts[name])
        figure.add_bar(
            x=bins.index,
            y=bins.to_numpy(),
            **named(name),
            marker_color=tellers.colour(name),
            customdata=[[name, str(start.date())] for start in bins.index],
            hovertemplate=f"{text(name)}<br>%{{x|%d %b %Y}}: %{{y}}<extra></extra>",
        )
    figure.rows = counts.rename("articles published").reset_index()
    figure.rows.columns = pd.Index([tellers.noun, _FIRST_DAYS[unit], "articles published"])
    figure.update_yaxes(rangemode="tozero", dtick=1 if busiest.max() <= 6 else None)
    width = _WIDTHS[unit]
    figure.update_xaxes(
        showgrid=False,
        range=[dated["bin"].min() - 1.5 * width, dated["bin"].max() + 1.5 * width],
        tickformat="%b %Y" if unit == "month" else "%d %b\n%Y",
        minallowed=dated["bin"].min() - 12 * width,
        maxallowed=dated["bin"].max() + 12 * width,
    )
    if len(busiest) == 1:
        figure.update_xaxes(tickvals=list(busiest.index))
    figure.update_layout(margin={"r": BESIDE_DATES})
    figure.update_traces(width=0.8 * width.total_seconds() * 1000)
    return figure


def _finding(busiest: pd.Series, unit: str) -> str:
    most, where = int(busiest.max()), _named(busiest.idxmax(), unit)
    if most > 1:
        return f"Most articles {_OF_BARS[unit]}: {most:,}, {where}"
    return f"One article, {where}" if len(busiest) == 1 else f"Never more than one article {_OF_BARS[unit]}"


def _named(start: Any, unit: str) -> str:
    """Return the day, week or month that begins at a moment, as a reader says it."""
    if unit == "month":
        return f"in {start:%B %Y}"
    return f"from {day(start)}" if unit == "week" else f"on {day(start)}"


_OF_BARS = {"day": "on one day", "week": "in one week", "month": "in one month"}
_FIRST_DAYS = {"day": "day", "week": "first day of the week", "month": "first day of the month"}
_WIDTHS = {"day": pd.Timedelta(days=1), "week": pd.Timedelta(days=7), "month": pd.Timedelta(days=30)}


def in_bars(articles: pd.DataFrame, bars: Collection[tuple[str, str]], tellers: Tellers) -> pd.DataFrame:
    """Return the articles that stand in bars, each given as (who tells, first day)."""
    _, dated = _binned(articles, tellers)
    inside = [(name, str(start.date())) in bars for name, start in zip(dated["teller"], dated["bin"], strict=True)]
    return dated[inside].drop(columns=["teller", "bin"])


def _binned(articles: pd.DataFrame, tellers: Tellers) -> tuple[str, pd.DataFrame]:
    """Return the width of the bars in words, and the dated articles with `teller` and `bin`."""
    dated = articles[articles["published"].notna()].copy()
    when = pd.to_datetime(dated["published"])
    days = (when.max() - when.min()).days
    unit, rule = ("day", "D") if days <= 45 else ("week", "W-SUN") if days <= 400 else ("month", "M")
    dated["bin"] = when.dt.to_period(rule).dt.start_time
    dated["teller"] = column(dated, tellers).map(tellers.shown)
    return unit, dated
