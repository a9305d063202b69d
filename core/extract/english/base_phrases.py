"""Where a noun phrase that names or describes somebody begins and ends: determiner to head, and what hangs on it.

"A spokesman for the ministry", "Lowe and Brandt", "Rep. Ada Lowe". `phrase_words` says why what a figure measures is
read by another walk, and has what both share.
"""

from __future__ import annotations

from typing import Protocol

from core.extract.english.function_words import (
    ARTICLE,
    AUXILIARY,
    CONJUNCTION,
    NEGATION,
    POSSESSIVE,
    RELATIVE_SUBJECT,
    of_class,
)
from core.extract.english.phrase_words import (
    JOINING,
    NOUN_LINK,
    SPEAKER_DETERMINER,
    SPEAKER_LINK_AHEAD,
    SPEAKER_QUANTIFIER,
    SPEAKER_TIME,
)

PRONOUN = of_class("subject pronoun", "contracted pronoun")
OBJECT_PRONOUN = of_class("object pronoun")
TITLE = of_class("title")
_BEFORE_TO = of_class("noun before to")
_PREPOSITION = of_class("preposition")
# What can't stand inside a base noun phrase.
BOUNDARY = (
    (_PREPOSITION | CONJUNCTION | AUXILIARY | NEGATION | PRONOUN | OBJECT_PRONOUN | RELATIVE_SUBJECT)
    - SPEAKER_DETERMINER
    - {"'s"}
)
LONGEST = 36  # tokens
_LIMITING = SPEAKER_DETERMINER | BOUNDARY | {"."}  # what may end a noun phrase
_ENDING = _LIMITING | SPEAKER_TIME | SPEAKER_LINK_AHEAD
_NO_HEAD = JOINING | ARTICLE | POSSESSIVE


class Words(Protocol):
    """Lower-cased words, and beside each whether it stands inside a quotation, where no phrase goes."""

    @property
    def words(self) -> list[str]:
        """The words and marks, lower case."""

    @property
    def inside(self) -> bytearray:
        """1 for those inside a quotation."""

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is written with a capital."""


def start(text: Words, at: int, floor: int) -> int | None:
    """Return where the noun phrase that ends with token `at` begins, or None where none ends there.

    Prepositional modifiers and names joined by "and" belong to it: "a spokesman for the ministry", "Lowe and Brandt".
    """
    words, inside = text.words, text.inside
    first = _base_start(text, at, floor)
    while first is not None and first - 2 >= floor and not inside[first - 1]:
        link = words[first - 1]
        if (link in NOUN_LINK and words[first] not in PRONOUN) or (
            link == "to" and words[first - 2] in _BEFORE_TO
        ):
            wider = _base_start(text, first - 2, floor)
        elif link == "and" and text.is_capital(first) and text.is_capital(first - 2):
            wider = _base_start(text, first - 2, floor)
        else:
            break
        if wider is None:
            break
        first = wider
    return first


def _base_start(text: Words, at: int, floor: int) -> int | None:
    """Return where the base noun phrase that ends with token `at` begins: a pronoun, or determiner to head noun."""
    words, inside = text.words, text.inside
    if at < floor or inside[at]:
        return None
    if words[at] in PRONOUN:
        return at
    if words[at] in _NO_HEAD:
        return None
    first: int | None = None
    index = at
    while index >= floor and not inside[index]:
        word = words[index]
        if word not in _LIMITING:  # as most are
            if word[0].isalnum():
                first = index
            elif word not in JOINING:
                break
        elif word in SPEAKER_DETERMINER:
            first = index
            if not (index > floor and words[index - 1] in SPEAKER_QUANTIFIER):
                break
        elif word != "." or index in {at, floor} or not _abbreviated(words[index - 1]):
            break
        index -= 1
    return first


def end(text: Words, at: int, stop: int) -> tuple[int, int] | None:
    """Return where the noun phrase that begins at token `at` ends, and its head, at token `stop` at the latest."""
    words, inside = text.words, text.inside
    if at >= stop or inside[at] or not words[at][0].isalnum():
        return None
    if words[at] in PRONOUN:
        return at + 1, at + 1
    last = index = at
    first_link: int | None = None
    limit = min(stop, at + LONGEST)
    while index < limit and not inside[index]:
        word = words[index]
        if word not in _ENDING:  # as most are
            if word[0].isalnum():
                last = index + 1
            elif word not in JOINING:
                break
        elif (
            index > at and word in SPEAKER_LINK_AHEAD and index + 1 < stop and words[index + 1] not in SPEAKER_TIME
        ):
            first_link = first_link or index
        elif not _goes_on(words, at, index) and not _in_name(text, at, index, stop):
            break
        elif word not in SPEAKER_DETERMINER and word[0].isalnum():
            last = index + 1
        index += 1
    return (last, min(first_link or last, last)) if last > at else None


def _goes_on(words: list[str], first: int, index: int) -> bool:
    """Tell whether a word may belong to the noun phrase that began at `first`."""
    word = words[index]
    if word in SPEAKER_DETERMINER:
        return index == first or words[index - 1] in NOUN_LINK or words[index - 1] in SPEAKER_DETERMINER
    if word == ".":
        return _abbreviated(words[index - 1])
    return word not in BOUNDARY and not (word in SPEAKER_TIME and index > first)


def _in_name(text: Words, first: int, index: int, stop: int) -> bool:
    """Tell whether a word of time belongs to a name: "the Morning Herald"."""
    if text.words[index] not in SPEAKER_TIME or not text.is_capital(index) or index + 1 >= stop:
        return False
    return text.is_capital(index + 1) and index == first + 1 and text.words[first] in ARTICLE


def _abbreviated(word: str) -> bool:
    return word in TITLE or len(word) == 1
