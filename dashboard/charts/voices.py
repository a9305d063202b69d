"""Who speaks, and how much."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import blank, text
from dashboard.phrases import clip
from dashboard.rows import each


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

    `counts` has teller, speaker, quotations. A square is a mark of its own, since cells of a heat map can't be clicked.
    """
    table = counts[counts["teller"].isin(tellers) & counts["speaker"].isin(speakers)]
    figure = blank(
        "Who is quoted by whom", "number of attributed statements", 30 + 30 * len(speakers), legend_rows=0
    )
    largest = max(int(table["quotations"].max()), 1) if len(table) else 1
    figure.add_scatter(
        x=[tellers.index(name) for name in table["teller"]],
        y=[speakers.index(name) for name in table["speaker"]],
        mode="markers+text",
        marker={
            "symbol": "square",
            "size": 26,
            "color": [f"rgba(0,114,178,{0.25 + 0.75 * count / largest:.2f})" for count in table["quotations"]],
        },
        text=table["quotations"],
        textposition="middle right",
        customdata=table[["teller", "speaker"]],
        hovertext=[f"{text(row.speaker)} in {text(row.teller)}: {row.quotations}" for row in each(table)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.update_xaxes(
        tickvals=list(range(len(tellers))),
        ticktext=[text(clip(name, 20)) for name in tellers],
        side="top",
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
_CLASS_COLOURS = {"neutral": "#8A8A8A", "assertive": "#0072B2", "factive": "#009E73", "doubt": "#D55E00"}


def cues(shares: pd.DataFrame, tellers: Sequence[str]) -> go.Figure:
    """Draw how words are introduced, one bar of 100 % an outlet: classes of cue verbs.

    `shares` has teller, cue_class, n.
    """
    table = shares.pivot_table(index="teller", columns="cue_class", values="n", aggfunc="sum", fill_value=0)
    table = table.reindex(list(tellers), fill_value=0)
    percent = table.div(table.sum(axis=1).where(lambda total: total > 0, 1), axis=0) * 100
    figure = blank(
        "How words are introduced",
        "share of attributed statements by class of cue verb, %",
        20 + 34 * len(tellers),
        legend_rows=1,
        barmode="stack",
    )
    for name in [*_CLASS_COLOURS, *(other for other in table if other not in _CLASS_COLOURS)]:
        if name in table:
            figure.add_bar(
                y=[text(clip(teller, 34)) for teller in tellers],
                x=percent[name],
                orientation="h",
                name=name,
                marker_color=_CLASS_COLOURS.get(str(name), "#CC79A7"),
                customdata=[[teller, name, count] for teller, count in table[name].items()],
                hovertemplate=f"{name}: %{{customdata[2]}} statements, %{{x:.0f}} %<extra></extra>",
            )
    figure.update_xaxes(range=[0, 100], tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure
