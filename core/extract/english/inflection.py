"""How English words change: plurals and singulars of nouns, the forms of verbs.

By the rules of spelling, but for the verbs of `english_irregular_verbs.csv` and the nouns of `english_nouns.csv`. A
word no list knows is taken for regular, so every string has forms and nothing is raised.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.lexicon import load

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")  # endings that take -es
# One syllable that ends in one vowel and one consonant, which doubles: "plan", "quit"; not "fix", "row", "play".
_SHORT = re.compile(r"(?:[^aeiouy]*qu|[^aeiou]*)[aeiou][bdgklmnprtz]")
_DOUBLING = load.classes("english_doubling.txt")
_KEEPS_E = ("ee", "oe", "ye")  # endings whose e stays before -ing


class Verb(NamedTuple):
    """The forms of a verb; where one is written in two ways, both."""

    base: str
    third: str  # person singular
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: tuple[str, ...]


class Irregular(NamedTuple):
    """A verb whose past or participle isn't made by rule."""

    base: str
    past: tuple[str, ...]
    participle: tuple[str, ...]


class Noun(NamedTuple):
    """A noun whose plural no rule leads back from; without a singular, where it is said of many only ("police")."""

    plural: str
    singular: str


IRREGULAR = {verb.base: verb for verb in load.table("english_irregular_verbs.csv", Irregular)}
NOUNS = {noun.plural: noun for noun in load.table("english_nouns.csv", Noun)}
_PLURALS = {noun.singular: noun.plural for noun in NOUNS.values() if noun.singular}
_THIRDS = {"be": "is", "have": "has"}


def conjugate(base: str) -> Verb:
    """Return the forms of a verb, lower case."""
    irregular = IRREGULAR.get(base)
    if irregular:
        return Verb(base, third(base), irregular.past, irregular.participle, ing(base))
    past = regular_past(base)
    return Verb(base, third(base), past, past, ing(base))


def third(base: str) -> str:
    """Return the third person singular of a verb: "carries", "goes", "plans"."""
    if base in _THIRDS:
        return _THIRDS[base]
    if _ends_in_y(base):
        return base[:-1] + "ies"
    if base.endswith("z"):
        return _stems(base)[0] + "es"  # "quizzes"
    return base + ("es" if base.endswith(_HISSING) or _ends_in_o(base) else "s")


def regular_past(base: str) -> tuple[str, ...]:
    """Return what a verb's past and participle are by rule: "carried", "agreed", "planned"."""
    if base.endswith("e"):
        return (base + "d",)
    if _ends_in_y(base):
        return (base[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(base))


def ing(base: str) -> tuple[str, ...]:
    """Return the -ing form of a verb: "carrying", "agreeing", "planning", "lying"."""
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and len(base) > 2 and not base.endswith(_KEEPS_E):
        return (base[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(base))


def plural(noun: str) -> str:
    """Return the plural of a noun: "parties", "taxes", "women"."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if _ends_in_y(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSING) else "s")


def singular(word: str) -> str:
    """Return the singular of a plural noun in lower case, any other word as it is: "party", "tax", "woman", "news"."""
    if word in NOUNS:
        return NOUNS[word].singular or word
    if word in _PLURALS:
        return word  # "bias"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1].removesuffix("'")


def _stems(base: str) -> tuple[str, ...]:
    """Return what -ed and -ing are added to: a last letter doubles, a c is followed by k ("panicked")."""
    doubled = base + base[-1:]
    if base in _DOUBLING["or not"]:
        return doubled, base
    if base in _DOUBLING["always"] or _SHORT.fullmatch(base):
        return (doubled,)
    return (base + "k" if base.endswith("ic") else base,)


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _ends_in_o(word: str) -> bool:
    return word.endswith("o") and word[-2:-1] not in _VOWELS
