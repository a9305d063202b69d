"""Expressions of time, read as TIMEX3 with their exact places, and resolved.

`words` says what each word means, `scan` finds the runs of words in which a time can be, `grammar` the expressions in
them; `read_dates` and `read_spans` say what each means, and `resolve` works out the value against the day of
publication and what the `passage` named before.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from core.extract.dates.calendar import covers, day_of, duration
from core.extract.dates.compose import composed
from core.extract.dates.elided import completed
from core.extract.dates.elsewhere import written_out_elsewhere
from core.extract.dates.events import day_of_event, named_after
from core.extract.dates.grammar import expressions
from core.extract.dates.join import is_time_of_day, joined
from core.extract.dates.numeric import order_of
from core.extract.dates.one_year import rows, year_of_row
from core.extract.dates.passage import Passage
from core.extract.dates.resolve import Context, resolve
from core.extract.dates.scan import scan
from core.extract.dates.senses import Anniversary, Either, Offset, Period, Point, Relative, Run, TimeSpan, Within
from core.extract.dates.tense import Clause
from core.extract.dates.time_words import CUES
from core.model import DateMention, Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from core.extract.dates.scan import Scan
    from core.extract.dates.senses import Expression, Resolved, Sense
    from core.extract.dates.time_words import Lexeme
    from core.extract.document import Document, Sentence

_BY_ITSELF = (Point, Relative)  # what nothing beside it changes, but a time of day
_DAY = len("2024-03-05")
_LENGTH = re.compile(r"P(?P<amount>\d+)(?P<unit>[DWMY])")
_DEGREES = frozenset(CUES["degrees"])
__all__ = ["find", "mentions", "written_out", "written_out_elsewhere"]

_NEAR = 3  # expressions on each side that may tell something about one
_CLOSE = 5  # lexemes between a clock time and the day it belongs to: "10:35 a.m. (0735 GMT) on Friday"


def find(document: Document, published: datetime.date | None) -> tuple[DateMention, ...]:
    """Return the expressions of time in reading order, resolved against the publication date where known.

    Without it nothing is made up: a relative expression keeps a relative value ("XXXX-02-26").
    """
    return tuple(mentions(document.sentences, published, document.language))


def mentions(
    sentences: Sequence[Sentence], published: datetime.date | None, language: str | None = None
) -> Iterator[DateMention]:
    """Yield what `find` returns, reading no further in the sentences than is asked for."""
    passage = Passage(published, sentences=sentences, language=language)
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            passage.begin_paragraph()
        scanned = scan(sentence)
        if scanned:
            yield from _in_sentence(sentence, scanned, passage)


def written_out(sentence: Sentence, language: str | None = None) -> Iterator[tuple[datetime.date, Span]]:
    """Yield the days that a sentence, or another stretch, names with year, month and day, each with its place.

    Days in numbers are among them where they can be read one way only, or the language's region says how.
    """
    scanned = scan(sentence)
    if scanned is None:
        return
    for expression in expressions(scanned):
        sense = expression.sense
        if isinstance(sense, Either) and (order := order_of(language)):
            expression = expression._replace(sense=sense.day_first if order == "day" else sense.month_first)
        if day := _full_day(expression):
            yield day, _span(expression, scanned.lexemes)


def _full_day(expression: Expression) -> datetime.date | None:
    sense = expression.sense
    if isinstance(sense, Point) and sense.year and sense.month and sense.day:
        return day_of(sense.year, sense.month, sense.day)
    return None


def _in_sentence(sentence: Sentence, scanned: Scan, passage: Passage) -> Iterator[DateMention]:
    lexemes = scanned.lexemes
    before = len(passage.told)
    found = list(expressions(scanned))
    if len(found) == 1 and not isinstance(found[0].sense, Within):  # as most often
        found = completed(found, lexemes)
    else:
        found = joined(completed(composed(found, lexemes), lexemes), lexemes)
    contexts = [Context(passage, Clause(sentence.tokens, _span(expression, lexemes))) for expression in found]
    for row in rows(found, lexemes, sentence.tokens) if passage.published and len(found) > 1 else ():
        points = [sense for place in row.places if isinstance(sense := found[place].sense, Point)]
        year = year_of_row(points, row.years, [contexts[place] for place in row.places])
        if year is not None:
            for place, after in zip(row.places, row.years, strict=True):
                contexts[place] = contexts[place]._replace(year=year + after)
    for place, (expression, context) in enumerate(zip(found, contexts, strict=True)):
        sense = expression.sense
        if not isinstance(sense, _BY_ITSELF) or (isinstance(sense, Point) and (sense.clock or sense.part)):
            context = _in_context(place, found, contexts, lexemes)
            if isinstance(sense, Offset) and sense.bound:
                expression, context = _from_event(expression, context, lexemes, before)
            sense = _as_time_ahead(expression, context, lexemes)
            if _tells_degrees(sense, sentence):
                continue
        resolved = resolve(sense, context)
        if resolved and (value := resolved.value):
            passage.note(sense, resolved)
            if len(value) >= _DAY and value[7] == "-" and value[_DAY:][:1] in {"", "T"}:
                passage.told.append((context.clause, value[:_DAY]))
            yield _mention(context.clause.span, resolved)


def _as_time_ahead(expression: Expression, context: Context, lexemes: list[Lexeme]) -> Sense:
    """Return the time that a length behind "in" reaches where the verb looks ahead: "will reopen in three weeks"."""
    sense = expression.sense
    if not isinstance(sense, TimeSpan) or sense.type != "DURATION" or not expression.first:
        return sense
    told = _LENGTH.fullmatch(sense.value)
    if told is None or lexemes[expression.first - 1].name != "in" or context.clause.tense() != "future":
        return sense
    return Offset(float(told["amount"]), told["unit"], 1)


def _from_event(
    expression: Expression, context: Context, lexemes: list[Lexeme], before: int
) -> tuple[Expression, Context]:
    """Let "the day after the election" count from its day if the article names it; else it is a length or nothing."""
    sense, clause = expression.sense, context.clause
    words = named_after(clause.tokens, clause.span)
    the = lexemes[expression.first].name == "the"
    if not isinstance(sense, Offset) or (words is None and the):
        return expression, context  # "The day before it shut"
    day = day_of_event(words or (), context.passage.told[:before])
    if day and day.replace("-", "").isdigit():
        year, month, number = map(int, day.split("-"))
        return expression._replace(sense=replace(sense, start=Point(year, month, number))), context
    if the:
        return expression._replace(sense=TimeSpan("DATE", "")), context
    length = expression._replace(
        last=expression.last - 1, sense=TimeSpan("DURATION", duration(sense.amount, sense.unit))
    )
    return length, context._replace(clause=clause._replace(span=_span(length, lexemes)))


def _in_context(
    place: int, found: Sequence[Expression], contexts: Sequence[Context], lexemes: list[Lexeme]
) -> Context:
    """Return what an expression is resolved against, with what others in its sentence tell about it."""
    expression, context = found[place], contexts[place]
    sense = expression.sense
    if isinstance(sense, Period) and sense.unit == "Q":
        return context._replace(closing=_closing(expression, found[place + 1 : place + 2], lexemes))
    if isinstance(sense, Run):  # the first of the row tells the tense of all
        return context._replace(leading=contexts[max(0, place - sense.place)].clause)
    if isinstance(sense, Anniversary) or is_time_of_day(sense):
        near = [*found[max(0, place - _NEAR) : place], *found[place + 1 : place + 1 + _NEAR]]
        return _with_neighbours(context, expression, near)
    return context


def _tells_degrees(sense: Sense, sentence: Sentence) -> bool:
    """Tell whether "the 70s" are degrees, by the words of the sentence."""
    decade = isinstance(sense, TimeSpan) and sense.said == "decade"
    return decade and not _DEGREES.isdisjoint(sentence.words)


def _span(expression: Expression, lexemes: list[Lexeme]) -> Span:
    return Span(lexemes[expression.first].start, lexemes[expression.last].end)


def _with_neighbours(context: Context, expression: Expression, near: list[Expression]) -> Context:
    """Add what the expressions beside this one in its sentence tell about it."""
    if isinstance(expression.sense, Anniversary):
        return context._replace(named_day=next((day for other in near if (day := _full_day(other))), None))
    return context._replace(beside=_day_beside(expression, near, context))


def _closing(quarter: Expression, after: Sequence[Expression], lexemes: list[Lexeme]) -> Point | None:
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
