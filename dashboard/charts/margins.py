"""The room that labels beside a chart need, so that the browser needn't draw the chart once more to find it.

plotly draws a chart, measures its labels, and begins anew where they found no room. It still does where a guess made
here is too small, so that nothing is ever cut.
"""

from __future__ import annotations

from html import unescape
from typing import Any

from dashboard.charts import room
from dashboard.showing.chart import Chart

_BESIDE = 21  # pixels between a label and the plot
_BELOW = 37  # pixels of a line of labels under the plot, with what is between
_RIGHT = 28  # pixels for half of the last label under the plot
_TITLE = 32  # pixels of an axis's name
_LEGEND = 6  # pixels that plotly leaves beside a legend


def fit(figure: Chart) -> Chart:
    """Widen a figure's margins to the room that the labels of its axes need; return the figure."""
    margin = figure.layout.margin
    below = _BELOW if any(axis.side != "top" and axis.showticklabels is not False for axis in _axes(figure)) else 0
    figure.update_layout(
        margin={
            "l": max(margin.l, _beside(figure)),
            "b": max(margin.b + (_LEGEND if figure.layout.showlegend else 0), below),
            "r": max(margin.r, _RIGHT),
            "t": margin.t,
        }
    )
    return figure


def _axes(figure: Chart) -> list[Any]:
    return list(figure.select_xaxes())


def _beside(figure: Chart) -> int:
    axis = figure.layout.yaxis
    values = [value for trace in figure.data if trace.y is not None for value in trace.y]
    labels = axis.ticktext or {value for value in values if isinstance(value, str)}
    if not len(labels):
        labels = [f"{max((value for value in values if value is not None), default=0):,.0f}"]
    return round(max(map(width, labels))) + _BESIDE + (_TITLE if axis.title.text else 0)


def width(label: str) -> float:
    """Return about how many pixels a label takes, rather more than fewer: those of its widest line."""
    return max(room.width(unescape(line)) for line in label.split("<br>"))
