"""A paragraph made ready to read: its tokens, its units (sentences not cut inside quotations), its quotations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from core.extract.attribution import quotations
from core.extract.attribution.source_words import DASH
from core.extract.word import LOOK
from core.model import Span

if TYPE_CHECKING:
    from core.extract.attribution.quotations import Quotation
    from core.extract.document import Document, Sentence
    from core.extract.tokens import Token
    from core.extract.word import Word


_LOWER, _START = itemgetter(1), itemgetter(2)  # of a token; faster than by name, and every token is asked
_DATELINE = 14  # tokens of a dateline at most
_LONGEST_UNIT = 1000  # tokens; what runs on for longer is no sentence
_BEYOND = 8  # empty entries behind the last word: see `looks.Sentence`


class Line:
    """A paragraph as the grammar of verbs reads it: see `looks.Sentence`."""

    __slots__ = ("looks", "low", "tokens")

    def __init__(self, passage: Passage) -> None:
        self.tokens = passage.tokens
        self.low = [*passage.words, *[""] * _BEYOND]
        self.looks = [*map(LOOK, passage.known), *[0] * _BEYOND]

    def glued(self, i: int) -> bool:
        """Tell whether a token follows its predecessor without a space."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start


@dataclass(frozen=True)
class Passage:
    """One paragraph. Ranges are indices into `tokens`, end exclusive.

    `units` are sentences, joined where the boundary lies inside a quotation; `quoted` gives for each quotation
    the range of its tokens, marks included; `inside` marks the tokens of quotations.
    """

    text: str
    span: Span
    tokens: list[Token]
    words: list[str]
    sentences: list[Sentence]
    interests: str  # of the words: see `interest`
    units: list[tuple[int, int]]
    quotations: list[Quotation]
    quoted: list[tuple[int, int]]
    inside: bytearray

    @cached_property
    def known(self) -> list[Word]:
        """What is known of the words."""
        return [word for sentence in self.sentences for word in sentence.known]

    @cached_property
    def line(self) -> Line:
        """The paragraph as the grammar of verbs reads it."""
        return Line(self)

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
        sentences = [*group]
        for sentence in sentences:
            tokens.extend(sentence.tokens)
            interests += sentence.interests
            ends.append(len(tokens))
        if tokens:
            found.append(
                _passage(
                    document.text, document.paragraphs[number], tokens, sentences, interests, ends, quoted[number]
                )
            )
    return found


def _dateline_end(tokens: list[Token]) -> int:
    """Return where the text begins after a dateline: "ARLEN, May 3 (Wire) — "."""
    if not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    dashes = (index for index, token in enumerate(tokens[:_DATELINE], 1) if token.text in DASH)
    return next(dashes, 0) % len(tokens)


def _passage(
    text: str,
    span: Span,
    tokens: list[Token],
    sentences: list[Sentence],
    interests: str,
    ends: list[int],
    found: list[Quotation],
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
    return Passage(text, span, tokens, [*map(_LOWER, tokens)], sentences, interests, units, found, quoted, inside)
