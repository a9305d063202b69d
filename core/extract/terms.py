"""The words of a body, counted: what keyness compares and search looks up."""

from __future__ import annotations

from collections import Counter
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
    text = document.text
    words = Counter(
        [
            token.lower
            for sentence in document.sentences
            for token in sentence.tokens
            if not text[token.start - 1 : token.start].isdigit()
        ]
    )
    folded: Counter[str] = Counter()
    for word, times in words.items():
        if word[0].isalpha():
            folded[word if word.isascii() else word.translate(_FOLDED)] += times
    return tuple(sorted(folded.items(), key=lambda item: (-item[1], item[0])))
