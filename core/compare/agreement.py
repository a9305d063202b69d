"""What the statements of one quantity come to: the rule that pages, exports and reports ask.

Five answers for two statements, and for a quantity the one that weighs most:

- *differ*: they speak of the same time, are meant alike, and the values they leave open (`core.link.left_open`) don't
  meet. The same time is one period; or none is told, and the articles are of one day, one of them is undated, or the
  value can't have moved between them (`courses`).
- *changed*: the values don't meet, and the later one may have moved: it is of another period or a later day (what
  can't move only where the later one is told as a change: "rose to"), or the other is an earlier version and told as
  such. A count that only accumulates has changed where it is higher, or was
  loosely told before; where it is lower it differs.
- *agree*: the same time, meant alike, and the values meet.
- *forecast and outcome*: one is told ahead (forecast, target, proposal), the other as it came.
- *not comparable*: whatever else.

An article that gives two values of what can't move differs from itself; of what moves it tells the movement.

The rule reads rows (`telling`) and is no SQL. Of the statements of one time, meaning and unit the lowest and the
highest stand for all, and in a quantity told at very many times each is set beside the next ones and the quantity's
ends, so that work doesn't grow with the square of the statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.compare import reasons
from core.compare.courses import COURSES
from core.compare.scopes import may_be_one
from core.compare.telling import COLUMNS, EARLIER, FACT, MEANT, placed
from core.model import AHEAD

__all__ = ["ANSWERS", "COLUMNS", "Answer", "apart", "between", "conflicts", "of_quantities"]

Answer = Literal["differ", "changed", "agree", "forecast and outcome", "not comparable"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)  # what weighs most comes first

_DIFFER, _CHANGED, _AGREE, _FORECAST, _NOT = range(len(ANSWERS))
_AHEAD = np.isin(MEANT.categories, AHEAD)
_FACT, _EARLIER = MEANT.categories.get_loc(FACT), MEANT.categories.get_loc(EARLIER)
_PLACE = [
    *("quantity", "unit", "factor", "scale", "meant", "loose", "part", "moved", "scope", "wording"),
    *("day", "begin", "end", "as_of", "lately"),
]
_NEXT = 40  # statements of a quantity, in the order of time, that one is set beside
_CONVERTED = 0.15  # by which values in two units may lie apart: a conversion is rounded once more
_MONTH = 27.0  # days that a period has at least whose figure is settled when it is over

Column = NDArray[Any]


class _Side:
    """One side of pairs of placed statements: its columns as arrays."""

    def __init__(self, columns: dict[str, Column], rows: NDArray[np.int64]) -> None:
        self._columns, self._rows = columns, rows

    def __getitem__(self, name: str) -> Column:
        return self._columns[name][self._rows]


def between(left: pd.DataFrame, right: pd.DataFrame) -> pd.Series:
    """Return the answer for each pair of statements: row by row of two tables with `COLUMNS`, of one length."""
    columns = _columns(placed(pd.concat([left, right], ignore_index=True)))
    rows = np.arange(len(left))
    found = _answers(_Side(columns, rows), _Side(columns, rows + len(left)))
    return pd.Series(np.array(ANSWERS, dtype="object")[found], index=left.index, dtype="object")


def of_quantities(statements: pd.DataFrame) -> pd.DataFrame:
    """Return what the statements (`COLUMNS`) of each quantity come to, a row for each, by its name.

    `conflict`: the answer is differ; `agreement`: two articles agree; `series`: the values are of several periods or
    days; `answer`: the one of `ANSWERS` that weighs most; `why`: who tells what, in a sentence (`reasons`).
    """
    told = placed(statements.reset_index(drop=True))
    pairs = _witnesses(told)
    every = pd.Index(statements["quantity"].unique(), name="quantity")
    first = pairs.drop_duplicates("quantity").set_index("quantity").reindex(every)
    codes = first["answer"].fillna(_NOT).astype(int)
    times = told["begin"].where(told["begin"].notna(), told["day"])
    several = times.groupby(told["quantity"]).nunique().reindex(every).fillna(0) > 1
    agreeing = pairs.loc[pairs["answer"] == _AGREE, "quantity"]
    return pd.DataFrame(
        {
            "conflict": codes == _DIFFER,
            "agreement": every.isin(agreeing),
            "series": several,
            "answer": np.array(ANSWERS, dtype="object")[codes],
            "why": reasons.of_quantities(statements.reset_index(drop=True), told, first, ANSWERS),
        },
        index=every,
    )


def conflicts(statements: pd.DataFrame) -> pd.DataFrame:
    """Return for each quantity in conflict two statements that can't both be right: quantity, `below`, `above`.

    These are labels of the rows given (`COLUMNS`), which differ from one another.
    """
    pairs = _witnesses(placed(statements.reset_index(drop=True)))
    differing = pairs[pairs["answer"] == _DIFFER]
    labels = statements.index
    return pd.DataFrame(
        {
            "quantity": differing["quantity"],
            "below": labels[differing["below"].to_numpy(dtype=int)],
            "above": labels[differing["above"].to_numpy(dtype=int)],
        }
    ).reset_index(drop=True)


def apart(statements: pd.DataFrame, column: str) -> pd.Series:
    """Return for each quantity whether the values that some `column` tells of it meet no other's, of any period."""
    told = placed(statements).assign(column=statements[column])
    told = told.groupby(["quantity", "column"]).agg(least=("least", "min"), most=("most", "max"))
    of_quantity = told.groupby("quantity")
    found: pd.Series = of_quantity["least"].max() > of_quantity["most"].min()
    return found


def _columns(told: pd.DataFrame) -> dict[str, Column]:
    """Return placed statements as arrays; names, keys and classes as numbers."""
    columns: dict[str, Column] = {}
    for name in map(str, told):
        if name in ("quantity", "key", "unit"):
            columns[name] = pd.factorize(told[name])[0]
        elif name in ("meant", "course"):
            columns[name] = told[name].cat.codes.to_numpy()
        else:
            columns[name] = told[name].to_numpy()
    return columns


def _answers(one: _Side, other: _Side) -> NDArray[np.int8]:
    """Return the answer for each pair, as its place in `ANSWERS`."""
    course = one["course"]
    up, fixed, hourly = (course == COURSES.index(name) for name in ("up", "fixed", "hourly"))
    own, theirs = ~np.isnan(one["begin"]), ~np.isnan(other["begin"])
    same_period = (one["begin"] == other["begin"]) & (one["end"] == other["end"])
    untold = ~own & ~theirs
    dated = ~np.isnan(one["day"]) & ~np.isnan(other["day"])
    later = dated & (one["day"] != other["day"])
    one_told = (own ^ theirs) & dated & ~later & (one["lately"] | other["lately"])
    over = (one["end"] - one["begin"] >= _MONTH) & (one["end"] < np.fmin(one["day"], other["day"]))
    settled = fixed | (same_period & over)
    counted_later = up & dated & ~later & (one["as_of"] != other["as_of"])
    counted_later &= ~np.isnan(one["as_of"]) & ~np.isnan(other["as_of"])
    in_order = np.where(counted_later, one["as_of"] <= other["as_of"], one["day"] <= other["day"])

    risen = fixed & later & untold & np.where(in_order, other["moved"], one["moved"])
    same_time = same_period | one_told | (untold & (~later | fixed | up))
    moved = untold & dated & ((later & ~up & ~fixed) | (hourly & ~later))
    higher = np.where(in_order, one["most"] < other["least"], other["most"] < one["least"])
    grown = up & (later | counted_later) & ~settled & (higher | np.where(in_order, one["loose"], other["loose"]))
    other_time = moved | grown | risen | (own & theirs & ~same_period)

    least, most = np.maximum(one["least"], other["least"]), np.minimum(one["most"], other["most"])
    converted = (one["scale"] != other["scale"]) & (least - most <= _CONVERTED * np.abs(least))
    parted = (least > most) & ~converted
    itself = one["key"] == other["key"]
    alike = (one["quantity"] == other["quantity"]) & (one["unit"] == other["unit"])
    meant = alike & (one["meant"] == other["meant"])
    foretold = (_AHEAD[one["meant"]] & (other["meant"] == _FACT)) | (
        _AHEAD[other["meant"]] & (one["meant"] == _FACT)
    )
    revised = (one["meant"] == _EARLIER) ^ (other["meant"] == _EARLIER)
    alike_told = ~itself | (one["wording"] == other["wording"])

    found = np.full(len(course), _NOT, dtype=np.int8)
    found[alike & foretold & (same_time | moved)] = _FORECAST
    found[meant & (same_time | moved) & ~parted & ~itself] = _AGREE
    found[meant & same_time & parted & (fixed | ~itself) & alike_told] = _DIFFER
    found[meant & other_time & parted] = _CHANGED
    found[alike & revised & parted] = _CHANGED
    moved_or_not = np.flatnonzero((found == _DIFFER) | (found == _CHANGED))
    found[moved_or_not[~_of_one_scope(one, other, moved_or_not)]] = _NOT
    return found


def _of_one_scope(one: _Side, other: _Side, those: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell for some pairs whether both tell of the whole or both of a part, and of names that may be one."""
    scopes = zip(one["scope"][those], other["scope"][those], strict=True)
    named = np.array([may_be_one(*names) for names in scopes], dtype=bool)
    alike: NDArray[np.bool_] = named & (one["part"][those] == other["part"][those])
    return alike


def _witnesses(told: pd.DataFrame) -> pd.DataFrame:
    """Return for each quantity and answer the pair that shows it best, the answer that weighs most first.

    quantity, answer (its place in `ANSWERS`), and the row numbers `below` and `above`, by value; of what changed the
    earliest and the latest, of what differs the last and widest.
    """
    ends = _ends(told)
    columns = _columns(ends)
    time = np.fmax(np.nan_to_num(columns["day"], nan=-np.inf), np.nan_to_num(columns["end"], nan=-np.inf))
    found = []
    for one, other in _beside(ends, columns["quantity"]):
        left, right = _Side(columns, one), _Side(columns, other)
        answers = _answers(left, right)
        kept = answers != _NOT
        one, other, answers = one[kept], other[kept], answers[kept]
        rising = (columns["most"][one] < columns["most"][other]) | (
            (columns["most"][one] == columns["most"][other]) & (columns["least"][one] <= columns["least"][other])
        )
        gap = np.maximum(columns["least"][one], columns["least"][other]) - np.minimum(
            columns["most"][one], columns["most"][other]
        )
        found.append(
            pd.DataFrame(
                {
                    "quantity": ends["quantity"].to_numpy()[one],
                    "answer": answers,
                    "below": ends.index.to_numpy()[np.where(rising, one, other)],
                    "above": ends.index.to_numpy()[np.where(rising, other, one)],
                    "first": np.minimum(time[one], time[other]),
                    "last": np.maximum(time[one], time[other]),
                    "gap": gap,
                }
            )
        )
    names = ["quantity", "answer", "below", "above"]
    if not found:
        return pd.DataFrame(columns=names)
    pairs = pd.concat(found, ignore_index=True)
    pairs["first"] = pairs["first"].where(pairs["answer"] == _CHANGED, 0.0)
    pairs = pairs.sort_values(
        ["answer", "first", "last", "gap"], ascending=[True, True, False, False], kind="stable"
    )
    return pairs.drop_duplicates(["quantity", "answer"])[names]


def _ends(told: pd.DataFrame) -> pd.DataFrame:
    """Return, in the order of quantities and time, the statements that stand for all of their place.

    These are the lowest and the highest, and of the other articles once more.
    """
    place = told.groupby(_PLACE, dropna=False, sort=False, observed=True).ngroup()
    placed_at = pd.DataFrame(
        {"place": place, "key": pd.factorize(told["key"])[0], "most": told["most"], "least": -told["least"]}
    )
    kept = []
    for column in ("most", "least"):
        ordered = placed_at.sort_values(column, kind="stable")
        first = ordered.drop_duplicates("place")
        keys = first.set_index("place")["key"]
        others = ordered[ordered["key"].to_numpy() != keys.reindex(ordered["place"]).to_numpy()]
        kept += [first.index, others.drop_duplicates("place").index]
    ends: pd.DataFrame = told.loc[pd.Index(np.unique(np.concatenate(kept)))]
    time = ends["begin"].where(ends["begin"].notna(), ends["day"])
    ends = ends.assign(time=time).sort_values(["quantity", "time", "least"], kind="stable")
    return ends


def _beside(ends: pd.DataFrame, quantities: Column) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of row numbers of one quantity, in its order: with the next ones, and with its lowest and highest."""
    rows = np.arange(len(quantities))
    for step in range(1, _NEXT):
        rows = rows[rows + step < len(quantities)]
        rows = rows[quantities[rows] == quantities[rows + step]]
        if not len(rows):
            return
        yield rows, rows + step
    rows = np.arange(len(quantities))
    for column, last in (("most", False), ("least", True)):
        order = np.lexsort((ends[column].to_numpy(), quantities))
        edge = (
            np.flatnonzero(np.diff(quantities[order], append=-1))
            if last
            else np.flatnonzero(np.diff(quantities[order], prepend=-1))
        )
        extreme = order[edge][np.searchsorted(quantities[order[edge]], quantities)]
        far = np.abs(extreme - rows) >= _NEXT
        yield np.minimum(rows, extreme)[far], np.maximum(rows, extreme)[far]
