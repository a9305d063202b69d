"""The look all charts share, and the only way text gets into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.charts import room
from dashboard.showing.chart import Chart
from dashboard.showing.in_words import clip, day, isolated, present
from dashboard.showing.tellers import Tellers

GRID = "rgba(128,128,128,0.22)"
FAINT = "rgba(128,128,128,0.65)"
EDGE = "rgba(255,255,255,0.5)"  # between the parts of a bar
BESIDE_DATES = 32  # pixels to the right of an axis of days: half of the last one's name
_TITLE, _SUBTITLE = 16, 12.5  # pixels of their letters
_BOLD = 1.1  # how much wider bold letters are
_LINE = 20  # pixels of one more line of title or subtitle, or row of a legend


def blank(
    title: str,
    subtitle: str,
    height: int,
    *,
    legend: Sequence[str] = (),
    pixels: float = room.NARROW,
    **layout: object,
) -> Chart:
    """Return an empty chart in the project's look.

    `height` is that of the plot in pixels, title and legend come on top; the subtitle says measure and unit. `legend`
    are the names that will stand in the legend, and `pixels` is the width that the chart has on a small screen.
    """
    heads = room.in_lines(title, pixels, 2, _TITLE * _BOLD), room.in_lines(subtitle, pixels, 2, _SUBTITLE)
    top = 76 + _LINE * (len(heads[0]) + len(heads[1]) - 2)
    rows = room.legend_rows(legend, pixels)
    bottom = 40 + _LINE * rows if rows else 8
    axis = {"gridcolor": GRID, "zeroline": False, "automargin": True}
    # All at once: plotly looks through the whole figure at every later change.
    return Chart(
        layout={
            "title": {
                "text": lines(heads[0]),
                "subtitle": {"text": lines(heads[1]), "font": {"size": _SUBTITLE}},
                "x": 0,
                "xanchor": "left",
                "font": {"size": _TITLE},
                "yref": "container",
                "y": 1,
                "yanchor": "top",
                "pad": {"t": 10},
            },
            "height": height + top + bottom,
            "margin": {"l": 8, "r": 16, "t": top, "b": bottom},
            "hovermode": "closest",
            "hoverlabel": {"align": "left"},
            "showlegend": rows > 0,
            "legend": {
                "orientation": "h",
                "yref": "container",
                "yanchor": "bottom",
                "y": 0,
                "xref": "container",
                "x": 0,
                "xanchor": "left",
                "traceorder": "normal",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "bargap": 0.25,
            "xaxis": axis,
            "yaxis": axis,
            **layout,
        }
    )


def text(value: object) -> str:
    """Return a text that plotly shows as it is: its markup would otherwise be read as HTML or a template.

    Quotation marks stay, since plotly shows their escapes as they are written, and no text stands in an attribute.
    """
    return escape(isolated(str(value)), quote=False).replace("%{", "% {")


def article_of(row: Any) -> str:
    """Return what a mark says of its article: title, outlet where it is known, and day of publication."""
    by = f"{text(clip(str(row.outlet), 60))} · " if present(row.outlet) else ""
    return f"{text(clip(row.title_shown, 120))}<br>{by}published {day(row.published)}"


def lines(parts: Sequence[str]) -> str:
    """Return texts that plotly shows as they are, below one another."""
    return "<br>".join(map(text, parts))


def named(name: str) -> dict[str, Any]:
    """Return what gives a trace its name, cut to the legend's room."""
    return {"name": text(room.entry(name))}


def name_rows(
    figure: Chart, names: Sequence[str], *, most: int = 2, pixels: float = room.LABEL, **axis: object
) -> None:
    """Name the rows 0, 1, … of a figure from top to bottom, over at most so many lines each."""
    figure.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[lines(label) for label in room.labels(names, pixels, most)],
        range=[len(names) - 0.5, -0.5],
        showgrid=False,
        fixedrange=True,
        **axis,
    )


def parts_of_rows(
    figure: Chart,
    share: pd.DataFrame,
    totals: Sequence[float],
    colours: Mapping[str, str],
    told: Mapping[str, Sequence[str]],
) -> None:
    """Draw a bar of 100 % a row, its parts in the order of `colours`, and its total behind it.

    `share` has a column of percentages for each part; `told` says the number of each part of each row. A mark's
    evidence is found by its row's name and the part's.
    """
    rows = [str(name) for name in share.index]
    for part, colour in colours.items():
        if part not in share:
            continue
        figure.add_bar(
            y=list(range(len(rows))),
            x=share[part],
            orientation="h",
            marker={"color": colour, "line": {"width": 1, "color": EDGE}},
            customdata=[[row, part] for row in rows],
            hovertext=[
                f"{text(row)}<br>{text(part)}: {text(number)}, {percent:.0f} %"
                for row, number, percent in zip(rows, told[part], share[part], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(part),
        )
    for row, total in enumerate(totals):
        figure.add_annotation(x=101, y=row, text=f"{total:,.0f}", showarrow=False, xanchor="left")
    figure.update_xaxes(range=[0, 112], tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    name_rows(figure, rows)


def counted(
    numbers: pd.DataFrame, share: pd.DataFrame, parts: Sequence[str], heads: tuple[str, str, str, str]
) -> pd.DataFrame:
    """Return bars of 100 % as rows: whose bar, which part, its number and its share in per cent, under `heads`."""
    found = [
        (str(row), part, int(numbers.loc[row, part]), float(share.loc[row, part]))
        for row in numbers.index
        for part in parts
        if part in numbers
    ]
    return pd.DataFrame(found, columns=list(heads))


def in_order(names: pd.Series, tellers: Tellers) -> list[str]:
    """Return the different names, those with a colour of their own first and always in one order."""
    there = set(names)
    return [name for name in tellers.names if name in there] + sorted(there - set(tellers.names))
