"""The words of a body, counted: what keyness compares and search looks up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from core.extract.tokens import LOWER, START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.document import Document
    from core.extract.tokens import Token

_TOKENS = attrgetter("tokens")
_LETTER_AFTER_DIGIT = re.compile(r"\d(?=[^\W\d_])")

_FOLDED = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})


def count(document: Document) -> tuple[tuple[str, int], ...]:
    """Return the lower-cased words of the body with their counts, most frequent first, then by alphabet.

    A word begins with a letter and keeps its inner apostrophes and hyphens; neither a possessive ending nor a
    unit stuck to a number ("412m") is one. The headline, where the text holds it, is included: who searches for its
    words expects to find it.
    """
    tokens = list(chain.from_iterable(map(_TOKENS, document.sentences)))
    counted = Counter(map(LOWER, tokens))
    counted.subtract(_units(document.text, tokens))
    words = {word: times for word, times in counted.items() if times and word[0].isalpha()}
    for word in [word for word in words if not word.isascii()]:
        times, folded = words.pop(word), word.translate(_FOLDED)
        words[folded] = words.get(folded, 0) + times
    ordered = sorted(sorted(words), key=words.__getitem__, reverse=True)
    return tuple(zip(ordered, map(words.__getitem__, ordered), strict=True))


def _units(text: str, tokens: list[Token]) -> Iterator[str]:
    """Yield the tokens that begin right after a digit; in "F-16s" none does."""
    for match in _LETTER_AFTER_DIGIT.finditer(text):
        place = bisect_left(tokens, match.end(), key=START)
        if place < len(tokens) and tokens[place].start == match.end():
            yield tokens[place].lower
