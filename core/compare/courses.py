"""How the value of a quantity can move while it stays the same: only up, either way, within a day, or not at all."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

from core.extract.english.inflection import singular
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

Course = Literal["up", "either", "hourly", "fixed"]
COURSES: tuple[Course, ...] = get_args(Course)


class _Listed(NamedTuple):
    """A row of `agreement_courses.csv`."""

    name: str
    of: str
    course: str


@cache
def _listed(of: str) -> Mapping[str, str]:
    return {row.name: row.course for row in load.table("agreement_courses.csv", _Listed) if row.of == of}


def of_quantities(statements: pd.DataFrame) -> pd.Series:
    """Return the course of each quantity by its name; statements have kind, predicate, aspect, unit, measure.

    What most of its statements that tell one say: the predicate, else a noun of what is measured or counted; where none
    does, the kind of figure. Of as many the looser course.
    """
    told = statements["aspect"].map(_listed("aspect"))
    told = told.where(told.notna(), statements["predicate"].map(_listed("predicate")))
    sums = _by_text(statements["measure"], "sum").where(statements["kind"] == "money", None)
    told = told.where(told.notna(), sums)
    for column in ("measure", "unit"):
        told = told.where(told.notna(), _by_text(statements[column], "noun"))
    kinds = statements["kind"].astype("object")
    by_aspect = (kinds + " " + statements["aspect"].astype("object")).map(_listed("kind"))
    last = by_aspect.where(by_aspect.notna(), kinds.map(_listed("kind"))).fillna("either")
    courses = _commonest(statements["quantity"], told)
    return courses.combine_first(_commonest(statements["quantity"], last)).astype("object")


def _commonest(quantities: pd.Series, told: pd.Series) -> pd.Series:
    """Return the commonest course told of each quantity that has any."""
    rank = told.map({"hourly": 0, "either": 1, "up": 2, "fixed": 3})
    votes = pd.DataFrame({"quantity": quantities, "rank": rank, "course": told}).dropna()
    votes = votes.groupby(["quantity", "rank", "course"]).size().rename("votes").reset_index()
    votes = votes.sort_values(["votes", "rank"], ascending=[False, True], kind="stable")
    return votes.drop_duplicates("quantity").set_index("quantity")["course"]


def _by_text(told: pd.Series, of: str) -> pd.Series:
    """Return the course of the first noun of each text that is listed `of` something, None where there is none."""
    codes, texts = pd.factorize(told)
    courses = np.array([*(_of_words(text, of) for text in texts), None], dtype="object")
    return pd.Series(courses[codes], index=told.index, dtype="object")


@lru_cache(maxsize=1 << 16)
def _of_words(told: str, of: str) -> str | None:
    nouns = _listed(of)
    words = map(singular, told.lower().replace(",", " ").split())
    return next((nouns[word] for word in words if word in nouns), None)
