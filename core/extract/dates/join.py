"""Neighbouring expressions that are one: a clock time or part of day and its day ("5 p.m. EST Nov. 9")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core.extract.dates.senses import Point, Relative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.senses import Expression, Sense
    from core.extract.dates.time_words import Lexeme


def joined(found: Sequence[Expression], lexemes: Sequence[Lexeme]) -> list[Expression]:
    """Return the expressions with those that belong together made one."""
    result: list[Expression] = []
    for expression in found:
        if result and (both := _together(result[-1], expression, lexemes)):
            result[-1] = both
        else:
            result.append(expression)
    return result


def _together(a: Expression, b: Expression, lexemes: Sequence[Lexeme]) -> Expression | None:
    between = [lexeme.name for lexeme in lexemes[a.last + 1 : b.first]]
    if between not in ([], ["comma"]):
        return None
    time, day = a.sense, b.sense
    if not is_time_of_day(time) or not isinstance(time, Point):
        return None
    if isinstance(day, Point) and not day.clock and (day.day or day.weekday):
        return a._replace(last=b.last, sense=day._replace(clock=time.clock, part=day.part or time.part))
    if isinstance(day, Relative) and day.unit in {"D", "named"}:
        inner = (day.inner or Point())._replace(clock=time.clock, part=time.part)
        return a._replace(last=b.last, sense=replace(day, inner=inner))
    return None


def is_time_of_day(sense: Sense) -> bool:
    """Tell whether a sense is a clock time or part of day without its day."""
    return (
        isinstance(sense, Point)
        and bool(sense.clock or sense.part)
        and sense._replace(clock=None, part=None) == Point()
    )
