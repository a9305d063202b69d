"""Quotation marks → quoted stretches, a paragraph at a time.

Marks come curly, straight, doubled (``…''), angular («…») and low („…“), and are often missing, swapped or
misplaced. A mark that can't be paired damages its own paragraph only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Quotation(NamedTuple):
    """One quoted stretch: with its marks (`outer`), without them (`inner`), and whether a mark closes it."""

    outer: Span
    inner: Span
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool  # may begin a quotation, by its shape
    closes: bool
    fresh: bool  # stands where a quotation opens: after white space, a bracket, a dash or nothing, before a word


_DOUBLE = {mark: re.compile(re.escape(mark)) for mark in ("“", "”", "„", "‟", '"', "«", "»", "＂", "``", "''")}
# A pattern a mark, which is found much faster than one for both.
_OPENING = (re.compile(r"'(?=\w)"), re.compile(r"‘(?=\w)"))
_CLOSING = (re.compile(r"'(?!\w)"), re.compile(r"’(?!\w)"))
_OPENERS = frozenset(("“", "„", "«", "``", "‟"))
_CLOSERS = frozenset(("”", "»", "''"))
_MANY, _SPARSE = 1000, 6  # more marks than the first, one for fewer characters than the second: no prose
_BEFORE = frozenset(" \t\u00a0\u2009\u202f([{—–-―")


def find(text: str, paragraphs: Sequence[Span]) -> list[list[Quotation]]:
    """Return for each paragraph its outermost quoted stretches, in order; the last may lack its closing mark.

    Single quotation marks count only in paragraphs that have no double ones.
    """
    places = _places(text)
    single = "‘" in text or " '" in text or "\n'" in text
    found = []
    begin = 0
    for paragraph in paragraphs:
        start, end = paragraph
        begin = bisect_left(places, (start,), begin)
        first, begin = begin, bisect_left(places, (end,), begin)
        count = begin - first
        if count and (count <= _MANY or count * _SPARSE <= end - start):
            found.append(_pair(text, _marks(text, paragraph, places[first:begin]), paragraph))
        else:
            found.append(_pair_single(text, paragraph) if single else [])
    return found


def _places(text: str) -> list[tuple[int, str]]:
    """Return where double marks stand, in order, each with its place: to look for one after the other is fastest."""
    kinds = [mark for mark in _DOUBLE if mark in text]
    found = [(match.start(), mark) for mark in kinds for match in _DOUBLE[mark].finditer(text)]
    return found if len(kinds) == 1 else sorted(found)


def _marks(text: str, span: Span, places: list[tuple[int, str]]) -> list[_Mark]:
    marks = []
    low = text.find("„", *span) >= 0  # „German“ style: “ closes
    for start, mark in places:
        end = start + len(mark)
        fresh = (start == span[0] or text[start - 1] in _BEFORE) and end < span[1] and text[end].isalnum()
        if mark == "“" and low:
            opens, closes = False, True
        else:
            opens, closes = mark not in _CLOSERS, mark not in _OPENERS
        marks.append(_Mark(start, end, opens, closes, fresh))
    return marks


def _pair(text: str, marks: list[_Mark], span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    straight_left = sum([mark.opens and mark.closes for mark in marks])
    run_ends = _run_ends(marks)
    for number, mark in enumerate(marks):
        _, _, opens, closes, fresh = mark
        both = opens and closes
        straight_left -= both
        again = both and fresh and (straight_left % 2 == 1 or run_ends[number])
        if opened is None:
            if opens or fresh:  # a closing mark that stands where one opens
                opened = mark
        elif closes and not again:
            found.append(_quotation(text, opened, mark))
            opened = None
        elif opens and fresh:  # the one before was never closed, or this one is nested
            found.append(_quotation(text, opened, mark, closed=False))
            opened = mark
        elif opens:  # an opening mark where one closes: swapped
            found.append(_quotation(text, opened, mark))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, _Mark(span.end, span.end, False, True, False), closed=False))
    return [quotation for quotation in found if quotation.inner.end > quotation.inner.start]


def _run_ends(marks: list[_Mark]) -> list[bool]:
    """Return of each mark whether it belongs to a run of fresh ones that a closing one ends.

    Paragraphs of one speech, each opened and only the last one closed, were run together there: "A. "B. "C."
    """
    ends: list[bool] = []
    closed = False
    for mark in reversed(marks):
        if not mark.fresh:
            closed = mark.closes
        ends.append(closed)
    return ends[::-1]


def _quotation(text: str, opened: _Mark, closing: _Mark, closed: bool = True) -> Quotation:
    end = closing.start
    if not closed:
        while end > opened.end and text[end - 1].isspace():
            end -= 1
    return Quotation(Span(opened.start, closing.end if closed else end), Span(opened.end, end), closed)


def _pair_single(text: str, span: Span) -> list[Quotation]:
    """Pair single marks: each opening one with the first after it that follows punctuation, else the first at all."""
    openings = [
        start for start in _starts(_OPENING, text, span) if start == span.start or not text[start - 1].isalnum()
    ]
    if not openings:
        return []
    closings = [start for start in _starts(_CLOSING, text, span) if not text[start - 1].isspace()]
    found: list[Quotation] = []
    for opening, limit in zip(openings, (*openings[1:], span.end), strict=True):
        own = closings[bisect_right(closings, opening) : bisect_left(closings, limit)]
        closing = next((start for start in own if text[start - 1] in ".,!?…"), own[0] if own else None)
        if closing is not None and closing > opening + 1:
            found.append(Quotation(Span(opening, closing + 1), Span(opening + 1, closing), closed=True))
    return found


def _starts(patterns: Iterable[re.Pattern[str]], text: str, span: Span) -> list[int]:
    """Return where the patterns match, in order, the first many."""
    found = [match.start() for pattern in patterns for match in islice(pattern.finditer(text, *span), _MANY)]
    return sorted(found)[:_MANY]
