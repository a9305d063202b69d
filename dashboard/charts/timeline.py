"""When articles were published, and which days they speak of."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.look import FAINT, blank, text
from dashboard.phrases import clip, day, plural, present, when
from dashboard.rows import each
from dashboard.tellers import Tellers, column

_PAST, _FUTURE, _UNKNOWN = "#56B4E9", "#D55E00", "#8A8A8A"


def mentions(dates: pd.DataFrame) -> go.Figure:
    """Draw how many expressions of time fall in each month (or year, over more than ten years).

    `dates` are rows with begin_day; a span of time stands where it begins.
    """
    moments = pd.to_datetime(dates["begin_day"])
    years = (moments.max() - moments.min()).days / 365
    unit, rule = ("month", "M") if years <= 10 else ("year", "Y")
    counts = moments.dt.to_period(rule).value_counts().sort_index()
    busiest = counts.idxmax()
    named = f"{busiest:%B %Y}" if unit == "month" else f"{busiest:%Y}"
    figure = blank(f"Most spoken of: {named}", f"dates spoken of, by {unit}", 120, legend_rows=0)
    figure.add_bar(
        x=[period.start_time for period in counts.index],
        y=counts.to_numpy(),
        customdata=[[str(period)] for period in counts.index],
        marker_color=_PAST,
        hovertemplate="%{x|" + ("%b %Y" if unit == "month" else "%Y") + "}: %{y}<extra></extra>",
    )
    figure.update_yaxes(rangemode="tozero", nticks=4)
    figure.update_xaxes(showgrid=False)
    return figure


def lines(articles: pd.DataFrame, dates: pd.DataFrame, tellers: Tellers) -> go.Figure:
    """Draw a line an article: a filled mark where it was published, ticks for the days it speaks of.

    Articles stand in order of publication, undated ones last. Ticks tell past from future; without a date of
    publication neither is known.
    """
    order = articles.sort_values(["published", "title_shown"], na_position="last", ascending=[True, True])
    place = {key: number for number, key in enumerate(order["key"])}
    undated = int(order["published"].isna().sum())
    figure = blank(
        "When they appeared, and the days they speak of",
        "a filled mark: published; ticks: days spoken of (double-click to see those of long ago)",
        40 + 24 * len(order),
    )
    known = dates[dates["key"].isin(place)].assign(
        moment=pd.to_datetime(dates["begin_day"]), published=pd.to_datetime(dates["published"])
    )
    for name, colour, chosen in (
        ("past", _PAST, known["moment"] <= known["published"]),
        ("future", _FUTURE, known["moment"] > known["published"]),
        ("article undated", _UNKNOWN, known["published"].isna()),
    ):
        part = known[chosen]
        if len(part):
            figure.add_scatter(
                x=part["moment"],
                y=part["key"].map(place),
                mode="markers",
                name=f"spoken of: {name}",
                marker={"symbol": "line-ns-open", "size": 14, "line": {"width": 2}, "color": colour},
                customdata=part[["row"]],
                hovertext=[f"{text(clip(row.text, 60))}: {text(when(row.value))}" for row in each(part)],
                hovertemplate="%{hovertext}<extra></extra>",
            )
    dated = order[order["published"].notna()].assign(teller=column(order, tellers))
    figure.add_scatter(
        x=pd.to_datetime(dated["published"]),
        y=dated["key"].map(place),
        mode="markers",
        name="published",
        marker={
            "size": 12,
            "color": [tellers.colour(name) for name in dated["teller"]],
            "symbol": [tellers.shape(name) for name in dated["teller"]],
        },
        customdata=dated[["key"]],
        hovertext=[f"{text(clip(row.title_shown, 70))}<br>published {day(row.published)}" for row in each(dated)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    if undated and undated < len(order):
        figure.add_hline(y=len(order) - undated - 0.5, line={"color": FAINT, "width": 1, "dash": "dot"})
    labels = [_label(row) for row in each(order)]
    figure.update_yaxes(
        tickvals=list(place.values()),
        ticktext=labels,
        range=[len(order) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )
    figure.update_xaxes(type="date", range=_bulk(pd.concat([known["moment"], pd.to_datetime(dated["published"])])))
    return figure


def _bulk(moments: pd.Series) -> list[pd.Timestamp] | None:
    """Return a range that holds all but the far ends, so that one date of long ago doesn't squeeze the rest."""
    if moments.dropna().empty:
        return None
    days = moments.dropna().sort_values(ignore_index=True)
    first, last = days[int(0.03 * len(days))], days[int(0.97 * (len(days) - 1))]
    margin = max((last - first) * 0.15, pd.Timedelta(days=20))
    return [max(first - margin, days.iloc[0] - margin), min(last + margin, days.iloc[-1] + margin)]


def _label(row: object) -> str:
    title = clip(str(getattr(row, "title_shown", "")), 36)
    outlet = getattr(row, "outlet", None)
    return text(f"{title} · {clip(str(outlet), 18)}" if present(outlet) else title)


def tense_share(dates: pd.DataFrame) -> str:
    """Return how much of what dated articles speak of lies before and after their publication, in words."""
    known = dates[dates["published"].notna() & dates["begin_day"].notna()]
    if known.empty:
        return "Past and future can't be told apart without a date of publication."
    future = int((pd.to_datetime(known["begin_day"]) > pd.to_datetime(known["published"])).sum())
    return (
        f"Of {plural(len(known), 'day')} that dated articles speak of, {len(known) - future:,} lie before or on the "
        f"day of publication and {future:,} after it."
    )
