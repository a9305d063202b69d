"""How hard articles are to read, on a chosen formula, with bands in words."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import FAINT, blank, text
from dashboard.phrases import clip, day
from dashboard.rows import each
from dashboard.tellers import Tellers, column

# School grades in words; Flesch's ease runs the other way (Flesch 1949: 60 to 70 is plain English, below 30 academic).
_GRADES = ((0, 8, "plain"), (8, 12, "newspaper"), (12, 16, "demanding"), (16, 30, "academic"))
_EASE = ((60, 100, "plain"), (50, 60, "newspaper"), (30, 50, "demanding"), (-20, 30, "academic"))


def strip(articles: pd.DataFrame, formula: str, label: str, tellers: Tellers) -> go.Figure:
    """Draw a mark an article on a formula's scale, a row for each who tells, the row's median as a bar."""
    rows = articles[articles[formula].notna()].copy()
    rows["teller"] = column(rows, tellers).map(tellers.shown)
    medians = rows.groupby("teller")[formula].median().sort_values()
    order = list(medians.index)
    ease = formula == "flesch_reading_ease"
    hardest = medians.index[0] if ease else medians.index[-1]
    figure = blank(
        f"Hardest to read: {clip(str(hardest), 50)}" if len(order) > 1 else label,
        f"{label}; a mark an article, the bar is the median",
        60 + 34 * len(order),
        legend_rows=0,
    )
    low, high = float(rows[formula].min()) - 1.5, float(rows[formula].max()) + 1.5
    for start, end, word in _EASE if ease else _GRADES:
        if start < high and end > low:
            figure.add_vline(x=start, line={"color": FAINT, "width": 1, "dash": "dot"})
            figure.add_annotation(
                x=max(start, low), y=1, yref="paper", text=word, showarrow=False, xanchor="left", yanchor="bottom"
            )
    for level, name in enumerate(order):
        part = rows[rows["teller"] == name]
        spread = [(number % 5 - 2) * 0.1 if len(part) > 1 else 0 for number in range(len(part))]
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
            y=[level + offset for offset in spread],
            mode="markers",
            name=text(name),
            marker={"size": 11, "color": tellers.colour(name), "symbol": tellers.shape(name)},
            customdata=part[["key"]],
            hovertext=[f"{text(clip(row.title_shown, 70))}<br>{day(row.published)}" for row in each(part)],
            hovertemplate="%{x:.1f}: %{hovertext}<extra></extra>",
        )
    figure.update_xaxes(range=[low, high])
    figure.update_yaxes(
        tickvals=list(range(len(order))),
        ticktext=[text(clip(str(name), 34)) for name in order],
        showgrid=False,
        range=[-0.6, len(order) - 0.4],
    )
    return figure
