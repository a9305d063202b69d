"""Parts of a larger calendar time: its third Friday, its last week, its first six months, its second half.

A week belongs to the month in which most of its working days lie, so the one of its Wednesday; to the year of its
Thursday, as in ISO 8601.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates.calendar import MONTHS, covers, plus_days, shift, value_at

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEDNESDAY, _THURSDAY, _SATURDAY = 3, 4, 6


class Days(NamedTuple):
    """The first and last day of a stretch of time."""

    begin: datetime.date
    end: datetime.date


class Part(NamedTuple):
    """A part's TIMEX3 value, and the days it covers where the value says less."""

    value: str
    days: Days | None = None


def weekday_of(whole: Days, weekday: int, nth: int) -> datetime.date | None:
    """Return the nth such weekday in a stretch of time, the last for -1; None where it has none."""
    if nth > 0:
        day = plus_days(whole.begin, (weekday - whole.begin.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        day = plus_days(whole.end, -((whole.end.isoweekday() - weekday) % 7))
    return day if day and whole.begin <= day <= whole.end else None


def part_of(value: str, unit: str, nth: int, count: int = 1) -> Part | None:
    """Return the nth unit of what a value names, or so many from there; the last ones for -1."""
    covered = covers(value)
    if covered is None:
        return None
    whole = Days(*covered)
    if unit == "H" and (halves := _half(value, whole, nth)):
        return halves
    if unit in {"W", "WE"}:
        return _named_through(_weeks(whole, unit, nth, count), unit)
    if unit == "D":
        return _named_through(_days(whole, nth, count), unit)
    return _months(value, whole, unit, nth, count) if unit in MONTHS else None


def week_around(value: str, unit: str) -> Part | None:
    """Return the week, or weekend, that holds the first day of a value."""
    covered = covers(value)
    return Part(value_at(covered[0], unit)) if covered else None


def _half(value: str, whole: Days, nth: int) -> Part | None:
    """Return the half of a month, quarter, decade or century, which TIMEX3 can't name: the whole's value, its days."""
    if len(value) == len("2024") or nth not in {1, 2, -1}:
        return None
    if len(value) < len("2024"):
        middle = datetime.date((whole.begin.year + whole.end.year + 1) // 2, 1, 1)
    else:
        middle = whole.begin + datetime.timedelta(days=(whole.end - whole.begin).days // 2 + 1)
        if len(value) == len("2024-03"):
            middle = middle.replace(day=16) if value[5].isdigit() else middle
    before = middle - datetime.timedelta(days=1)
    return Part(value, Days(whole.begin, before) if nth == 1 else Days(middle, whole.end))


def _weeks(whole: Days, unit: str, nth: int, count: int) -> Sequence[datetime.date]:
    year = whole.begin.month == whole.begin.day == 1 and (whole.end.month, whole.end.day) == (12, 31)
    anchor = _SATURDAY if unit == "WE" else _THURSDAY if year else _WEDNESDAY
    return _in_row([weekday_of(whole, anchor, 1), weekday_of(whole, anchor, -1)], 7, nth, count)


def _days(whole: Days, nth: int, count: int) -> Sequence[datetime.date]:
    return _in_row([whole.begin, whole.end], 1, nth, count)


def _in_row(bounds: Sequence[datetime.date | None], step: int, nth: int, count: int) -> Sequence[datetime.date]:
    """Return the nth and the following of the days from the first bound to the last, so many days apart."""
    first, last = bounds
    if first is None or last is None:
        return ()
    length = (last - first).days // step + 1
    begin = length - count if nth < 0 else nth - 1
    if not 0 <= begin <= length - count:
        return ()
    ends = begin, begin + count - 1
    return [first + datetime.timedelta(days=step * place) for place in ends]


def _named_through(days: Sequence[datetime.date], unit: str) -> Part | None:
    if not days:
        return None
    first, last = (value_at(day, unit) for day in days)
    return Part(first if first == last else f"{first}/{last}")


def _months(value: str, whole: Days, unit: str, nth: int, count: int) -> Part | None:
    """Return units made of months: named where TIMEX3 has a name for them, else by the whole's value and their days."""
    size = MONTHS[unit]
    amount = size * count
    begin = shift(whole.begin, size * (nth - 1), "M") if nth > 0 else _after(whole.end, -amount)
    after = shift(begin, amount, "M") if begin else None
    if begin is None or after is None:
        return None
    days = Days(begin, after - datetime.timedelta(days=1))
    if not whole.begin <= days.begin <= days.end <= whole.end:
        return None
    for name, months in (("M", 1), ("Q", 3), ("H", 6), ("Y", 12), ("E", 120)):
        named = value_at(begin, name)
        if months == amount and covers(named) == days:
            return Part(named)
    return Part(value, days)


def _after(end: datetime.date, months: int) -> datetime.date | None:
    following = plus_days(end, 1)
    return shift(following, months, "M") if following else None
