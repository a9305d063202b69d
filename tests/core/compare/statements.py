"""Statements made by hand, for tests of whether they agree."""

from __future__ import annotations

import datetime

import pandas as pd

from core.compare import agreement, telling

YEAR = {"period_begin": datetime.date(2021, 1, 1), "period_end": datetime.date(2021, 12, 31)}
NEXT = {"period_begin": datetime.date(2022, 1, 1), "period_end": datetime.date(2022, 12, 31)}
UNTOLD = {"period_begin": None, "period_end": None}
MONDAY, WEDNESDAY, FRIDAY = (datetime.date(2025, 3, day) for day in (3, 5, 7))
COURSES = {"up": "killed", "either": "valued", "hourly": "without power", "fixed": "aboard"}  # a predicate of each
OPTIONAL = (*telling.OPTIONAL, "low", "high", "outlet")


def statement(key="a", value=10.0, **more):
    row = {
        "quantity": "q", "key": key, "kind": "money", "status": "reported", **UNTOLD, "published": MONDAY,
        "least": value, "most": value, "low": value, "high": value,
    }  # fmt: skip
    return row | dict.fromkeys(set(OPTIONAL) - row.keys()) | more


def on(day, value, course="up", **more):
    """Return a count told on a day, by an article of that day and value."""
    key = more.pop("key", f"{day}{value}")
    return statement(key, value, kind="count", published=day, predicate=COURSES[course], **more)


def table(*rows):
    found = pd.DataFrame(list(rows), columns=[*agreement.COLUMNS, *OPTIONAL])
    for name in ("period_begin", "period_end", "published"):
        found[name] = pd.to_datetime(found[name])
    return found
