"""The base form of a content word: "tariff" of "tariffs", "kill" of "killed"; nothing of function words and numbers."""

from __future__ import annotations

from core.extract.english.function_words import FUNCTION, ends_as_adverb
from core.extract.english.inflection import IRREGULAR, NOUNS, conjugate, singular
from core.extract.english.word_forms import BASES

_BASES = {
    form: base
    for base in sorted(BASES | IRREGULAR.keys())
    for form in (*conjugate(base).past, *conjugate(base).participle, *conjugate(base).ing)
    if form not in BASES
}


def of(word: str) -> str:
    """Return the base form of a lower-cased word, "" where it says nothing of what a sentence is about."""
    if len(word) < 2 or not word[0].isalpha() or word in FUNCTION or ends_as_adverb(word):
        return ""
    if word in NOUNS:
        return singular(word)
    return _BASES.get(word) or singular(word)
