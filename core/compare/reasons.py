"""Why statements agree, differ, have changed or can't be compared: a sentence with who tells what, and by how much."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import pandas as pd

from core.extract.english.inflection import plural

_MODIFIERS = {"~": "about ", "<": "at most ", ">": "at least "}
_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_NAMES = 3  # outlets that are named
_TOLD = ["factor", "least", "most", "meant", "day", "begin", "end", "as_of"]
_ALONE = "told by one article"
_UNITS = "told in different units"
_APART = "told of different times, or meant differently"


def of_quantities(
    statements: pd.DataFrame, told: pd.DataFrame, witnesses: pd.DataFrame, answers: Sequence[str]
) -> list[str]:
    """Return a sentence for each quantity, in the order of `witnesses`: answer, below, above, by quantity.

    `told` says how the statements tell their quantity (`telling.placed`), row by row.
    """
    judged = witnesses["answer"].notna()
    names = ["quantity", "key", "kind", "low", "high", "outlet"]
    shown = statements[statements["quantity"].isin(witnesses.index[judged])]
    shown = shown.assign(amount=_amounts(shown))[[*(name for name in names if name in shown), "amount"]].astype(
        "object"
    )
    outlets = _outlets(shown)
    needed = pd.unique(witnesses.loc[judged, ["below", "above"]].to_numpy().ravel()).astype(int)
    rows = dict(zip(needed, shown.loc[needed].itertuples(index=False), strict=True))
    tellings = dict(zip(needed, told.loc[needed, _TOLD].astype("object").itertuples(index=False), strict=True))
    unjudged = told[~told["quantity"].isin(witnesses.index[judged])].groupby("quantity")
    alone = unjudged["key"].nunique().eq(1).to_dict()
    units = unjudged["unit"].nunique().gt(1).to_dict()
    found = []
    for quantity, answer, *ends in witnesses[["answer", "below", "above"]].itertuples(name=None):
        if pd.isna(answer):
            found.append(_ALONE if alone[quantity] else _UNITS if units[quantity] else _APART)
            continue
        two = [(rows[int(end)], tellings[int(end)]) for end in ends]
        found.append(_SENTENCES[answers[int(answer)]](_Pair(two, outlets)))
    return found


class _Pair:
    """Two statements of one quantity: what each tells, who tells it, and when."""

    def __init__(self, two: Sequence[tuple[Any, Any]], outlets: dict[tuple[Any, str], list[str]]) -> None:
        self.rows, self.told = zip(*two, strict=True)
        self.who = [_listed(outlets[row.quantity, row.amount]) for row in self.rows]

    def values(self) -> tuple[str, str]:
        """Return both with who tells them: "31 (Alpha, Beta)"."""
        one, other = (f"{row.amount} ({who})" for row, who in zip(self.rows, self.who, strict=True))
        return one, other

    def ends(self, which: int) -> tuple[float, float]:
        """Return the lower and the upper value that one of them tells."""
        row, told = self.rows[which], self.told[which]
        if hasattr(row, "low"):
            return min(row.low, row.high), max(row.low, row.high)
        least, most = told.least / told.factor, told.most / told.factor
        return (least if math.isfinite(least) else most), (most if math.isfinite(most) else least)

    def in_time(self) -> tuple[int, int]:
        """Return which of the two comes first, and which second."""
        times = [_time(told) for told in self.told]
        return (1, 0) if times[1] < times[0] else (0, 1)


def _differ(pair: _Pair) -> str:
    below, above = pair.values()
    if pair.rows[0].key == pair.rows[1].key:
        said = f"{pair.rows[0].amount} v {pair.rows[1].amount}, both told in one article ({pair.who[0]})"
    else:
        said = f"{below} v {above}"
    said += _more(pair)
    undated = any(math.isnan(told.day) for told in pair.told) and math.isnan(pair.told[0].begin)
    return f"{said}; undated" if undated else said


def _more(pair: _Pair) -> str:
    """Return by how much the second is more than the first, where both are told in one unit and as one number."""
    most_low, least_high = pair.ends(0)[1], pair.ends(1)[0]
    if pair.told[0].factor != pair.told[1].factor or least_high <= most_low:
        return ""
    kind = pair.rows[0].kind
    return f", {_number(least_high - most_low, kind)}{' points' if kind == 'percent' else ''} more"


def _changed(pair: _Pair) -> str:
    first, second = pair.in_time()
    one, other = pair.rows[first], pair.rows[second]
    if "earlier" in (pair.told[0].meant, pair.told[1].meant):
        old, new = (0, 1) if pair.told[0].meant == "earlier" else (1, 0)
        return f"{pair.rows[old].amount} was told earlier, now {pair.values()[new]}"
    verb = "rose" if second == 1 else "fell"
    when = [_when(pair.told[first]), _when(pair.told[second])]
    if when[0] == when[1]:
        return f"{pair.values()[0]} and {pair.values()[1]}{when[0]}; it moves within a day"
    return f"{verb} from {one.amount}{when[0]} ({pair.who[first]}) to {other.amount}{when[1]} ({pair.who[second]})"


def _agree(pair: _Pair) -> str:
    one, other = pair.values()
    return f"told alike: {one}" if one == other else f"{one} and {other} can both be right"


def _foretold(pair: _Pair) -> str:
    ahead, came = (0, 1) if pair.told[1].meant == "fact" else (1, 0)
    return f"{pair.values()[ahead]} was told ahead, {pair.values()[came]} as it came"


_SENTENCES = {
    "differ": _differ,
    "changed": _changed,
    "agree": _agree,
    "forecast and outcome": _foretold,
}


def _time(told: Any) -> tuple[float, float]:
    known = told.end if not math.isnan(told.end) else told.as_of if not math.isnan(told.as_of) else told.day
    return (told.day, known) if math.isnan(told.end) else (known, told.day)


def _when(told: Any) -> str:
    """Return the time a statement speaks of: " in 2021", " in May 2021", " on Monday 3 March 2025"."""
    if math.isnan(told.begin):
        day = told.as_of if not math.isnan(told.as_of) else told.day
        return "" if math.isnan(day) else f" on {_day(day)}"
    begin, end = _date(told.begin), _date(told.end)
    after = end + datetime.timedelta(days=1)
    if begin == end:
        return f" on {_day(told.begin)}"
    if begin.day == after.day == 1:
        if begin.month == after.month == 1 and after.year == begin.year + 1:
            return f" in {begin.year}"
        if (begin.year * 12 + begin.month) + 1 == after.year * 12 + after.month:
            return f" in {begin:%B} {begin.year}"
    return f" from {_day(told.begin)} to {_day(told.end)}"


def _date(day: float) -> datetime.date:
    return datetime.date(1970, 1, 1) + datetime.timedelta(days=int(day))


@lru_cache(maxsize=1 << 12)
def _day(day: float) -> str:
    date = _date(day)
    return f"{date:%A} {date.day} {date:%B} {date.year}"


def _amounts(statements: pd.DataFrame) -> list[str]:
    """Return the value of each statement as it is told: "at least 31", "USD 1.9 billion", "10–15 miles"."""
    ends = (_ends(statements, "low", "least", "most"), _ends(statements, "high", "most", "least"))
    untold = pd.Series(index=statements.index, dtype="object")
    said = (statements["kind"], *(statements.get(name, untold) for name in ("unit", "modifier")))
    columns = [column.astype("object") for column in (*ends, *said)]
    return [_amount(*told) for told in zip(*columns, strict=True)]


def _ends(statements: pd.DataFrame, name: str, end: str, other: str) -> pd.Series:
    """Return an end of the values told; where only what they leave open is known, that."""
    if name in statements:
        return statements[name].astype(float)
    ends, others = (pd.to_numeric(statements[one]).astype(float) for one in (end, other))
    return ends.fillna(others).fillna(0.0)


@lru_cache(maxsize=1 << 14)
def _amount(low: float, high: float, kind: str, unit: str | None, modifier: str | None) -> str:
    low, high = sorted((low, high))
    value = _number(low, kind) if low == high else f"{_number(low, kind)}–{_number(high, kind)}"
    if kind == "percent":
        value = f"{value} %"
    elif unit and isinstance(unit, str) and kind == "money":
        value = f"{unit} {value}"
    elif unit and isinstance(unit, str) and kind == "dimension":
        thing, *rest = unit.split(" per ")
        value = " per ".join([f"{value} {thing if value == '1' else plural(thing)}", *rest])
    return _MODIFIERS.get(modifier or "", "") + value if isinstance(modifier, str) else value


def _number(value: float, kind: str) -> str:
    """Return a number with all that is told of it: 31, 21,200.62, 1.875 million."""
    for scale, name in _SCALES:
        if abs(value) >= scale and f"{value / scale:.4g}" == f"{value / scale:.9g}":
            return f"{value / scale:.4g}{name}"
    if abs(value - round(value)) < 1e-9:
        return f"{value:,.0f}"
    cents = f"{value:,.2f}"
    return cents if kind == "money" and abs(value * 100 - round(value * 100)) < 1e-6 else f"{value:,.10g}"


def _outlets(shown: pd.DataFrame) -> dict[tuple[Any, str], list[str]]:
    """Return who tells each amount of a quantity, each once: outlets, else articles."""
    names = shown["outlet"] if "outlet" in shown else shown["key"]
    names = names.where(names.notna(), "outlet unknown").astype(str)
    found: dict[tuple[Any, str], dict[str, None]] = {}
    for quantity, told, name in zip(shown["quantity"], shown["amount"], names, strict=True):
        found.setdefault((quantity, told), {})[name] = None
    return {key: list(told) for key, told in found.items()}


def _listed(names: list[str]) -> str:
    rest = len(names) - _NAMES
    return ", ".join(names[:_NAMES]) + (f" and {rest} more" if rest > 0 else "")
