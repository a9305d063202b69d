"""Figures that recur: their range, and their values over the periods they speak of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.charts import room
from dashboard.charts.look import FAINT, blank, in_order, lines, named, text
from dashboard.charts.together import together
from dashboard.showing.chart import Chart
from dashboard.showing.each_row import each
from dashboard.showing.in_words import amount, clip, day, period, plural, present, stated, when
from dashboard.showing.tellers import Tellers, column

NOT_TOLD = "period not told"
_MOST_LABELS = 14  # more would overlap; the hover and the table say them
_HEIGHT = 300  # pixels of a chart of values
_DOT = 11  # pixels
_STEP = 0.045  # of a line of what recurs that a dot takes
_THREE = (0, 0.3, -0.3)  # dots on one value stand in three rows
_ASIDE = tuple((step, row) for step in range(4) for row in _THREE)


def recurring(indicators: pd.DataFrame, statements: pd.DataFrame, tellers: Tellers) -> Chart:
    """Draw each indicator as a line from its lowest to its highest value with a dot for what each teller says.

    Units differ, so every line has a scale of its own, from its lowest (left) to its highest value (right).
    """
    rows = list(each(indicators))
    known = statements[statements["indicator"].isin(indicators["indicator"])].copy()
    known["teller"] = column(known, tellers).map(tellers.shown)
    names = in_order(known["teller"], tellers)
    figure = blank(
        "What recurs",
        f"from the lowest to the highest value told; a dot: what one {tellers.noun} states",
        40 + 40 * len(rows),
        legend=names,
    )
    place = {row.indicator: level for level, row in enumerate(rows)}
    for row in rows:
        level, same = place[row.indicator], row.low == row.high
        if not same:
            figure.add_shape(type="line", x0=0, x1=1, y0=level, y1=level, line={"color": FAINT, "width": 2})
        unit = row.unit if present(row.unit) and row.kind != "count" else None  # what is counted names the row
        for value, x, aside in ((row.low, 0, -_DOT), (row.high, 0.5 if same else 1, _DOT)):
            if not (same and aside < 0):
                figure.add_annotation(
                    x=x,
                    y=level,
                    xshift=aside,
                    text=text(amount(value, unit, row.kind)),
                    showarrow=False,
                    xanchor="right" if aside < 0 else "left",
                )
    low = known["indicator"].map(indicators.set_index("indicator")["low"])
    high = known["indicator"].map(indicators.set_index("indicator")["high"])
    known["x"] = ((known["low"] - low) / (high - low)).where(high > low, 0.5).astype(float)
    known["near"] = (known["x"] / _STEP).round()
    dots = together(known, ["indicator", "teller", "near"], **_SPREAD)
    dots["y"] = dots["indicator"].map(place).astype(float)
    for _, line in dots.groupby("indicator"):
        inward = [1 if x < 0.5 else -1 for x in line["x"]]  # the values stand at the outer ends
        moved = room.free_places([x * side for x, side in zip(line["x"], inward, strict=True)], _STEP, _ASIDE)
        dots.loc[line.index, "x"] += [along * side for (along, _), side in zip(moved, inward, strict=True)]
        dots.loc[line.index, "y"] += [across for _, across in moved]
    for name in names:
        part = dots[dots["teller"] == name]
        figure.add_scatter(
            x=part["x"],
            y=part["y"],
            mode="markers",
            marker={
                "color": tellers.colour(name),
                "symbol": tellers.shape(name),
                "size": _DOT,
                "line": {"width": 1, "color": "rgba(255,255,255,0.7)"},
            },
            customdata=part[["indicator", "row"]],
            hovertext=[f"{text(_between(row))}<br>{_told(row)}" for row in each(part)],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(name),
        )
    measures = {row.indicator: str(row.measure) for row in rows}
    figure.rows = pd.DataFrame(
        {"what is measured": dots["indicator"].map(measures), **_mark_rows(dots, tellers.noun)}
    ).sort_values("what is measured", kind="stable", key=lambda names: names.map(list(measures.values()).index))
    figure.update_xaxes(range=[-0.34, 1.34], showgrid=False, showticklabels=False, fixedrange=True)
    figure.update_yaxes(
        tickvals=list(place.values()),
        fixedrange=True,
        showgrid=False,
        range=[len(rows) - 0.4, -0.6],
        ticktext=[
            lines([room.fitted(str(row.measure), _MEASURE), plural(row.articles, "article")]) for row in rows
        ],
    )
    return figure


_MEASURE = 150  # pixels of what is measured, beside its line
# What else is told of the statements behind a mark.
_SPREAD: dict[str, Any] = {"outlets": ("outlet", "nunique"), "least": ("low", "min"), "most": ("low", "max")}


_SAID_AS = {"~": "about", ">": "over", "<": "under"}


def _mark_rows(marks: pd.DataFrame, noun: str) -> dict[str, pd.Series]:
    """Return what marks stand for: who states which values in which unit, how often and when it was published."""
    return {
        noun: marks["teller"],
        "lowest value": marks["least"],
        "highest value": marks["most"],
        "unit": marks["unit"],
        "statements": marks["told"],
        "outlets": marks["outlets"],
        "first published": marks["since"],
        "last published": marks["until"],
    }


def _between(row: Any) -> str:
    """Return the value that a dot stands for, or the values of several near each other."""
    if row.least == row.most:
        return stated(row)
    unit = row.unit if present(row.unit) else None
    return f"{amount(row.least, unit, row.kind)} – {amount(row.most, unit, row.kind)}"


def _told(row: Any) -> str:
    """Return who states a value and when, for one statement or for several."""
    by = text(clip(row.teller, 80))
    if row.told == 1:
        return f"{by} · {day(row.published)}<br>{text(clip(str(row.title), 90))}"
    outlets = f" of {row.outlets} outlets" if row.outlets > 1 else ""
    return f"{by} · {plural(row.told, 'statement')}{outlets}, {period(row.since, row.until)}"


def indicator(statements: pd.DataFrame, title: str, tellers: Tellers) -> Chart:
    """Draw an indicator's values over the periods they speak of.

    What one outlet states of a period in the same words is one mark, beside those of the others, so that equal values
    can all be seen and clicked. Filled marks are told as fact, hollow ones as forecast or target; a whisker stands for
    "about", "over" and "up to"; a thin line joins different values for one period.
    """
    first = statements.iloc[0]
    unit, kind = (first["unit"] if present(first["unit"]) else None), str(first["kind"])
    spoken = None if kind == "count" else unit  # what is counted stands in the title
    rows = statements.assign(
        slot=[row.period if present(row.period) else NOT_TOLD for row in each(statements)],
        teller=column(statements, tellers).map(tellers.shown),
        middle=statements["low"].where(statements["high"].isna(), (statements["low"] + statements["high"]) / 2),
        hollow=statements["status"].isin(["forecast", "target"]),
    )
    reach = max(float(rows["middle"].abs().max()), 1e-9) * 0.05
    ends = _ends(float((rows["middle"] - reach).min()), float((rows["middle"] + reach).max()))
    rows = together(rows, ["slot", "teller", "low", "high", "modifier", "hollow"], **_SPREAD)
    rows, slots = _in_slots(rows, (ends[1] - ends[0]) * _DOT * 1.2 / _HEIGHT)
    names = in_order(rows["teller"], tellers)
    figure = blank(
        title,
        f"{unit or 'number'}, by the period it speaks of; hollow marks are forecasts or targets",
        _HEIGHT,
        legend=names,
    )
    for slot, places in rows.groupby("slot"):
        values = places["middle"]
        if slot != NOT_TOLD and values.min() < values.max():
            figure.add_shape(
                type="line",
                x0=slots[str(slot)],
                x1=slots[str(slot)],
                y0=values.min(),
                y1=values.max(),
                line={"color": FAINT, "width": 1},
            )
    across = float(rows["x"].max()) + 1.4
    for name in names:
        part = rows[rows["teller"] == name]
        figure.add_scatter(
            x=part["x"],
            y=part["middle"],
            mode="markers",
            marker={
                "color": tellers.colour(name),
                "size": max(6, min(13, round(1.15 * _PLOT / across))),
                "symbol": [tellers.shape(name) + ("-open" if is_open else "") for is_open in part["hollow"]],
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
            hovertext=[f"{text(stated(row))}, {text(_of(row.slot))}<br>{_told(row)}" for row in each(part)],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(name),
        )
    if len(rows) <= _MOST_LABELS:
        _say_values(figure, rows, _labels(rows, spoken), reach, (_PLOT / across, _HEIGHT / (ends[1] - ends[0])))
    figure.rows = pd.DataFrame(
        {
            "period spoken of": rows["slot"],
            **_mark_rows(rows, tellers.noun),
            "said as": [_SAID_AS.get(modifier, "exact") for modifier in rows["modifier"]],
            "status": rows["status"],
        }
    )
    _period_axis(figure, slots, across)
    value_axis(figure, ends, spoken, kind)
    return figure


def _of(slot: str) -> str:
    return slot if slot == NOT_TOLD else f"for {when(slot)}"


def _period_axis(figure: Chart, slots: Mapping[str, float], across: float) -> None:
    """Name the periods: upright where all names have room, else slanted, and as many as have room."""
    pixels = _PLOT / across  # of one unit
    gap = min((after - before for before, after in pairwise(slots.values())), default=across)
    heads = {slot: room.in_lines(when(slot), _UPRIGHT - 4, 2) for slot in slots}
    slanted = gap * pixels < _UPRIGHT and len(slots) > 1
    shown: dict[str, float] = {}
    latest_first = sorted(slots.items(), key=lambda item: item[1], reverse=True)  # what is latest is surely named
    for slot, place in latest_first:
        if not slanted or all(abs(place - other) * pixels >= _SLANTED for other in shown.values()):
            shown[slot] = place
    figure.update_xaxes(
        tickvals=list(shown.values()),
        ticktext=[text(when(slot)) if slanted else lines(heads[slot]) for slot in shown],
        tickangle=-60 if slanted else 0,
        showgrid=False,
        range=[-0.7, across - 0.7],
    )


_PLOT = 400  # pixels of the plot on a small screen
_UPRIGHT, _SLANTED = 62, 17  # pixels from the middle of a name to that of the next


def _say_values(
    figure: Chart, rows: pd.DataFrame, labels: list[str], reach: float, scale: tuple[float, float]
) -> None:
    """Write values above their marks, below where that is taken, or nowhere: the hover says them all.

    `scale` is how many pixels a unit has across and up on a small screen.
    """
    across, up = scale
    above = rows["middle"] + rows["modifier"].isin(["~", ">"]) * reach
    below = rows["middle"] - rows["modifier"].isin(["~", "<"]) * reach
    marks = [room.Box(x * across, y * up, _DOT, _DOT) for x, y in zip(rows["x"], rows["middle"], strict=True)]
    choices = [
        [
            room.Box(x * across, y * up + aside, room.width(label) + 6, _LINE)
            for y, aside in ((top, _LIFT), (bottom, -_LIFT))
        ]
        if label
        else []
        for x, top, bottom, label in zip(rows["x"], above, below, labels, strict=True)
    ]
    placed = room.placed(choices, marks)
    for place, (heights, written) in enumerate(((above, "{}<br> "), (below, " <br>{}"))):  # a line off the mark
        here = [number == place for number in placed]
        figure.add_scatter(
            x=rows["x"][here],
            y=heights[here],
            mode="text",
            text=[written.format(text(label)) for label, is_here in zip(labels, here, strict=True) if is_here],
            textposition="top center" if place == 0 else "bottom center",
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )


_LINE, _LIFT = 14, 22  # pixels: the height of a value's letters, and from a mark's middle to theirs


def _labels(rows: pd.DataFrame, unit: str | None) -> list[str]:
    """Return what stands at each mark: its value, left out beside a mark of the same period that says the same."""
    labels: list[str] = []
    last = ("", "")
    for row in each(rows):
        label = stated(row._replace(unit=unit))
        labels.append("" if (row.slot, label) == last else label)
        last = row.slot, label
    return labels


def _in_slots(rows: pd.DataFrame, near: float) -> tuple[pd.DataFrame, dict[str, float]]:
    """Return the marks with `x`, and the middle of each slot, in order of time.

    Marks of one slot that are nearer than `near` to each other stand side by side, one unit apart.
    """
    rows = rows.assign(undated=rows["period_begin"].isna().astype(int) + (rows["slot"] == NOT_TOLD))
    rows = rows.sort_values(["undated", "period_begin", "period_end", "slot", "published"], kind="stable")
    places, slots, begin = [], {}, 0.0
    for slot, marks in rows.groupby("slot", sort=False):
        moved = room.free_places(list(marks["middle"]), near, [(0, step) for step in range(len(marks))])
        places += [begin + step for _, step in moved]
        width = max(step for _, step in moved)
        slots[str(slot)] = begin + width / 2
        begin += width + 1.8
    return rows.assign(x=places), slots


def _ends(low: float, high: float) -> tuple[float, float]:
    """Return where the axis of values begins and ends: at zero where that is not far, with room for labels above."""
    margin = max((high - low) * 0.08, abs(high) * 0.02, 1e-9)
    low = 0.0 if 0 <= low < (high - low) * 2 else low - margin
    return low, high + margin + (high + margin - low) * 0.14


def value_axis(figure: Chart, ends: tuple[float, float], unit: str | None, kind: str) -> None:
    """Give the upright axis a handful of round values, said with their unit."""
    low, high = ends
    raw = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    ticks = [step * count for count in range(math.ceil(low / step), math.floor(high / step) + 1)]
    figure.update_yaxes(
        range=[low, high], tickvals=ticks, ticktext=[text(amount(tick, unit, kind)) for tick in ticks]
    )


def _whisker(rows: pd.DataFrame, modifiers: tuple[str, ...], reach: float) -> list[float]:
    return [reach if modifier in modifiers else 0.0 for modifier in rows["modifier"]]
