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

_TOKENS = attrgetter("tokens")
_LETTER_AFTER_DIGIT = re.compile(r"\d(?=[^\W\d_])")

_FOLDED = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})


def count(document: Document) -> tuple[tuple[str, int], ...]:
    """Return the lower-cased words of the body with their counts, most frequent first, then by alphabet.

    A word begins with a letter and keeps its inner apostrophes and hyphens; neither a possessive ending nor a
    unit stuck to a number ("412m") is one. The headline, where the text holds it, is included: who searches for its
    words expects to find it.
    """
    counted = Counter(map(LOWER, chain.from_iterable(map(_TOKENS, document.sentences))))
    counted.subtract(_units(document))
    words = {word: times for word, times in counted.items() if times and word[0].isalpha()}
    for word in () if document.text.isascii() else [word for word in words if not word.isascii()]:
        times, folded = words.pop(word), word.translate(_FOLDED)
        words[folded] = words.get(folded, 0) + times
    ordered = sorted(sorted(words), key=words.__getitem__, reverse=True)
    return tuple(zip(ordered, map(words.__getitem__, ordered), strict=True))


def _units(document: Document) -> Iterator[str]:
    """Yield the words that begin right after a digit; in "F-16s" none does."""
    sentences = iter(document.sentences)
    sentence = next(sentences, None)
    for match in _LETTER_AFTER_DIGIT.finditer(document.text):
        at = match.end()
        while sentence and sentence.span.end <= at:
            sentence = next(sentences, None)
        if sentence is None:
            return
        place = bisect_left(sentence.tokens, at, key=START)
        if place < len(sentence.tokens) and sentence.tokens[place].start == at:
            yield sentence.tokens[place].lower
