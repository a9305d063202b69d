"""What the rules say that name a part before the larger time it is of: "the third Friday", "the first six months".

A reader returns None where its rule doesn't apply after all: the next is tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.dates.calendar import CLOCK
from core.extract.dates.calendar import duration as duration_value
from core.extract.dates.read_spans import amount_of
from core.extract.dates.senses import Point, Relative, TimeSpan, Within

if TYPE_CHECKING:
    from core.extract.dates.found import Found
    from core.extract.dates.senses import Sense


def nth(found: Found) -> Sense | None:
    """Read "the third Friday", "the first six months", "the 5th" before the larger time it is of."""
    first, lexeme = found.one("ord"), found.one("unit")
    if first is None or lexeme is None or first.lower == "past":
        return None
    number = -1 if first.name in {"last", "final"} else found.number("ord") or 0
    if not number:
        return None
    if found.match.parts["unit"][0] >= found.match.end:  # "the 5th of last month", "the first of the year"
        return Within("D", number) if lexeme.value == "M" or (lexeme.value == "Y" and number == 1) else None
    if lexeme.name in {"weekday", "weekday_short"}:
        return _nth_weekday(found, number)
    unit = found.word("unit")
    return None if unit == "P" or unit in CLOCK or found.has("part") else _nth_unit(found, number, unit)


def _nth_weekday(found: Found, number: int) -> Within:
    time = Point(part=found.word("part")) if found.has("part") else None
    day = Point(weekday=found.number("unit"), part=found.word("part") or None)
    alone: Sense = Relative(-1, "named", "published", day) if number < 0 else day
    return Within("weekday", number, weekday=day.weekday, alone=alone, time=time)


def _nth_unit(found: Found, number: int, unit: str) -> Within:
    if found.has("qty"):
        amount = amount_of(found)
        span = TimeSpan("DURATION", duration_value(amount, unit))
        counted = amount is not None and amount == int(amount) and number in {1, -1}
        return Within(unit, number, int(amount or 0) if counted else 0, alone=span)
    if number > 0:
        return Within(unit, number)
    the = found.lexemes[found.first].name == "the" or found.word("ord") != "-1"
    return Within(unit, number, alone=TimeSpan("DURATION", duration_value(1, unit)) if the else Relative(-1, unit))


def week_of(found: Found) -> Sense | None:
    """Read "the week" of "the week of March 6"."""
    return Within(found.word("unit"), 0) if found.word("unit") in {"W", "WE"} else None


READERS = {reader.__name__: reader for reader in (nth, week_of)}
