"""Expressions that name a time only together: a part and its whole, a month and its year, a weekday and its week.

"The third Friday" and "next month" are found one by one; "of" or nothing between them makes them one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.extract.dates.senses import Expression, Offset, Period, Point, Relative, TimeSpan, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.senses import Sense
    from core.extract.dates.time_words import Lexeme

_JOINTS = ((), ("of",), ("in",), ("on",))
_OF = (("of",), ("in",))
# Units from small to large: a part is of something larger.
_ORDER = {
    name: place for place, name in enumerate(["D", "weekday", "WE", "W", "2W", "M", "Q", "H", "Y", "E", "C", "L"])
}
_WEEKS = frozenset({"W", "2W"})
_NAMED_COUNTS = frozenset({1, 3, 6, 12})  # of months, that make a month, quarter, half or year


def composed(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Return the expressions with those that belong together made one, and no part left without its whole."""
    result: list[Expression] = []  # from the last to the first, as the larger time follows the smaller
    for expression in reversed(found):
        after = result[-1] if result else None
        if after is None:
            result.append(expression)
            continue
        between = tuple(lexeme.name for lexeme in lexemes[expression.last + 1 : after.first])
        if between in _JOINTS and (sense := _together(expression.sense, after.sense, between)):
            result[-1] = Expression(expression.first, after.last, sense)
            continue
        if between == ("on",) and (sense := _narrowed(expression.sense, after.sense)):
            result[-1] = after._replace(sense=sense)  # "last week on Tuesday"
        result.append(expression)
    return [whole for expression in reversed(result) if (whole := _alone(expression))]


def _alone(expression: Expression) -> Expression | None:
    sense = expression.sense
    if not isinstance(sense, Within) or sense.outer is not None:
        return expression
    return expression._replace(sense=sense.alone) if sense.alone is not None else None


def _together(a: Sense, b: Sense, between: tuple[str, ...]) -> Sense | None:
    """Return what two neighbours say as one, None where they are two."""
    match a:
        case Within() if a.outer is None and between in _OF and _holds(b, a):
            return replace(a, outer=b)
        case Offset() if not between and a.bound and a.start is None and _is_day(b):
            return replace(a, start=b, bound=False)  # "two days before Christmas"
        case Offset() if a.unit in _WEEKS and a.base == "published" and between in ((), ("on",)):
            return _weekday_in(b, a)  # "a week ago on Monday"
        case Point() if a.year is None and between != ("on",):
            return _with_larger(a, b, between)
    return None


def _with_larger(a: Point, b: Sense, between: tuple[str, ...]) -> Sense | None:
    """Return a weekday in the week that follows it, a month or holiday in the year."""
    if isinstance(b, Relative) and b.unit == "W" and b.inner is None and between != ("in",):
        return _weekday_in(a, b)
    if not (a.month or a.quarter or a.half or a.season or a.holiday):
        return None
    if isinstance(b, Relative) and b.unit == "Y" and b.inner is None:
        return replace(b, inner=a._replace(weekday=None))
    return a._replace(year=b.year) if between in _OF and isinstance(b, Point) and b == Point(year=b.year) else None


def _narrowed(a: Sense, b: Sense) -> Sense | None:
    """Return a day in the unit that was named before it: "last week on Tuesday", "last year on 5 May"."""
    if not isinstance(a, Relative) or a.inner is not None or not isinstance(b, Point) or b.year is not None:
        return None
    if a.unit == "Y" and (b.month or b.holiday):
        return replace(a, inner=b._replace(weekday=None))
    return _weekday_in(b, a) if a.unit == "W" else None


def _weekday_in(point: Sense, outer: Sense) -> Within | None:
    if not isinstance(point, Point) or point.weekday is None or point.month is not None:
        return None
    time = Point(part=point.part, clock=point.clock)
    return Within("weekday", 1, weekday=point.weekday, outer=outer, time=time if time != Point() else None)


def _holds(outer: Sense, inner: Within) -> bool:
    """Tell whether a sense names a time that may have such a part."""
    if inner.nth == 0:
        return _is_day(outer)
    unit = _unit_of(outer)
    if inner.count not in _NAMED_COUNTS and inner.unit == "M" and not isinstance(outer, Relative):
        return False  # "the first nine months" of a year: TIMEX3 has no name for them
    if inner.unit == "H":  # a half may be of anything
        return unit is not None and unit not in {"D", "WE"}
    return unit is not None and _ORDER.get(unit, -1) >= _ORDER.get(inner.unit, 99)


def _unit_of(sense: Sense) -> str | None:
    """Return the unit that a sense names, None where it names no calendar time larger than a day."""
    unit: str | None = None
    match sense:
        case Point() if not (sense.day or sense.weekday or sense.holiday or sense.clock or sense.part):
            unit = "M" if sense.month else "Q" if sense.quarter or sense.season else "H" if sense.half else "Y"
        case Relative() if sense.inner is not None:
            unit = _unit_of(sense.inner) if sense.unit in {"named", "Y"} else None
        case Relative() | Period():
            unit = sense.unit
        case TimeSpan() if sense.type == "DATE" and sense.value.isdigit():
            unit = "E" if len(sense.value) == len("199") else "C"
        case Within() if sense.unit not in {"D", "weekday"}:
            unit = sense.unit
    return unit


def _is_day(sense: Sense) -> bool:
    match sense:
        case Point():
            return bool((sense.day and sense.month) or sense.weekday or sense.holiday)
        case Relative():
            return sense.unit == "D" or (sense.inner is not None and _is_day(sense.inner))
        case Within():
            return sense.unit in {"D", "weekday"}
    return False
