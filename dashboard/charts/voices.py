"""Who speaks, and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import blank, text
from dashboard.phrases import clip
from dashboard.rows import each
from dashboard.tellers import colour_of


def speakers(voices: pd.DataFrame) -> go.Figure:
    """Draw the words each speaker is given, direct and indirect speech apart."""
    rows = voices.iloc[::-1]
    figure = blank(
        f"{clip(str(voices['speaker'].iloc[0]), 40)} is given most words",
        "attributed words, quoted and in reported speech",
        30 + 26 * len(rows),
        barmode="stack",
    )
    labels = [text(clip(str(name), 34)) for name in rows["speaker"]]
    for name, colour, pattern in (("direct", "#0072B2", ""), ("indirect", "#56B4E9", "/")):
        figure.add_bar(
            y=labels,
            x=rows[f"{name}_words"],
            name=f"{name} speech",
            orientation="h",
            marker={"color": colour, "pattern": {"shape": pattern, "size": 5}},
            customdata=rows[["speaker"]],
            hovertemplate=f"%{{y}}: %{{x:,}} words of {name} speech<extra></extra>",
        )
    figure.update_xaxes(rangemode="tozero")
    figure.update_yaxes(showgrid=False)
    return figure


def grid(counts: pd.DataFrame, tellers: Sequence[str], speakers: Sequence[str]) -> go.Figure:
    """Draw speakers × outlets as squares, the number of quotations in each.

    `counts` has teller, speaker, statements. A square is a mark of its own, since cells of a heat map can't be clicked.
    """
    table = counts[counts["teller"].isin(tellers) & counts["speaker"].isin(speakers)]
    figure = blank(
        "Who is quoted by whom", "number of attributed statements", 30 + 30 * len(speakers), legend_rows=0
    )
    largest = max(int(table["statements"].max()), 1) if len(table) else 1
    figure.add_scatter(
        x=[tellers.index(name) for name in table["teller"]],
        y=[speakers.index(name) for name in table["speaker"]],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": 26,
            "color": [f"rgba(0,114,178,{0.25 + 0.75 * count / largest:.2f})" for count in table["statements"]],
        },
        text=table["statements"],
        textposition="middle right",
        customdata=table[["teller", "speaker"]],
        hovertext=[f"{text(row.speaker)} in {text(row.teller)}: {row.statements}" for row in each(table)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    room = 70 if len(tellers) > 4 else 22  # for names that many outlets leave no width
    figure.update_layout(margin={"t": figure.layout.margin.t + room}, height=figure.layout.height + room)
    figure.update_xaxes(
        tickvals=list(range(len(tellers))),
        ticktext=[text(clip(name, 20)) for name in tellers],
        side="top",
        tickangle=30 if len(tellers) > 4 else 0,
        range=[-0.6, len(tellers) - 0.4],
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(speakers))),
        ticktext=[text(clip(name, 32)) for name in speakers],
        range=[len(speakers) - 0.4, -0.6],
        fixedrange=True,
    )
    return figure


# From light to dark doubt; neutral first. Classes are those of the lexicon of cues.
CUE_CLASSES = {
    "neutral": "#8A8A8A",
    "assertive": "#0072B2",
    "factive": "#009E73",
    "belief": "#56B4E9",
    "doubt": "#D55E00",
    "no cue": "rgba(128,128,128,0.35)",
}
WAYS = {"quoted": "#0072B2", "partly quoted": "#56B4E9", "in reported speech": "#E69F00"}


def shades(voices: Sequence[str], last: Sequence[str]) -> dict[str, str]:
    """Return a colour for each voice; those in `last` tell least and are grey."""
    colours = {name: colour_of(number) for number, name in enumerate(n for n in voices if n not in last)}
    return colours | {name: f"rgba(128,128,128,{0.75 - 0.22 * place})" for place, name in enumerate(last)}


def stacked(
    counts: pd.DataFrame, tellers: Sequence[str], colours: Mapping[str, str], title: str, measure: str, weight: str
) -> go.Figure:
    """Draw one bar of 100 % an outlet, its parts in the order of `colours`; the whole number stands at its end.

    `counts` has teller, the names of `colours` in its second column, and a column that `weight` names: words or
    statements.
    """
    grid = counts.pivot_table(
        index="teller", columns=counts.columns[1], values=weight, aggfunc="sum", fill_value=0
    )
    grid = grid.reindex(list(tellers), fill_value=0)
    totals = grid.sum(axis=1)
    percent = grid.div(totals.where(totals > 0, 1), axis=0) * 100
    there = [name for name in colours if name in grid]
    figure = blank(
        title,
        f"{measure}, %; how many stands at the end",
        20 + 34 * len(tellers),
        legend_rows=1 + len(there) // 5,
        barmode="stack",
    )
    labels = [text(clip(teller, 34)) for teller in tellers]
    for name in there:
        figure.add_bar(
            y=labels,
            x=percent[name],
            orientation="h",
            name=text(clip(name, 30)),
            marker={"color": colours[name], "line": {"width": 1, "color": "rgba(255,255,255,0.5)"}},
            customdata=[[teller, name, f"{int(number):,}"] for teller, number in grid[name].items()],
            hovertemplate=f"{text(name)}: %{{customdata[2]}} {weight}, %{{x:.0f}} %<extra></extra>",
        )
    for label, total in zip(labels, totals, strict=True):
        figure.add_annotation(x=101, y=label, text=f"{total:,.0f}", showarrow=False, xanchor="left")
    figure.update_xaxes(range=[0, 112], tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    figure.update_yaxes(autorange="reversed", showgrid=False, fixedrange=True)
    return figure
