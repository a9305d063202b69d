"""The figures that articles share: which are told in most, their values, and the statements behind them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.compare import recurring as compare
from core.library.questions import summaries
from dashboard.charts import indicator_charts, margins
from dashboard.drawings.by_teller import who
from dashboard.session.asking import Asking
from dashboard.showing.each_row import each
from dashboard.showing.in_words import amount, plural, present, visible, when

MOST_INDICATORS = 1_000
MOST_RECURRING = 8


def leading(asking: Asking, wanted: str = "") -> pd.DataFrame:
    """Return the indicators in most articles, with the one of a key where that isn't among them."""
    rows = asking.made(_leading, "")
    if not wanted or (rows["indicator"] == wanted).any():
        return rows
    return asking.made(_leading, wanted)


def _leading(asking: Asking, also: str) -> pd.DataFrame:
    return compare.leading(asking.ask, asking.chosen, MOST_INDICATORS, also)


def recurring(asking: Asking) -> pd.DataFrame:
    """Return the leading indicators of two articles or more."""
    rows = leading(asking)
    return rows[rows["articles"] > 1]


def top(asking: Asking) -> tuple[str, ...]:
    """Return the indicators that Overview shows."""
    return tuple(asking.made(recurring)["indicator"].head(MOST_RECURRING))


def what_recurs(asking: Asking) -> go.Figure:
    """Draw the indicators that recur most."""
    rows = asking.made(recurring).head(MOST_RECURRING)
    told = asking.ask(summaries.statements_of, top(asking), asking.chosen)
    return margins.fit(indicator_charts.recurring(rows, told, asking.made(who)))


def as_shown(asking: Asking, wanted: str) -> pd.DataFrame:
    """Return the leading indicators as a reader sees them."""
    rows = leading(asking, wanted)
    return pd.DataFrame(
        {
            "Measure": rows["measure"].map(visible),
            "Unit": [_unit(row) for row in each(rows)],
            "Lowest": [_end(row, row.low) for row in each(rows)],
            "Highest": [_end(row, row.high) for row in each(rows)],
            "Articles": rows["articles"],
            "Outlets": rows["outlets"].where(rows["outlets"] > 0),
            "Statements": rows["statements"],
            "Values": [relation(row) for row in each(rows)],
        }
    )


def relation(row: Any) -> str:
    """Return in words how the values of an indicator stand to each other: "agree", "differ · over time"."""
    over_time = row.series and row.answer != "changed"
    parts = [row.answer if row.answer != "not comparable" else "", "over time" if over_time else ""]
    return " · ".join(part for part in parts if part) or "not comparable"


def _unit(row: Any) -> str:
    if row.kind == "percent" and row.indicator.startswith("change:"):
        return "percent of change"
    return str(row.unit) if present(row.unit) else "number"


def _end(row: Any, value: float) -> str:
    return amount(value, row.unit if present(row.unit) and row.kind != "count" else None, row.kind)


def statements(asking: Asking, indicator: str) -> pd.DataFrame:
    """Return the statements of an indicator, each with `said`: who says it, how it is meant, of which period."""
    rows = asking.ask(summaries.statements_of, (indicator,), asking.chosen)
    return rows.assign(said=[_said(row) for row in each(rows)])


def _said(row: Any) -> str:
    """Return what is said of a statement: "says Ann Lee · forecast"."""
    parts = (
        f"says {row.speaker}" if present(row.speaker) else "",
        str(row.status) if present(row.status) else "",
        f"for {when(row.period)}" if present(row.period) else "",
    )
    return " · ".join(part for part in parts if part)


def values(asking: Asking, indicator: str) -> go.Figure:
    """Draw an indicator's values over the periods they speak of."""
    rows = leading(asking, indicator)
    row: Any = next(rows[rows["indicator"] == indicator].itertuples(index=False))
    span = _end(row, row.low)
    if row.high != row.low:
        span += f" to {_end(row, row.high)}"
    title = f"{row.measure}: {span} in {plural(row.articles, 'article')}"
    drawn = indicator_charts.indicator(asking.made(statements, indicator), title, asking.made(who))
    return margins.fit(drawn)
