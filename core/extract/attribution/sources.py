"""The source beside a cue: the noun phrase that ends before it or, where the order is inverted, begins after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import CLASSES, DASH
from core.extract.english import base_phrases
from core.extract.english.base_phrases import BOUNDARY, PRONOUN
from core.extract.english.function_words import RELATIVE_SUBJECT, of_class
from core.extract.english.phrase_words import SPEAKER_DETERMINER, SPEAKER_TIME
from core.extract.english.word_forms import ends_as_participle, is_base, is_plural, may_be_past_tense

if TYPE_CHECKING:
    from core.extract.attribution.paragraphs import Passage

_OPENER = of_class("sentence opener")
_NEW_CLAUSE = CLASSES["new clause"]
_LEAD = CLASSES["lead"] | {","}
_RELATIVE_SUBJECT = RELATIVE_SUBJECT - {"that"}
_APPOSING = DASH | {","}
_BEFORE_AMOUNT = CLASSES["before amount"]
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
    at, floor = end - 1, max(begin, end - base_phrases.LONGEST)
    if at < floor or passage.inside[at]:
        return None
    word = words[at]
    if word in _RELATIVE_SUBJECT:
        return Source(at, end, end)
    if word == ")":
        return _before_bracket(passage, at, floor)
    if word in _APPOSING:
        return _before_apposition(passage, at, floor)
    if word in SPEAKER_TIME:
        end = _without_time(words, at, floor) + 1
    first = base_phrases.start(passage, end - 1, floor)
    if first is None or _is_amount(words, first, end, floor):
        return None
    while first < end - 1 and words[first] in SPEAKER_TIME and passage.tokens[first].text[0].islower():
        first += 1
    return Source(first, end, end)


def _is_amount(words: list[str], first: int, end: int, floor: int) -> bool:
    """Tell whether what begins at token `first` is an amount, which says nothing: "a net worth of 1.3 billion"."""
    counted = is_plural(words[end - 1])  # "backed by 12 families who said"
    return words[first][0].isdigit() and not counted and first > floor and words[first - 1] in _BEFORE_AMOUNT


def _without_time(words: list[str], at: int, floor: int) -> int:
    """Return the last token before a time that stands between a source and its cue: "Lowe on Monday said"."""
    index = at
    while index > floor and words[index] in SPEAKER_TIME:
        index -= 1
    if index < at and index > floor and words[index] == "on":
        index -= 1
    return index


def _before_bracket(passage: Passage, at: int, floor: int) -> Source | None:
    for index in range(at, floor, -1):
        if passage.words[index] == "(":
            first = base_phrases.start(passage, index - 1, floor)
            return (
                None
                if first is None or _is_amount(passage.words, first, index, floor)
                else Source(first, at + 1, index)
            )
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
        first = base_phrases.start(passage, stop - 1, floor)
        if first is not None and (first == floor or inside[first - 1] or words[first - 1] in _BEFORE_SUBJECT):
            best = Source(first, comma, stop)
            if inside[first - 1]:
                break
    return best


def after(passage: Passage, at: int, end: int) -> Source | None:
    """Return the noun phrase that begins at token `at`, in the unit up to `end`."""
    found = base_phrases.end(passage, at, end)
    return None if found is None else Source(at, *found)


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
        if words[index - 1] not in SPEAKER_DETERMINER and (
            _is_predicate(words[index], passage.tokens[index].text) or _governs(words, index)
        ):
            return Source(found.first, index, min(found.head, index))
    return found


def _opens_adjunct(word: str) -> bool:
    """Tell whether a sentence's first word opens something before its subject: "On Monday, …", "Asked why, …"."""
    return (word in BOUNDARY and word not in PRONOUN) or word in _OPENER or ends_as_participle(word)


def _governs(words: list[str], index: int) -> bool:
    """Tell whether a base form behind a plural governs an infinitive: "these groups need to"."""
    return is_base(words[index]) and is_plural(words[index - 1]) and words[index + 1 : index + 2] == ["to"]


def _is_predicate(word: str, text: str) -> bool:
    """Tell whether a word after the beginning of a noun phrase ends it as its verb."""
    if text[0].isupper():
        return False
    form = FORMS.get(word)
    return may_be_past_tense(word) or (form is not None and "s" in form.tags)
