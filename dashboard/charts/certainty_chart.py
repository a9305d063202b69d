"""How sure the dates of publication are."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.charts.look import blank
from dashboard.showing.chart import Chart

# From sure to unknown; what is inferred stands out, since it is a reading of the text.
_COLOURS = {
    "by hand": "#0072B2",
    "given": "#0072B2",
    "metadata": "#56B4E9",
    "text": "#009E73",
    "inferred": "#E69F00",
    "unknown": "#8A8A8A",
}


def certainty(counts: Mapping[str, int], names: Mapping[str, str]) -> Chart:
    """Draw the number of articles by how their date is known; `names` says it in words, in the order to draw."""
    there = [origin for origin in names if counts.get(origin)]
    total = sum(counts[origin] for origin in there)
    unsure = [origin for origin in ("inferred", "unknown") if counts.get(origin)]
    figure = blank(
        f"{sum(counts[origin] for origin in unsure):,} of {total:,} dates {' or '.join(unsure)}"
        if unsure
        else "Every date is told, none inferred",
        "articles, by where their date of publication is known from",
        16 + 32 * len(there),
    )
    figure.add_bar(
        y=[names[origin] for origin in there],
        x=[counts[origin] for origin in there],
        orientation="h",
        marker={"color": [_COLOURS[origin] for origin in there]},
        text=[f"{counts[origin]:,}" for origin in there],
        textposition="outside",
        cliponaxis=False,
        customdata=[[origin] for origin in there],
        hovertemplate="%{y}: %{x:,}<extra></extra>",
    )
    figure.rows = pd.DataFrame(
        {"date known from": [names[origin] for origin in there], "articles": [counts[origin] for origin in there]}
    )
    largest = max((counts[origin] for origin in there), default=1)
    figure.update_xaxes(range=[0, largest * 1.12], dtick=1 if largest <= 8 else None, fixedrange=True)
    figure.update_yaxes(autorange="reversed", showgrid=False, fixedrange=True)
    return figure
