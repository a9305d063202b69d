"""What the text has named so far, against which the next expression is resolved."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.extract.dates.calendar import covers
from core.extract.dates.numeric import order_in, order_of
from core.extract.dates.senses import Period, Point, Relative, Resolved, Sense, TimeSpan, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.numeric import Order
    from core.extract.dates.tense import Clause
    from core.extract.document import Sentence

_NAMING = (Point, Relative, Period, Within)
_MONTH = re.compile(r"\d{4}-\d\d")
# Spans of months that companies report on: after one, "a year earlier" is the year, not the quarter.
_PARTS_OF_A_YEAR = frozenset({"P6M", "P9M", "P12M"})


@dataclass(slots=True)
class Passage:
    """The running state of a text as its expressions are resolved in order.

    `reference` is the value of the calendar time last named in the paragraph ("the next day" counts from it),
    `period` the last quarter or half said outright ("a year earlier" is that of the year before). `dated` holds the
    years of days written out in full: when the day comes back without its year it is the same. `background` is the
    year of a passage that has named at least two times of a year gone by and nothing since. `told` has each day named
    and its place.
    """

    published: datetime.date | None
    reference: str | None = None
    period: str | None = None
    dated: dict[tuple[int, int], int] = field(default_factory=dict)
    background: int | None = None
    _old: int | None = None
    told: list[tuple[Clause, str]] = field(default_factory=list)
    sentences: Sequence[Sentence] = ()
    language: str | None = None
    _order: tuple[Order | None] | None = None

    def order(self) -> Order | None:
        """Return the order of days in numbers, as far as the article or its language's region tells it."""
        if self._order is None:
            self._order = (order_in(self.sentences, self.published) or order_of(self.language),)
        return self._order[0]

    def base(self) -> datetime.date | None:
        """Return the first day of the reference, or the day of publication."""
        covered = covers(self.reference) if self.reference else None
        return covered[0] if covered else self.published

    def month(self) -> str | None:
        """Return the month named last, with which another year's is compared."""
        months = self.reference if self.reference and _MONTH.match(self.reference) else None
        return months[:7] if months else None

    def begin_paragraph(self) -> None:
        """Forget what holds within a paragraph only."""
        self.reference = self.background = self._old = None

    def note(self, sense: Sense, resolved: Resolved) -> None:
        """Take an expression just resolved into account."""
        if isinstance(sense, TimeSpan):
            if sense.value in _PARTS_OF_A_YEAR and self.period:
                self.period = self.period[:4]
            return
        if resolved.type == "DATE" and resolved.value.startswith("XXXX-") and isinstance(sense, Point):
            self.reference = resolved.value
        if resolved.type not in {"DATE", "TIME"} or not covers(resolved.value):
            return
        self.reference = resolved.value
        compared = isinstance(sense, Period) and sense.year is not None  # "the 1988 period"
        told = isinstance(sense, _NAMING) and not compared
        if told and ("-Q" in resolved.value or "-H" in resolved.value):
            self.period = resolved.value
        if isinstance(sense, Point) and sense.year and sense.month:
            self._note_month(sense.year, sense.month, sense.day)
        elif resolved.anchor == "published":
            self.background = self._old = None

    def _note_month(self, year: int, month: int, day: int | None) -> None:
        if day:
            self.dated[month, day] = year
        gone_by = self.published is not None and year < self.published.year
        self.background = year if gone_by and self._old is not None else None
        self._old = year if gone_by else None
