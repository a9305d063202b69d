"""A point of the year in a year: its TIMEX3 value, and how far it lies from publication."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from core.extract.dates import holidays
from core.extract.dates.calendar import UNKNOWN, covers, day_of, value_at

if TYPE_CHECKING:
    import datetime

    from core.extract.dates.senses import Point
    from core.extract.dates.tense import Tense

_AGAINST_TENSE = 5  # how much further away a day seems when the verb speaks of the other side of today


def in_year(point: Point, year: int) -> str | None:
    """Return the value of a point in a given year, None where that year has no such day."""
    if point.day is not None or point.holiday is not None:
        day = _day_in(point, year)
        return value_at(day, "W" if point.holiday and holidays.is_week(point.holiday) else "D") if day else None
    return f"{year:04d}{_within_year(point)}"


def _day_in(point: Point, year: int) -> datetime.date | None:
    if point.holiday is not None:
        return holidays.day_in(point.holiday, year)
    return day_of(year, point.month or 0, point.day or 0)


def _within_year(point: Point) -> str:
    """Return the part of a value that follows the year."""
    if point.month is not None:
        return f"-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    if point.quarter is not None:
        return f"-Q{point.quarter}"
    if point.half is not None:
        return f"-H{point.half}"
    return f"-{point.season}" if point.season else ""


def without_year(point: Point) -> str:
    """Return the value of a point whose year nothing tells."""
    if point.weekday is not None and point.month is None:
        return f"XXXX-WXX-{point.weekday}"
    if point.holiday is not None:
        return f"XXXX-{point.holiday}" if holidays.is_fixed(point.holiday) else UNKNOWN["D"]
    return "XXXX" + _within_year(point)


@lru_cache(maxsize=4096)  # articles of the same years name the same days and months
def in_years(point: Point, first: int, last: int) -> tuple[tuple[str, tuple[datetime.date, datetime.date]], ...]:
    """Return the point's value in each of the years from the first to the last, with the days it covers."""
    values = [value for year in range(first, last + 1) if (value := in_year(point, year))]
    return tuple((value, covered) for value in values if (covered := covers(value)))


def distance(covered: tuple[datetime.date, datetime.date], published: datetime.date, tense: Tense) -> float:
    """Return how far a candidate lies from publication, in days; further where the tense speaks against it."""
    begin, end = covered
    if begin <= published <= end:
        return 0
    days = (begin - published).days if begin > published else (published - end).days
    against = tense == "past" if begin > published else tense == "future"
    return days * (_AGAINST_TENSE if against else 1)


def is_against(covered: tuple[datetime.date, datetime.date], published: datetime.date, tense: Tense) -> bool:
    """Tell whether days lie wholly on the side of publication that the tense doesn't speak of."""
    begin, end = covered
    return (tense == "past" and begin > published) or (tense == "future" and end < published)
