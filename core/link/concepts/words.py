"""What a word is by itself: a class, its base form as a noun and as a verb; of nouns the kinds of thing they name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.english import function_words
from core.extract.english.function_words import of_class
from core.extract.english.inflection import conjugate, singular
from core.extract.english.word_forms import is_irregular_past
from core.extract.memo import Memo
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

# The classes of words, one character each, so that those of a sentence are read as fast as its text.
DETERMINER, PREPOSITION, TO, MODAL, BE, PRONOUN, RELATIVE, CONJUNCTION, ADVERB, TIME, NUMBER = "DPTAERLCBM#"
NOUN, VERB, ADJECTIVE, NAME, STOP, COMMA, DASH, QUOTE, POSSESSIVE, OTHER = "SVJN.,-\"'?"
# Those that the words around decide.
NOUN_OR_VERB, NOUN_OR_ADJECTIVE, PARTICIPLE, ING, UNKNOWN = "XYZGU"


class Known(NamedTuple):
    """What a word is by itself; `noun` and `verb` are base forms, "" where it is none."""

    look: str
    noun: str = ""
    verb: str = ""
    plural: bool = False
    nominal: float = 0.0  # how often the word is a noun where it may be something else


class Noun(NamedTuple):
    """A row of `concepts_nouns.csv`: how often of once the word is a noun, and its kinds, each with its percentage."""

    base_form: str
    nominal: float
    kinds: tuple[str, ...]


class Verb(NamedTuple):
    """A row of `concepts_verbs.csv`: nouns of the same action."""

    base_form: str
    nouns: tuple[str, ...]


class Kind(NamedTuple):
    """A row of `concepts_kinds.csv`: a kind of thing, what it is like, and whether a verb may tell it, too."""

    kind: str
    like: str
    action: str


_SETS = (
    (RELATIVE, of_class("relative")),
    (MODAL, of_class("modal")),
    (BE, of_class("be", "have")),
    (PRONOUN, function_words.PRONOUN | of_class("contracted pronoun")),
    (CONJUNCTION, function_words.CONJUNCTION),
    (DETERMINER, function_words.DETERMINER | of_class("amount")),
    (PREPOSITION, function_words.PREPOSITION),
    (ADVERB, function_words.ADVERB - of_class("adjectival adverb")),
    (TIME, of_class("time word", "weekday", "month", "short weekday", "season") - {"may", "march"}),
    (NUMBER, of_class("counting")),
)
_MARKS = {
    **dict.fromkeys(".!?;:…", STOP),
    **dict.fromkeys(",()", COMMA),
    **dict.fromkeys("-–—", DASH),
    **dict.fromkeys("\"“”‘’'", QUOTE),
}
_NOUN_ENDS = ("ism", "ist", "ion", "ment", "ness", "ship", "ity", "er", "or", "ence", "ance", "cy", "dom", "hood")
_ADJECTIVE_ENDS = ("al", "ive", "ous", "ic", "ful", "ble", "less", "ish", "ary", "-old", "-ed", "like", "wide")
_HARDLY = 0.03  # of its uses: a word that is so seldom a noun, or a verb, is taken for none


@cache
def nouns() -> Mapping[str, Noun]:
    """Return the nouns of the lexicon."""
    return {row.base_form: row for row in load.table("concepts_nouns.csv", Noun)}


@cache
def actions() -> Mapping[str, Verb]:
    """Return the verbs of the lexicon, with the nouns of the same action."""
    return {row.base_form: row for row in load.table("concepts_verbs.csv", Verb)}


@cache
def sorts() -> Mapping[str, Kind]:
    """Return the kinds of thing there are."""
    return {row.kind: row for row in load.table("concepts_kinds.csv", Kind)}


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives of the lexicon that are no nouns as often."""
    return load.words("concepts_adjectives.txt")


@cache
def _verb_forms() -> Mapping[str, str]:
    """Return for each form of a verb its base form."""
    found: dict[str, str] = {}
    for base in actions():
        forms = conjugate(base)
        for form in (*forms.past, *forms.participle, *forms.ing, forms.third):
            found.setdefault(form, base)
    return found | {base: base for base in actions()}


@lru_cache(maxsize=1 << 14)
def kinds(noun: str) -> Mapping[str, float]:
    """Return what kinds of thing a noun names, each with its share; nothing of a noun that isn't listed."""
    row = nouns().get(noun)
    if row is None:
        return {}
    parts = [kind.rpartition(" ") for kind in row.kinds]
    return {kind: int(share) / 100 for kind, _, share in parts}


@lru_cache(maxsize=1 << 16)
def base(word: str) -> str:
    """Return the base form of a lower-cased word taken as a noun: "crisis" of itself, "strike" of "strikes"."""
    one = singular(word)
    return word if one not in nouns() and word in nouns() else one


def _learn(word: str) -> Known:
    """Return what a lower-cased token is."""
    if not word[0].isalnum():
        return Known(POSSESSIVE if word in ("'s", "’s") else _MARKS.get(word[0], OTHER))
    if word == "to":
        return Known(TO)
    if word[0].isdigit():
        return Known(NUMBER)
    look = next((look for look, members in _SETS if word in members), None)
    if look is None and function_words.ends_as_adverb(word) and word not in nouns() and word not in adjectives():
        look = ADVERB
    return Known(look) if look else _content(word)


def _content(word: str) -> Known:
    """Return what a word is that belongs to no closed class."""
    one = base(word)
    listed = nouns().get(one)
    noun, nominal = (one, listed.nominal) if listed else ("", 0.0)
    verb = _verb_forms().get(word, "")
    plural = one != word
    if verb and verb != word and word.endswith("ing"):
        return Known(ING, noun or word, verb, plural, nominal)
    past = verb and verb != word and not word.endswith("s")
    if past and (nominal < 0.5 or is_irregular_past(word)):
        return Known(PARTICIPLE, "" if is_irregular_past(word) else noun, verb)
    if noun and verb:
        look = NOUN if nominal >= 1 - _HARDLY else VERB if nominal <= _HARDLY else NOUN_OR_VERB
        return Known(look, noun, verb, plural, nominal)
    if noun:
        return Known(NOUN_OR_ADJECTIVE if word in adjectives() else NOUN, noun, "", plural, nominal)
    if verb:
        return Known(ADJECTIVE if word in adjectives() and verb == word else VERB, "", verb)
    return Known(ADJECTIVE) if word in adjectives() else _guessed(word, one)


def _guessed(word: str, one: str) -> Known:
    """Return what a word that no list has is by its ending."""
    if word.endswith("ed") and len(word) > 4:
        return Known(ADJECTIVE if "-" in word else PARTICIPLE, "", word)
    if word.endswith("ing") and len(word) > 5:
        return Known(ING, word, word)
    if "-" in word and base(word.rpartition("-")[2]) in nouns():
        return Known(NOUN_OR_ADJECTIVE, one, "", one != word, 0.5)
    if one.endswith(_NOUN_ENDS) or one != word:
        return Known(NOUN, one, "", one != word, 1.0)
    return (
        Known(ADJECTIVE) if word.endswith(_ADJECTIVE_ENDS) else Known(UNKNOWN, one, "", plural=False, nominal=1.0)
    )


KNOWN = Memo(_learn)
