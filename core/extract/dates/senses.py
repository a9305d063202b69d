"""What an expression of time says before it is resolved."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

from core.model import DateType

Anchor = Literal["published", "text", "inferred"]
Base = Literal["published", "reference"]


class Point(NamedTuple):
    """A calendar time as far as the words name it: "Friday", "December 19", "the third quarter of 1984".

    `clock` is "HH:MM" or "HH:MM:SS", `part` a TIMEX3 part of day (MO, AF, EV, NI), `holiday` a rule of the lexicon.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    first_months: int | None = None  # the year's first so many months
    part: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A calendar unit so many units from the base: "last week" is (-1, "W"); `inner` narrows it.

    "This year's third quarter" is (0, "Y") with the third quarter inside; "last May" is (-1, "month") with May.
    """

    shift: int
    unit: str
    base: Base = "published"
    inner: Point | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (sign -1) or after the base: "three days ago", "a year earlier".

    `amount` None is a number left open. `inner` narrows the unit reached ("the year-ago third quarter").
    """

    amount: float | None
    unit: str
    sign: int
    base: Base = "published"
    inner: Point | None = None
    start: Sense | None = (
        None  # the time counted from, where the expression names it ("two days before Christmas")
    )
    bound: bool = False  # what follows says from where it counts ("the day after the election")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The words' own type and value, without need of a calendar: "PT16H", "PRESENT_REF", "XXXX-WXX-1"."""

    type: DateType
    value: str
    said: Literal["whole", "decade"] = "whole"  # a decade by its last two digits may be a temperature


@dataclass(frozen=True, slots=True)
class Period:
    """The period spoken of ("the quarter", "the period", "the year"), which context has to name."""

    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """The period spoken of, a year before: "the same period last year", "the year-earlier quarter"."""

    unit: str


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another inside one expression: "2024-2026", "May 5-7"."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The nth anniversary of a day named in the same sentence, so many days off."""

    years: int
    days: int


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a larger time: "the third Friday of next month", "the first six months of 2023".

    `nth` counts from 1, is -1 for the last and 0 for the one that holds the larger time ("the week of March 6").
    `outer` is the larger time; where none follows, the expression says `alone`.
    """

    unit: str  # D, W, M, …, or "weekday"
    nth: int
    count: int = 1
    weekday: int | None = None
    outer: Sense | None = None
    alone: Sense | None = None
    time: Point | None = None  # the part of the day or the clock time


@dataclass(frozen=True, slots=True)
class Run:
    """A weekday in a row of them, which lie in one week: "from Monday to Thursday", "on Friday and Saturday"."""

    point: Point
    weekdays: tuple[int, ...]
    place: int


class Either(NamedTuple):
    """A day in numbers whose order the words leave open: "11/03/2024"."""

    day_first: Point
    month_first: Point


@dataclass(frozen=True, slots=True)
class Leave:
    """What looks like a time and is none, or an impossible one: nothing inside it is read either."""


Sense = Point | Relative | Offset | TimeSpan | Period | Compared | Interval | Anniversary | Within | Run | Either


class Expression(NamedTuple):
    """An expression found: its first and last lexeme, and what it says."""

    first: int
    last: int
    sense: Sense


class Resolved(NamedTuple):
    """A TIMEX3 type and value, what a relative expression was resolved against, and the days where narrower."""

    type: DateType
    value: str
    anchor: Anchor | None = None
    days: tuple[datetime.date, datetime.date] | None = None
