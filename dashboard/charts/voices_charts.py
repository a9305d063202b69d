"""Who speaks, and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.charts import room
from dashboard.charts.look import blank, counted, lines, name_rows, named, parts_of_rows, text
from dashboard.showing.chart import Chart
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, plural
from dashboard.showing.tellers import colour_of


def speakers(voices: pd.DataFrame) -> Chart:
    """Draw the words each speaker is given, direct and indirect speech apart."""
    rows = voices
    figure = blank(
        f"{clip(str(voices['speaker'].iloc[0]), 40)} is given the most words",
        "attributed words, quoted and in reported speech",
        30 + 26 * len(rows),
        legend=["direct speech", "indirect speech"],
        barmode="stack",
    )
    speakers = [str(name) for name in rows["speaker"]]
    for name, colour, pattern in (("direct", "#0072B2", ""), ("indirect", "#56B4E9", "/")):
        figure.add_bar(
            y=list(range(len(rows))),
            x=rows[f"{name}_words"],
            orientation="h",
            marker={"color": colour, "pattern": {"shape": pattern, "size": 5}},
            customdata=rows[["speaker"]],
            hovertext=[
                f"{text(speaker)}: {plural(int(count), 'word')} of {name} speech"
                for speaker, count in zip(speakers, rows[f"{name}_words"], strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(f"{name} speech"),
        )
    figure.rows = pd.DataFrame(
        {
            "speaker": speakers,
            "words in direct speech": list(rows["direct_words"]),
            "words in indirect speech": list(rows["indirect_words"]),
        }
    )
    figure.update_xaxes(rangemode="tozero")
    name_rows(figure, speakers, most=1)
    return figure


def grid(counts: pd.DataFrame, tellers: Sequence[str], speakers: Sequence[str]) -> Chart:
    """Draw speakers × outlets as squares, the number of quotations in each.

    `counts` has teller, speaker, statements. A square is a mark of its own, since cells of a heat map can't be clicked.
    """
    table = counts[counts["teller"].isin(tellers) & counts["speaker"].isin(speakers)]
    figure = blank("Who is quoted by whom", "number of attributed statements", 30 + 30 * len(speakers))
    largest = max(int(table["statements"].max()), 1) if len(table) else 1
    # By the root: the sources without a name are many, and would make all others look alike.
    strength = [(count / largest) ** 0.5 for count in table["statements"]]
    figure.add_scatter(
        x=[tellers.index(name) for name in table["teller"]],
        y=[speakers.index(name) for name in table["speaker"]],
        mode="markers+text",
        marker={"symbol": "square", "size": 26, "color": [_shade(share) for share in strength]},
        text=[f"{count:,}" for count in table["statements"]],
        textposition="middle center",
        textfont={"size": 11, "color": ["#FFFFFF" if share > _DARK else "#000000" for share in strength]},
        customdata=table[["teller", "speaker"]],
        hovertext=[f"{text(row.speaker)} in {text(row.teller)}: {row.statements}" for row in each(table)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    slanted = len(tellers) > _UPRIGHT  # for names that many outlets leave no width
    names = [
        room.in_lines(name, room.LABEL if slanted else _HEADS / max(len(tellers), 1), 1 if slanted else 3)
        for name in tellers
    ]
    above = 70 if slanted else 4 + 18 * max(map(len, names), default=1)
    figure.update_layout(margin={"t": figure.layout.margin.t + above}, height=figure.layout.height + above)
    heads = {"teller": "told by", "speaker": "speaker", "statements": "attributed statements"}
    figure.rows = table[[*heads]].rename(columns=heads)
    figure.update_xaxes(
        tickvals=list(range(len(tellers))),
        ticktext=[lines(name) for name in names],
        side="top",
        tickangle=30 if slanted else 0,
        range=[-0.6, len(tellers) - 0.4],
        fixedrange=True,
    )
    figure.update_yaxes(
        tickvals=list(range(len(speakers))),
        ticktext=[text(room.fitted(name, room.LABEL)) for name in speakers],
        range=[len(speakers) - 0.4, -0.6],
        fixedrange=True,
    )
    return figure


def _shade(share: float) -> str:
    """Return a colour between a light and a dark blue: opaque, so that a number on it has contrast on any page."""
    mixed = (round(few + share * (many - few)) for few, many in zip(_FEW, _MANY, strict=True))
    return f"rgb({','.join(map(str, mixed))})"


_FEW, _MANY = (164, 208, 236), (0, 76, 122)
_DARK = 0.635  # of the way from light to dark, from where a number must be white
_UPRIGHT, _HEADS = 4, 310  # outlets whose names stand upright, and the pixels they share on a small screen

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


_PARTS = {"part": "speaker", "how": "how it is told", "cue_class": "class of the cue verb"}


def shades(voices: Sequence[str], last: Sequence[str]) -> dict[str, str]:
    """Return a colour for each voice; those in `last` tell least and are grey."""
    colours = {name: colour_of(number) for number, name in enumerate(n for n in voices if n not in last)}
    return colours | {name: f"rgba(128,128,128,{0.75 - 0.22 * place})" for place, name in enumerate(last)}


def stacked(
    counts: pd.DataFrame, tellers: Sequence[str], colours: Mapping[str, str], title: str, measure: str, weight: str
) -> Chart:
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
    there = {name: colour for name, colour in colours.items() if name in grid}
    figure = blank(
        title,
        f"{measure}, %; how many stands at the end",
        20 + 34 * len(tellers),
        legend=list(there),
        barmode="stack",
    )
    told = {name: [f"{int(number):,} {weight}" for number in grid[name]] for name in there}
    parts_of_rows(figure, percent, list(totals), there, told)
    part = _PARTS.get(str(counts.columns[1]), str(counts.columns[1]))
    figure.rows = counted(grid, percent, list(there), ("told by", part, weight, f"share of {weight}, %"))
    return figure
