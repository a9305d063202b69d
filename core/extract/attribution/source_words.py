"""The words that bound what a source says, and those that name a source without its name.

Most are classes of English that other readers share; what they leave out here, and what is counted in, is said in
`english_words.txt`. Words for people and offices stand in `attribution_words.txt`.
"""

from __future__ import annotations

from core.extract.english.function_words import ends_as_adverb, of_class
from core.lexicon import load

CLASSES = load.classes("attribution_words.txt")
PREPOSITION = of_class("preposition")
ADJUNCT = of_class("adjunct")
ADVERB = of_class("adverb", "speaking adverb")
OPENER = of_class("sentence opener")
_OF_NOUNS = of_class("adverb of nouns")
PLURAL_SOURCE = CLASSES["plural source"]
CLAUSE_OPENER = CLASSES["clause start"] | {"that", "to"}  # of what is reported
GENERIC_PERSON = CLASSES["generic person"]

PAUSE = frozenset({",", "—", "–", "-", "―", "--", ":", ";"})
DASH = frozenset({"—", "–", "-", "―", "--"})
STOP = frozenset({".", "!", "?", ";", "…"})


def is_adverb(word: str, text: str) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb; `text` is the word as written."""
    return word in ADVERB or (ends_as_adverb(word) and text[0].islower() and word not in _OF_NOUNS)
