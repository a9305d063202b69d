"""The source beside a cue: the noun phrase that ends before it or, where the order is inverted, begins after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.attribution import finite
from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import CLASSES, DASH, is_adverb
from core.extract.english import base_phrases
from core.extract.english.base_phrases import BOUNDARY, PRONOUN
from core.extract.english.function_words import ARTICLE, PREPOSITION, RELATIVE_SUBJECT, of_class
from core.extract.english.phrase_words import SPEAKER_DETERMINER, SPEAKER_TIME
from core.extract.english.word_forms import (
    ends_as_participle,
    is_base,
    is_participle,
    is_plural,
    may_be_past_tense,
)
from core.extract.word import LETTER
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.attribution.paragraphs import Passage

_OPENER = of_class("sentence opener")
_NEW_CLAUSE = CLASSES["new clause"]
_LEAD = CLASSES["lead"] | {","}
_RELATIVE_SUBJECT = RELATIVE_SUBJECT - {"that"}
_APPOSING = DASH | {","}
_NAMELESS = frozenset(load.classes("actors_heads.txt")["organisation"])  # nouns no person's name is set beside
_ALONE = CLASSES["alone"]
_DEGREE = of_class("measuring adverb") - SPEAKER_TIME - SPEAKER_DETERMINER - CLASSES["alone"]
_DESCRIBING = (["of"], ["for"])
# Prepositions that tie a noun or a participle to the noun before it; the others may open a clause.
_HANGING = (PREPOSITION - of_class("subordinator") - of_class("conjunction")) - CLASSES["no noun link"]
_BEFORE_TIME = CLASSES["before time"]
_OPENS_NAME = frozenset("GBTHQR")  # a given name or a title: see `actors.name_classes`
_BEFORE_AMOUNT = CLASSES["before amount"]
_BEFORE_SUBJECT = of_class("subordinator") | DASH | {",", ":", ";", "(", "”", '"', "“", ".", "?", "!"}


class Source(NamedTuple):
    """A range of tokens that names who speaks; `head` ends its first noun phrase, before any apposition."""

    first: int
    last: int
    head: int


def before(passage: Passage, end: int, begin: int) -> Source | None:
    """Return the subject whose last token stands right before token `end`, in the unit from `begin` on.

    An apposition, a relative clause or a bracket between the two is passed over: "Ada Lowe, the mayor, said".
    """
    found = nearest(passage, end, begin)
    if found is None or found.head != found.last or passage.words[found.first] in _RELATIVE_SUBJECT:
        return found
    first = found.first
    if first - 2 < begin or passage.inside[first - 1]:
        return found
    found = _widened(passage, first, found.last, begin, max(begin, end - base_phrases.LONGEST))
    if found.first == first:
        return found
    first = _without_adjunct(passage, found.first, found.head, begin)
    return found if first == found.first else found._replace(first=first)


def nearest(passage: Passage, end: int, begin: int) -> Source | None:
    """Return the subject as `before` does, but not with what its noun phrase hangs on: what "who" refers to."""
    words = passage.words
    at, floor = end - 1, max(begin, end - base_phrases.LONGEST)
    if at < floor or passage.inside[at] or words[at] in _DEGREE:  # "very | loudly claiming"
        return None
    word = words[at]
    if word in _RELATIVE_SUBJECT:
        return Source(at, end, end)
    if word == ")":
        return _before_bracket(passage, at, floor)
    if word in _APPOSING:
        return _before_apposition(passage, at, floor, begin)
    if is_time(passage, at):
        end = _without_time(passage, at, floor) + 1
    first = base_phrases.start(passage, end - 1, floor)
    if first is None or _is_amount(words, first, end, floor):
        return None
    if words[first] in SPEAKER_TIME or (first > begin and words[first - 1] in PREPOSITION):
        first = _without_adjunct(passage, first, end, begin)
    return Source(first, end, end)


def _without_adjunct(passage: Passage, first: int, end: int, begin: int) -> int:
    """Return where a noun phrase begins behind a time or place set before it: "On Sunday | Lowe", "In Arlen | Ada"."""
    words = passage.words
    hangs = first > begin and words[first - 1] in PREPOSITION
    while first < end - 1 and words[first] in SPEAKER_TIME and (hangs or passage.tokens[first].text[0].islower()):
        first += 1
    if hangs and first - 2 <= begin:
        for index in range(first + 1, end - 1):
            letters = LETTER(passage.known[index - 1]), LETTER(passage.known[index])
            if letters[1] in _OPENS_NAME and letters[0] not in _OPENS_NAME and passage.is_capital(index - 1):
                return index
    return first


def _widened(passage: Passage, first: int, end: int, begin: int, floor: int) -> Source:
    """Return a noun phrase with what it hangs on, and what it is joined to by "and".

    "A study | published in June", "a report | by the bank": a noun behind a preposition is no subject, unless the
    preposition opens the clause. "The police | and the mayor": both speak where no verb governs the first.
    """
    words, inside = passage.words, passage.inside
    head = end
    while first - 2 > floor and not inside[first - 1]:
        link, at = words[first - 1], first - 2
        if link == "and":
            wider = base_phrases.start(passage, at, floor)
            if wider is None or not _opens_clause(passage, wider, begin):
                break
            first = wider
            continue
        if link not in _HANGING or words[at] in BOUNDARY or inside[at] or not words[at][0].isalnum():
            break
        reduced = is_participle(words[at]) and passage.tokens[at].text[0].islower() and at - 1 >= floor
        at -= reduced
        wider = base_phrases.start(passage, at, floor)
        if wider is None or words[wider] in PRONOUN or _holds_verb(passage, wider, at + 1):
            break
        first, head = wider, at + 1 if reduced else head
    return Source(first, end, head)


def _holds_verb(passage: Passage, first: int, last: int) -> bool:
    """Tell whether one of the words behind the first is a verb, so that they are no noun phrase."""
    words = passage.words
    return any(
        finite.is_finite(passage, index) or (words[index - 1] == "to" and is_base(words[index]))
        for index in range(first + 1, last)
    )


def _opens_clause(passage: Passage, at: int, begin: int) -> bool:
    """Tell whether nothing before a token in its clause can govern it."""
    if at <= begin or passage.inside[at - 1]:
        return True
    word = passage.words[at - 1]
    return word in _BEFORE_SUBJECT or word in SPEAKER_TIME


def _is_amount(words: list[str], first: int, end: int, floor: int) -> bool:
    """Tell whether what begins at token `first` is an amount, which says nothing: "a net worth of 1.3 billion"."""
    counted = is_plural(words[end - 1])  # "backed by 12 families who said"
    return words[first][0].isdigit() and not counted and first > floor and words[first - 1] in _BEFORE_AMOUNT


def is_time(passage: Passage, index: int) -> bool:
    """Tell whether a word is one of time: "Monday", "year", the month of May."""
    word = passage.words[index]
    return word in SPEAKER_TIME or (word == "may" and passage.is_capital(index))


def _without_time(passage: Passage, at: int, floor: int) -> int:
    """Return the last token before a time between source and cue: "Lowe on Monday", "a study published in June"."""
    words = passage.words
    index = at
    while index > floor and (is_time(passage, index) or (words[index] in ARTICLE and index < at)):
        index -= 1
    if index < at and index > floor + 1 and words[index] in _BEFORE_TIME:
        index -= 1
        if is_participle(words[index]) and words[index - 1] not in BOUNDARY:
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


def _before_apposition(passage: Passage, comma: int, floor: int, begin: int) -> Source | None:
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
        if first is not None and is_adverb(words[first], passage.tokens[first].text) and first < stop - 1:
            continue  # "X, formerly Twitter, the mayor,"
        if first is not None and is_time(passage, stop - 1):
            continue  # "Last week, the mayor, Ada Lowe,"
        if first is not None:
            first = _without_adjunct(passage, first, stop, begin)
        if first is not None and (first == floor or _opens_clause(passage, first, begin)):
            best = Source(first, comma, stop)
            if inside[first - 1]:
                break
    return best


def after(passage: Passage, at: int, end: int) -> Source | None:
    """Return the noun phrase that begins at token `at`, in the unit up to `end`."""
    found = base_phrases.end(passage, at, end)
    if found is not None:
        last, head = found
        # "One of the aides", "a spokesman for the ministry", but "Lowe | of the plan".
        described = not passage.is_capital(head - 1) and passage.words[head : head + 1] in _DESCRIBING
        return Source(at, last, last if described else head)
    if at >= end or passage.inside[at] or passage.words[at] not in _ALONE:
        return None
    last = at + 1
    if passage.words[last : last + 1] == ["of"]:
        whole = base_phrases.end(passage, last + 1, end)
        last = at + 1 if whole is None else whole[1]
    return Source(at, last, last)


def with_name(passage: Passage, source: Source, end: int) -> Source:
    """Return a role with the name that a comma sets beside it: "the harbour master, Ada Lowe,"."""
    words, comma = passage.words, source.last
    if (
        comma + 2 >= end
        or words[comma] != ","
        or source.head != source.last
        or passage.is_capital(source.head - 1)
    ):
        return source
    if words[source.head - 1] in _NAMELESS or is_plural(words[source.head - 1]):
        return source
    last = comma + 1
    while last < end and (passage.is_capital(last) or words[last] in {".", "-"}) and not passage.inside[last]:
        last += 1
    named = last - comma > 2 and last < end and words[last] in {",", "."} and words[last + 1 : last + 2] != ["a"]
    return Source(source.first, last, source.head) if named else source


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
