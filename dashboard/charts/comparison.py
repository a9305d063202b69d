"""Columns side by side: frames, voices, distinctive words, one colour a column through all of them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from dashboard.charts.look import FAINT, GRID, blank, text
from dashboard.charts.timeline import TENSES
from dashboard.phrases import clip, plural, present
from dashboard.rows import each
from dashboard.tellers import colour_of

_TOP = 86
_GREYS = {"unnamed sources": "#BDBDBD", "others": "#8A8A8A"}  # these stand last


def _in_two_lines(name: str, width: int) -> str:
    """Return a name over at most two lines of about `width` characters, cut where it is longer."""
    first, *second = textwrap.wrap(clip(name, 2 * width), width + 2) or [""]
    return "<br>".join(text(line) for line in (first, clip(" ".join(second), width + 2)) if line)


def frames(
    shares: pd.DataFrame, columns: Sequence[str], names: Sequence[str], colours: Sequence[str]
) -> go.Figure:
    """Draw a small bar chart a column on one scale: each frame's share of the column's frame words.

    `shares` has column, frame, hits, share, low, high (Wilson interval); `names` are the frames from top to bottom.
    """
    figure = make_subplots(
        cols=len(columns),
        rows=1,
        shared_yaxes=True,
        horizontal_spacing=0.02,
        column_titles=[_in_two_lines(column, max(8, 66 // len(columns))) for column in columns],
    )
    labels = [text(name.replace("_", " ")) for name in names]
    for number, column in enumerate(columns):
        part = shares[shares["column"] == column].set_index("frame").reindex(list(names))
        figure.add_bar(
            y=labels,
            x=100 * part["share"].fillna(0),
            orientation="h",
            row=1,
            col=number + 1,
            showlegend=False,
            marker_color=colours[number],
            customdata=[[column, name] for name in names],
            text=[f"{hits:.0f}" if hits > 0 else "" for hits in part["hits"].fillna(0)],
            textposition="none",
            error_x={
                "type": "data",
                "symmetric": False,
                "color": FAINT,
                "thickness": 1.2,
                "width": 3,
                "array": 100 * (part["high"] - part["share"]).fillna(0),
                "arrayminus": 100 * (part["share"] - part["low"]).fillna(0),
            },
            hovertemplate="%{y}: %{x:.0f} %% of the frame words (%{text} words)<extra></extra>".replace("%%", "%"),
        )
    figure.update_layout(
        blank(
            _leading(shares, columns, names),
            "share of the frame words, %; whiskers: 95 % interval",
            56 + 28 * len(names),
            legend_rows=0,
        ).layout
    )
    figure.update_annotations(font_size=12.5, yshift=2)
    highest = 100 * float(shares["high"].max()) if len(shares) else 100
    figure.update_xaxes(range=[0, min(100, highest * 1.05)], gridcolor=GRID, fixedrange=True, nticks=4)
    figure.update_yaxes(autorange="reversed", showgrid=False, automargin=True, fixedrange=True)
    figure.update_layout(margin={"t": _TOP + 30})
    return figure


def _leading(shares: pd.DataFrame, columns: Sequence[str], names: Sequence[str]) -> str:
    """Say which frame has most words in most columns."""
    shown = shares[shares["frame"].isin(list(names))]
    first = shown.sort_values("hits", ascending=False).groupby("column")["frame"].first().value_counts()
    if first.empty:
        return "No frame has words here"
    return f"Most words in {first.iloc[0]} of {len(columns)} are {str(first.index[0]).replace('_', ' ')}"


def voices(said: pd.DataFrame, columns: Sequence[str]) -> go.Figure:
    """Draw one bar of 100 % a column: the share of attributed words each speaker is given.

    `said` has column, part (a speaker, "unnamed sources" or "others") and words.
    """
    grid = said.pivot_table(index="column", columns="part", values="words", aggfunc="sum", fill_value=0)
    grid = grid.reindex(list(columns), fill_value=0)
    share = grid.div(grid.sum(axis=1).where(lambda total: total > 0, 1), axis=0) * 100
    totals = grid.sum().sort_values(ascending=False)
    named = [str(name) for name in totals.index if name not in _GREYS]
    figure = blank(
        f"{clip(named[0], 40)} is given most words" if named else "No one is named",
        "share of attributed words, %; the number of words stands at the end",
        20 + 34 * len(columns),
        legend_rows=2,
        barmode="stack",
    )
    labels = _different([clip(column, 34) for column in columns])
    for number, name in enumerate([*named, *_GREYS]):
        if name in grid:
            figure.add_bar(
                y=labels,
                x=share[name],
                orientation="h",
                name=text(clip(name, 30)),
                marker={
                    "color": _GREYS.get(name) or colour_of(number),
                    "line": {"width": 1, "color": "rgba(255,255,255,0.5)"},
                },
                customdata=[[column, name, f"{float(str(grid.loc[column, name])):,.0f}"] for column in columns],
                hovertemplate=f"{text(name)}: %{{customdata[2]}} words, %{{x:.0f}} %<extra></extra>",
            )
    _at_the_end(figure, labels, grid.sum(axis=1))
    return figure


_TIMES: dict[str, str] = {name: colour for name, colour in TENSES.items() if name != "unknown"}


def times(dates: pd.DataFrame, columns: Sequence[str]) -> go.Figure:
    """Draw one bar of 100 % a column: the share of past, present and future among the dates spoken of.

    `dates` has column and time.
    """
    grid = dates.groupby(["column", "time"]).size().reset_index(name="dates")
    grid = grid.pivot_table(index="column", columns="time", values="dates", aggfunc="sum", fill_value=0)
    grid = grid.reindex(index=list(columns), columns=list(_TIMES), fill_value=0)
    totals = grid.sum(axis=1)
    share = grid.div(totals.where(totals > 0, 1), axis=0) * 100
    most = grid.sum().idxmax() if len(grid) else "present"
    figure = blank(
        f"Most of the dates spoken of are {most}",
        "share of dates spoken of, against the day of publication, %; their number stands at the end",
        20 + 34 * len(columns),
        barmode="stack",
    )
    labels = _different([clip(column, 34) for column in columns])
    for name, colour in _TIMES.items():
        figure.add_bar(
            y=labels,
            x=share[name],
            orientation="h",
            name=name,
            marker={"color": colour, "line": {"width": 1, "color": "rgba(255,255,255,0.5)"}},
            customdata=[[column, name, count] for column, count in grid[name].items()],
            hovertemplate=f"{name}: %{{customdata[2]}} dates, %{{x:.0f}} %<extra></extra>",
        )
    _at_the_end(figure, labels, totals)
    return figure


def _at_the_end(figure: go.Figure, labels: Sequence[str], totals: pd.Series) -> None:
    """Write each bar's total behind it."""
    for label, total in zip(labels, totals, strict=True):
        figure.add_annotation(x=101, y=label, text=f"{total:,.0f}", showarrow=False, xanchor="left")
    figure.update_xaxes(range=[0, 112], tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    figure.update_yaxes(autorange="reversed", showgrid=False)


def _different(names: Sequence[str]) -> list[str]:
    """Return labels for an axis: bars of one label would stand on one another."""
    labels: list[str] = []
    for name in map(text, names):
        labels.append(name + "\u200b" * sum(label.rstrip("\u200b") == name for label in labels))
    return labels


def words(keyness: pd.DataFrame, column: str, colour: str) -> go.Figure:
    """Draw a column's most distinctive words as bars of z, the raw counts at their ends.

    `keyness` has word, z, target, reference, target_articles, reference_articles, q.
    """
    rows = keyness.iloc[::-1]
    figure = blank(
        clip(column, 40), "z of the log-odds; how often here : elsewhere", 26 + 24 * len(rows), legend_rows=0
    )
    figure.add_bar(
        y=[text(clip(str(term), 24)) for term in rows["word"]],
        x=rows["z"],
        orientation="h",
        showlegend=False,
        marker_color=colour,
        customdata=[[column, row.word, _chance(row)] for row in each(rows)],
        text=[f"{here:,} : {there:,}" for here, there in zip(rows["target"], rows["reference"], strict=True)],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<br>z = %{x:.1f}<br>%{customdata[2]}<extra></extra>",
    )
    figure.update_xaxes(rangemode="tozero", range=[0, float(rows["z"].max()) * 1.35 if len(rows) else 1])
    figure.update_yaxes(showgrid=False)
    return figure


def _chance(row: Any) -> str:
    articles = f"in {plural(row.target_articles, 'article')} here, {row.reference_articles:,} elsewhere"
    return f"{articles}; q = {row.q:.2g}" if present(row.q) else f"{articles}; too few to test"
