"""A sentence as the figure reader sees it: tokens with compounds of numbers taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress, repeat
from operator import contains
from typing import TYPE_CHECKING

from core.extract import interest
from core.extract.english import looks
from core.extract.figures.figure_words import CLASSES, NUMBER_WORDS, NUMERALS
from core.extract.tokens import LOWER, Token
from core.extract.word import LOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.document import Sentence


@dataclass(slots=True)
class Line:
    """The tokens of one sentence and, side by side, their lower-cased forms and what these tell (see `looks`).

    Both end in eight empty entries, so that looking up to eight tokens past either end finds "" and 0, not an error.
    """

    text: str  # the whole article's text, which the tokens' offsets refer to
    tokens: Sequence[Token]
    low: list[str]
    looks: list[int]
    triggers: list[int]  # the indices of the tokens that a number expression may begin with

    def glued(self, i: int) -> bool:
        """Tell whether token `i` follows its predecessor without a space."""
        tokens = self.tokens
        return 0 < i < len(tokens) and tokens[i][2] == tokens[i - 1][3]  # start and end; by place it costs half


_FIRST_PARTS = CLASSES["number prefix"].union(*(words for kind, words in NUMBER_WORDS.items() if kind != "rank"))
_BOUND_HEADS = CLASSES["bound head"]
_DIGITS = frozenset("0123456789½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_LONGEST = 2000  # tokens of a sentence that are read; what is longer is no prose
_PADDING, _BLANK = [""] * 8, [0] * 8
_LONGEST_COMPOUND = 60
_RUN = re.compile(r"\S{1,200}")
_FINE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|[\w_]")


def holds(word: str) -> bool:
    """Tell whether a number begins in a lower-cased word, at its beginning or behind its hyphen."""
    if word in NUMERALS or word[0] in _DIGITS:
        return True
    return "-" in word and (word[-1] in _DIGITS or word.partition("-")[0] in _FIRST_PARTS or _is_bounded(word))


def _is_bounded(word: str) -> bool:
    """Tell whether the words of a bound and a number are joined by hyphens: "a more-than-40-page bill"."""
    head, *parts = word.split("-")
    return head in _BOUND_HEADS and any(part[:1] in _DIGITS or part in NUMERALS for part in parts)


_NUMBERS = interest.finder(interest.NUMBER)
_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S{1,2000}")


def read(text: str, sentence: Sentence) -> Line | None:
    """Return a sentence's line, or None where no word of it holds a number.

    Hyphenated compounds of numbers are split ("three-inch", "barrel-a-day" after a number).
    """
    triggers = [match.start() for match in _NUMBERS.finditer(sentence.interests, 0, _LONGEST)]
    if not triggers:
        return None
    tokens: Sequence[Token] = sentence.tokens[:_LONGEST]
    low = [*map(LOWER, tokens)]
    finer = _split(text, tokens, low) if text.find("-", tokens[0].start, tokens[-1].end) >= 0 else None
    if finer is None:
        seen = [*map(LOOK, sentence.known[:_LONGEST])]
    else:
        tokens, low = finer, [*map(LOWER, finer)]
        seen = [*map(looks.of, low)]
        triggers = [i for i, word in enumerate(low) if holds(word)]
    first, last = tokens[0].start, tokens[-1].end
    if text.find("://", first, last) >= 0 or text.find("www.", first, last) >= 0:
        inside = [match.span() for match in _ADDRESS.finditer(text, first, last)]
        triggers = [i for i in triggers if not any(a <= tokens[i].start < b for a, b in inside)]
    return Line(text, tokens, low + _PADDING, seen + _BLANK, triggers)


def _split(text: str, tokens: Sequence[Token], low: list[str]) -> Sequence[Token] | None:
    """Return the tokens with compounds of numbers in parts, or None where there are none."""
    hyphened = compress(range(len(low)), map(contains, low, repeat("-")))
    parted = [i for i in hyphened if 1 < len(low[i]) < _LONGEST_COMPOUND and _splits(low, i)]
    if not parted:
        return None
    finer: list[Token] = []
    after = 0
    for i in parted:
        if i < after:
            continue
        finer.extend(tokens[after:i])
        run = _RUN.match(text, tokens[i].start, tokens[-1].end)
        end = run.end() if run else tokens[i].end
        after = i + 1
        while after < len(tokens) and tokens[after].start < end:
            after += 1
        end = max(tokens[i].end, min(end, tokens[after - 1].end))
        finer.extend(
            Token(found, found.lower().replace("’", "'"), match.start(), match.end())
            for match in _FINE.finditer(text, tokens[i].start, end)
            for found in (match.group(),)
        )
    finer.extend(tokens[after:])
    return finer


def _splits(low: list[str], i: int) -> bool:
    """Tell whether the hyphened token has a number word in front, or stands behind a number."""
    head = low[i].partition("-")[0]
    if head in _FIRST_PARTS or _is_bounded(low[i]):
        return True
    before = low[i - 1] if i else ""
    if before == "-" and i > 1:
        before = low[i - 2]
    return bool(before) and (before[0] in _DIGITS or before[-1] in _DIGITS or before in NUMERALS)
