"""What each word tells by itself, as bits of one number: a word is looked up once, however much is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from core.extract.english import function_words, word_forms
from core.extract.english.function_words import of_class
from core.extract.english.phrase_words import MEASURE_TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.tokens import Token

TAKEN = 1 << 0  # is part of a figure, which no phrase runs across
PLAIN = 1 << 1  # a word that is nothing but a noun, an adjective or a number
ALPHA = 1 << 2  # begins with a letter
ALNUM = 1 << 3  # begins with a letter or digit
DETERMINER = 1 << 4
PREPOSITION = 1 << 5
FUNCTION = 1 << 6
VERBAL = 1 << 7  # may be a form of a verb: no other word is one
ADVERB = 1 << 8
AUXILIARY = 1 << 9
PRONOUN = 1 << 10
RELATIVE = 1 << 11
CONJUNCTION = 1 << 12
LISTED_VERB = 1 << 13  # a form of a verb of the lexicon
PAST = 1 << 14
ENDS_ING = 1 << 15
ENDS_LY = 1 << 16
PLURAL = 1 << 17
TIME = 1 << 18  # heads a phrase of time: "quarter", "Monday", "2018"
BEFORE_TIME = 1 << 19  # stands in front of such a word: "the", "early"

_CENTURIES = ("19", "20")
_SETS = (
    (ADVERB, function_words.ADVERB),
    (AUXILIARY | VERBAL, function_words.AUXILIARY),
    (DETERMINER | BEFORE_TIME, function_words.DETERMINER),
    (PREPOSITION, function_words.PREPOSITION),
    (PRONOUN, function_words.PRONOUN),
    (RELATIVE, function_words.RELATIVE),
    (CONJUNCTION, function_words.CONJUNCTION),
    (FUNCTION, function_words.FUNCTION),
    (LISTED_VERB | VERBAL, word_forms.LISTED),
    (TIME, MEASURE_TIME),
    (BEFORE_TIME, of_class("before time")),
)
_NOT_PLAIN = (
    AUXILIARY | DETERMINER | PREPOSITION | PRONOUN | RELATIVE | CONJUNCTION | FUNCTION | VERBAL | PAST | TIME
)


# The bits of each word that is in some of the sets.
_LISTED: dict[str, int] = {}
for _bits, _members in _SETS:
    for _member in _members:
        _LISTED[_member] = _LISTED.get(_member, 0) | _bits


def of(word: str) -> int:
    """Return the bits of a lower-cased word; `vocabulary` keeps them."""
    if not word:
        return 0
    look, first = _LISTED.get(word, 0), word[0]
    if first.isalpha():
        look |= ALPHA | ALNUM
    elif first.isalnum():
        look |= ALNUM
        if len(word) == 4 and word.isdigit() and word.startswith(_CENTURIES):
            look |= TIME
    if word[-2:] == "ed":
        look |= VERBAL
    elif word[-3:] == "ing":
        look |= ENDS_ING | VERBAL
    elif function_words.ends_as_adverb(word):
        look |= ENDS_LY
    if word_forms.is_past(word):
        look |= PAST
    if word_forms.is_plural(word):
        look |= PLURAL
    return look | PLAIN if look & ALNUM and not look & _NOT_PLAIN else look


class Sentence(Protocol):
    """What the grammar reads of a sentence: its tokens and, side by side, their lower-cased forms and looks.

    Forms and looks end in eight empty entries, so that a look past either end finds "" and 0, not an error.
    """

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens as written."""

    @property
    def low(self) -> list[str]:
        """Their lower-cased forms."""

    @property
    def looks(self) -> list[int]:
        """Their looks."""

    def glued(self, i: int) -> bool:
        """Tell whether token `i` follows its predecessor without a space."""
