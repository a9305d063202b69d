"""The source beside a cue: the noun phrase that ends before it or, where the order is inverted, begins after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import (
    BOUNDARY,
    CLASSES,
    DASH,
    DETERMINER,
    NOUN_LINK,
    PRONOUN,
    QUANTIFIER,
    TIME,
    TITLE,
)
from core.extract.english.function_words import ARTICLE, POSSESSIVE, RELATIVE_SUBJECT, of_class
from core.extract.english.word_forms import IRREGULAR_PAST

if TYPE_CHECKING:
    from core.extract.attribution.passages import Passage

_PAST = IRREGULAR_PAST
_OPENER = of_class("sentence opener")
_BEFORE_TO = CLASSES["before to"]
_NEW_CLAUSE = CLASSES["new clause"]
_LEAD = CLASSES["lead"] | {","}
_LONGEST = 36  # tokens from the cue to the beginning of its source
_JOINING = frozenset({"'s", "'", "-", "/", "&", "’", "’s"})
_MODIFYING = CLASSES["modifying"]
_RELATIVE_SUBJECT = RELATIVE_SUBJECT - {"that"}
_APPOSING = DASH | {","}
_LIMITING = DETERMINER | BOUNDARY | {"."}  # what may end a noun phrase
_ENDING = _LIMITING | TIME | _MODIFYING
_NO_HEAD = _JOINING | ARTICLE | POSSESSIVE
_BEFORE_SUBJECT = of_class("subordinator") | DASH | {",", ":", ";", "(", "”", '"', "“", ".", "?", "!"}


class Source(NamedTuple):
    """A range of tokens that names who speaks; `head` ends its first noun phrase, before any apposition."""

    first: int
    last: int
    head: int


def before(passage: Passage, end: int, begin: int) -> Source | None:
    """Return the noun phrase whose last token stands right before token `end`, in the unit from `begin` on.

    An apposition, a relative clause or a bracket between the two is passed over: "Ada Lowe, the mayor, said".
    """
    words = passage.words
    at, floor = end - 1, max(begin, end - _LONGEST)
    if at < floor or passage.inside[at]:
        return None
    word = words[at]
    if word in _RELATIVE_SUBJECT:
        return Source(at, end, end)
    if word == ")":
        return _before_bracket(passage, at, floor)
    if word in _APPOSING:
        return _before_apposition(passage, at, floor)
    if word in TIME:
        end = _without_time(words, at, floor) + 1
    first = _phrase_start(passage, end - 1, floor)
    if first is None:
        return None
    while first < end - 1 and words[first] in TIME and passage.tokens[first].text[0].islower():
        first += 1
    return Source(first, end, end)


def _without_time(words: list[str], at: int, floor: int) -> int:
    """Return the last token before a time that stands between a source and its cue: "Lowe on Monday said"."""
    index = at
    while index > floor and words[index] in TIME:
        index -= 1
    if index < at and index > floor and words[index] == "on":
        index -= 1
    return index


def _before_bracket(passage: Passage, at: int, floor: int) -> Source | None:
    for index in range(at, floor, -1):
        if passage.words[index] == "(":
            first = _phrase_start(passage, index - 1, floor)
            return None if first is None else Source(first, at + 1, index)
    return None


def _before_apposition(passage: Passage, comma: int, floor: int) -> Source | None:
    """Return the leftmost noun phrase that opens a clause and is followed by a comma, before the comma given."""
    words, inside = passage.words, passage.inside
    best: Source | None = None
    for index in range(comma - 2, floor, -1):
        if inside[index]:
            break
        if words[index] not in _APPOSING:
            continue
        if words[index + 1] in _NEW_CLAUSE:
            break
        stop = index
        if words[index - 1] == ")":
            stop = next((i for i in range(index - 1, floor, -1) if words[i] == "("), index)
        first = _phrase_start(passage, stop - 1, floor)
        if first is not None and (first == floor or inside[first - 1] or words[first - 1] in _BEFORE_SUBJECT):
            best = Source(first, comma, stop)
            if inside[first - 1]:
                break
    return best


def _phrase_start(passage: Passage, at: int, floor: int) -> int | None:
    """Return where the noun phrase that ends with token `at` begins, or None where none ends there.

    Prepositional modifiers and names joined by "and" belong to it: "a spokesman for the ministry", "Lowe and Brandt".
    """
    words, inside = passage.words, passage.inside
    first = _base_start(passage, at, floor)
    while first is not None and first - 2 >= floor and not inside[first - 1]:
        link = words[first - 1]
        if (link in NOUN_LINK and words[first] not in PRONOUN) or (
            link == "to" and words[first - 2] in _BEFORE_TO
        ):
            wider = _base_start(passage, first - 2, floor)
        elif link == "and" and passage.is_capital(first) and passage.is_capital(first - 2):
            wider = _base_start(passage, first - 2, floor)
        else:
            break
        if wider is None:
            break
        first = wider
    return first


def _base_start(passage: Passage, at: int, floor: int) -> int | None:
    """Return where the base noun phrase that ends with token `at` begins: a pronoun, or determiner to head noun."""
    words, inside = passage.words, passage.inside
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
            elif word not in _JOINING:
                break
        elif word in DETERMINER:
            first = index
            if not (index > floor and words[index - 1] in QUANTIFIER):
                break
        elif word != "." or index in {at, floor} or not _abbreviated(words[index - 1]):
            break
        index -= 1
    return first


def after(passage: Passage, at: int, end: int) -> Source | None:
    """Return the noun phrase that begins at token `at`, in the unit up to `end`."""
    words, inside = passage.words, passage.inside
    if at >= end or inside[at] or not words[at][0].isalnum():
        return None
    if words[at] in PRONOUN:
        return Source(at, at + 1, at + 1)
    last = index = at
    first_link: int | None = None
    limit = min(end, at + _LONGEST)
    while index < limit and not inside[index]:
        word = words[index]
        if word not in _ENDING:  # as most are
            if word[0].isalnum():
                last = index + 1
            elif word not in _JOINING:
                break
        elif index > at and word in _MODIFYING and index + 1 < end and words[index + 1] not in TIME:
            first_link = first_link or index
        elif not _goes_on(words, at, index):
            break
        elif word not in DETERMINER and word[0].isalnum():
            last = index + 1
        index += 1
    return Source(at, last, min(first_link or last, last)) if last > at else None


def _goes_on(words: list[str], first: int, index: int) -> bool:
    """Tell whether a word may belong to the noun phrase that began at `first`."""
    word = words[index]
    if word in DETERMINER:
        return index == first or words[index - 1] in NOUN_LINK or words[index - 1] in DETERMINER
    if word == ".":
        return _abbreviated(words[index - 1])
    return word not in BOUNDARY and not (word in TIME and index > first)


def _abbreviated(word: str) -> bool:
    return word in TITLE or len(word) == 1


def subject(passage: Passage, begin: int, end: int) -> Source | None:
    """Return the noun phrase that opens a unit, after its conjunction or leading adjunct ("On Monday, …")."""
    words, inside = passage.words, passage.inside
    index = begin
    while index < end and words[index] in _LEAD:
        index += 1
    if index < end and _opens_adjunct(words[index]):
        while index < end and words[index] != "," and not inside[index]:
            index += 1
        index += 1
    return opening(passage, index, end)


def opening(passage: Passage, at: int, end: int) -> Source | None:
    """Return the noun phrase that begins at a token as `after` does, but not what may be a verb after it."""
    found = after(passage, at, end)
    if found is None:
        return None
    words = passage.words
    for index in range(found.first + 1, found.last):
        if words[index - 1] not in DETERMINER and _is_predicate(words[index], passage.tokens[index].text):
            return Source(found.first, index, min(found.head, index))
    return found


def _opens_adjunct(word: str) -> bool:
    """Tell whether a sentence's first word opens something before its subject: "On Monday, …", "Asked why, …"."""
    return (word in BOUNDARY and word not in PRONOUN) or word in _OPENER or word.endswith(("ing", "ed"))


def _is_predicate(word: str, text: str) -> bool:
    """Tell whether a word after the beginning of a noun phrase ends it as its verb."""
    if text[0].isupper():
        return False
    form = FORMS.get(word)
    return word in _PAST or word.endswith("ed") or (form is not None and "s" in form.tags)
