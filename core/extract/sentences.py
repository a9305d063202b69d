"""Paragraphs and sentences with their places."""

from __future__ import annotations

import re

from core.model import Boilerplate, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_STOP = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")


def paragraphs(text: str, furniture: tuple[Boilerplate, ...]) -> tuple[Span, ...]:
    """Return the paragraphs of the body, furniture left out."""
    return tuple(Span(m.start(), m.end()) for m in _LINE.finditer(text))


def split(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Return the sentences of one paragraph."""
    found, start = [], paragraph.start
    for match in _STOP.finditer(text, *paragraph):
        found.append(Span(start, match.end()))
        start = match.end()
    return (*found, Span(start, paragraph.end))
