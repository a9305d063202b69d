"""What neighbouring days and months share is said once: "April 24 and 25", "3 to 5 March", "from May to July 2023".

The grammar reads the one that is whole; here the others get its month or year. Each stays an expression of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.extract.dates.calendar import day_of
from core.extract.dates.senses import Point, Relative, Run, Within
from core.extract.dates.time_words import CUES, SETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.senses import Expression, Sense
    from core.extract.dates.time_words import Lexeme

_LINKS, _LEADS, _ENDS = SETS["list link"], SETS["list lead"], SETS["list end"]
_LAST_LINKS = _LINKS - {"comma"}
_MOST = 6  # days in one list
_LISTED_WITHIN = 3  # days between weekdays of one list: "Friday and Monday", but not "Friday and Thursday"
_LEAP_YEAR = 2000


def completed(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Return the expressions with bare days added and years shared."""
    result: list[Expression] = []
    for expression in _with_shared(found, lexemes) if len(found) > 1 else found:
        point = expression.sense
        if result and result[-1].last >= expression.first:  # the year a list of days ends with
            continue
        if not isinstance(point, Point) or not point.month or point.clock or point.part:
            result.append(expression)
            continue
        if result and point.year:
            result[-1] = _with_year(result[-1], expression, lexemes)
        if not point.day:
            result.append(expression)
        elif lexemes[expression.first + (point.weekday is not None)].name == "day":
            days = _days_before(expression, point, lexemes, result)
            while days and result and result[-1].last >= days[0].first:  # weekdays that belong to such a day
                result.pop()
            result += [*days, expression]
        else:
            result += _with_days_after(expression, point, lexemes)
    return result


def _with_shared(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Give weekdays and months in a row the week or year said once, after the last."""
    result: list[Expression] = []
    for expression in reversed(found):
        after = result[-1] if result else None
        if after is not None and (row := lexemes[expression.last + 1 : after.first]) and _is_link(row, expression):
            expression = expression._replace(sense=_sharing(expression.sense, after.sense) or expression.sense)
        result.append(expression)
    return _with_runs(result[::-1], lexemes)


def _is_link(between: Sequence[Lexeme], before: Expression) -> bool:
    first = between[0]
    if len(between) == 2 and first.name == "comma" and between[1].name == "and":
        return True
    return len(between) == 1 and (first.name in _LINKS or _is_through(first)) and before.first <= before.last


def _sharing(sense: Sense, after: Sense) -> Sense | None:
    """Return a bare weekday in the week of the one after it, a bare month in its year."""
    if not isinstance(sense, Point) or sense.year is not None:
        return None
    if isinstance(after, Within) and after.weekday is not None and _bare_weekday(sense):
        time = Point(part=sense.part, clock=sense.clock)
        return replace(after, weekday=sense.weekday, time=time if time != Point() else None)
    if isinstance(after, Relative) and after.unit == "Y" and after.inner is not None and _order(sense):
        later = _order(sense) > _order(after.inner)
        return replace(after, shift=after.shift - later, inner=sense)
    return None


def _order(point: Point) -> tuple[int, int]:
    """Return where in the year a point stands, to compare two of a kind; nothing where it has no such place."""
    if point.month:
        return point.month, point.day or 0
    return (point.quarter, 0) if point.quarter else (0, 0)


def _bare_weekday(sense: Sense) -> bool:
    return (
        isinstance(sense, Point)
        and sense.weekday is not None
        and sense._replace(part=None, clock=None) == Point(weekday=sense.weekday)
    )


def _with_runs(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Make runs of the weekdays that stand in a row."""
    result = list(found)
    start = 0
    while start < len(found):
        end = start
        while end + 1 < len(found) and _bare_weekday(found[end].sense) and _bare_weekday(found[end + 1].sense):
            between = lexemes[found[end].last + 1 : found[end + 1].first]
            if (
                not between
                or not _is_link(between, found[end])
                or not _in_row(found[end], found[end + 1], between)
            ):
                break
            end += 1
        if end > start:
            points = [expression.sense for expression in found[start : end + 1]]
            weekdays = tuple(point.weekday or 0 for point in points if isinstance(point, Point))
            for place, point in enumerate(points):
                if isinstance(point, Point):
                    result[start + place] = found[start + place]._replace(sense=Run(point, weekdays, place))
        start = end + 1
    return result


def _in_row(before: Expression, after: Expression, between: Sequence[Lexeme]) -> bool:
    """Tell whether a weekday follows another in one week: ends of a span do, those listed where they lie near."""
    if between[0].name in {"to", "dash"} or _is_through(between[0]):
        return True
    first, second = before.sense, after.sense
    if not isinstance(first, Point) or not isinstance(second, Point):
        return False
    return 0 < ((second.weekday or 0) - (first.weekday or 0)) % 7 <= _LISTED_WITHIN


def _with_year(before: Expression, expression: Expression, lexemes: Sequence[Lexeme]) -> Expression:
    """Give the month before the year that is said once, after the second: the year before, if it comes later in it."""
    first, second = before.sense, expression.sense
    between = [lexeme.name for lexeme in lexemes[before.last + 1 : expression.first]]
    if not (
        isinstance(first, Point) and isinstance(second, Point) and first.month and second.month and second.year
    ):
        return before
    if first.year or len(between) != 1 or not (between[0] in _LAST_LINKS or _is_through(lexemes[before.last + 1])):
        return before
    later = (first.month, first.day or 0) > (second.month, second.day or 31)
    return before._replace(sense=first._replace(year=second.year - later))


def _is_through(lexeme: Lexeme) -> bool:
    return lexeme.lower in CUES["through"]


def _days_before(
    whole: Expression, point: Point, lexemes: Sequence[Lexeme], before: Sequence[Expression]
) -> list[Expression]:
    """Return the days of "3, 4 and 5 March", "Monday 3 to Friday 7 March" before the last, if led in to."""
    days: list[Expression] = []
    place = whole.first
    weekdays = {expression.first for expression in before if _bare_weekday(expression.sense)}
    floor = max((other.last + 1 for other in before if other.first not in weekdays), default=0)
    while place - 2 >= floor and len(days) < _MOST:
        link, day = lexemes[place - 1], lexemes[place - 2]
        if day.name != "day" or link.name not in (_LINKS if days else _LAST_LINKS):
            break
        last = place - 2
        place = last - 1 if last - 1 in weekdays else last
        days.append(whole._replace(first=place, last=last, sense=_on(point, day)))
    led = place == 0 or lexemes[place - 1].name in _LEADS or any(day.first < day.last for day in days)
    numbers = [point.day or 0, *(_number(lexemes[day.last]) for day in days)]
    return days[::-1] if led and sorted(set(numbers), reverse=True) == numbers else []


def _with_days_after(whole: Expression, point: Point, lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Return "April 24" and the days that follow it: "and 25", ", 25 and 26, 2024"."""
    days: list[int] = []
    place = whole.last
    while place + 2 < len(lexemes) and len(days) < _MOST:
        link, day = lexemes[place + 1], lexemes[place + 2]
        if day.name != "day" or link.name not in _LINKS:
            break
        place += 2
        days.append(place)
        if link.name in _LAST_LINKS:
            break
    if not days or point.year or lexemes[place - 1].name not in _LAST_LINKS or not _ends(lexemes, place):
        return [whole]
    year, end = _year_after(lexemes, place)
    numbers = [point.day or 0, *(_number(lexemes[day]) for day in days)]
    if sorted(set(numbers)) != numbers or not day_of(year or _LEAP_YEAR, point.month or 0, numbers[-1]):
        return [whole]
    point = point._replace(year=year)
    return [
        whole._replace(sense=point),
        *(
            whole._replace(first=day, last=end if day == place else day, sense=_on(point, lexemes[day]))
            for day in days
        ),
    ]


def _ends(lexemes: Sequence[Lexeme], place: int) -> bool:
    return place + 1 == len(lexemes) or lexemes[place + 1].name in _ENDS


def _year_after(lexemes: Sequence[Lexeme], place: int) -> tuple[int | None, int]:
    """Return the year that follows a day, and the place of its last lexeme."""
    for after in (place + 1, place + 2):
        if after < len(lexemes) and lexemes[after].name == "year":
            return _number(lexemes[after]), after
        if after < len(lexemes) and lexemes[after].name != "comma":
            break
    return None, place


def _on(point: Point, day: Lexeme) -> Point:
    return point._replace(day=_number(day), weekday=None)


def _number(lexeme: Lexeme) -> int:
    return int(lexeme.value) if isinstance(lexeme.value, int) else 0
