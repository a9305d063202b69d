"""Small classes of words, and what the look of a word tells: plural noun, past tense, verb form."""

from __future__ import annotations

from typing import NamedTuple

from core.extract.figures import tables
from core.lexicon import load


class _Numeral(NamedTuple):
    """A row of `figures_numbers.csv`."""

    word: str
    class_: str
    value: float


class ChangeWord(NamedTuple):
    """A row of `figures_changes.csv`."""

    word: str
    pos: str
    direction: str


NUMBER_WORDS: dict[str, dict[str, float]] = {}  # words and their values by class
for _row in load.table("figures_numbers.csv", _Numeral):
    NUMBER_WORDS.setdefault(_row.class_, {})[_row.word] = _row.value
NUMERALS = frozenset(word for values in NUMBER_WORDS.values() for word in values)

CLASSES = load.classes("figures_words.txt")
ADVERBS = CLASSES["adverb"]
AUXILIARIES = CLASSES["auxiliary"]
CONJUNCTIONS = CLASSES["conjunction"]
DETERMINERS = CLASSES["article"] | CLASSES["determiner"]
PREPOSITIONS = CLASSES["preposition"]
PRONOUNS = CLASSES["pronoun"]
RELATIVES = CLASSES["relative"]
FUNCTION = (ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES) - {
    "old",
    "high",
    "wide",
    "further",
}
MONTHS, WEEKDAYS = CLASSES["month"], CLASSES["weekday"]

CHANGE_WORDS = load.table("figures_changes.csv", ChangeWord)
VERB_BASES = load.words("figures_verbs.txt") | {change.word for change in CHANGE_WORDS if change.pos == "verb"}
_INFLECTED = [tables.inflections(verb) for verb in sorted(VERB_BASES)]
_THIRD = frozenset(forms[1] for forms in _INFLECTED)
_ING = frozenset(forms[3] for forms in _INFLECTED)
_IRREGULAR = load.words("figures_past.txt")
_PAST = _IRREGULAR | {forms[2] for forms in _INFLECTED}
VERBS = VERB_BASES | _THIRD | _ING | _PAST
_NOT_PAST = frozenset(("speed", "indeed", "hundred", "hatred", "kindred", "sacred", "proceed", "breed", "greed"))
_NOUNS = load.words("figures_nouns.txt")
_NOT_PLURAL = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Tell whether a lower-cased word looks like a plural noun."""
    if word in _NOUNS:
        return True
    return (
        len(word) > 2
        and word[-1] == "s"
        and word[0].isalpha()
        and not word.endswith(_NOT_PLURAL)
        and word not in FUNCTION
    )


def is_past(word: str) -> bool:
    """Tell whether a lower-cased word looks like a past tense or participle."""
    return word in _PAST or (word[-2:] == "ed" and len(word) > 4 and word not in _NOT_PAST)


def is_irregular_past(word: str) -> bool:
    """Tell whether a word is a past tense without -ed ("took")."""
    return word in _IRREGULAR


def is_third_person(word: str) -> bool:
    """Tell whether a word is a verb's third person singular ("says"), whatever else it may be."""
    return word in _THIRD


def is_base(word: str) -> bool:
    """Tell whether a word is a verb's base form."""
    return word in VERB_BASES


def is_ing(word: str) -> bool:
    """Tell whether a word is a verb's -ing form."""
    return word in _ING
