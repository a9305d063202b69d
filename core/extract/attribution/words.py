"""Closed word classes, read once from the lexicon."""

from __future__ import annotations

from core.lexicon import load

CLASSES = load.classes("attribution_words.txt")
ARTICLE = CLASSES["article"]
QUANTIFIER = CLASSES["quantifier"]
POSSESSIVE = CLASSES["possessive"]
PRONOUN = CLASSES["pronoun"]
OBJECT_PRONOUN = CLASSES["object_pronoun"]
RELATIVE = CLASSES["relative"]
AUXILIARY = CLASSES["auxiliary"]
BE = CLASSES["be"]
HAVE = CLASSES["have"]
MODAL = CLASSES["modal"]
NEGATION = CLASSES["negation"]
PREPOSITION = CLASSES["preposition"]
NOUN_LINK = CLASSES["noun_link"]
ADJUNCT = CLASSES["adjunct"]
CONJUNCTION = CLASSES["conjunction"]
TIME = CLASSES["time"]
ADVERB = CLASSES["adverb"]
TITLE = CLASSES["title"]
PLURAL_SOURCE = CLASSES["plural_source"]
GENERIC_PERSON = CLASSES["generic_person"]

DETERMINER = ARTICLE | QUANTIFIER | POSSESSIVE
# What can't stand inside a base noun phrase.
BOUNDARY = (
    (PREPOSITION | CONJUNCTION | AUXILIARY | NEGATION | PRONOUN | OBJECT_PRONOUN | RELATIVE) - DETERMINER - {"'s"}
)
SUBORDINATOR = CLASSES["subordinator"]

PAUSE = frozenset({",", "—", "–", "-", "―", "--", ":", ";"})
DASH = frozenset({"—", "–", "-", "―", "--"})
STOP = frozenset({".", "!", "?", ";", "…"})

_NOT_ADVERB = CLASSES["not_adverb"]


def is_adverb(word: str, text: str) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb; `text` is the word as written."""
    return word in ADVERB or (
        word[-2:] == "ly" and len(word) > 4 and text[0].islower() and word not in _NOT_ADVERB
    )
