"""Expressions of time, read as TIMEX3 with their exact places, and resolved.

`words` says what each word means, `scan` finds the runs of words in which a time can be, `grammar` the expressions in
them; `read_dates` and `read_spans` say what each means, and `resolve` works out the value against the day of
publication and what the `passage` named before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.dates.calendar import covers, day_of
from core.extract.dates.elided import completed
from core.extract.dates.grammar import expressions
from core.extract.dates.join import is_time_of_day, joined
from core.extract.dates.passage import Passage
from core.extract.dates.resolve import Context, resolve
from core.extract.dates.scan import scan
from core.extract.dates.senses import Anniversary, Period, Point, Relative
from core.extract.dates.tense import Clause
from core.model import DateMention, Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from core.extract.dates.scan import Scan
    from core.extract.dates.senses import Expression, Resolved
    from core.extract.dates.time_words import Lexeme
    from core.extract.document import Document, Sentence

_NEAR = 3  # expressions on each side that may tell something about one
_CLOSE = 5  # lexemes between a clock time and the day it belongs to: "10:35 a.m. (0735 GMT) on Friday"


def find(document: Document, published: datetime.date | None) -> tuple[DateMention, ...]:
    """Return the expressions of time in reading order, resolved against the publication date where known.

    Without it nothing is made up: a relative expression keeps a relative value ("XXXX-02-26").
    """
    return tuple(mentions(document.sentences, published))


def mentions(sentences: Iterable[Sentence], published: datetime.date | None) -> Iterator[DateMention]:
    """Yield what `find` returns, reading no further in the sentences than is asked for."""
    passage = Passage(published)
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            passage.begin_paragraph()
        scanned = scan(sentence)
        if scanned:
            yield from _in_sentence(sentence, scanned, passage)


def written_out(sentence: Sentence) -> Iterator[tuple[datetime.date, Span]]:
    """Yield the days that a sentence, or another stretch, names with year, month and day, each with its place."""
    scanned = scan(sentence)
    if scanned is None:
        return
    for expression in expressions(scanned):
        day = _full_day(expression)
        if day:
            yield day, _span(expression, scanned.lexemes)


def _full_day(expression: Expression) -> datetime.date | None:
    sense = expression.sense
    if isinstance(sense, Point) and sense.year and sense.month and sense.day:
        return day_of(sense.year, sense.month, sense.day)
    return None


def _in_sentence(sentence: Sentence, scanned: Scan, passage: Passage) -> Iterator[DateMention]:
    found = joined(completed(list(expressions(scanned)), scanned.lexemes), scanned.lexemes)
    for place, expression in enumerate(found):
        span = _span(expression, scanned.lexemes)
        context = Context(passage, Clause(sentence.tokens, span))
        if isinstance(expression.sense, Period) and expression.sense.unit == "Q":
            context = context._replace(closing=_closing(expression, found[place + 1 : place + 2], scanned.lexemes))
        elif isinstance(expression.sense, Anniversary) or is_time_of_day(expression.sense):
            near = found[max(0, place - _NEAR) : place] + found[place + 1 : place + 1 + _NEAR]
            context = _with_neighbours(context, expression, near)
        resolved = resolve(expression.sense, context)
        if resolved:
            passage.note(expression.sense, resolved)
            yield _mention(span, resolved)


def _span(expression: Expression, lexemes: list[Lexeme]) -> Span:
    return Span(lexemes[expression.first].start, lexemes[expression.last].end)


def _with_neighbours(context: Context, expression: Expression, near: list[Expression]) -> Context:
    """Add what the expressions beside this one in its sentence tell about it."""
    if isinstance(expression.sense, Anniversary):
        return context._replace(named_day=next((day for other in near if (day := _full_day(other))), None))
    return context._replace(beside=_day_beside(expression, near, context))


def _closing(quarter: Expression, after: list[Expression], lexemes: list[Lexeme]) -> Point | None:
    """Return the day in "the quarter ended July 31"."""
    ended = lexemes[quarter.last + 1].name == "ended" if quarter.last + 1 < len(lexemes) else False
    for other in after:
        if ended and other.first == quarter.last + 2 and isinstance(other.sense, Point) and other.sense.month:
            return other.sense
    return None


def _day_beside(time: Expression, near: list[Expression], context: Context) -> str | None:
    """Return the day a clock time belongs to: the one that follows it closely, else the last before it."""
    days = [
        other for other in near if isinstance(other.sense, Point | Relative) and not is_time_of_day(other.sense)
    ]
    after = [other for other in days if 0 < other.first - time.last <= _CLOSE]
    before = [other for other in days if other.last < time.first]
    for other in after[:1] + before[-1:]:
        resolved = resolve(other.sense, context)
        if resolved and (resolved.type == "DATE") and len(resolved.value) == len("2024-03-05"):
            return resolved.value
    return None


def _mention(span: Span, resolved: Resolved) -> DateMention:
    days = resolved.days or (covers(resolved.value) if resolved.type in {"DATE", "TIME"} else None)
    begin, end = days or (None, None)
    return DateMention(span, resolved.type, resolved.value, begin, end, resolved.anchor)
