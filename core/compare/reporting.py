"""Who reports what: figures, days, speakers, people, bodies and places × columns, each cell with its evidence.

A column is an article, an outlet, or whatever else articles are put together by.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd

from core.compare import agreement
from core.library import Ask, Filters
from core.library.questions import queries, summaries
from core.library.questions.filters import ALL

KINDS = ("figure", "date", "speaker", "person", "organisation", "place")
Shared = Literal["all", "everyone", "only one", "all but one", "values differ", "in conflict"]
SHARED: tuple[Shared, ...] = get_args(Shared)

_BARE = (
    100  # a number without a unit that is no larger (“two”, “one of them”) is no thing that articles could share
)
_CALENDAR = r"^(?:\d{4}|XXXX-\d)"  # TIMEX3 values of days, months and years


class Reported(NamedTuple):
    """A table of things × columns.

    `cells`: a row for each thing, those that more columns report first: kind, what, `found in` (how many columns),
    `conflict` (articles can't all be right, by `agreement`), `differs` (columns' values don't meet, of whatever
    period), and under each column's number a tuple of the different things told of it there. `evidence`: the places
    behind them, with kind, what, column, key, start, end, `told`, and `end_told`: "below" and "above" are the two
    statements that tell a conflict.
    """

    cells: pd.DataFrame
    evidence: pd.DataFrame


def _text(row: Any) -> str:
    return str(row.text)


class Wording(NamedTuple):
    """How things are put: a figure's value (of its row), a time (of its TIMEX3 value), a name of whatever length.

    `exact` puts the value where `value` would put two that differ alike.
    """

    value: Callable[[Any], str] = _text
    time: Callable[[str], str] = str
    name: Callable[[str], str] = str
    exact: Callable[[Any], str] = _text


PLAIN = Wording()


def side_by_side(ask: Ask, filters: Filters = ALL, by: Literal["articles", "outlets"] = "outlets") -> Reported:
    """Set out who reports what among the outlets or single articles that the filters leave.

    Columns stand in the order in which they first appeared; articles of unknown outlets are one called "".
    """
    articles = ask(queries.articles, filters)
    names = articles["outlet"].fillna("") if by == "outlets" else articles["key"]
    column_of = dict(zip(articles["key"], names, strict=True))
    return reported(ask, column_of, list(dict.fromkeys(names)))


def reported(
    ask: Ask,
    column_of: Mapping[str, str],
    columns: Sequence[str],
    wording: Wording = PLAIN,
    *,
    every: bool = False,
) -> Reported:
    """Set out which column reports what; `column_of` tells the column of each article by its key.

    Speakers are given words by what is said or, where `every`, by what is thought, wanted or planned too.
    """
    those = Filters(articles=tuple(column_of))

    def rows(question: Any, *more: Any) -> pd.DataFrame:
        found = ask(question, those, *more)
        return found.assign(column=found["key"].map(column_of))

    if not column_of:
        return matrix({}, columns)
    said = rows(queries.attributions, every)
    return matrix(
        {
            "figure": figures(rows(queries.figures), ask(summaries.linked, those), wording),
            "date": dates(rows(queries.dates), wording),
            "speaker": speakers(said[said["named"]]),
            "actor": actors(rows(summaries.named)),
        },
        columns,
    )


def matrix(parts: Mapping[str, pd.DataFrame], columns: Sequence[str]) -> Reported:
    """Put rows of evidence together by what they are about.

    `parts` has, under a kind, rows with `column`, `what` (what makes two rows the same thing), `told` and, for figures,
    `end_told` and `differs`; `kind_shown` where the kinds within a part differ.
    """
    filled = [part.assign(kind=part.get("kind_shown", kind)) for kind, part in parts.items() if len(part)]
    if not filled:
        names = ["kind", "what", "found in", "conflict", "differs", *range(len(columns))]
        return Reported(pd.DataFrame(columns=names), pd.DataFrame(columns=["kind", "what", "column", "end_told"]))
    rows = pd.concat(filled, ignore_index=True)
    ends = rows["end_told"] if "end_told" in rows else pd.Series("", index=rows.index)
    differs = rows["differs"] if "differs" in rows else pd.Series(False, index=rows.index)
    rows = rows.assign(end_told=ends.fillna(""), differs=[one is True for one in differs])
    found = rows.assign(contested=rows["end_told"] != "").groupby(["kind", "what"], sort=False)
    summary = pd.DataFrame(
        {
            "found in": found["column"].nunique(),
            "conflict": found["contested"].any(),
            "differs": found["differs"].any(),
            "size": found.size(),
        }
    )
    cells = told(rows, columns).join(summary).reset_index()
    order = cells["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    cells = cells.assign(order=order).sort_values(["found in", "order", "size"], ascending=[False, True, False])
    return Reported(cells.drop(columns=["order", "size"]).reset_index(drop=True), rows)


def told(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return, by kind and what, a tuple of the different things `told` under each column's number."""
    found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for kind, what, column, text in zip(rows["kind"], rows["what"], rows["column"], rows["told"], strict=True):
        found.setdefault((kind, what), {}).setdefault(column, {})[str(text)] = None
    cells = {number: [tuple(row.get(name, ())) for row in found.values()] for number, name in enumerate(columns)}
    return pd.DataFrame(cells, index=pd.MultiIndex.from_tuples(list(found), names=["kind", "what"]))


def among(cells: pd.DataFrame, shared: Shared, columns: int) -> pd.DataFrame:
    """Return the things that so many of the columns report, or that are told so."""
    keep = {
        "all": cells["found in"] > 0,
        "everyone": cells["found in"] == columns,
        "only one": cells["found in"] == 1,
        "all but one": (cells["found in"] == columns - 1) & (columns > 2),
        "values differ": cells["differs"].astype(bool),
        "in conflict": cells["conflict"].astype(bool),
    }
    return cells[keep[shared]]


def figures(rows: pd.DataFrame, linked: pd.DataFrame, wording: Wording = PLAIN) -> pd.DataFrame:
    """Return figures as things: the indicator where one links them, else value with unit and measure.

    `linked` is `summaries.linked` of the same articles. Those that tell a conflict have it in `end_told`; indicators
    that were set aside are left out.
    """
    rows = rows[rows["kind"] != "ordinal"].merge(linked, on=["key", "number"], how="left")
    rows = rows[[aside is not True for aside in rows["aside"].astype("object")]]
    single = rows["kind"] + "|" + rows["low"].astype(str) + "|" + rows["unit"].fillna("")
    rows = rows[rows["indicator"].notna() | rows["unit"].notna() | (rows["low"] > _BARE)]
    rows = rows.assign(quantity=rows["indicator"].fillna(single)).reset_index(drop=True)
    values = _values(rows, wording)
    periods = [f" ({wording.time(period)})" if _present(period) else "" for period in rows["period"]]
    first = rows.assign(value=values).drop_duplicates("quantity")
    labels = _apart(
        {str(row.quantity): (wording.name(_label(row)), str(row.value)) for row in first.itertuples(index=False)}
    )
    bounded = rows[rows["indicator"].notna()]
    pairs, differ = agreement.conflicts(bounded), agreement.apart(bounded, "column")
    ends = pd.Series("", index=rows.index)
    ends.loc[pairs["below"]], ends.loc[pairs["above"]] = "below", "above"
    return rows.drop(columns="quantity").assign(
        told=[value + period for value, period in zip(values, periods, strict=True)],
        what=[labels[quantity] for quantity in rows["quantity"]],
        end_told=ends,
        differs=[bool(differ.get(quantity, False)) for quantity in rows["quantity"]],
    )


def _values(rows: pd.DataFrame, wording: Wording) -> list[str]:
    """Return how each value is put; in a quantity where rounding would put two that differ alike, exactly."""
    plain = pd.Series(
        [wording.value(row) for row in rows.itertuples(index=False)], index=rows.index, dtype="object"
    )
    of_one = rows.assign(plain=plain).groupby(["quantity", "plain"])
    hidden = (of_one["low"].transform("nunique") > 1) | (of_one["high"].transform("nunique") > 1)
    rounded = set(rows.loc[hidden, "quantity"])
    return [
        wording.exact(row) if row.quantity in rounded else value
        for row, value in zip(rows.itertuples(index=False), plain, strict=True)
    ]


def _apart(labels: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return what quantities are called, by their name and first value: with that value where others bear the name."""
    times = Counter(name for name, _ in labels.values())
    called: dict[str, str] = {}
    taken: set[str] = set()
    for quantity, (name, value) in labels.items():
        wanted = name if times[name] == 1 else f"{name} ({value})"
        more = (f"{wanted} {number}" for number in itertools.count(2))
        label = next(one for one in itertools.chain([wanted], more) if one not in taken)
        taken.add(label)
        called[quantity] = label
    return called


def _present(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _label(row: Any) -> str:
    if _present(row.indicator):
        return str(row.indicator_measure)
    if not _present(row.measure):
        return str(row.value)
    unit = row.unit if _present(row.unit) else "number"
    return str(row.measure) if unit == row.measure else f"{row.measure}, {unit}"


def dates(rows: pd.DataFrame, wording: Wording = PLAIN) -> pd.DataFrame:
    """Return the calendar dates spoken of as things, by their value; relative and vague ones are left out."""
    calendar = rows[(rows["type"] == "DATE") & rows["value"].str.contains(_CALENDAR, regex=True)]
    return calendar.assign(what=calendar["value"].map(wording.time), told=calendar["text"].map(wording.name))


def speakers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the named speakers as things, with the words each column gives them."""
    known = rows[rows["speaker"].notna()]
    words = known.groupby(["column", "speaker"])["words"].transform("sum")
    return known.assign(what=known["speaker"], told=[f"{count} words" for count in words])


def actors(rows: pd.DataFrame) -> pd.DataFrame:
    """Return people, organisations and places as things, with the number of mentions."""
    return rows.assign(
        what=rows["actor"], kind_shown=rows["kind"], told=[f"{count}×" for count in rows["mentions"]]
    )
