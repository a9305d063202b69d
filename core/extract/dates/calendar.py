"""Days, and the TIMEX3 values that name them.

A value names a day ("2024-03-05"), a week ("2024-W10"), a weekend ("2024-W10-WE"), a month, a quarter ("2024-Q1"),
a half ("2024-H1"), a season ("2024-SP"), a year, a decade ("202"), a century ("20") or an interval of two such
("2024/2026"); a clock time or part of day follows a day after "T". Weeks are those of ISO 8601. What the text leaves
open stands as X ("XXXX-02-26").
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "E": "XXX",
    "C": "XX",
    "L": "X",
}
DAYS = {"D": 1, "W": 7, "WE": 7, "2W": 14}  # of units that are a fixed number of days
MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
SEASON_MONTH = {"WI": 12, "SP": 3, "SU": 6, "FA": 9}  # the month in which each begins
_PARTS_OF_YEAR = {"Q": ("Q", 3), "H": ("H", 6)}  # letter and months
_LENGTHS = {
    "M": 7,
    "Y": 4,
    "E": 3,
    "C": 2,
    "L": 1,
}  # of what names these in a day's name ("2024-03" of "2024-03-05")
CLOCK = {"TS": "S", "TM": "M", "TH": "H"}

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d{2})(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?(?:T.*)?\Z"
)


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day, or None where the calendar has none such (30 February, the year 10000)."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def plus_days(day: datetime.date, days: int) -> datetime.date | None:
    """Return the day so many days on, or None outside the years 1 to 9999."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shift(day: datetime.date, amount: int, unit: str) -> datetime.date | None:
    """Return the day `amount` units on (units as in the lexicon), clamped to the month's last day."""
    if unit in CLOCK:
        return day
    if unit in DAYS:
        return plus_days(day, amount * DAYS[unit])
    months = day.year * 12 + day.month - 1 + amount * MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def value_at(day: datetime.date, unit: str) -> str:
    """Return the TIMEX3 value of the unit (week, quarter, …) that holds a day."""
    if unit in {"W", "WE", "2W"}:
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    name = day.isoformat()
    if unit in _PARTS_OF_YEAR:
        letter, months = _PARTS_OF_YEAR[unit]
        return f"{name[:4]}-{letter}{(day.month - 1) // months + 1}"
    return name[: _LENGTHS.get(unit, len(name))]


@lru_cache(maxsize=4096)  # articles name the same few days and years over and over
def covers(value: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of a value, or None where it names no calendar time."""
    if "/" in value:
        first, _, last = value.partition("/")
        begin, end = covers(first), covers(last)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    if value.isdigit() and len(value) in {2, 3}:
        span = 10 ** (4 - len(value))
        return _years(int(value) * span, int(value) * span + span - 1)
    match = _VALUE.match(value)
    return _covered(match) if match else None


def _years(first: int, last: int) -> tuple[datetime.date, datetime.date] | None:
    begin, end = day_of(first, 1, 1), day_of(last, 12, 31)
    return (begin, end) if begin and end else None


def _covered(match: re.Match[str]) -> tuple[datetime.date, datetime.date] | None:
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["weekend"]))
    if match["day"]:
        day = day_of(year, int(match["month"]), int(match["day"]))
        return (day, day) if day else None
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["quarter"] or match["season"]:
        # TIMEX3 doesn't say which winter "2024-WI" is; the one that begins in that year's December is meant here.
        first = 3 * int(match["quarter"]) - 2 if match["quarter"] else SEASON_MONTH[match["season"]]
        return _months(year, first, 3)
    return _years(year, year)


def _week(year: int, week: int, *, weekend: bool) -> tuple[datetime.date, datetime.date] | None:
    try:
        return (
            datetime.date.fromisocalendar(year, week, 6 if weekend else 1),
            datetime.date.fromisocalendar(year, week, 7),
        )
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> tuple[datetime.date, datetime.date] | None:
    begin = day_of(year, month, 1)
    after = shift(begin, count, "M") if begin else None
    end = plus_days(after, -1) if after else None
    return (begin, end) if begin and end else None


def first_months(year: int, count: int) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of a year's first so many months."""
    return _months(year, 1, count)


def duration(amount: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units; None stands for a number left open ("P3D", "PXY", "PT1H30M")."""
    letter, factor = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "2W": ("W", 2), "H": ("M", 6)}.get(
        unit, (unit, 1)
    )
    letter = {"WE": "WE", "P": "X"}.get(letter, letter)
    prefix = "PT" if letter in CLOCK else "P"
    letter = CLOCK.get(letter, letter)
    if amount is None:
        return f"{prefix}X{unit if unit in {'E', 'C', 'L'} else letter}"
    amount *= factor
    if amount == int(amount):
        return f"{prefix}{int(amount)}{letter}"
    smaller = {("P", "Y"): ("M", 12), ("PT", "H"): ("M", 60), ("PT", "M"): ("S", 60), ("P", "W"): ("D", 7)}
    whole, (name, ratio) = int(amount), smaller.get((prefix, letter), ("", 0))
    if not name:
        return f"{prefix}{amount:g}{letter}"
    rest = f"{round((amount - whole) * ratio)}{name}"
    return f"{prefix}{whole}{letter}{rest}" if whole else f"{prefix}{rest}"
