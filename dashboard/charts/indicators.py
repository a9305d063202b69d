"""Figures that recur: their range, and their values over the periods they speak of."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import FAINT, blank, in_order, text
from dashboard.phrases import amount, clip, day, present, stated, when
from dashboard.rows import each
from dashboard.tellers import Tellers, column

NOT_TOLD = "period not told"
_MOST_LABELS = 14  # more would overlap; the hover and the table say them


def recurring(indicators: pd.DataFrame, statements: pd.DataFrame, tellers: Tellers) -> go.Figure:
    """Draw each indicator as a line from its lowest to its highest value with a dot for each statement.

    Units differ, so every line has a scale of its own, from its lowest (left) to its highest value (right).
    """
    rows = list(each(indicators.iloc[::-1]))
    figure = blank(
        "What recurs",
        "each line runs from the lowest to the highest value told; a dot is a statement",
        40 + 40 * len(rows),
    )
    place = {row.indicator: level for level, row in enumerate(rows)}
    for row in rows:
        level, same = place[row.indicator], row.low == row.high
        if not same:
            figure.add_shape(type="line", x0=0, x1=1, y0=level, y1=level, line={"color": FAINT, "width": 2})
        unit = row.unit if present(row.unit) and row.kind != "count" else None  # what is counted names the row
        for value, side, anchor in ((row.low, -0.03, "right"), (row.high, 1.03, "left")):
            if not (same and anchor == "right"):
                x = 0.53 if same else side
                figure.add_annotation(
                    x=x, y=level, text=text(amount(value, unit, row.kind)), showarrow=False, xanchor=anchor
                )
    known = statements[statements["indicator"].isin(place)].copy()
    low = known["indicator"].map(indicators.set_index("indicator")["low"])
    high = known["indicator"].map(indicators.set_index("indicator")["high"])
    known["x"] = ((known["low"] - low) / (high - low)).where(high > low, 0.5).astype(float)
    known["teller"] = column(known, tellers).map(tellers.shown)
    for name in in_order(known["teller"], tellers):
        part = known[known["teller"] == name]
        figure.add_scatter(
            x=part["x"],
            y=part["indicator"].map(place),
            mode="markers",
            name=text(clip(name, 40)),
            marker={
                "color": tellers.colour(name),
                "symbol": tellers.shape(name),
                "size": 11,
                "line": {"width": 1, "color": "rgba(255,255,255,0.7)"},
            },
            customdata=part[["indicator", "row"]],
            hovertext=[f"{text(stated(row))}<br>{text(row.teller)} · {day(row.published)}" for row in each(part)],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    figure.update_xaxes(range=[-0.32, 1.32], showgrid=False, showticklabels=False, fixedrange=True)
    figure.update_yaxes(
        tickvals=list(place.values()),
        fixedrange=True,
        showgrid=False,
        ticktext=[text(clip(f"{row.measure} · {row.articles} articles", 44)) for row in rows],
    )
    return figure


def indicator(statements: pd.DataFrame, title: str, tellers: Tellers) -> go.Figure:
    """Draw an indicator's values over the periods they speak of.

    Every statement has a place of its own beside the others on its period, so that equal values can all be seen and
    clicked. Filled marks are told as fact, hollow ones as forecast or target; a whisker stands for "about", "over"
    and "up to"; a thin line joins different values for one period.
    """
    first = statements.iloc[0]
    unit, kind = (first["unit"] if present(first["unit"]) else None), str(first["kind"])
    spoken = None if kind == "count" else unit  # what is counted stands in the title
    rows, slots = _in_slots(statements)
    rows["teller"] = column(rows, tellers).map(tellers.shown)
    rows["middle"] = rows["low"].where(rows["high"].isna(), (rows["low"] + rows["high"]) / 2)
    reach = max(float(rows["middle"].abs().max()), 1e-9) * 0.05
    figure = blank(
        title, f"{unit or 'number'}, by the period it speaks of; hollow marks are forecasts or targets", 300
    )
    for slot, places in rows.groupby("slot"):
        values = places["middle"]
        if slot != NOT_TOLD and values.min() < values.max():
            middle = float(places["x"].mean())
            figure.add_shape(
                type="line",
                x0=middle,
                x1=middle,
                y0=values.min(),
                y1=values.max(),
                line={"color": FAINT, "width": 1},
            )
    for name in in_order(rows["teller"], tellers):
        part = rows[rows["teller"] == name]
        hollow = part["status"].isin(["forecast", "target"])
        figure.add_scatter(
            x=part["x"],
            y=part["middle"],
            mode="markers",
            name=text(clip(name, 40)),
            marker={
                "color": tellers.colour(name),
                "size": 13,
                "symbol": [tellers.shape(name) + ("-open" if is_open else "") for is_open in hollow],
                "line": {"width": 2, "color": tellers.colour(name)},
            },
            error_y={
                "type": "data",
                "symmetric": False,
                "thickness": 1.2,
                "width": 5,
                "color": FAINT,
                "array": _whisker(part, ("~", ">"), reach),
                "arrayminus": _whisker(part, ("~", "<"), reach),
            },
            customdata=part[["row"]],
            hovertext=[
                f"{text(stated(row))}<br>{text(clip(str(row.title), 60))}<br>{day(row.published)}"
                for row in each(part)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    if len(rows) <= _MOST_LABELS:
        above = rows["modifier"].isin(["~", ">"]) * reach
        figure.add_scatter(
            x=rows["x"],
            y=rows["middle"] + above,
            mode="text",
            text=[label and f"{text(label)}<br> " for label in _labels(rows, spoken)],  # a line above the mark
            textposition="top center",
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    figure.update_xaxes(
        tickvals=list(slots.values()),
        ticktext=[text(when(slot)) for slot in slots],
        showgrid=False,
        range=[-0.7, float(rows["x"].max()) + 0.7],
    )
    value_axis(figure, float((rows["middle"] - reach).min()), float((rows["middle"] + reach).max()), spoken, kind)
    return figure


def _labels(rows: pd.DataFrame, unit: str | None) -> list[str]:
    """Return what stands at each mark: its value, left out beside a mark of the same period that says the same."""
    labels: list[str] = []
    last = ("", "")
    for row in each(rows):
        label = stated(row._replace(unit=unit))
        labels.append("" if (row.slot, label) == last else label)
        last = row.slot, label
    return labels


def _in_slots(statements: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, float]]:
    """Return the statements with `slot` and `x`, one unit apart, and the middle of each slot, in order of time."""
    rows = statements.assign(slot=[row.period if present(row.period) else NOT_TOLD for row in each(statements)])
    rows["undated"] = rows["period_begin"].isna().astype(int) + (rows["slot"] == NOT_TOLD)
    rows = rows.sort_values(["undated", "period_begin", "period_end", "slot", "published"], kind="stable")
    turn = (rows["slot"] != rows["slot"].shift()).cumsum() - 1
    rows["x"] = [place + 0.8 * gap for place, gap in enumerate(turn)]
    return rows, {str(slot): float(places.mean()) for slot, places in rows.groupby("slot", sort=False)["x"]}


def value_axis(figure: go.Figure, low: float, high: float, unit: str | None, kind: str) -> None:
    """Give the upright axis a handful of round values, said with their unit."""
    margin = max((high - low) * 0.08, abs(high) * 0.02, 1e-9)
    low = 0.0 if 0 <= low < (high - low) * 2 else low - margin
    high += margin + (high - low) * 0.14  # room for the labels
    raw = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    ticks = [step * count for count in range(math.ceil(low / step), math.floor(high / step) + 1)]
    figure.update_yaxes(
        range=[low, high], tickvals=ticks, ticktext=[text(amount(tick, unit, kind)) for tick in ticks]
    )


def _whisker(rows: pd.DataFrame, modifiers: tuple[str, ...], reach: float) -> list[float]:
    return [reach if modifier in modifiers else 0.0 for modifier in rows["modifier"]]
