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
    from collections.abc import Iterator, Sequence


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
    before: bool  # white space, an opening bracket, a dash or nothing stands before it
    after: bool  # white space, punctuation or nothing stands after it


_DOUBLE = re.compile(r"[“”„‟\"«»＂]")
_DOUBLED = re.compile(r"``|''|[“”„‟\"«»＂]")
_OPENING = re.compile(r"['‘](?=\w)")
_CLOSING = re.compile(r"['’](?!\w)")
_OPENERS = frozenset(("“", "„", "«", "``", "‟"))
_CLOSERS = frozenset(("”", "»", "''"))
_MANY, _SPARSE = 1000, 6  # more marks than the first, one for fewer characters than the second: no prose
_BEFORE = frozenset(" \t\u00a0\u2009\u202f([{—–-―")


def find(text: str, paragraphs: Sequence[Span]) -> list[list[Quotation]]:
    """Return for each paragraph its outermost quoted stretches, in order; the last may lack its closing mark.

    Single quotation marks count only in paragraphs that have no double ones.
    """
    doubled = "``" in text or "''" in text
    marks = _by_paragraph((_DOUBLED if doubled else _DOUBLE).finditer(text), paragraphs)
    single = "‘" in text or " '" in text or "\n'" in text
    found = []
    for paragraph, its_marks in zip(paragraphs, marks, strict=True):
        if its_marks:
            found.append(_pair(text, _marks(text, paragraph, its_marks), paragraph))
        else:
            found.append(_pair_single(text, paragraph) if single else [])
    return found


def _by_paragraph(matches: Iterator[re.Match[str]], paragraphs: Sequence[Span]) -> list[list[re.Match[str]]]:
    """Return the matches of each paragraph; none where they stand too thick for prose."""
    found: list[list[re.Match[str]]] = []
    match = next(matches, None)
    for start, end in paragraphs:
        its_own = []
        while match is not None and match.start() < end:
            if match.start() >= start:
                its_own.append(match)
            match = next(matches, None)
        prose = len(its_own) <= _MANY or len(its_own) * _SPARSE <= end - start
        found.append(its_own if prose else [])
    return found


def _marks(text: str, span: Span, matches: list[re.Match[str]]) -> list[_Mark]:
    marks = []
    low = text.find("„", *span) >= 0  # „German“ style: “ closes
    for match in matches:
        found, start, end = match.group(), match.start(), match.end()
        before = start == span.start or text[start - 1] in _BEFORE
        after = end == span.end or not text[end].isalnum()
        if found == "“" and low:
            opens, closes = False, True
        else:
            opens, closes = found not in _CLOSERS, found not in _OPENERS
        marks.append(_Mark(start, end, opens, closes, before, after))
    return marks


def _pair(text: str, marks: list[_Mark], span: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    straight_left = sum(mark.opens and mark.closes for mark in marks)
    for mark in marks:
        both = mark.opens and mark.closes
        straight_left -= both
        if opened is None:
            if mark.opens or (mark.before and not mark.after):  # a closing mark that stands where one opens
                opened = mark
            continue
        fresh = mark.before and not mark.after  # stands where a quotation opens
        if mark.closes and not (both and fresh and straight_left % 2 == 1):
            found.append(_quotation(text, opened, mark))
            opened = None
        elif mark.opens and fresh:  # the one before was never closed, or this one is nested
            found.append(_quotation(text, opened, mark, closed=False))
            opened = mark
        elif mark.opens:  # an opening mark where one closes: swapped
            found.append(_quotation(text, opened, mark))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, _Mark(span.end, span.end, False, True, False, True), closed=False))
    return [quotation for quotation in found if quotation.inner.end > quotation.inner.start]


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


def _starts(pattern: re.Pattern[str], text: str, span: Span) -> list[int]:
    return [match.start() for match in islice(pattern.finditer(text, *span), _MANY)]
