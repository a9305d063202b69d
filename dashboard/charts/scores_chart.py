"""How hard articles are to read, on a chosen formula, with bands in words."""

from __future__ import annotations

import pandas as pd

from dashboard.charts import room
from dashboard.charts.look import FAINT, article_of, blank, lines, text
from dashboard.charts.together import appeared, together
from dashboard.showing import bands
from dashboard.showing.chart import Chart
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip
from dashboard.showing.tellers import Tellers, column

BAND = "rgba(128,128,128,0.09)"
_NARROWEST = 330  # pixels of the plot on a small screen
_MARK = 11  # pixels
_ASIDE = ((0, 0), (0, 0.3), (0, -0.3), (0, 0.15), (0, -0.15))  # no score may move, so marks give way up and down
_CHARACTER = 7.5  # pixels of a band's word
_MOST_MARKS = 300  # articles that each get a mark of their own; more would stand on one another
_STEPS = 80  # of the scale, in which more articles share their marks: as wide as a mark on a wide page


def strip(
    articles: pd.DataFrame, formula: str, label: str, tellers: Tellers, reference: float | None = None
) -> Chart:
    """Draw a mark an article on a formula's scale, a row for each who tells, the row's median as a bar.

    Where there are very many, those of one row that are about as hard share a mark, the larger the more they are.
    `reference` is the score of a text to compare with, drawn as a line.
    """
    rows = articles[articles[formula].notna()].copy()
    rows["teller"] = column(rows, tellers).map(tellers.shown)
    medians = rows.groupby("teller")[formula].median().sort_values(ascending=formula != bands.EASE)
    order = list(medians.index)
    many = len(rows) > _MOST_MARKS
    figure = blank(
        f"Hardest to read: {clip(str(order[-1]), 80)}" if len(order) > 1 else label,
        f"{label}; {_MARKS_MANY if many else 'a mark an article'}, the bar is the median",
        100 + 34 * len(order),
    )
    scores = [*rows[formula], *([reference] if reference is not None else [])]
    low, high = float(min(scores)) - 1.5, float(max(scores)) + 1.5
    _draw_bands(figure, formula, low, high)
    if reference is not None:
        _draw_reference(figure, reference, (low + high) / 2)
    marks = _marks(rows, formula, (high - low) / _STEPS if many else None)
    most = int(marks["told"].max())
    for level, name in enumerate(order):
        part = marks[marks["teller"] == name].sort_values(formula)
        reach = (high - low) * _MARK / _NARROWEST
        spread = [(0, 0)] * len(part) if many else room.free_places(list(part[formula]), reach, _ASIDE)
        figure.add_shape(
            type="line",
            x0=medians[name],
            x1=medians[name],
            y0=level - 0.3,
            y1=level + 0.3,
            line={"color": FAINT, "width": 3},
        )
        figure.add_scatter(
            x=part[formula],
            y=[level + across for _, across in spread],
            mode="markers",
            name=text(name),
            marker={
                "size": _sizes(part["told"], most) if many else _MARK,
                "color": tellers.colour(name),
                "symbol": tellers.shape(name),
                "opacity": 0.85,
            },
            customdata=part[["key"]],
            hovertext=[article_of(row) if row.told == 1 else appeared(row, "article") for row in each(part)],
            hovertemplate="%{x:.1f}: %{hovertext}<extra></extra>",
        )
    figure.update_xaxes(range=[low, high])
    figure.update_yaxes(
        tickvals=list(range(len(order))),
        ticktext=[lines(label) for label in room.labels(order, room.LABEL, 2)],
        showgrid=False,
        range=[_FLOOR, len(order) - 0.4 + (_HEADROOM if reference is not None else 0)],
    )
    figure.rows = pd.DataFrame(
        {
            "article": rows["title_shown"],
            "outlet": rows["outlet"],
            "published": rows["published"],
            label: rows[formula],
        }
    )
    return figure


_MARKS_MANY = "a mark an article, a larger one several of about this score"


def _marks(rows: pd.DataFrame, formula: str, step: float | None) -> pd.DataFrame:
    """Return a row a mark; with `step`, articles of one who tells that are less than it apart share one."""
    if step is None:
        return together(rows, ["key"], "key")
    near = rows.assign(near=(rows[formula] / step).round()).sort_values(["near", formula], kind="stable")
    marks = together(near, ["teller", "near"], "key")
    means = near.groupby(["teller", "near"], sort=False)[formula].mean().to_numpy()
    return marks.assign(**{formula: means})


def _sizes(told: pd.Series, most: int) -> list[float]:
    """Return how wide marks are, from 7 pixels for one article to 16 for the most: their areas tell how many."""
    return [round(7 + 9 * ((number - 1) / max(most - 1, 1)) ** 0.5, 1) for number in told]


_FLOOR, _HEADROOM = -1.15, 0.5  # rows below and above, for the words of the bands and of the line


def _draw_bands(figure: Chart, formula: str, low: float, high: float) -> None:
    """Part the scale where its bands end, and name those wide enough for their word, below the marks."""
    for number, (start, end, word) in enumerate(bands.bands(formula)):
        start, end = max(start, low), min(end, high)  # noqa: PLW2901
        if start >= end:
            continue
        if number % 2:
            figure.add_vrect(x0=start, x1=end, fillcolor=BAND, line_width=0, layer="below")
        if (end - start) / (high - low) * _NARROWEST > len(word) * _CHARACTER:
            figure.add_annotation(
                x=(start + end) / 2, y=_FLOOR, text=word, showarrow=False, yanchor="bottom", font={"size": 12}
            )


def _draw_reference(figure: Chart, score: float, middle: float) -> None:
    figure.add_vline(x=score, line={"color": FAINT, "width": 2, "dash": "dash"})
    figure.add_annotation(
        x=score,
        y=1,
        yref="paper",
        text=f"your text: {score:.1f}",
        showarrow=False,
        xanchor="left" if score < middle else "right",
        xshift=5 if score < middle else -5,
        yanchor="top",
    )
