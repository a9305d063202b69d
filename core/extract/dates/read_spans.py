"""What the rules say that name a stretch of time or a period: quarters, durations, sets, "last week", anniversaries.

A reader returns None where its rule doesn't apply after all: the next is tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.dates import numbers
from core.extract.dates.calendar import CLOCK
from core.extract.dates.calendar import duration as duration_value
from core.extract.dates.found import LEAVE, full_year, shift_of
from core.extract.dates.senses import (
    Anniversary,
    Compared,
    Interval,
    Offset,
    Period,
    Point,
    Relative,
    TimeSpan,
)
from core.extract.dates.time_words import CUES, SETS

if TYPE_CHECKING:
    from core.extract.dates.found import Found
    from core.extract.dates.senses import Base, Leave, Sense

_CLAUSE_ENDS = SETS["clause end"]


# --- quarters, halves, fiscal years


def quarter_mark(found: Found) -> Sense | None:
    """Read "Q3 2024", "3Q"."""
    number = found.number("quarter") or 0
    mark, said, following = found.one("mark"), found.one("quarter"), found.near(1)
    if mark is None or said is None or mark.end != said.start != said.end != mark.start:
        return None
    if following is not None and following.start == found.lexemes[found.last].end and following.name == "":
        return None  # "H1N1"
    year = found.number("year")
    if short := found.one("short"):  # "1Q18"
        if short.start != found.lexemes[found.last - 1].end or short.end - short.start != 2:
            return None
        year = full_year(found.number("short") or 0, short)
    return _part_of_year(number, "Q" if mark.name == "quarter_mark" else "H", year)


def _part_of_year(ordinal: int, unit: str, year: int | None = None) -> Point | None:
    if unit == "Q" and 1 <= ordinal <= 4:
        return Point(year=year, quarter=ordinal)
    if unit == "H" and 1 <= ordinal <= 2:
        return Point(year=year, half=ordinal)
    return None


def _ordinal(found: Found, unit: str) -> int:
    lexeme = found.one("ord")
    if lexeme is None:
        return 0
    if lexeme.name == "last":
        return {"Q": 0, "H": 2}.get(unit, 0) if lexeme.lower == "last" else 0
    return found.number("ord") or 0


def quarter(found: Found) -> Sense | None:
    """Read "the third quarter", "the first half of 1990", "the fiscal first quarter", "third-quarter"."""
    point = _part_of_year(_ordinal(found, found.word("unit")), found.word("unit"))
    if point is None:
        return None
    if found.has("year"):
        return point._replace(year=found.number("year"))
    if found.has("shift"):
        shift, base = shift_of(found)
        return Relative(shift, "Y", base, point) if found.word("of") == "Y" else None
    if found.has("back"):
        return Offset(1, "Y", -1, "published", point) if found.word("back") == "Y" else None
    return point


def part_of_unit(found: Found) -> Sense | None:
    """Read "this year's third quarter", "last year's quarter"."""
    shift, base = shift_of(found)
    if found.word("of") != "Y":
        return None
    if not found.has("ord"):
        return Compared(found.word("unit")) if shift < 0 else None
    point = _part_of_year(_ordinal(found, found.word("unit")), found.word("unit"))
    return Relative(shift, "Y", base, point) if point else None


def period_of_year(found: Found) -> Sense | None:
    """Read "the 1988 quarter", "the 1988 period"."""
    unit = found.word("unit")
    return Period(unit, found.number("year")) if unit in {"Q", "P", "H"} else None


def fiscal_year(found: Found) -> Sense | None:
    """Read "fiscal 1989", "the financial year 2023-24", "FY24"."""
    year = full_year(found.number("year") or 0, found.one("year"))
    if found.has("last"):
        last, lexeme = found.number("last") or 0, found.one("last")
        if lexeme and lexeme.end - lexeme.start == 2:
            last += year - year % 100
            last += 100 if last < year else 0  # "1999-00"
        return Interval(Point(year=year), Point(year=last)) if last == year + 1 else Point(year=year)
    return Point(year=year)


def same_period(found: Found) -> Sense | None:
    """Read "the same period last year", "the same quarter a year earlier"."""
    if found.word("unit") not in {"Q", "P", "H", "M"}:
        return None
    if found.has("year"):
        return Period(found.word("unit"), found.number("year"))
    year = "of" if found.has("of") else "back"
    return Compared(found.word("unit")) if found.word(year) == "Y" else None


def year_earlier(found: Found) -> Sense | None:
    """Read "year-earlier", "the year-ago third quarter"."""
    if found.word("back") != "Y":
        return None
    if found.has("ord"):
        point = _part_of_year(_ordinal(found, found.word("unit")), found.word("unit"))
        return Offset(1, "Y", -1, "published", point) if point else None
    return Compared(found.word("unit"))


# --- so many units


def amount_of(found: Found) -> float | None:
    """Return the number of units, None where it is left open."""
    first = found.one("qty")
    if first is None:
        return None
    if first.name == "vague":
        amount = float(first.value) if isinstance(first.value, int) else None
    else:
        amount = numbers.amount(found.all("qty")) or (1.0 if first.name in {"article", "the"} else None)
    return amount + 0.5 if found.has("half") and amount is not None else amount


def offset(found: Found) -> Sense | None:
    """Read "three days ago", "a year earlier", "two weeks later", "the day before"."""
    way = found.one("way")
    if way is None or not isinstance(way.value, int):
        return None
    first = found.one("qty")
    amount = amount_of(found) if found.could_have("qty") else 1.0
    bound = way.lower in CUES["closing"] and not _ends_clause(found)
    following = found.near(1)
    if way.name == "earlier" and following is not None and following.lower == "than":
        return None  # "a month earlier than usual"
    if bound and found.lexemes[found.last].name != "beside":
        return None
    if any(lexeme.lower in CUES["workdays"] for lexeme in found.lexemes[found.first : found.last]):
        return None  # which days those are, no calendar tells
    if first is None and found.could_have("qty") and way.name != "ago":
        return None
    base: Base = "published" if way.name in {"ago", "from_now"} else "reference"
    return Offset(amount, found.word("unit"), way.value, base, bound=bound)


def _ends_clause(found: Found) -> bool:
    following = found.near(1)
    return following is None or following.name in _CLAUSE_ENDS


def duration(found: Found) -> Sense | None:
    """Read "three days", "the past two months", "nearly two years", "two-year"."""
    if not found.could_have("qty"):
        lexeme = found.one("unit")
        return TimeSpan(
            "DURATION", duration_value(None if lexeme and lexeme.name == "units" else 1, found.word("unit"))
        )
    unit = found.word("unit")
    following = found.near(1)
    if following is not None and following.name == "and" and found.could_have("qty"):
        # "between 30 and 60 days", but not "in 2019 and three months on"
        before = found.near(-1)
        if found.lexemes[found.last].name not in {"unit", "units", "or_so"} and (
            before is None or before.lower not in CUES["both ends"]
        ):
            return None
    if unit == "P" and found.one("qty") is None:
        return None
    if unit == "Q" and (found.lexemes[found.last - 1].name == "dash" or (following and following.name == "of")):
        return None
    return TimeSpan("DURATION", duration_value(amount_of(found), unit))


def half_unit(found: Found) -> Sense | None:
    """Read "half an hour"."""
    return TimeSpan("DURATION", duration_value(0.5, found.word("unit")))


def open_duration(found: Found) -> Sense | None:
    """Read "recent years", "the coming months", "the weeks ahead", "for weeks"."""
    return TimeSpan("DURATION", duration_value(None, found.word("unit")))


def a_while(found: Found) -> Sense | None:
    """Read "a while", "some time"."""
    return TimeSpan("DURATION", found.word("while"))


# --- sets


def per_unit(found: Found) -> Sense | None:
    """Read "twice a week", "per day"."""
    return TimeSpan("SET", duration_value(1, found.word("unit")))


def every(found: Found) -> Sense | None:
    """Read "every Monday", "each year", "every two weeks", "every other day"."""
    lexeme = found.one("unit")
    if lexeme is None:
        return None
    value = found.word("unit")
    if lexeme.name in {"unit", "units"}:
        amount = 2.0 if found.has("other") and found.word("other") == "" else float(found.number("other") or 1)
        if found.has("qty"):
            amount = amount_of(found) or 1
        return TimeSpan("SET", duration_value(amount, value))
    forms = {
        "weekday": f"XXXX-WXX-{value}",
        "month": f"XXXX-{value:0>2}",
        "season": f"XXXX-{value}",
        "part": f"XXXX-XX-XXT{value}",
    }
    return TimeSpan("SET", forms[lexeme.name])


def set_word(found: Found) -> Sense | None:
    """Read "daily", "annually"."""
    return TimeSpan("SET", found.word("word"))


# --- units seen from today or from the time spoken of


def unit(found: Found) -> Sense | Leave | None:
    """Read "last week", "the following year", "that day"."""
    shift, base = shift_of(found)
    shifts = found.all("shift")
    unit_name = found.word("unit")
    if unit_name in {"TS", "TM", "TH", "L"}:
        return None
    following = found.near(1)
    if following is not None and following.name == "of" and unit_name == "D":
        return LEAVE  # "the next day of rest"
    if unit_name == "P":
        return Period("P") if shifts[-1].name in {"this", "same"} else None
    if shifts[-1].name == "last" and found.has("the"):
        return TimeSpan("DURATION", duration_value(1, unit_name))
    if shifts[-1].name == "next" and found.has("the"):
        base = "reference"
    if shifts[-1].lower == "past" and unit_name in {"E", "C"}:
        return TimeSpan("DURATION", duration_value(1, unit_name))
    return Relative(shift, unit_name, base)


def period(found: Found) -> Sense | None:
    """Read "the quarter", "the latest period", "the year", "the weekend"."""
    unit_name = found.word("unit")
    of, part = found.near(-1), found.near(-2)
    following = found.near(1)
    beyond = found.near(2)
    if following is not None and following.name == "of" and (beyond is None or beyond.name != "money"):
        return None  # "the year of mention", but "a high for the year of $42"
    if of is not None and part is not None and of.name == "of" and part.name in SETS["part"]:
        return Period(unit_name) if unit_name not in CLOCK else None  # "the last day of the month"
    if unit_name == "D" and not (found.has("mod") and found.lexemes[found.first].name == "earlier"):
        return None
    return (
        Period(unit_name)
        if unit_name in {"Q", "Y", "WE", "P", "D", "M"} - ({"M"} if not found.has("mod") else set())
        else None
    )


def period_ended(found: Found) -> Sense | None:
    """Read "the year (ended March 31)", whose length alone is sure."""
    return TimeSpan("DURATION", duration_value(1, found.word("unit"))) if found.word("unit") == "Y" else None


def unit_end(found: Found) -> Sense | None:
    """Read "year-end", "year's end": 31 December."""
    return Point(month=12, day=31) if found.word("unit") == "Y" else None


def first_units(found: Found) -> Sense | None:
    """Read "the ten months of this year": the year, cut down to its first so many months."""
    amount = amount_of(found)
    if found.word("of") != "Y" or found.word("unit") not in {"M", "Q"} or amount is None:
        return None
    months = int(amount) * (3 if found.word("unit") == "Q" else 1)
    shift, base = shift_of(found)
    return Relative(shift, "Y", base, Point(first_months=months)) if 1 <= months <= 12 else None


# --- anniversaries and references


def anniversary(found: Found) -> Sense | None:
    """Read "the 25th anniversary", "one day before the 25th anniversary"."""
    years = found.number("ord") or 0
    if not found.has("way"):
        return Anniversary(years, 0)
    days = {"D": 1, "W": 7}.get(found.word("unit"))
    way = found.number("way")
    amount = amount_of(found)
    if days is None or way is None or amount is None:
        return None
    return Anniversary(years, int(amount) * days * way)


def reference(found: Found) -> Sense | None:
    """Read "now", "recently", "the near future"."""
    return TimeSpan("DATE", found.word("ref") or "FUTURE_REF")


def past(found: Found) -> Sense | None:
    """Read "(in) the past"."""
    lexeme = found.one("past")
    return TimeSpan("DATE", "PAST_REF") if lexeme and lexeme.lower == "past" else None


READERS = {
    reader.__name__: reader
    for reader in (
        quarter_mark,
        quarter,
        part_of_unit,
        period_of_year,
        fiscal_year,
        same_period,
        year_earlier,
        offset,
        duration,
        half_unit,
        open_duration,
        a_while,
        per_unit,
        every,
        set_word,
        unit,
        period,
        period_ended,
        unit_end,
        first_units,
        anniversary,
        reference,
        past,
    )
}
