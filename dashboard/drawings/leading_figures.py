"""The figures that articles share: which are told in most, their values, and the statements behind them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.compare import recurring as compare
from core.library import quantity_address
from core.library.questions import summaries
from core.model import AHEAD
from dashboard.charts import indicator_charts, margins
from dashboard.drawings.by_teller import who
from dashboard.session.asking import Asking
from dashboard.showing.each_row import each
from dashboard.showing.in_words import EXACT, amount, plural, present, visible, when

MOST_INDICATORS = 1_000
MOST_RECURRING = 8


def leading(asking: Asking, wanted: str = "") -> pd.DataFrame:
    """Return the indicators in most articles, with the one of a key where that isn't among them."""
    rows = asking.made(_leading, "")
    if not wanted or (rows["indicator"] == wanted).any():
        return rows
    return asking.made(_leading, wanted)


def held(asking: Asking, named: str) -> str:
    """Return the key of the quantity that an address names, "" where there is none."""
    return asking.seen.read(lambda snapshot: quantity_address.find(snapshot, named)) or "" if named else ""


def address(asking: Asking, quantity: str) -> str:
    """Return what names a quantity in an address."""
    return asking.seen.read(lambda snapshot: quantity_address.name(snapshot, quantity)) or quantity


def _leading(asking: Asking, also: str) -> pd.DataFrame:
    return compare.leading(asking.ask, asking.chosen, MOST_INDICATORS, also)


def recurring(asking: Asking) -> pd.DataFrame:
    """Return the leading indicators of two articles or more that weren't set aside."""
    rows = leading(asking)
    return rows[(rows["articles"] > 1) & ~rows["aside"].astype(bool)]


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
            "Measure": [visible(row.measure) + (" (set aside)" if row.aside else "") for row in each(rows)],
            "Unit": [_unit(row) for row in each(rows)],
            "Lowest": [_ends(row)[0] for row in each(rows)],
            "Highest": [_ends(row)[1] for row in each(rows)],
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
    return str(row.unit) if present(row.unit) else "number"


def counterpart(asking: Asking, quantity: Any) -> tuple[str, str] | None:
    """Return the key of what was told ahead of a quantity or came of it, and that in words, if there is any."""
    if not present(quantity.counterpart):
        return None
    rows = leading(asking, quantity.counterpart)
    other: Any = next(each(rows[rows["indicator"] == quantity.counterpart]), None)
    if other is None:  # the filters leave nothing of it
        return None
    ahead = asking.made(statements, other.indicator)["status"].isin(AHEAD).any()
    return other.indicator, f"{'Forecast' if ahead else 'What came'}: {other.measure}, {span(other)}"


def span(row: Any) -> str:
    """Return in words what lies between the lowest and the highest value of a quantity."""
    low, high = _ends(row)
    return low if row.high == row.low else f"{low} to {high}"


def _ends(row: Any) -> tuple[str, str]:
    """Return the lowest and the highest value; not rounded where rounding would hide that they differ."""
    unit = row.unit if present(row.unit) and row.kind != "count" else None
    low, high = (amount(value, unit, row.kind) for value in (row.low, row.high))
    if low == high and row.low != row.high:
        low, high = (amount(value, unit, row.kind, EXACT) for value in (row.low, row.high))
    return low, high


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
    title = f"{row.measure}: {span(row)} in {plural(row.articles, 'article')}"
    drawn = indicator_charts.indicator(asking.made(statements, indicator), title, asking.made(who))
    return margins.fit(drawn)
