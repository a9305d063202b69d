"""A paragraph made ready to read: its tokens, its units (sentences not cut inside quotations), its quotations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from core.extract.attribution import quotations
from core.extract.attribution.source_words import DASH
from core.model import Span

if TYPE_CHECKING:
    from core.extract.attribution.quotations import Quotation
    from core.extract.document import Document
    from core.extract.tokens import Token


_LOWER, _START = itemgetter(1), itemgetter(2)  # of a token; faster than by name, and every token is asked
_DATELINE = 14  # tokens of a dateline at most
_LONGEST_UNIT = 1000  # tokens; what runs on for longer is no sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. Ranges are indices into `tokens`, end exclusive.

    `units` are sentences, joined where the boundary lies inside a quotation; `quoted` gives for each quotation
    the range of its tokens, marks included; `inside` marks the tokens of quotations.
    """

    text: str
    span: Span
    tokens: list[Token]
    words: list[str]
    interests: str  # of the words: see `interest`
    units: list[tuple[int, int]]
    quotations: list[Quotation]
    quoted: list[tuple[int, int]]
    inside: bytearray

    def place(self, first: int, last: int) -> Span:
        """Return the characters of a range of tokens."""
        tokens = self.tokens
        return Span(tokens[first].start, tokens[last - 1].end)

    def is_capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital."""
        return self.tokens[index].text[0].isupper()


def read(document: Document) -> list[Passage]:
    """Return the paragraphs of a document that hold words, in order."""
    found = []
    quoted = quotations.find(document.text, document.paragraphs)
    for number, group in groupby(document.sentences, key=attrgetter("paragraph")):
        tokens: list[Token] = []
        ends: list[int] = []
        interests = ""
        for sentence in group:
            tokens.extend(sentence.tokens)
            interests += sentence.interests
            ends.append(len(tokens))
        if tokens:
            found.append(
                _passage(document.text, document.paragraphs[number], tokens, interests, ends, quoted[number])
            )
    return found


def _dateline_end(tokens: list[Token]) -> int:
    """Return where the text begins after a dateline: "ARLEN, May 3 (Wire) — "."""
    if not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    dashes = (index for index, token in enumerate(tokens[:_DATELINE], 1) if token.text in DASH)
    return next(dashes, 0) % len(tokens)


def _passage(
    text: str, span: Span, tokens: list[Token], interests: str, ends: list[int], found: list[Quotation]
) -> Passage:
    inside = bytearray(len(tokens))
    quoted: list[tuple[int, int]] = []
    if found:
        starts = [*map(_START, tokens)]
        last = 0
        for quotation in found:
            first = bisect_left(starts, quotation.outer.start, last)
            last = bisect_left(starts, quotation.outer.end, first)
            quoted.append((first, last))
            inside[first:last] = b"\1" * (last - first)
    closing = {last for _, last in quoted}
    units: list[tuple[int, int]] = []
    begin = _dateline_end(tokens)
    for end in ends:
        within = end < len(tokens) and inside[end - 1] and inside[end] and end not in closing
        if end > begin and not within:
            while end - begin > _LONGEST_UNIT:
                units.append((begin, begin + _LONGEST_UNIT))
                begin += _LONGEST_UNIT
            units.append((begin, end))
            begin = end
    return Passage(text, span, tokens, [*map(_LOWER, tokens)], interests, units, found, quoted, inside)
