"""The look all charts share, and the only way text gets into one."""

from __future__ import annotations

from html import escape

import pandas as pd
import plotly.graph_objects as go

from dashboard.phrases import visible
from dashboard.tellers import Tellers

GRID = "rgba(128,128,128,0.22)"
FAINT = "rgba(128,128,128,0.65)"


def blank(title: str, subtitle: str, height: int, *, legend_rows: int = 1, **layout: object) -> go.Figure:
    """Return an empty figure in the project's look.

    `height` is that of the plot in pixels, title and legend come on top; the subtitle says measure and unit.
    """
    figure = go.Figure()
    figure.update_layout(
        title={
            "text": text(title),
            "subtitle": {"text": text(subtitle), "font": {"size": 12.5}},
            "x": 0,
            "xanchor": "left",
            "font": {"size": 16},
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 10},
        },
        height=height + 76 + (8 if legend_rows == 0 else 40 + 20 * legend_rows),
        margin={"l": 8, "r": 16, "t": 76, "b": 8 if legend_rows == 0 else 40 + 20 * legend_rows},
        hovermode="closest",
        hoverlabel={"align": "left"},
        showlegend=legend_rows > 0,
        legend={
            "orientation": "h",
            "yref": "container",
            "yanchor": "bottom",
            "y": 0,
            "xref": "container",
            "x": 0,
            "xanchor": "left",
            "traceorder": "normal",
            "title": None,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        bargap=0.25,
        **layout,
    )
    figure.update_xaxes(gridcolor=GRID, zeroline=False, automargin=True)
    figure.update_yaxes(gridcolor=GRID, zeroline=False, automargin=True)
    return figure


def text(value: object) -> str:
    """Return a text that plotly shows as it is: its markup would otherwise be read as HTML or a template."""
    return escape(visible(str(value))).replace("%{", "% {")


def in_order(names: pd.Series, tellers: Tellers) -> list[str]:
    """Return the different names, those with a colour of their own first and always in one order."""
    there = set(names)
    return [name for name in tellers.names if name in there] + sorted(there - set(tellers.names))
