"""What the rules say that name a calendar time: days, months, weekdays, holidays, clock times, years, decades.

A reader returns None where its rule doesn't apply after all (the next is tried), and `LEAVE` where what was matched
is to be left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.dates import numbers
from core.extract.dates.found import LAST_YEAR, LEAVE, full_year, named_point, plausible, shift_of
from core.extract.dates.senses import Either, Interval, Leave, Point, Relative, TimeSpan
from core.extract.dates.time_words import CUES

if TYPE_CHECKING:
    from core.extract.dates.found import Found
    from core.extract.dates.senses import Sense
    from core.extract.dates.time_words import Lexeme

_FIRST_BARE = 20  # "the 20s"; "the 10s" are no decade
_THIS_CENTURYS = 2020  # decades by two digits from here on are those of the century before
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _valid(point: Point) -> Point | Leave:
    """Leave days alone that no calendar has."""
    if point.month is not None and not 1 <= point.month <= 12:
        return LEAVE
    if point.day is not None and point.month is not None:
        leap = point.year is None or (point.year % 4 == 0 and (point.year % 100 != 0 or point.year % 400 == 0))
        if not 1 <= point.day <= (_DAYS_IN[point.month - 1] if leap or point.month != 2 else 28):
            return LEAVE
    return point


# --- days written out


def leave(_found: Found) -> Leave:
    """Leave the match alone."""
    return LEAVE


def no_such_day(found: Found) -> Leave | None:
    """Leave "December 32" alone, and days of the year 10000; "May 200 people" is another matter."""
    number = found.number("number")
    return LEAVE if number is None or number < 100 else None


def iso_date(found: Found) -> Sense | Leave | None:
    """Read "2024-03-05", "2024/03/05"."""
    if not found.glued():
        return None
    return _valid(Point(year=found.number("year"), month=found.number("month"), day=found.number("day")))


def slash_date(found: Found) -> Sense | Leave | None:
    """Read "3/5/2024", day first, month first, or either."""
    if not found.glued():
        return None
    first, second, year = found.number("first") or 0, found.number("second") or 0, found.number("year") or 0
    year = full_year(year, found.one("year"))
    day_first, month_first = (
        _valid(Point(year=year, month=month, day=day)) for day, month in ((first, second), (second, first))
    )
    if isinstance(day_first, Leave) or day_first == month_first:
        return month_first
    return day_first if isinstance(month_first, Leave) else Either(day_first, month_first)


def dotted_date(found: Found) -> Sense | Leave | None:
    """Read "5.3.2024", day first."""
    day, month, year = found.word("date").split(".")
    if len(year) == 2:
        return None
    return _valid(Point(year=int(year), month=int(month), day=int(day)))


def month_day(found: Found) -> Sense | Leave | None:
    """Read "Friday, March 5, 2024", "5 March", "the 5th of March"."""
    weekday = found.number("weekday")
    if found.could_have("glue"):  # "19-Nov-12"
        if not found.glued():
            return None
        year = full_year(found.number("year") or 0, found.one("year"))
        return _valid(Point(year=year, month=found.number("month"), day=found.number("day")))
    following = found.near(1)
    if following is not None and following.name == "suffix" and not found.has("year"):
        return None
    point = _valid(
        Point(year=found.number("year"), month=found.number("month"), day=found.number("day"), weekday=weekday)
    )
    if found.has("shift") and isinstance(point, Point) and point.year is None:
        shift, base = shift_of(found)
        return point if weekday else Relative(shift, "named", base, point)
    return point


def day_range(found: Found) -> Sense | Leave | None:
    """Read "May 5-7, 2024"."""
    first = _valid(Point(year=found.number("year"), month=found.number("month"), day=found.number("day")))
    last = _valid(Point(year=found.number("year"), month=found.number("month"), day=found.number("until")))
    if isinstance(first, Leave) or isinstance(last, Leave):
        return LEAVE
    return Interval(first, last)


def month_year(found: Found) -> Sense | None:
    """Read "March 2024", "late March 2024"."""
    return Point(year=found.number("year"), month=found.number("month"))


# --- months, weekdays, seasons, holidays


def named(found: Found) -> Sense | None:
    """Read a month, weekday, season or holiday, with what stands before it ("last", "this coming")."""
    lexeme = found.one("name")
    point = named_point(lexeme) if lexeme else None
    if point is None:
        return None
    before = found.near(-1)
    if lexeme and lexeme.lower == "fall" and before is not None and before.name == "to":
        return None
    if lexeme and lexeme.name == "weekday_short" and lexeme.lower in CUES["not weekday"]:
        return None
    if found.has("part"):
        point = point._replace(part=found.word("part"))
    if found.has("year"):
        return point._replace(year=found.number("year"))
    if found.has("shift"):
        shift, base = shift_of(found)
        return Relative(shift, "named", base, point)
    return point


def month_of(found: Found) -> Sense | None:
    """Read "June last year", "January of this year"."""
    if found.word("unit") != "Y":
        return None
    shift, base = shift_of(found)
    return Relative(shift, "Y", base, Point(month=found.number("month")))


def weekday_set(found: Found) -> Sense | None:
    """Read "Mondays", "Tuesday nights"."""
    part = found.word("part")
    return TimeSpan("SET", f"XXXX-WXX-{found.word('name')}" + (f"T{part}" if part else ""))


# --- days and parts of a day seen from today


def beside_today(found: Found) -> Sense | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    today, way = found.number("today") or 0, found.number("way") or 0
    return Relative(today + way, "D") if found.word("unit") == "D" and today * way >= 0 else None


def today(found: Found) -> Sense | None:
    """Read "yesterday", "tomorrow morning"."""
    inner = Point(part=found.word("part")) if found.has("part") else None
    return Relative(found.number("today") or 0, "D", "published", inner)


def tonight(found: Found) -> Sense | None:
    """Read "tonight", "overnight"."""
    return Relative(0, "D", "published", Point(part=found.word("part")))


def part_of_day(found: Found) -> Sense | None:
    """Read "this morning", "last night", "the next evening"."""
    shift, base = shift_of(found)
    first = found.one("shift")
    if first and first.name == "next":
        base = "reference"
    return Relative(shift, "D", base, Point(part=found.word("part")))


def early_part(found: Found) -> Sense | None:
    """Read "mid-afternoon", "early morning", of the day the sentence names."""
    return Point(part=found.word("part"))


# --- clock times


def clock(found: Found) -> Sense | None:
    """Read "5:30 p.m. EST", "noon", "4 in the morning", "15:39"."""
    universal = "Z" if any(lexeme.value == "Z" for lexeme in found.all("zone")) else ""
    if found.has("noon"):
        return Point(clock=found.word("noon") + universal)
    lexeme = found.one("clock")
    if lexeme is None:
        return None
    hour, minutes = _hour_and_minutes(lexeme)
    half = found.word("ampm")
    part = found.word("part")
    if hour > (12 if half or part else 24):
        return None
    if half == "pm" or part in {"AF", "EV"} or (part == "NI" and hour > 5):
        hour += 12 if hour < 12 else 0
    elif half == "am" and hour == 12:
        hour = 0
    return Point(clock=f"{hour:02d}:{minutes}{universal}")


def _hour_and_minutes(lexeme: Lexeme) -> tuple[int, str]:
    digits = lexeme.lower
    if digits.isdigit() and (len(digits) == 4 or lexeme.name in {"number", "year"}):  # "0800 GMT"
        return (int(digits[:2]), digits[2:]) if len(digits) == 4 and digits[2:] < "60" else (99, "")
    if lexeme.name in {"clock", "decimal"} and not isinstance(lexeme.value, int):
        hour, _, minutes = lexeme.lower.replace(".", ":").partition(":")
        return (int(hour), minutes) if hour.isdigit() and minutes else (99, "")
    return (int(lexeme.value) if isinstance(lexeme.value, int) else 99), "00"


# --- decades and centuries


def decade(found: Found) -> Sense | None:
    """Read "the 1990s", "the '80s", "the 70s", "the nineties"."""
    lexeme = found.one("decade")
    if lexeme is None or not isinstance(lexeme.value, int):
        return None
    if lexeme.name == "nickname":
        return TimeSpan("DATE", str(lexeme.value))
    after, before = found.lexemes[found.last], found.lexemes[found.first]
    glued = after.start == lexeme.end and not (after.name == "poss" and before.name == "year")
    if lexeme.value % 10 or not glued:
        return None
    if lexeme.name in {"day", "number"}:
        bare = lexeme.end - lexeme.start == 2 and lexeme.value >= _FIRST_BARE
        return TimeSpan("DATE", f"{190 + lexeme.value // 10}", "decade") if bare else None
    year = lexeme.value - (100 if lexeme.name == "short_year" and lexeme.value >= _THIS_CENTURYS else 0)
    return TimeSpan("DATE", f"{year // 10}") if year <= LAST_YEAR else None


def century(found: Found) -> Sense | None:
    """Read "the 20th century"."""
    ordinal = found.number("ord") or 0
    return TimeSpan("DATE", f"{ordinal - 1:02d}") if found.word("unit") == "C" and 1 <= ordinal <= 30 else None


# --- years


def counted(found: Found) -> Leave | None:
    """Leave "more than 2000" alone: it counts something; "about 2000" and "at least 2030" may be years."""
    return LEAVE if found.one("approx") and found.lexemes[found.first].lower in CUES["counting"] else None


def year(found: Found) -> Sense | None:
    """Read a bare year, unless what stands around says it is another number."""
    number = found.number("year") or 0
    lexeme = found.one("year")
    if lexeme and lexeme.name == "short_year":
        return Point(year=number)
    before, after = found.near(-1), found.near(1)
    if not plausible(number) or (before is not None and before.name in {"money", "slash"}):
        return None
    if after is not None and after.name in {"money", "slash", "per"}:
        return None
    return Point(year=number)


def year_range(found: Found) -> Sense | None:
    """Read "2024-2026", "2012-13"."""
    first, last = found.number("first") or 0, found.number("last") or 0
    lexeme = found.one("last")
    if lexeme and lexeme.end - lexeme.start == 2:
        last += first - first % 100
        last += 100 if last < first and first % 100 == 99 else 0  # "1999-00"
    if not found.glued() or not (plausible(first) and first < last <= LAST_YEAR):
        return None
    return Interval(Point(year=first), Point(year=last))


def spoken_year(found: Found) -> Sense | None:
    """Read "nineteen ninety-six", "the year two thousand"."""
    number = numbers.spoken_year(found.all("spoken"))
    if not number or not plausible(number):
        return None
    lexeme = found.one("name")
    point = named_point(lexeme) if lexeme else None
    return (point or Point())._replace(year=number)


READERS = {
    reader.__name__: reader
    for reader in (
        leave,
        no_such_day,
        iso_date,
        slash_date,
        dotted_date,
        month_day,
        day_range,
        month_year,
        named,
        month_of,
        weekday_set,
        beside_today,
        today,
        tonight,
        part_of_day,
        early_part,
        clock,
        decade,
        century,
        counted,
        year,
        year_range,
        spoken_year,
    )
}
