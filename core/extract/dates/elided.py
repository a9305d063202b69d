"""What neighbouring days and months share is said once: "April 24 and 25", "3 to 5 March", "from May to July 2023".

The grammar reads the one that is whole; here the others get its month or year. Each stays an expression of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.dates.calendar import day_of
from core.extract.dates.senses import Point
from core.extract.dates.time_words import CUES, SETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.senses import Expression
    from core.extract.dates.time_words import Lexeme

_LINKS, _LEADS, _ENDS = SETS["list link"], SETS["list lead"], SETS["list end"]
_LAST_LINKS = _LINKS - {"comma"}
_MOST = 6  # days in one list
_LEAP_YEAR = 2000


def completed(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Return the expressions with bare days added and years shared."""
    result: list[Expression] = []
    for expression in found:
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
        elif lexemes[expression.first].name == "day":
            floor = result[-1].last + 1 if result else 0
            result += [*_days_before(expression, point, lexemes, floor), expression]
        else:
            result += _with_days_after(expression, point, lexemes)
    return result


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


def _days_before(whole: Expression, point: Point, lexemes: Sequence[Lexeme], floor: int) -> list[Expression]:
    """Return the days of "3, 4 and 5 March" before the last, if a word leads in to them."""
    days: list[Expression] = []
    place = whole.first
    while place - 2 >= floor and len(days) < _MOST:
        link, day = lexemes[place - 1], lexemes[place - 2]
        if day.name != "day" or link.name not in (_LINKS if days else _LAST_LINKS):
            break
        place -= 2
        days.append(whole._replace(first=place, last=place, sense=_on(point, day)))
    led = place == 0 or lexemes[place - 1].name in _LEADS
    numbers = [point.day or 0, *(_number(lexemes[day.first]) for day in days)]
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
