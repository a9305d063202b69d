"""The content words around a figure, by which figures of different articles are compared without their texts."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING

from core.extract.tokens import START
from core.extract.word import STEM

if TYPE_CHECKING:
    from core.extract.document import Sentence
    from core.model import Span

_MOST = 16


class Neighbours:
    """The content words of a sentence in their base forms, with their places."""

    def __init__(self, sentence: Sentence) -> None:
        stems = [*map(STEM, sentence.known)]
        self._starts = [*compress(map(START, sentence.tokens), stems)]
        self._stems = [*filter(None, stems)]

    def of(self, span: Span) -> tuple[str, ...]:
        """Return the words around a span, nearest first, each once; those in it are left out."""
        starts, stems = self._starts, self._stems
        before, after = bisect_left(starts, span.start) - 1, bisect_left(starts, span.end)
        found: dict[str, None] = {}
        last = len(stems)
        while len(found) < _MOST and (before >= 0 or after < last):
            if after >= last or (before >= 0 and span.start - starts[before] <= starts[after] - span.end):
                found[stems[before]] = None
                before -= 1
            else:
                found[stems[after]] = None
                after += 1
        return tuple(found)
