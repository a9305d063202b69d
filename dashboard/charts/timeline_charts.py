"""When articles were published, and which days they speak of."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import pandas as pd

from core.compare.times import Tense
from dashboard.charts.look import BESIDE_DATES, FAINT, article_of, blank, counted, in_order, name_rows, named, text
from dashboard.charts.together import together
from dashboard.showing.chart import Chart
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, day, plural, when
from dashboard.showing.tellers import Tellers, column

TENSES: dict[Tense, str] = {"past": "#56B4E9", "present": "#009E73", "future": "#D55E00", "unknown": "#8A8A8A"}
_SPOKEN = "#6C86A0"
_MOSTLY = 0.6  # of the days spoken of
_LABEL = 170  # pixels of a title beside its line


class Bar(NamedTuple):
    """What a bar of `over_time` stands for: articles published or days spoken of, whose, first and last day."""

    what: Literal["published", "spoken"]
    teller: str
    first: str
    last: str


def over_time(articles: pd.DataFrame, dates: pd.DataFrame, tellers: Tellers) -> tuple[Chart, str]:
    """Draw bars of articles by publication, coloured by who tells them, and below, on one axis, the days spoken of.

    The sentence beside the figure says which days have no place in it.
    """
    published = pd.to_datetime(articles["published"])
    begin, end = pd.to_datetime(dates["begin_day"]), pd.to_datetime(dates["end_day"])
    first, last = _around(published.dropna(), begin)
    unit, rule, longest = _unit((last - first).days)
    first, last = first.to_period(rule).start_time, last.to_period(rule).end_time
    spoken = begin[(end - begin).dt.days < longest].dt.to_period(rule).value_counts().sort_index()
    dated = articles.assign(
        teller=column(articles, tellers).map(tellers.shown), bin=published.dt.to_period(rule)
    ).dropna(subset="published")
    counts = dated.groupby(["teller", "bin"]).size()
    names = in_order(dated["teller"], tellers)
    figure = blank(
        _most_spoken_of(spoken, unit),
        f"above: articles published, by {unit}; below: days they speak of"
        if names
        else f"days they speak of, by {unit}",
        300,
        legend=names,
        barmode="stack",
        dragmode="select",
        selectdirection="h",
    )
    for teller in names:
        _bars(figure, pd.Series(counts[teller]), Bar("published", teller, "", ""), tellers.colour(teller))
    _bars(figure, spoken, Bar("spoken", "", "", ""), _SPOKEN)
    figure.rows = _bar_rows(dated, spoken, tellers.noun)
    figure.update_layout(margin={"r": BESIDE_DATES})
    figure.update_xaxes(type="date", range=[first, last], showgrid=True, anchor="y2")
    figure.update_layout(
        yaxis={"domain": [0.56, 1], "title": "articles", **_whole(dated.groupby("bin").size())},
        yaxis2={"domain": [0, 0.44 if names else 1], "title": "days spoken of", **_whole(spoken)},
    )
    figure.update_layout(yaxis2_gridcolor=figure.layout.yaxis.gridcolor, yaxis2_zeroline=False)
    return figure, _left_out(begin, spoken, first, last, unit)


def _bar_rows(dated: pd.DataFrame, spoken: pd.Series, noun: str) -> pd.DataFrame:
    """Return what the bars over time stand for: articles published, and the days they speak of."""
    above = dated.groupby(["teller", "bin"]).size().rename("number").reset_index()
    below = spoken.rename("number").rename_axis("bin").reset_index()
    both = pd.concat([above.assign(what="articles published"), below.assign(what="days spoken of")])
    bins = pd.PeriodIndex(both["bin"])
    return pd.DataFrame(
        {
            "what is counted": both["what"].to_numpy(),
            noun: both["teller"].to_numpy(),
            "first day": bins.start_time,
            "last day": bins.end_time.normalize(),
            "number": both["number"].to_numpy(),
        }
    )


def _whole(counts: pd.Series) -> dict[str, Any]:
    """Return how an axis of counts is marked: a few whole numbers from zero on."""
    few = {"dtick": 1} if counts.max() <= 4 else {"nticks": 4}  # noqa: PLR2004 - as many marks as others have
    return {"rangemode": "tozero", **few}


def _bars(figure: Chart, counts: pd.Series, bar: Bar, colour: str) -> None:
    starts = [period.start_time for period in counts.index]
    ends = [period.end_time for period in counts.index]
    figure.add_bar(
        x=starts,
        y=counts.to_numpy(),
        offset=0,
        width=[0.92 * (end - start).total_seconds() * 1000 for start, end in zip(starts, ends, strict=True)],
        **named(bar.teller or "days spoken of"),
        yaxis="y" if bar.what == "published" else "y2",
        showlegend=bar.what == "published",
        marker_color=colour,
        customdata=[
            bar._replace(first=str(start.date()), last=str(end.date()))
            for start, end in zip(starts, ends, strict=True)
        ],
        hovertext=[
            f"{text(bar.teller or 'spoken of')}<br>{day(start) if start.date() == end.date() else _stretch(start, end)}"
            for start, end in zip(starts, ends, strict=True)
        ],
        hovertemplate="%{hovertext}: %{y}<extra></extra>",
    )


def _stretch(start: pd.Timestamp, end: pd.Timestamp) -> str:
    return f"{day(start)} – {day(end)}"


def _period_name(period: pd.Period, unit: str) -> str:
    if unit == "year":
        return f"{period:%Y}"
    return f"{period:%B %Y}" if unit == "month" else f"the {unit} of {day(period.start_time)}"


def _unit(days: int) -> tuple[str, str, int]:
    """Return the width of bars over so many days: in words, as pandas names it, and at most how many days."""
    if days <= 62:
        return "day", "D", 1
    if days <= 500:
        return "week", "W-SUN", 7
    return ("month", "M", 31) if days <= 12 * 366 else ("year", "Y", 366)


def _most_spoken_of(counts: pd.Series, unit: str) -> str:
    if counts.empty:
        return "When they appeared, and when they speak of"
    busiest = counts.index[int(counts.argmax())]
    return f"Most spoken of: {_period_name(busiest, unit)}, {plural(int(counts.max()), 'time')}"


def _left_out(begin: pd.Series, counts: pd.Series, first: pd.Timestamp, last: pd.Timestamp, unit: str) -> str:
    """Say what the bars below don't show: longer periods, and days far from any publication."""
    longer = len(begin) - int(counts.sum())
    inside = [first <= period.start_time <= last for period in counts.index]
    beyond = int(counts[[not shown for shown in inside]].sum())
    said = [f"{plural(longer, 'period')} of more than a {unit}"] if longer else []
    said += [f"{plural(beyond, 'day')} before {first:%b %Y} or after {last:%b %Y}"] if beyond else []
    return f"In the tables but not in the bars: {' and '.join(said)}." if said else ""


def _around(published: pd.Series, spoken: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the stretch in which articles appeared and some time beside it, if most days spoken of are there."""
    first, last = published.min(), published.max()
    margin = max((last - first) * 0.6, pd.Timedelta(days=20))
    begin, end = first - margin, last + margin
    if published.empty or spoken.between(begin, end).mean() < _MOSTLY:
        return _visible(published, spoken)
    near = pd.concat([published, spoken[spoken.between(begin, end)]])
    return near.min() - pd.Timedelta(days=4), near.max() + pd.Timedelta(days=4)


def of_tenses(tenses: pd.Series) -> str:
    """Return in words how much of what is spoken of is past and how much future."""
    shares = tenses.value_counts(normalize=True)
    return f"{shares.get('past', 0):.0%} past, {shares.get('future', 0):.0%} future"


def shares(dates: pd.DataFrame, tellers: Tellers) -> Chart:
    """Draw for each teller a bar of 100 %: the times it speaks of by past, present and future of its articles.

    `dates` are rows whose `tense` is told.
    """
    told = dates.assign(teller=column(dates, tellers).map(tellers.shown))
    counts = pd.crosstab(told["teller"], told["tense"])
    order = in_order(told["teller"], tellers)
    parts: list[Tense] = [tense for tense in TENSES if tense in counts]
    figure = blank(
        of_tenses(dates["tense"]),
        f"of {plural(len(dates), 'time')} spoken of, seen from each article's publication",
        30 + 30 * len(order),
        legend=parts,
        barmode="stack",
    )
    for tense in parts:
        number = counts[tense].reindex(order)
        share = 100 * number / counts.sum(axis=1).reindex(order)
        figure.add_bar(
            y=list(range(len(order))),
            x=share,
            orientation="h",
            marker_color=TENSES[tense],
            customdata=[[name, tense] for name in order],
            text=[f"{found:,}" if part >= _WRITTEN else "" for found, part in zip(number, share, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            hovertext=[
                f"{text(name)}<br>{tense}: {plural(int(found), 'time')} ({part:.0f} %)"
                for name, found, part in zip(order, number, share, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(tense),
        )
    percent = 100 * counts.div(counts.sum(axis=1), axis=0)
    heads = (tellers.noun, "past, present or future", "times spoken of", "share of times spoken of, %")
    figure.rows = counted(counts.reindex(order), percent, parts, heads)
    name_rows(figure, order)
    figure.update_xaxes(range=[0, 100], ticksuffix=" %", nticks=5)
    return figure


_WRITTEN = 9  # per cent of a bar that its number needs


def lines(articles: pd.DataFrame, dates: pd.DataFrame, tellers: Tellers) -> Chart:
    """Draw a line an article: a filled mark where it was published, a tick for each day it speaks of.

    Articles stand in order of publication, undated ones last. Ticks tell past from future (`tense`); without a date of
    publication neither is known.
    """
    order = articles.sort_values(["published", "title_shown"], na_position="last", ascending=[True, True])
    order = order.assign(teller=column(order, tellers).map(tellers.shown))
    place = {key: number for number, key in enumerate(order["key"])}
    known = dates.assign(moment=pd.to_datetime(dates["begin_day"]))[dates["key"].isin(place)]
    dated = order[order["published"].notna()]
    spoken = {tense: name for tense, name in _SPOKEN_OF.items() if (known["tense"] == tense).any()}
    who = [] if tellers.by_article else in_order(dated["teller"], tellers)
    figure = blank(
        "When they appeared, and the days they speak of",
        "a filled mark: published; ticks: days spoken of (double-click for those of long ago)",
        40 + 24 * len(order),
        legend=[*spoken.values(), *who],
    )
    ticks = together(known, ["key", "tense", "begin_day"])
    for tense, name in spoken.items():
        part = ticks[ticks["tense"] == tense]
        figure.add_scatter(
            x=part["moment"],
            y=part["key"].map(place),
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 14, "line": {"width": 2}, "color": TENSES[tense]},
            customdata=part[["row"]],
            hovertext=[
                f"{text(clip(row.text, 60))}: {text(when(row.value))}"
                + (f"<br>and {plural(row.told - 1, 'other time')}" if row.told > 1 else "")
                for row in each(part)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            **named(name),
        )
    for teller, part in dated.groupby("teller", sort=False):
        figure.add_scatter(
            x=pd.to_datetime(part["published"]),
            y=part["key"].map(place),
            mode="markers",
            marker={"size": 12, "color": tellers.colour(str(teller)), "symbol": tellers.shape(str(teller))},
            customdata=part[["key"]],
            hovertext=[article_of(row) for row in each(part)],
            hovertemplate="%{hovertext}<extra></extra>",
            legendrank=1001 + (who.index(str(teller)) if who else 0),
            showlegend=bool(who),
            **named(str(teller)),
        )
    figure.rows = _line_rows(order, ticks, tellers.noun)
    undated = len(order) - len(dated)
    if undated and len(dated):
        figure.add_hline(y=len(dated) - 0.5, line={"color": FAINT, "width": 1, "dash": "dot"})
    name_rows(figure, list(order["title_shown"]), most=1, pixels=_LABEL, zeroline=False)
    figure.update_layout(margin={"r": BESIDE_DATES})
    figure.update_xaxes(type="date", range=_visible(pd.to_datetime(dated["published"]), known["moment"]))
    return figure


def _line_rows(articles: pd.DataFrame, ticks: pd.DataFrame, noun: str) -> pd.DataFrame:
    """Return what the marks of lines stand for: articles published, and the days they speak of."""
    dated = articles[articles["published"].notna()]
    names = articles.set_index("key")
    published = pd.DataFrame(
        {
            "article": dated["title_shown"],
            noun: dated["teller"],
            "what": "published",
            "day": pd.to_datetime(dated["published"]),
            "times": 1,
        }
    )
    spoken = pd.DataFrame(
        {
            "article": ticks["key"].map(names["title_shown"]),
            noun: ticks["key"].map(names["teller"]),
            "what": ticks["tense"].map(_SPOKEN_OF),
            "day": ticks["moment"],
            "times": ticks["told"],
            "words": ticks["text"],
        }
    )
    return pd.concat([published, spoken], ignore_index=True)


_SPOKEN_OF: dict[Tense, str] = {
    "past": "past day spoken of",
    "present": "present day",
    "future": "future day",
    "unknown": "day spoken of",
}


def _visible(published: pd.Series, spoken: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return a stretch with all publications and all but the far ends of what is spoken of.

    So one day of long ago doesn't squeeze the rest.
    """
    days = spoken.dropna().sort_values(ignore_index=True)
    bulk = days.iloc[int(0.04 * len(days)) : int(0.96 * len(days)) + 1]
    moments = pd.concat([bulk, published])
    margin = max((moments.max() - moments.min()) * 0.04, pd.Timedelta(days=4))
    return moments.min() - margin, moments.max() + margin
