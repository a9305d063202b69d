"""What a chart draws, as a table: one row a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

_TAG = re.compile(r"</?[a-z]+ ?/?>")
_BREAK = re.compile(r"<br ?/?>")
_ISOLATES = re.compile("[\u2068\u2069]")  # put there for the eye


def table(figure: go.Figure) -> pd.DataFrame:
    """Return a chart's marks: chart, measure, panel, series, x, y, their error bars, and what is said of the mark.

    `chart` and `measure` are the title and the subtitle, which tell the unit; `panel` numbers the parts of a chart that
    has several. A place on an axis that has names for places is given by its name. What is empty throughout is left
    out.
    """
    layout = figure.layout
    rows = [row for trace in figure.data for row in _marks(trace, layout)]
    names = ["panel", "series", "x", "x_less", "x_more", "y", "y_less", "y_more", "said"]
    found = pd.DataFrame(rows, columns=names)
    found.insert(0, "measure", _words(layout.title.subtitle.text, " "))
    found.insert(0, "chart", _words(layout.title.text, " "))
    kept = [name for name in found if name in ("chart", "series", "x", "y") or found[name].notna().any()]
    if found["panel"].nunique() < 2:
        kept = [name for name in kept if name != "panel"]
    return found[kept]


def _marks(trace: Any, layout: Any) -> list[tuple[Any, ...]]:
    across, up = _values(trace.x), _values(trace.y)
    size = max(len(across), len(up))
    axes = (trace.xaxis or "x", trace.yaxis or "y")
    names = [_ticks(layout, f"{axis[0]}axis{axis[1:]}") for axis in axes]
    panel = int(axes[0][1:] or 1) if axes[0][1:] or axes[1] == "y" else int(axes[1][1:] or 1)
    columns = (
        [panel] * size,
        [_words(trace.meta or trace.name)] * size,
        [_named(value, names[0]) for value in across],
        *_errors(trace.error_x, size),
        [_named(value, names[1]) for value in up],
        *_errors(trace.error_y, size),
        _said(trace, size),
    )
    padded = [[*column, *[None] * (size - len(column))] for column in columns]
    # A gap in a line is no mark.
    return [row for row in zip(*padded, strict=True) if row[2] is not None or row[5] is not None]


def _values(values: Any) -> list[Any]:
    return [] if values is None else list(values)


def _ticks(layout: Any, name: str) -> dict[float, str]:
    """Return the names of places on an axis where it has some: the whole ones where the chart had to cut them."""
    axis = layout[name]
    if axis is None or axis.tickvals is None or axis.ticktext is None:
        return {}
    pairs = zip(axis.tickvals, (layout.meta or {}).get(name, axis.ticktext), strict=False)
    return {float(place): _words(told, " ") or "" for place, told in pairs if isinstance(place, int | float)}


def _named(value: Any, names: dict[float, str]) -> Any:
    if isinstance(value, str):
        return _words(value)
    if value is None or pd.isna(value):
        return None
    if names and not hasattr(value, "year"):
        nearest = min(names, key=lambda place: abs(place - float(value)))
        return names[nearest] if abs(nearest - float(value)) < 0.5 else value
    return value


def _errors(bar: Any, size: int) -> tuple[Sequence[Any], Sequence[Any]]:
    """Return how far the error bars reach to both sides."""
    more = _values(bar.array if bar is not None else None) or [None] * size
    less = _values(bar.arrayminus if bar is not None else None) or more
    return less, more


def _said(trace: Any, size: int) -> list[Any]:
    for texts in (trace.hovertext, trace.text):
        if isinstance(texts, str):
            return [_words(texts)] * size
        if texts is not None and len(texts):
            return [_words(text) for text in texts]
    return [None] * size


def _words(text: Any, between: str = " · ") -> str | None:
    """Return what stands in a chart as plain text, its lines joined."""
    if text is None:
        return None
    return _ISOLATES.sub("", unescape(_TAG.sub("", _BREAK.sub(between, str(text))))) or None
