"""Named days: the day a holiday falls on in a given year."""

from __future__ import annotations

import datetime
import re

from core.extract.dates.calendar import day_of, plus_days

_RULE = re.compile(
    r"(?:(?P<easter>easter)|(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<weekday>[1-7])#(?P<nth>-?\d)))(?P<offset>[+-]\d+)?"
)


def easter(year: int) -> datetime.date:
    """Return Western Easter Sunday of a year (the anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def day_in(rule: str, year: int) -> datetime.date | None:
    """Return the day a rule of `dates_holidays.csv` names in a year."""
    match = _RULE.match(rule)
    if not match or not 1583 <= year <= 9999:
        return None
    day: datetime.date | None
    if match["easter"]:
        day = easter(year)
    elif match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
    else:
        day = _nth_weekday(year, int(match["month"]), int(match["weekday"]), int(match["nth"]))
    return plus_days(day, int(match["offset"] or 0)) if day else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    if nth > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = following - datetime.timedelta(days=1)
    return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)


def is_fixed(rule: str) -> bool:
    """Tell whether the rule names the same day every year ("12-25")."""
    return len(rule) == len("12-25") and rule[2] == "-"


def is_week(rule: str) -> bool:
    """Tell whether the rule names the week of its day rather than the day."""
    return rule.endswith(" week")
