"""A sentence as the figure reader sees it: tokens with compounds of numbers taken apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from core.extract.figures import tables
from core.extract.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence


class Line(NamedTuple):
    """The tokens of one sentence and, side by side, their lower-cased forms.

    `low` ends in eight empty strings, so that looking up to eight tokens past either end finds "", not an error.
    """

    text: str  # the whole article's text, which the tokens' offsets refer to
    tokens: Sequence[Token]
    low: Sequence[str]

    def glued(self, i: int) -> bool:
        """Tell whether token `i` follows its predecessor without a space."""
        tokens = self.tokens
        return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


NUMBER_WORDS: dict[str, dict[str, float]] = {}
for _row in tables.rows("figures_numbers.csv"):
    NUMBER_WORDS.setdefault(_row["class"], {})[_row["word"]] = float(_row["value"])

_FIRST_PARTS = frozenset(
    [word for kind, words in NUMBER_WORDS.items() if kind != "rank" for word in words]
    + ["minus", "negative", "sub", "now", "then"]
)
_TRIGGERS = frozenset(word for words in NUMBER_WORDS.values() for word in words)
_DIGITS = frozenset("0123456789½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_PADDING = [""] * 8
_LONGEST_COMPOUND = 60
_RUN = re.compile(r"\S{1,200}")
_FINE = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|[\w_]")


def read(text: str, tokens: Sequence[Token]) -> Line:
    """Return a sentence's line, hyphenated compounds of numbers split ("three-inch", "barrel-a-day" after a number)."""
    low = [token.lower for token in tokens]
    parted = [
        i for i, word in enumerate(low) if "-" in word and 1 < len(word) < _LONGEST_COMPOUND and _splits(low, i)
    ]
    if not parted:
        low += _PADDING
        return Line(text, tokens, low)
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
    return Line(text, finer, [token.lower for token in finer] + _PADDING)


def triggers(line: Line) -> list[int]:
    """Return the indices of the tokens a number expression can begin with."""
    return [i for i, word in enumerate(line.low) if word in _TRIGGERS or word[:1] in _DIGITS]


def _splits(low: list[str], i: int) -> bool:
    """Tell whether the hyphened token has a number word in front, or stands behind a number."""
    head = low[i].partition("-")[0]
    if head in _FIRST_PARTS:
        return True
    before = low[i - 1] if i else ""
    if before == "-" and i > 1:
        before = low[i - 2]
    return bool(before) and (before[0] in _DIGITS or before[-1] in _DIGITS or before in _TRIGGERS)
