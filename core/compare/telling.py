"""How statements tell a quantity: of what time, how meant, in which unit, and what values they leave open.

A period that is only the day of the news ("on Friday", told on Saturday) is none for what happened once, and the day of
the count for what accumulates. What rises and falls ("closed at 117 on Friday") keeps it.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from core.compare import courses, scopes
from core.link import unit_kinds
from core.model import AHEAD

# What a statement is judged by. `quantity` names what is measured; `least` and `most` are what it leaves open, NaN
# where a side is.
COLUMNS = ("quantity", "key", "kind", "status", "period_begin", "period_end", "published", "least", "most")
# What makes the judgement finer where it is known.
OPTIONAL = ("unit", "unit_told", "measure", "modifier", "predicate", "aspect", "partial", "owner", "move")

FACT, EARLIER = "fact", "earlier"
_MEANT = (*AHEAD, "limit", EARLIER)
MEANT = pd.CategoricalDtype([FACT, *_MEANT])
COURSE = pd.CategoricalDtype(list(courses.COURSES))
_LOOSE = "~"  # the modifier of what a later, lower count doesn't contradict
_NEWS = 7.0  # days within which what an article tells is the news of it


def placed(statements: pd.DataFrame) -> pd.DataFrame:
    """Return how each statement tells its quantity, by the statements' index; days are counted, NaN where untold.

    quantity, key, unit (the kind of thing it measures), factor (how many of that kind's base it is), scale (the same of
    the unit the article has), least and most in that base, meant, loose, course, part (a part of what is counted),
    moved (told as a change), scope (whose or where, by name), wording (how what can't move is told), day (of
    publication), begin, end, as_of (the day of the news), lately (the period holds the day of publication).
    """
    missing = dict.fromkeys(name for name in OPTIONAL if name not in statements)
    told = statements.assign(**missing)
    course = told["quantity"].map(courses.of_quantities(told)).astype(COURSE)
    unit, factor = _units(told)
    own = told["unit_told"].where(told["unit_told"].notna(), told["unit"])
    _, scale = _units(told.assign(unit=own))
    day, begin, end = (_days(told[name]) for name in ("published", "period_begin", "period_end"))
    begin, end = begin.fillna(end), end.fillna(begin)  # of what began then, only the day is known
    news = course.isin(("up", "fixed")) & (end - begin < _NEWS) & (begin >= day - _NEWS) & (end <= day + 1)
    meant = pd.Series(np.where(told["status"].isin(_MEANT), told["status"], FACT), index=told.index, dtype=MEANT)
    least, most = (pd.to_numeric(told[name]).astype(float) * factor for name in ("least", "most"))
    return pd.DataFrame(
        {
            "quantity": told["quantity"],
            "key": told["key"],
            "unit": unit,
            "factor": factor,
            "scale": scale,
            "least": least.fillna(-np.inf),
            "most": most.fillna(np.inf),
            "meant": meant,
            "loose": (told["modifier"] == _LOOSE) | (meant != FACT),
            "course": course,
            "part": told["partial"].eq(True) & ~told["kind"].isin(("money", "percent")),  # noqa: E712
            "moved": told["move"].isin(("from", "to")),
            "scope": told["owner"].map(scopes.named).astype("object"),
            "wording": _wording(told.assign(unit=own), course),
            "day": day,
            "begin": begin.where(~news),
            "end": end.where(~news),
            "as_of": end.where(news),
            "lately": (begin <= day + 1) & (end >= day) & ~news,
        }
    )


def _wording(told: pd.DataFrame, course: pd.Series) -> pd.Series:
    """Return a number for the words in which what can't move is told, 0 for what moves."""
    words = told[["kind", "unit", "measure", "owner", "aspect"]].astype("object").fillna("")
    numbers = words.groupby(list(words), sort=False).ngroup() + 1
    return numbers.where(course == "fixed", 0)


def _days(moments: pd.Series) -> pd.Series:
    """Return days as numbers, NaN where there is none."""
    return (pd.to_datetime(moments) - pd.Timestamp(0)) / pd.Timedelta(days=1)


def _units(told: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the kind of thing each statement's unit measures, and how many of that kind's base it is."""
    known = [
        _scale(*one) for one in zip(told["kind"].astype("object"), told["unit"].astype("object"), strict=True)
    ]
    kinds, factors = [scale.kind for scale in known], [scale.in_base for scale in known]
    return pd.Series(kinds, told.index, dtype="object"), pd.Series(factors, told.index, dtype="float64")


@lru_cache(maxsize=1 << 14)
def _scale(kind: str, unit: str | float | None) -> unit_kinds.Scale:
    if kind == "percent":
        return unit_kinds.of("percent")
    if kind not in ("dimension", "money") or not isinstance(unit, str):
        return unit_kinds.of("")
    return unit_kinds.of(
        unit if kind == "dimension" else unit.partition(" per ")[0]
    )  # "23 million a season" and "23 million"
