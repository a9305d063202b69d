"""What of the times spoken of is past, present and future, seen from the day an article was published.

What stands on the calendar ended before that day, holds it, or begins after it; where the day of publication isn't
known neither is told. What stands on no calendar is told by its own words: "now" is present and "recently" past in
whatever article. Durations, what recurs, and days of an unknown year are no such time.
"""

from __future__ import annotations

from typing import Literal

import pandas as pd

Tense = Literal["past", "present", "future", "unknown"]
TOLD: tuple[Tense, ...] = ("past", "present", "future")
_REFERENCES: dict[str, Tense] = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}  # TIMEX3


def tenses(dates: pd.DataFrame) -> pd.Series:
    """Return the `Tense` of each expression of time, None where it is no time that has one.

    `dates` has value (TIMEX3), begin_day, end_day and published, the day of its article.
    """
    begin, end, published = (
        pd.to_datetime(dates[name], errors="coerce") for name in ("begin_day", "end_day", "published")
    )
    on_calendar = begin.notna() & end.notna()
    found = dates["value"].map(_REFERENCES).astype("object")
    found = found.mask(on_calendar, "present").mask(on_calendar & (end < published), "past")
    found = found.mask(on_calendar & (begin > published), "future")
    found = found.mask(on_calendar & published.isna(), "unknown")
    return found.where(found.notna(), None)


def told(dates: pd.DataFrame) -> pd.DataFrame:
    """Return the expressions of time that are past, present or future, with which in `tense`."""
    found = dates.assign(tense=tenses(dates))
    return found[found["tense"].isin(TOLD)]
