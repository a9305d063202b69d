"""The paragraphs of a text: its lines, furniture left out, those that hard wrapping broke put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Boilerplate

# The first visible character of a line to the line's end.
_LINE = re.compile(r"[^\s][^\n\r\v\f\x85\u2028\u2029]*")
_WRAP_WIDTHS = range(40, 131)  # characters in the longest line of a hard-wrapped text
_BULLET = re.compile(r"[-–—•*·▪●►]\s|\(?\d{1,2}[.)]\s")


def paragraphs(text: str, furniture: tuple[Boilerplate, ...]) -> tuple[Span, ...]:
    """Return the paragraphs of the body, furniture left out.

    A line is a paragraph; lines that were broken in mid-sentence by hard wrapping are put together.
    """
    lines = list(_body_lines(text, furniture))
    width = _wrap_width(text, lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _body_lines(text: str, furniture: tuple[Boilerplate, ...]) -> Iterator[Span]:
    """Yield the lines without the white space around them, and without the furniture in them."""
    marked = [item.span for item in furniture]
    following = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while following < len(marked) and marked[following].end <= start:
            following += 1
        if following == len(marked) or marked[following].start >= end:
            yield Span(start, start + len(match.group().rstrip()))
            continue
        number = following
        while number < len(marked) and marked[number].start < end:
            yield from _trimmed(text, start, marked[number].start)
            start = marked[number].end
            number += 1
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if stripped := part.strip():
        start += len(part) - len(part.lstrip())
        yield Span(start, start + len(stripped))


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """Return the column at which the text was hard-wrapped, or None where its line breaks are its own."""
    width = max((end - start for start, end in lines), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    adjoining = broken = 0
    for before, after in zip(lines, lines[1:], strict=False):
        if text.count("\n", before.end, after.start) < 2:
            adjoining += 1
            broken += text[before.end - 1] not in '.!?:;"”’' and text[after.start].islower()
    return width if broken >= 2 and broken * 4 >= adjoining else None


def _continues(text: str, before: Span, line: Span, width: int | None) -> bool:
    """Tell whether a line goes on where the one before was broken off."""
    first = text[line.start]
    if width is None and not first.islower():
        return False
    if text.count("\n", before.end, line.start) != 1 or _BULLET.match(text, line.start):
        return False
    if width is None:
        return text[before.end - 1].isalpha() or text[before.end - 1] == ","
    last_break = text.rfind("\n", before.start, before.end)
    length = before.end - max(before.start, last_break + 1)
    word = text.find(" ", line.start, line.end)
    fits = length + 1 + (word if word >= 0 else line.end) - line.start <= width
    return not fits or first.islower()
