"""Columns side by side: frames, voices, distinctive words, one colour a column through all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from plotly.subplots import make_subplots

from core.compare import frame_shares, speech
from dashboard.charts import room
from dashboard.charts.look import FAINT, GRID, blank, counted, lines, parts_of_rows, text
from dashboard.charts.timeline_charts import TENSES, of_tenses
from dashboard.charts.voices_charts import shades
from dashboard.showing.chart import Chart
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, plural, present

_ACROSS = 4  # small charts side by side: more would leave their titles no room on a small screen
_ROW = 34  # pixels of a bar and the gap to the next
_SMALL = 280  # pixels of one of three charts side by side
_HEADS = 3  # lines of a small chart's title


def frames(shares: pd.DataFrame, columns: Sequence[str], names: Sequence[str], colours: Sequence[str]) -> Chart:
    """Draw a small bar chart a column on one scale: each frame's share of the column's frame words.

    `shares` has column, frame, hits, share, low, high (Wilson interval); `names` are the frames from top to bottom.
    """
    across = min(len(columns), _ACROSS)
    down = -(-len(columns) // across)
    heads = room.labels(columns, (room.NARROW - room.LABEL) / across, _HEADS)
    top = 20 * max(map(len, heads))
    figure = Chart()
    make_subplots(
        cols=across,
        rows=down,
        figure=figure,
        shared_yaxes=True,
        horizontal_spacing=0.02,
        vertical_spacing=(top + 26) / (down * (56 + 28 * len(names))) if down > 1 else 0,
        subplot_titles=[lines(head) for head in heads],
    )
    labels = [text(name.replace("_", " ")) for name in names]
    for number, column in enumerate(columns):
        part = shares[shares["column"] == column].set_index("frame").reindex(list(names))
        hits = part["hits"].fillna(0)
        figure.add_bar(
            y=labels,
            x=100 * part["share"].fillna(0),
            orientation="h",
            row=number // across + 1,
            col=number % across + 1,
            showlegend=False,
            marker_color=colours[number],
            customdata=[[column, name] for name in names],
            error_x={
                "type": "data",
                "symmetric": False,
                "color": FAINT,
                "thickness": 1.2,
                "width": 3,
                "array": 100 * (part["high"] - part["share"]).fillna(0),
                "arrayminus": 100 * (part["share"] - part["low"]).fillna(0),
            },
            hovertext=[
                f"{text(clip(column, 80))}<br>{label}: {100 * share:.0f} % of the frame words ({found:.0f} words)"
                for label, share, found in zip(labels, part["share"].fillna(0), hits, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    layout = blank(
        _leading(shares, columns, names),
        "share of the frame words, %; whiskers: 95 % interval",
        down * (56 + 28 * len(names)) + top,
    ).layout
    figure.update_layout(layout)
    figure.update_layout(margin={"t": layout.margin.t + top})
    figure.rows = _share_rows(shares, columns, names)
    for place, column in zip(figure.layout.annotations, columns, strict=True):
        place.update(hovertext=text(column), font={"size": room.SIZE}, yshift=2)
    highest = 100 * float(shares["high"].max()) if len(shares) else 100
    figure.update_xaxes(
        range=[0, min(100, highest * 1.05)], gridcolor=GRID, fixedrange=True, nticks=4, tickangle=0
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, automargin=True, fixedrange=True)
    return figure


def _share_rows(shares: pd.DataFrame, columns: Sequence[str], names: Sequence[str]) -> pd.DataFrame:
    """Return the share of each frame in each column, 0 where it has no words, with its interval."""
    every = pd.MultiIndex.from_product([columns, names], names=["column", "frame"])
    rows = shares.set_index(["column", "frame"]).reindex(every).reset_index()
    return pd.DataFrame(
        {
            "column": rows["column"],
            "frame": rows["frame"].str.replace("_", " "),
            "share of the frame words, %": 100 * rows["share"].fillna(0),
            "95 % interval from, %": 100 * rows["low"],
            "95 % interval to, %": 100 * rows["high"],
            "frame words": rows["hits"].fillna(0).astype(int),
        }
    )


def _leading(shares: pd.DataFrame, columns: Sequence[str], names: Sequence[str]) -> str:
    """Say which frames lead, and in how many columns."""
    if not shares["frame"].isin(list(names)).any():
        return "No frame has words here"
    leads = Counter(frame for frame in frame_shares.leading(shares).values() if frame in names)
    if not leads:
        return "No frame has clearly more words than the others"
    told = [f"{frame.replace('_', ' ')} in {count}" for frame, count in leads.most_common()]
    told[0] += f" of {len(columns)}"
    return f"Clearly most frame words are {', '.join(told)}"


def voices(said: pd.DataFrame, columns: Sequence[str]) -> Chart:
    """Draw one bar of 100 % a column: the share of attributed words each speaker is given.

    `said` has column, part (a leading speaker, or what of `speech.REST` stands for it) and words.
    """
    grid = said.pivot_table(index="column", columns="part", values="words", aggfunc="sum", fill_value=0)
    totals = grid.sum().sort_values(ascending=False)
    named = [str(name) for name in totals.index if name not in speech.REST]
    colours = shades(named, speech.REST)
    return _bars(
        grid,
        columns,
        {name: colour for name, colour in colours.items() if name in grid},
        f"{clip(named[0], 40)} is given the most words" if named else "No one is named",
        "share of attributed words, %; the number of words stands at the end",
        ("speaker", "word", "share of attributed words, %"),
    )


_TIMES: dict[str, str] = {name: colour for name, colour in TENSES.items() if name != "unknown"}


def times(dates: pd.DataFrame, columns: Sequence[str]) -> Chart:
    """Draw one bar of 100 % a column: the share of past, present and future among the dates spoken of.

    `dates` has column and tense.
    """
    grid = dates.groupby(["column", "tense"]).size().reset_index(name="dates")
    grid = grid.pivot_table(index="column", columns="tense", values="dates", aggfunc="sum", fill_value=0)
    grid = grid.reindex(columns=list(_TIMES), fill_value=0)
    return _bars(
        grid,
        columns,
        _TIMES,
        of_tenses(dates["tense"]),
        "share of dates spoken of, against the day of publication, %; their number stands at the end",
        ("past, present or future", "date", "share of dates spoken of, %"),
    )


def _bars(  # noqa: PLR0913 - what a chart says of itself
    grid: pd.DataFrame,
    columns: Sequence[str],
    colours: Mapping[str, str],
    title: str,
    measure: str,
    heads: tuple[str, str, str],
) -> Chart:
    """Draw one bar of 100 % a column, of the numbers in a grid of columns × parts.

    `heads` say in the chart's rows what the parts are, what is counted (one of it), and what its share is.
    """
    part, noun, of_all = heads
    grid = grid.reindex(list(columns), fill_value=0)
    totals = grid.sum(axis=1)
    figure = blank(title, measure, 20 + _ROW * len(columns), legend=list(colours), barmode="stack")
    share = grid.div(totals.where(totals > 0, 1), axis=0) * 100
    told = {name: [plural(int(number), noun) for number in grid[name]] for name in colours}
    parts_of_rows(figure, share, list(totals), colours, told)
    figure.rows = counted(grid, share, list(colours), ("column", part, f"{noun}s", of_all))
    return figure


def words(keyness: pd.DataFrame, column: str, colour: str) -> Chart:
    """Draw a column's most distinctive words as bars of z, the raw counts at their ends.

    `keyness` has word, z, target, reference, target_articles, reference_articles, q.
    """
    rows = keyness.iloc[::-1]
    figure = blank(column, "z of the log-odds; how often here : elsewhere", 26 + 24 * len(rows), pixels=_SMALL)
    figure.add_bar(
        y=[text(room.fitted(str(term), room.LABEL)) for term in rows["word"]],
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
    figure.rows = pd.DataFrame(
        {
            "column": column,
            "word": keyness["word"],
            "z of the log-odds": keyness["z"],
            "times here": keyness["target"],
            "times elsewhere": keyness["reference"],
            "articles here": keyness["target_articles"],
            "articles elsewhere": keyness["reference_articles"],
            "q": keyness["q"],
        }
    )
    figure.update_xaxes(rangemode="tozero", range=[0, float(rows["z"].max()) * 1.35 if len(rows) else 1])
    figure.update_yaxes(showgrid=False)
    return figure


def _chance(row: Any) -> str:
    articles = f"in {plural(row.target_articles, 'article')} here, {row.reference_articles:,} elsewhere"
    return f"{articles}; q = {row.q:.2g}" if present(row.q) else f"{articles}; too few to test"
