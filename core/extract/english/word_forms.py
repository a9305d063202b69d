"""What the form of a word tells by itself: plural noun, past tense, participle, form of a verb that is listed."""

from __future__ import annotations

from core.extract.english.function_words import FUNCTION, of_class
from core.extract.english.inflection import IRREGULAR, NOUNS, conjugate, regular_past
from core.lexicon import load

BASES = load.words("english_verbs.txt")
_VERBS = [conjugate(base) for base in sorted(BASES)]
_THIRD = frozenset(verb.third for verb in _VERBS)
_ING = frozenset(form for verb in _VERBS for form in verb.ing)
# Past tenses and participles that aren't made with -ed, of all verbs and not only those listed.
_PASTS = frozenset(form for verb in IRREGULAR.values() for form in verb.past)
_PARTICIPLES = frozenset(form for verb in IRREGULAR.values() for form in verb.participle)
# The first without what is a noun or a base form as often; it can't stand before a noun, as a participle can.
IRREGULAR_PAST = _PASTS - of_class("noun as past")
_PAST = (
    IRREGULAR_PAST
    | (_PARTICIPLES - IRREGULAR.keys() - of_class("noun as past"))
    | {form for base in BASES - IRREGULAR.keys() for form in regular_past(base)}
)
LISTED = BASES | _THIRD | _ING | _PAST
_NO_PAST = of_class("no past")
_NOT_PLURAL = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Tell whether a lower-cased word looks like a plural noun."""
    if word in NOUNS:
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
    return word in _PAST or ends_as_past(word)


def ends_as_past(word: str) -> bool:
    """Tell whether a lower-cased word is a past form by its ending: "raised", not "speed"."""
    return word[-2:] == "ed" and len(word) > 3 and word not in _NO_PAST


def is_irregular_past(word: str) -> bool:
    """Tell whether a word is a past tense without -ed ("took")."""
    return word in IRREGULAR_PAST


def may_be_past_tense(word: str) -> bool:
    """Tell whether a lower-cased word behind a noun may be its verb in the past ("took", "raised"), of any verb."""
    return word in IRREGULAR_PAST or ends_as_past(word)


def ends_as_participle(word: str) -> bool:
    """Tell whether a lower-cased word is a participle by its ending ("asked", "asking")."""
    return word[-3:] == "ing" or ends_as_past(word)


def is_participle(word: str) -> bool:
    """Tell whether a lower-cased word may be a participle ("taken", "raised")."""
    return word in _PARTICIPLES or ends_as_past(word)


def is_third_person(word: str) -> bool:
    """Tell whether a word is a listed verb's third person singular ("says"), whatever else it may be."""
    return word in _THIRD


def is_base(word: str) -> bool:
    """Tell whether a word is a listed verb's base form."""
    return word in BASES


def is_ing(word: str) -> bool:
    """Tell whether a word is a listed verb's -ing form."""
    return word in _ING
