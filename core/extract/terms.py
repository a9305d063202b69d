"""The words of a body, counted: what keyness compares and search looks up."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.extract.document import Document

_FOLDED = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None})


def count(document: Document) -> tuple[tuple[str, int], ...]:
    """Return the lower-cased words of the body with their counts, most frequent first, then by alphabet.

    A word begins with a letter and keeps its inner apostrophes and hyphens; neither a possessive ending nor a
    unit stuck to a number ("412m") is one. The headline, where the text holds it, is included: who searches for its
    words expects to find it.
    """
    tokens = [token for sentence in document.sentences for token in sentence.tokens]
    counted = Counter([token.lower for token in tokens])
    for before, after in pairwise(tokens):
        if before.end == after.start and before.text[-1].isdigit():
            counted[after.lower] -= 1
    words = {word: times for word, times in counted.items() if times and word[0].isalpha()}
    for word in [word for word in words if not word.isascii()]:
        times, folded = words.pop(word), word.translate(_FOLDED)
        words[folded] = words.get(folded, 0) + times
    ordered = sorted(sorted(words), key=words.__getitem__, reverse=True)
    return tuple([(word, words[word]) for word in ordered])
