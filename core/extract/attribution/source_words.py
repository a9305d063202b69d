"""The words that bound a source ("the former mayor of Arlen") beside its cue, and the content after it.

Most are classes of English that other readers share; what they leave out here, and what is counted in, is said in
`english_words.txt`. Words for people and offices stand in `attribution_words.txt`.
"""

from __future__ import annotations

from core.extract.english.function_words import (
    ARTICLE,
    AUXILIARY,
    CONJUNCTION,
    NEGATION,
    POSSESSIVE,
    RELATIVE_SUBJECT,
    ends_as_adverb,
    of_class,
)
from core.lexicon import load

CLASSES = load.classes("attribution_words.txt")
PREPOSITION = of_class("preposition")
QUANTIFIER = of_class("demonstrative", "quantifier", "amount", "counting")
PRONOUN = of_class("subject pronoun", "contracted pronoun")
OBJECT_PRONOUN = of_class("object pronoun")
NOUN_LINK = of_class("noun link")
ADJUNCT = of_class("adjunct")
TIME = of_class("time word", "time of speech", "weekday", "month") - {"may"}  # which is a modal far more often
ADVERB = of_class("adverb", "speaking adverb")
TITLE = CLASSES["title"]
PLURAL_SOURCE = CLASSES["plural source"]
GENERIC_PERSON = CLASSES["generic person"]

DETERMINER = ARTICLE | QUANTIFIER | POSSESSIVE
# What can't stand inside a base noun phrase.
BOUNDARY = (
    (PREPOSITION | CONJUNCTION | AUXILIARY | NEGATION | PRONOUN | OBJECT_PRONOUN | RELATIVE_SUBJECT)
    - DETERMINER
    - {"'s"}
)

PAUSE = frozenset({",", "—", "–", "-", "―", "--", ":", ";"})
DASH = frozenset({"—", "–", "-", "―", "--"})
STOP = frozenset({".", "!", "?", ";", "…"})


def is_adverb(word: str, text: str) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb; `text` is the word as written."""
    return word in ADVERB or (ends_as_adverb(word) and text[0].islower())
