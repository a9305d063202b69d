"""Dates of publication as sources write them, taken only where they can mean one day."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]m)"
_TIME = rf"(?:(?:t|,?\s|,?\sat\s){_CLOCK}[0-9:.,+\-/()a-z\s]{{0,30}})?"
_COMPACT_TIME = r"(?:t?[0-9]{6}z?)?"
_FORMS = (
    re.compile(
        rf"(?P<year>[0-9]{{4}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}}){_TIME}"
    ),
    re.compile(rf"(?P<year>[0-9]{{4}})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_COMPACT_TIME}"),
    re.compile(
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?(?P<name>[a-z]{{3,9}})\.?,?[\s-]"
        rf"(?P<year>[0-9]{{4}}){_TIME}"
    ),
    re.compile(
        rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}})\.?\s(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>[0-9]{{4}}){_TIME}"
    ),
)
_NUMERIC = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2(?P<year>[0-9]{{4}}){_TIME}")
_MAX_LENGTH = 60


def parse_date(text: str | None) -> datetime.date | None:
    """Return the day that a date of publication names; None unless it can mean one day only.

    Read are ISO 8601 with or without a time, its compact form, and days with their month as a word. A day and a
    month as two numbers count where one of them is above 12 or both are the same: 03/04/2025 is unknown.
    """
    said = " ".join(text.lower().split()) if text else ""
    if not said or len(said) > _MAX_LENGTH:
        return None
    for form in _FORMS:
        if match := form.fullmatch(said):
            parts = match.groupdict()
            month = int(parts["month"]) if "month" in parts else _MONTHS.get(parts["name"], 0)
            return _day(int(parts["year"]), month, int(parts["day"]))
    if match := _NUMERIC.fullmatch(said):
        first, second = int(match[1]), int(match[3])
        if first != second and max(first, second) <= 12:
            return None
        day, month = (first, second) if first > 12 else (second, first)
        return _day(int(match["year"]), month, day)
    return None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    # No newspaper is older than 1600.
    try:
        return datetime.date(year, month, day) if year >= 1600 else None
    except ValueError:
        return None
