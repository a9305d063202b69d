"""Numbers, dates and names as a reader says them. Plain text: nothing here knows HTML or Streamlit."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from typing import Any

import pandas as pd
from babel.numbers import get_currency_symbol

OUTLET_UNKNOWN = "outlet unknown"
SPEAKER_UNKNOWN = "speaker unknown"
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_MODIFIERS = {"~": "about ", "<": "up to ", ">": "over "}


def present(value: Any) -> bool:
    """Tell whether a cell holds something (not None, NaN, NaT or an empty text)."""
    return bool(value) if isinstance(value, str | list | tuple) else not (value is None or pd.isna(value))


def plural(number: int, noun: str, nouns: str | None = None) -> str:
    """Return "1 article", "1,200 articles"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


EXACT = 12  # significant digits of a number that isn't rounded
_ROUNDED = 3


def number(value: float, digits: int = _ROUNDED) -> str:
    """Return a number with a scale word and at most `digits` significant digits: 38.5 bn, 1,250, 0.4."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_significant(value / scale, digits)} {word}"
    rounded = abs(value) < 1000 or digits > _ROUNDED
    return _significant(value, digits) if rounded else f"{value:,.0f}"


def _significant(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:,.{places}f}".rstrip("0").rstrip(".") if places else f"{value:,.0f}"


def amount(value: float, unit: str | None, kind: str = "other", digits: int = _ROUNDED) -> str:
    """Return a value with its unit: $38.5 bn, BYN 3.76, 33.3 %, 28 union programmes."""
    told = number(value, digits)
    if kind == "money" and unit:
        symbol = get_currency_symbol(unit, locale="en") if len(unit) == 3 else unit
        return f"{symbol}{told}" if not symbol[-1].isalpha() else f"{symbol} {told}"
    if kind == "percent" or unit == "percent":
        return f"{told} %"
    return f"{told} {unit}" if unit else told


def exactly(row: Any) -> str:
    """Return a statement's value as it is told, not rounded: "£145.5 m"."""
    return stated(row, EXACT)


def stated(row: Any, digits: int = _ROUNDED) -> str:
    """Return a statement's value as it is told: "about $40 bn", "$89 bn – $93 bn"."""
    low, high = row.low, row.high
    unit, kind = (row.unit if present(row.unit) else None), row.kind
    value = amount(low, unit, kind, digits)
    if present(high) and high != low:
        value = (
            f"{value} {'–' if low < high else '→'} {amount(high, unit, kind, digits)}"  # cut from one to the other
        )
    return _MODIFIERS.get(row.modifier if present(row.modifier) else "", "") + value


def day(value: Any) -> str:
    """Return a date as "19 Dec 2022", or "no date"."""
    if not present(value):
        return "no date"
    moment = pd.Timestamp(value)
    return f"{moment.day} {moment:%b %Y}"


def period(begin: Any, end: Any) -> str:
    """Return the stretch between two dates, shortened where they share a month or year."""
    if not (present(begin) and present(end)):
        return day(begin if present(begin) else end)
    first, last = pd.Timestamp(begin), pd.Timestamp(end)
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {day(last)}"
    return f"{first.day} {first:%b} – {day(last)}" if first.year == last.year else f"{day(first)} – {day(last)}"


def clip(text: str, length: int) -> str:
    """Return a text of at most `length` characters, cut at a word where one ends late enough."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip(" ,;:–-\u200d\ufe0f") + "…"


def visible(text: str) -> str:
    """Return a text with bidirectional controls and other invisible marks shown as their escapes."""
    return text.translate(_ESCAPES)


_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
}


def isolated(text: str) -> str:
    """Return a text, `visible`, that doesn't turn round what stands beside it where it is written from right to left.

    Without that a date behind an Arabic or Hebrew name would be shown torn in two.
    """
    shown = visible(text)
    return f"\u2068{shown}\u2069" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in shown) else shown


def literal(text: str) -> str:
    """Return a text so written that Markdown shows it as it is, for labels and tooltips that know nothing else.

    A word joiner, which no one sees, keeps what looks like an address, an emoji's or an icon's name from becoming one.
    """
    escaped = "".join(f"\\{c}" if c in _MARKDOWN else c for c in isolated(text))
    return _MADE_INTO_MORE.sub("\\g<0>\u2060", escaped)


_MARKDOWN = frozenset("\\`*_{}[]()#+-.!~|:<>$&@\"'=^/")
_MADE_INTO_MORE = re.compile(r"www|\\[:@/]")


def today() -> datetime.date:
    """Return the current day, for what is stamped on an export."""
    return datetime.datetime.now(tz=datetime.UTC).date()


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TIMEX = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI|W\d{2}(?:-WE)?)(?:-(\d{2}))?)?(?:T.*)?")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def when(value: str) -> str:
    """Return a TIMEX3 value as a reader says it: "2022-01/2022-10" is "Jan 2022 – Oct 2022".

    A year that isn't known is said so, "P10M" is "10 months", "PAST_REF" "the past".
    """
    return " – ".join(_moment(part) for part in value.split("/"))


def _moment(value: str) -> str:
    found = _TIMEX.fullmatch(value)
    if not found:
        return _REFERENCES.get(value) or _stretch(value)
    year, part, date = found.groups()
    known = year if year != "XXXX" else "year unknown"
    if part is None:
        return known
    if part.isdigit():
        if not 1 <= int(part) <= 12:
            return value
        month = _MONTHS[int(part) - 1]
        return f"{int(date)} {month} {known}" if date else f"{month} {known}"
    if part[0] == "W" and part[1:2].isdigit():
        return f"week {int(part[1:3])} of {known}"
    return f"{_SEASONS.get(part, part)} {known}"


_REFERENCES = {"PAST_REF": "the past", "PRESENT_REF": "now", "FUTURE_REF": "the future", "PXX": "some time"}
_REFERENCES |= {f"XXXX-WXX-{number}": name for number, name in enumerate(_WEEKDAYS, start=1)}
_STRETCH = re.compile(r"P(T?)(\d+|X)([SMHDWQYECL]|WE)")
_UNITS = {"D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "E": "decade"} | {
    "C": "century", "L": "millennium", "TS": "second", "TM": "minute", "TH": "hour"
}  # fmt: skip
_SEVERAL = {"century": "centuries", "millennium": "millennia"}


def _stretch(value: str) -> str:
    """Return a duration, decade or century in words, any other value as it is."""
    if value.isdigit() and len(value) == 3:
        return f"{value}0s"
    if value.isdigit() and len(value) == 2:
        return f"{value}00s"
    found = _STRETCH.fullmatch(value)
    unit = _UNITS.get(found[1] + found[3]) if found else None
    if not found or not unit:
        return value
    several = _SEVERAL.get(unit, f"{unit}s")
    return f"some {several}" if found[2] == "X" else plural(int(found[2]), unit, several)
