"""The words of a body, counted."""

from __future__ import annotations

from collections import Counter

from core.extract.document import Document


def count(document: Document) -> tuple[tuple[str, int], ...]:
    """Return the lower-cased words of the body with their counts, most frequent first."""
    words = Counter(
        token.lower for sentence in document.sentences for token in sentence.tokens if token.lower[0].isalpha()
    )
    return tuple(words.most_common())
