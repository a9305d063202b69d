"""Months, quarters and days named together in a sentence lie in one year, unless the words say otherwise.

"From November to January" runs over the turn of the year; "5% in January from 6% in December" looks back over it.
The year is the one that puts all of them nearest to publication on the side that the tense speaks of.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates.calendar import covers
from core.extract.dates.point_values import distance, in_year, is_against
from core.extract.dates.senses import Point
from core.extract.dates.time_words import CUES
from core.extract.tokens import START

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.extract.dates.resolve import Context
    from core.extract.dates.senses import Expression, Sense
    from core.extract.dates.tense import Tense
    from core.extract.dates.time_words import Lexeme
    from core.extract.tokens import Token

_BACK = frozenset(CUES["back"])
_SPAN, _LIST = frozenset({"to", "dash", *CUES["through"]}), frozenset({"and", "comma"})
_HALF = 6  # months: what lies further apart is nearer over the turn of the year
_NOWHERE = (0, 0)


class Row(NamedTuple):
    """Neighbouring expressions without a year, and how many years each lies after the first."""

    places: tuple[int, ...]
    years: tuple[int, ...]


def rows(found: Sequence[Expression], lexemes: Sequence[Lexeme], tokens: Sequence[Token]) -> Iterator[Row]:
    """Yield the rows of two and more expressions of a sentence whose year is open."""
    places = [place for place, expression in enumerate(found) if _key(expression.sense) != _NOWHERE]
    start = 0
    for end in range(1, len(places) + 1):
        if end < len(places) and _in_row(found[places[end - 1]], found[places[end]], lexemes):
            continue
        if end - start > 1:
            yield _row(tuple(places[start:end]), found, lexemes, tokens)
        start = end


def _row(
    places: tuple[int, ...], found: Sequence[Expression], lexemes: Sequence[Lexeme], tokens: Sequence[Token]
) -> Row:
    years = [0]
    for before, place in zip(places, places[1:], strict=False):
        earlier, later = _key(found[before].sense), _key(found[place].sense)
        if _looks_back(lexemes[found[before].last].end, lexemes[found[place].first].start, tokens):
            years.append(years[-1] - (later >= earlier))
        elif _is_span(found[before], found[place], lexemes):
            years.append(years[-1] + (later < earlier))
        elif later[0] + _HALF <= earlier[0]:  # "in November and January"
            years.append(years[-1] + 1)
        else:
            listed = _is_linked(found[before], found[place], lexemes, _LIST)
            years.append(years[-1] - (listed and earlier[0] + _HALF < later[0]))
    return Row(places, tuple(years))


def _key(sense: Sense) -> tuple[int, int]:
    """Return where in the year a point without its year lies; zeros where it is none."""
    if not isinstance(sense, Point) or sense.year is not None or sense.clock or sense.part:
        return _NOWHERE
    if sense.month:
        return sense.month, sense.day or 0
    return (3 * sense.quarter, 0) if sense.quarter else _NOWHERE


def _in_row(a: Expression, b: Expression, lexemes: Sequence[Lexeme]) -> bool:
    """Tell whether two expressions are months, or quarters; days are a row only as the ends of a span."""
    if not isinstance(a.sense, Point) or not isinstance(b.sense, Point):
        return False
    if a.sense.day or b.sense.day:
        return bool(a.sense.day and b.sense.day) and _is_span(a, b, lexemes)
    return (a.sense.month is None) == (b.sense.month is None)


def _looks_back(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """Tell whether "from" or "than" stands between two expressions."""
    between = tokens[bisect_left(tokens, start, key=START) : bisect_left(tokens, end, key=START)]
    return any(token.lower in _BACK for token in between)


def _is_span(a: Expression, b: Expression, lexemes: Sequence[Lexeme]) -> bool:
    """Tell whether two expressions are the ends of a span: "from A to B", "between A and B"."""
    between = a.first > 0 and lexemes[a.first - 1].lower in CUES["both ends"]
    return _is_linked(a, b, lexemes, _SPAN | {"and"} if between else _SPAN)


def _is_linked(before: Expression, after: Expression, lexemes: Sequence[Lexeme], links: frozenset[str]) -> bool:
    """Tell whether nothing but such a word stands between two expressions."""
    between = lexemes[before.last + 1 : after.first]
    return len(between) == 1 and (between[0].lower if between[0].name == "link" else between[0].name) in links


def year_of_row(points: Sequence[Point], years: Sequence[int], contexts: Sequence[Context]) -> int | None:
    """Return the year of the first of a row, of which each lies so many years after it; None where they don't agree."""
    published = contexts[0].published
    tenses: list[Tense] = [
        context.clause.tense(of_day=bool(point.day)) for point, context in zip(points, contexts, strict=True)
    ]
    if published is None or {"past", "future"} <= set(tenses) or any(_is_known(p, contexts[0]) for p in points):
        return None
    tense: Tense = next((told for told in tenses if told != "none"), "past" if points[0].quarter else "none")
    found = []
    for first in range(published.year - 2, published.year + 2):
        values = [in_year(point, first + after) for point, after in zip(points, years, strict=True)]
        covered = [days for value in values if value and (days := covers(value))]
        if len(covered) == len(points):
            against = sum(is_against(days, published, tense) for days in covered)
            found.append((against, max(distance(days, published, tense) for days in covered), first))
    return min(found)[-1] if found else None


def _is_known(point: Point, context: Context) -> bool:
    """Tell whether the passage has told the year of a month or day."""
    passage = context.passage
    return passage.background is not None or (point.month or 0, point.day or 0) in passage.dated
