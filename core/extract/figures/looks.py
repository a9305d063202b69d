"""What each word tells by itself, as bits of one number: a word is looked up once, however much is asked of it."""

from __future__ import annotations

from core.extract.figures import words
from core.extract.figures.words import CLASSES
from core.extract.memo import Memo

TAKEN = 1 << 0  # is part of a figure of its line: see `measure`
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

TIME_HEADS = CLASSES["month"] | CLASSES["weekday"] | CLASSES["season"] | CLASSES["timehead"]
_CENTURIES = ("19", "20")
_SETS = (
    (ADVERB, words.ADVERBS),
    (AUXILIARY | VERBAL, words.AUXILIARIES),
    (DETERMINER | BEFORE_TIME, words.DETERMINERS),
    (PREPOSITION, words.PREPOSITIONS),
    (PRONOUN, words.PRONOUNS),
    (RELATIVE, words.RELATIVES),
    (CONJUNCTION, words.CONJUNCTIONS),
    (FUNCTION, words.FUNCTION),
    (LISTED_VERB | VERBAL, words.VERBS),
    (TIME, TIME_HEADS),
    (BEFORE_TIME, frozenset(("fiscal", "early", "late", "same", "full"))),
)
_NOT_PLAIN = (
    AUXILIARY | DETERMINER | PREPOSITION | PRONOUN | RELATIVE | CONJUNCTION | FUNCTION | VERBAL | PAST | TIME
)


def _look(word: str) -> int:
    if not word:
        return 0
    look = 0
    for bits, members in _SETS:
        if word in members:
            look |= bits
    for bits, told in (
        (ALPHA, word[0].isalpha()),
        (ALNUM, word[0].isalnum()),
        (PAST, words.is_past(word)),
        (PLURAL, words.is_plural(word)),
        (ENDS_ING | VERBAL, word[-3:] == "ing"),
        (VERBAL, word[-2:] == "ed"),
        (ENDS_LY, word[-2:] == "ly"),
        (TIME, word.isdigit() and len(word) == 4 and word.startswith(_CENTURIES)),
    ):
        if told:
            look |= bits
    return look | PLAIN if look & ALNUM and not look & _NOT_PLAIN else look


_LOOKS = Memo(_look)  # the bits of each word seen so far
of = _LOOKS.__getitem__
