"""From what an expression says to its TIMEX3 value, given the day of publication and the times named before it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates import calendar, numeric, part_of_unit
from core.extract.dates.calendar import UNKNOWN, covers, day_of, value_at
from core.extract.dates.point_values import distance, in_year, in_years, without_year
from core.extract.dates.senses import (
    Anniversary,
    Compared,
    Either,
    Interval,
    Offset,
    Period,
    Point,
    Relative,
    Resolved,
    Run,
    Sense,
    TimeSpan,
    Within,
)

if TYPE_CHECKING:
    from core.extract.dates.passage import Passage
    from core.extract.dates.senses import Anchor
    from core.extract.dates.tense import Clause, Tense

_HALF_A_QUARTER = 45  # days


class Context(NamedTuple):
    """What an expression is resolved against.

    `named_day` is a day written out in full in the same sentence, `beside` the value of the day there that a bare
    clock time belongs to, `closing` the day a quarter ends on ("the quarter ended July 31"), `year` that of all the
    months, or quarters, in its row, `leading` the clause of the first weekday of its run.
    """

    passage: Passage
    clause: Clause
    named_day: datetime.date | None = None
    beside: str | None = None
    closing: Point | None = None
    year: int | None = None
    leading: Clause | None = None

    @property
    def published(self) -> datetime.date | None:
        """Return the day of publication."""
        return self.passage.published


def resolve(sense: Sense, context: Context) -> Resolved | None:
    """Return the type and value of an expression, or None where it turns out to be none."""
    resolved: Resolved | None
    match sense:
        case TimeSpan():
            resolved = Resolved(sense.type, sense.value)
        case Point():
            resolved = _point(sense, context)
        case Relative():
            resolved = _relative(sense, context)
        case Offset():
            resolved = _offset(sense, context)
        case Period():
            resolved = _period(sense, context)
        case Compared():
            resolved = _compared(sense.unit, context)
        case Interval():
            resolved = _interval(sense, context)
        case Anniversary():
            resolved = _anniversary(sense, context)
        case Within():
            resolved = _within(sense, context)
        case Run():
            resolved = _run(sense, context)
        case Either():
            resolved = _either(sense, context)
    return resolved


# --- points


def _point(point: Point, context: Context) -> Resolved | None:
    if point.clock or point.part:
        return _time(point, context)
    if point.year is not None:
        value = in_year(point, point.year)
        return Resolved("DATE", value) if value else None
    if context.published is None:
        return Resolved("DATE", without_year(point))
    if context.year is not None and (value := in_year(point, context.year)):
        return Resolved("DATE", value, "published")
    return Resolved("DATE", _nearest(point, context.published, context), "published")


def _time(point: Point, context: Context) -> Resolved | None:
    day_point = point._replace(clock=None, part=None)
    if day_point == Point():
        base = context.passage.base()
        day = context.beside or (value_at(base, "D") if base else UNKNOWN["D"])
        anchor: Anchor | None = "text" if context.passage.reference or context.beside else "published"
        date = Resolved("DATE", day, anchor if base else None)
    else:
        found = _point(day_point, context)
        if found is None:
            return None
        date = found
    return Resolved("TIME", _with_time(date.value, point), date.anchor)


def _with_time(day: str, point: Point) -> str:
    return f"{day}T{point.clock or point.part}"


def _nearest(point: Point, published: datetime.date, context: Context) -> str:
    """Return the value of a point without a year that the tense and the passage make likeliest."""
    tense = context.clause.tense(of_day=bool(point.weekday or point.day))
    if point.weekday is not None and point.month is None:
        return value_at(_weekday(point.weekday, published, tense), "D")
    known = context.passage.dated.get((point.month or 0, point.day or 0))
    if known is None and point.month and tense != "future":
        known = context.passage.background
    if known is not None and (value := in_year(point, known)):
        return value
    if point.quarter and tense == "none":
        tense = "past"  # quarters are spoken of when they are over
    candidates = in_years(point, published.year - 1, published.year + 1)
    if not candidates:
        return without_year(point)
    return min(candidates, key=lambda entry: distance(entry[1], published, tense))[0]


def _weekday(weekday: int, base: datetime.date, tense: Tense) -> datetime.date:
    days = (weekday - base.isoweekday()) % 7 if tense == "future" else -((base.isoweekday() - weekday) % 7)
    return calendar.plus_days(base, days) or base


def _run(run: Run, context: Context) -> Resolved | None:
    """Resolve a weekday of a row: the row as a whole is over, or still to come."""
    published = context.published
    if published is None:
        return _point(run.point, context)
    if (context.leading or context.clause).tense(of_day=True) == "future":
        days = [_weekday(run.weekdays[0], published, "future")]
        for weekday in run.weekdays[1 : run.place + 1]:
            days.append(days[-1] + datetime.timedelta(days=(weekday - days[-1].isoweekday() - 1) % 7 + 1))
        day = days[-1]
    else:
        day = _weekday(run.weekdays[-1], published, "past")
        for weekday in run.weekdays[-2 : run.place - len(run.weekdays) - 1 : -1]:
            day -= datetime.timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)
    return _at(value_at(day, "D"), run.point, "published")


def _at(day: str, point: Point | None, anchor: Anchor | None) -> Resolved:
    """Return a day, or the time of it that a point tells."""
    if point and (point.part or point.clock):
        return Resolved("TIME", _with_time(day, point), anchor)
    return Resolved("DATE", day, anchor)


def _either(sense: Either, context: Context) -> Resolved | None:
    """Return the day that its order tells, or both days as ISO 8601-2 writes one of a set."""
    order = context.passage.order() or numeric.order_by_time(sense, context.published, context.clause.tense())
    if order:
        return _point(sense.day_first if order == "day" else sense.month_first, context)
    both = sorted(value for point in sense if (value := in_year(point, point.year or 0)))
    return Resolved("DATE", f"[{','.join(both)}]")


# --- parts of a larger time


def _within(sense: Within, context: Context) -> Resolved | None:
    if sense.outer is None:
        return None
    outer = resolve(sense.outer, context)
    if outer is None:
        return None
    whole = outer.days or covers(outer.value)
    if whole is None:
        return Resolved("DATE", UNKNOWN.get("D" if sense.unit == "weekday" else sense.unit, "XXXX"), outer.anchor)
    if sense.weekday is not None:
        day = part_of_unit.weekday_of(part_of_unit.Days(*whole), sense.weekday, sense.nth)
        return _at(value_at(day, "D"), sense.time, outer.anchor) if day else None
    if not sense.count:
        return Resolved("DATE", outer.value, outer.anchor)
    part = part_of_unit.part_of(outer.value, sense.unit, sense.nth, sense.count) if sense.nth else None
    part = part or (None if sense.nth else part_of_unit.week_around(outer.value, sense.unit))
    return Resolved("DATE", part.value, outer.anchor, part.days) if part else None


# --- relative to today, or to the time spoken of


def _relative(sense: Relative, context: Context) -> Resolved | None:
    base = context.published if sense.base == "published" else context.passage.base()
    anchor: Anchor = "text" if sense.base == "reference" and context.passage.reference else "published"
    if base is None:
        return _open(sense)
    if sense.unit == "named" and sense.inner is not None:
        return _named(sense.shift, sense.inner, base, anchor)
    day = calendar.shift(base, sense.shift, sense.unit)
    return _inside(day, sense.unit, sense.inner, anchor) if day else None


def _inside(day: datetime.date, unit: str, point: Point | None, anchor: Anchor) -> Resolved | None:
    """Return the unit that holds a day, or the point in it."""
    if point is None:
        return Resolved("DATE", value_at(day, unit), anchor)
    if point.part or point.clock:
        return Resolved("TIME", _with_time(value_at(day, "D"), point), anchor)
    value = in_year(point, day.year)
    days = calendar.first_months(day.year, point.first_months) if point.first_months else None
    return Resolved("DATE", value, anchor, days) if value else None


def _open(sense: Relative) -> Resolved:
    """Return the value of a relative expression when nothing tells the day it counts from."""
    point = sense.inner
    bare = point._replace(part=None, clock=None) if point else Point()
    value = UNKNOWN.get(sense.unit, "XXXX") if bare == Point() else without_year(bare)
    return (
        Resolved("TIME", _with_time(value, point))
        if point and (point.part or point.clock)
        else Resolved("DATE", value)
    )


def _named(shift: int, point: Point, base: datetime.date, anchor: Anchor) -> Resolved | None:
    """Resolve "last Friday", "this summer", "next May", "last Thanksgiving"."""
    bare = point._replace(part=None, clock=None)
    value: str | None
    if bare.weekday is not None and bare.month is None:
        day = _shifted_weekday(bare.weekday, base, shift)
        value = value_at(day, "D") if day else None
    else:
        value = _shifted_in_year(bare, base, shift)
    if value is None:
        return None
    if point.part or point.clock:
        return Resolved("TIME", _with_time(value, point), anchor)
    return Resolved("DATE", value, anchor)


def _shifted_in_year(point: Point, base: datetime.date, shift: int) -> str | None:
    spans = in_years(point, base.year - 2, base.year + 2)
    if shift < 0:
        chosen = [value for value, (_, end) in spans if end < base][-1:]
    elif shift > 0:
        chosen = [value for value, (begin, _) in spans if begin > base][:1]
    elif point.season == "WI":  # "this winter" is the nearest one: it runs over the turn of the year
        chosen = [min(spans, key=lambda entry: distance(entry[1], base, "none"))[0]] if spans else []
    else:
        chosen = [value for value, (begin, _) in spans if begin.year == base.year]
    return chosen[0] if chosen else None


def _shifted_weekday(weekday: int, base: datetime.date, shift: int) -> datetime.date | None:
    if shift < 0:
        return calendar.plus_days(base, -((base.isoweekday() - weekday - 1) % 7 + 1))
    if shift > 0:
        return calendar.plus_days(base, (weekday - base.isoweekday() - 1) % 7 + 1)
    return calendar.plus_days(base, weekday - base.isoweekday())


def _offset(sense: Offset, context: Context) -> Resolved | None:
    unit = sense.unit
    if sense.amount is None or sense.amount != int(sense.amount) or unit in calendar.CLOCK:
        return Resolved("DURATION", calendar.duration(sense.amount, unit))
    amount = int(sense.amount) * sense.sign
    if unit == "Y" and amount == -1 and context.passage.period and sense.inner is None:
        return _compared("Q", context)
    base = context.published if sense.base == "published" else context.passage.base()
    if sense.start is not None:
        return _from_start(sense, amount, context)
    if base is None:
        value = _beside_open_day(context.passage.reference, amount) if unit == "D" else UNKNOWN.get(unit, "XXXX")
        return Resolved("DATE", value)
    day = calendar.shift(base, amount, unit)
    anchor: Anchor = "text" if sense.base == "reference" and context.passage.reference else "published"
    # A decade back is told by its year.
    return _inside(day, "Y" if unit == "E" else unit, sense.inner, anchor) if day else None


def _from_start(sense: Offset, amount: int, context: Context) -> Resolved | None:
    """Resolve "two days before Christmas": the time it counts from stands in the expression."""
    start = resolve(sense.start, context) if sense.start is not None else None
    covered = covers(start.value) if start else None
    if start is None or covered is None:
        return Resolved("DATE", UNKNOWN["D"]) if sense.unit in calendar.DAYS else None
    day = calendar.shift(covered[amount > 0], amount, sense.unit)
    unit = "D" if sense.unit in calendar.DAYS else sense.unit
    return Resolved("DATE", value_at(day, unit), start.anchor) if day else None


def _beside_open_day(reference: str | None, days: int) -> str:
    """Return the day beside one whose year is open ("XXXX-02-25"), where leap years make no difference."""
    if not reference or not reference.startswith("XXXX-") or not reference[5:].replace("-", "").isdigit():
        return UNKNOWN["D"]
    month, _, day = reference[5:].partition("-")
    found = set()
    for year in (2000, 2001):
        named = day_of(year, int(month), int(day or 0))
        beside = calendar.plus_days(named, days) if named else None
        found.add(beside.isoformat()[4:] if beside else None)
    (only, *others) = found
    return f"XXXX{only}" if only and not others else UNKNOWN["D"]


def _compared(unit: str, context: Context) -> Resolved | None:
    """Return the period spoken of a year before; without one, the quarter just reported or the year."""
    period, published = context.passage.period, context.published
    if unit == "M" and (month := context.passage.month()):
        return Resolved("DATE", f"{int(month[:4]) - 1:04d}{month[4:]}", "text")
    anchor: Anchor = "text" if period else "published"
    if period is None and published is not None:
        quarter = calendar.shift(published, -1, "Q") if unit == "Q" else None
        period = value_at(quarter, "Q") if quarter else value_at(published, "Y")
    if period is None:
        return Resolved("DATE", UNKNOWN.get(unit, "XXXX"))
    year = int(period[:4]) - 1
    return Resolved("DATE", f"{year:04d}{period[4:]}", anchor) if year else None


def _period(sense: Period, context: Context) -> Resolved | None:
    unit, period = sense.unit, context.passage.period
    if context.closing and (closing := _point(context.closing, context)) and (days := covers(closing.value)):
        middle = calendar.plus_days(days[1], -_HALF_A_QUARTER)
        return Resolved("DATE", value_at(middle, "Q"), closing.anchor) if middle else None
    if sense.year is not None:
        if period and unit in {"Q", "P", "H"}:
            return Resolved("DATE", f"{sense.year:04d}{period[4:]}", "text")
        return Resolved("DATE", f"{sense.year:04d}" + ("-QX" if unit == "Q" else ""))
    if period and unit in {"Q", "P"}:
        return Resolved("DATE", period, "text")
    if unit == "P":
        return None
    day = _day_of_period(unit, context)
    return Resolved("DATE", value_at(day, unit), "published") if day else Resolved("DATE", UNKNOWN[unit])


def _day_of_period(unit: str, context: Context) -> datetime.date | None:
    """Return a day in "the quarter", "the weekend", "the year" as news means them on the day of publication."""
    day = context.published
    if day is None:
        return None
    if unit == "D":
        return context.passage.base()
    if unit == "Q":  # the quarter just reported
        return calendar.shift(day, -1, "Q")
    if unit == "WE" and context.clause.tense() != "future" and day.isoweekday() < 6:
        return calendar.plus_days(day, -7)
    return day


def _interval(sense: Interval, context: Context) -> Resolved | None:
    first, last = _point(sense.first, context), _point(sense.last, context)
    return Resolved("DATE", f"{first.value}/{last.value}", first.anchor) if first and last else None


def _anniversary(sense: Anniversary, context: Context) -> Resolved | None:
    day = context.named_day
    if day is None:
        return None
    reached = calendar.shift(day, sense.years, "Y")
    reached = calendar.plus_days(reached, sense.days) if reached else None
    return Resolved("DATE", value_at(reached, "D"), "inferred") if reached else None
