"""Whether days in numbers name the day or the month first: "11/03/2024".

In this order: what another such day of the article says that can be read one way only, or that is the day of
publication; the custom of the article's region (CLDR); and for one day alone, that what has been can't lie ahead.
Where none tells, both readings stand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from core.extract.dates.calendar import day_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from core.extract.dates.senses import Either
    from core.extract.dates.tense import Tense
    from core.extract.document import Sentence

Order = Literal["day", "month"]


def order_in(sentences: Iterable[Sentence], published: datetime.date | None) -> Order | None:
    """Return the order that days in numbers have in an article, where some of them tell it and none disagrees."""
    told: set[Order] = set()
    for sentence in sentences:
        for first, second, year in _written(sentence):
            if first != second:
                told |= _told(first, second, year, published)
    return told.pop() if len(told) == 1 else None


def _told(first: int, second: int, year: int, published: datetime.date | None) -> set[Order]:
    day_first, month_first = day_of(year, second, first), day_of(year, first, second)
    if day_first and month_first:
        return {"day"} if published == day_first else {"month"} if published == month_first else set()
    return {"day"} if day_first else {"month"} if month_first else set()


def _written(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    words = sentence.words
    if "/" not in words:
        return
    for place in range(len(words) - 4):
        first, slash, second, other, year = words[place : place + 5]
        if slash == other == "/" and first.isdecimal() and second.isdecimal() and year.isdecimal():
            if len(first) <= 2 and len(second) <= 2 and len(year) in {2, 4}:
                yield int(first), int(second), int(year) if len(year) == 4 else 2000 + int(year)


@lru_cache(maxsize=256)
def order_of(language: str | None) -> Order | None:
    """Return the order of a language's region ("en-GB"); a language without one is written in many."""
    if not language or "-" not in language:
        return None
    try:
        pattern = _short_form(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return None
    return "day" if pattern.index("d") < pattern.index("m") else "month"


def _short_form(locale: Locale) -> str:
    """Return the short form of a date: the locale's own, else that of the one it inherits from."""
    name = str(locale)
    while name:
        form = localedata.load(name).get("date_formats", {}).get("short")
        if form is not None:
            return str(form.pattern).lower()
        name = get_global("parent_exceptions").get(name) or name.rpartition("_")[0]
    raise ValueError(locale)


def order_by_time(day: Either, published: datetime.date | None, tense: Tense) -> Order | None:
    """Return the order in which a day lies on the side of publication that the clause speaks of, if only one does."""
    if published is None:
        return None
    readings = [day_of(point.year or 0, point.month or 0, point.day or 0) for point in day]
    fitting = [
        reading is not None and (reading >= published if tense == "future" else reading <= published)
        for reading in readings
    ]
    if fitting[0] == fitting[1]:
        return None
    return "day" if fitting[0] else "month"
