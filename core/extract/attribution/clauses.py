"""Where the content of a cue begins and ends."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from core.extract.attribution import finite, sources
from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import ADJUNCT, ADVERB, CLASSES, PAUSE, PREPOSITION, STOP, is_adverb
from core.extract.english.base_phrases import OBJECT_PRONOUN, PRONOUN
from core.extract.english.clause_ends import AFTER_COMMA
from core.extract.english.function_words import AUXILIARY, COORDINATOR, HAVE, of_class
from core.extract.english.phrase_words import SPEAKER_TIME

if TYPE_CHECKING:
    from core.extract.attribution.cues import Verb
    from core.extract.attribution.paragraphs import Passage

Range = tuple[int, int]
_CLAUSAL = frozenset({"clause", "that"})
_CLAUSE_OPENER = PRONOUN | CLASSES["clause start"]
_OPENS_CLAUSE = _CLAUSE_OPENER | {"that"}
_LEAVES_OBJECT = AFTER_COMMA | CLASSES["leaves object"]
_SIDE_CLAUSE = CLASSES["side clause"]
_LEAVES_CLAUSE = CLASSES["leaves clause"]
_BEFORE_NOUN = CLASSES["before noun"]
_TURNING_TIME = CLASSES["turning time"]
_BOUNDS, _HALF_BOUNDS, _BOUND_ENDS = CLASSES["bound"], CLASSES["half bound"], CLASSES["bound end"]
_CLOCK = CLASSES["clock"]
_COUNTING = of_class("counting")
_REACH = 16  # tokens between a cue and its "that", its quotation or the comma after it
_MARKS = STOP | PAUSE
_CIRCUMSTANTIAL = SPEAKER_TIME | ADVERB | ADJUNCT | PREPOSITION
_MAY_STOP = frozenset({";", ":", ",", "and", "but"})


def following(passage: Passage, at: int, end: int, verb: Verb) -> Range | None:
    """Return the content that follows a cue whose last token stands before `at`, or None where it has none."""
    start = _start(passage, at, end, verb)
    return None if start is None or start >= end else trim(passage, start, stop(passage, start, end, verb))


def resumed(passage: Passage, at: int, end: int) -> Range | None:
    """Return the content that goes on after an inserted cue: "The mine, Lowe said on Monday, will close"."""
    words = passage.words
    comma = next((i for i in range(at, min(end, at + _REACH)) if words[i] == "," and not passage.inside[i]), None)
    if comma is None or comma + 2 >= end or passage.inside.find(1, at, comma + 2) >= 0:
        return None
    word = words[comma + 1]
    if word in _LEAVES_CLAUSE or word.endswith("ing") or _turns(passage, comma + 1, end, bare_object=True):
        return None
    return trim(passage, comma + 1, end)


def trim(passage: Passage, start: int, stop: int) -> Range | None:
    """Return a range without the pauses at its ends and the stops at its last, None where nothing is left."""
    words, inside = passage.words, passage.inside
    while start < stop and words[start] in PAUSE and not inside[start]:
        start += 1
    while stop > start and words[stop - 1] in _MARKS and not inside[stop - 1]:
        stop -= 1
    return (start, stop) if stop > start else None


def _start(passage: Passage, at: int, end: int, verb: Verb) -> int | None:
    if at >= end:
        return None
    word, takes, speaks = passage.words[at], verb.takes, verb.speaks
    if passage.inside[at]:
        return at if speaks or "object" in takes else None
    if word in PAUSE:
        return _after_pause(passage, at, end, takes) if speaks else None
    if word == "to" and "infinitive" in takes:
        return at
    return _clause_start(passage, at, end, takes) if speaks else _object_start(passage, at, end, takes)


def _after_pause(passage: Passage, at: int, end: int, takes: frozenset[str]) -> int | None:
    """Return where content begins after the mark at `at`: at a quotation, after a colon, at "that" after a comma."""
    words, inside = passage.words, passage.inside
    quote = inside.find(1, at + 1, min(end, at + _REACH))
    if quote >= 0 and (words[quote - 1] in PAUSE or words[quote - 1] == "that"):
        return quote
    if words[at] == ":":
        return at + 1
    if words[at] != "," or takes.isdisjoint(_CLAUSAL):
        return None
    for index in range(at + 1, min(end, at + _REACH)):
        if inside[index] or words[index] in STOP:
            break
        if words[index] == "that":
            return index if words[index - 1] == "," else None
    return None


def _object_start(passage: Passage, at: int, end: int, takes: frozenset[str]) -> int | None:
    words = passage.words
    word = words[at]
    if "object" not in takes or word in PREPOSITION or word in AUXILIARY or word in _MARKS:
        return None
    if word in {"and", "or"} or word in _SIDE_CLAUSE:
        return None
    near = words[at + 1 : min(end, at + 5)]
    if "that" not in near:
        return at
    that = at + 1 + near.index("that")
    return that if sources.after(passage, at, end) == (at, that, that) else at  # "agreed with Lowe that"


def _clause_start(passage: Passage, at: int, end: int, takes: frozenset[str]) -> int | None:
    """Return where content begins after when, where, how and to whom it was said."""
    if passage.words[at] in PREPOSITION and "object" in takes and "clause" not in takes:
        return None
    index = _circumstances_end(passage, at, end, addressed="addressee" in takes)
    if index is None or index >= end or passage.inside[index]:
        return index
    word = passage.words[index]
    if word in _MARKS:
        return _after_pause(passage, index, end, takes) if word in PAUSE else None
    if _is_bare_content(passage, index, end, takes):
        return index
    quote = passage.inside.find(1, index, min(end, index + _REACH))
    return None if quote < 0 else quote


def _is_bare_content(passage: Passage, at: int, end: int, takes: frozenset[str]) -> bool:
    """Tell whether content begins at a token without "that": an object or a clause, as the verb takes it."""
    if "object" in takes or (passage.words[at] in _OPENS_CLAUSE and not takes.isdisjoint(_CLAUSAL)):
        return True
    if "clause" not in takes or passage.words[at] in COORDINATOR:
        return False
    return _opens_amount(passage.words, at, end) or finite.holds_clause(passage, at, end)


def _circumstances_end(passage: Passage, at: int, end: int, *, addressed: bool) -> int | None:
    """Return where what is said begins after when, where, how and to whom; None where it isn't clear."""
    words, index = passage.words, at
    while index < end and not passage.inside[index]:
        word = words[index]
        if not addressed and word not in _CIRCUMSTANTIAL and word[-2:] != "ly" and word != "may":  # as most are
            break
        if _opens_amount(words, index, end) or (word in SPEAKER_TIME and _time_owns(passage, index, end)):
            break
        if word == "at" and _opens_amount(words, index + 1, end):
            return index + 1  # "put it at less than 5%"
        if _is_time_or_manner(passage, index, end):
            index += 1
        elif word in ADJUNCT or word in PREPOSITION:
            phrase = sources.after(passage, index + 1, end)
            if phrase is None:
                return None
            index = phrase.last
        elif addressed and word != "that" and word not in _MARKS:
            addressed = False
            told = addressee_end(passage, index, end)
            if "that" not in words[index : min(end, index + _REACH)] and any(
                finite.is_finite(passage, verb) for verb in range(index + 1, min(told + 1, end))
            ):
                break  # no addressee but the subject: "warned the bridge was late"
            index = told
        else:
            break
    return index


def _is_time_or_manner(passage: Passage, index: int, end: int) -> bool:
    """Tell whether a word alone tells when or how: an adverb, a time, the preposition of one ("in May")."""
    words = passage.words
    word, behind = words[index], words[index + 1] if index + 1 < end else ""
    if sources.is_time(passage, index):
        return word not in _TURNING_TIME or behind in SPEAKER_TIME
    if not behind:
        return False
    if is_adverb(word, passage.tokens[index].text):
        return behind not in AUXILIARY
    return (word in ADJUNCT or word in PREPOSITION) and sources.is_time(passage, index + 1)


def _time_owns(passage: Passage, at: int, end: int) -> bool:
    """Tell whether a time belongs to the content: "said Thursday's report was", "said last year was"."""
    words = passage.words
    while at < end and words[at] in SPEAKER_TIME:
        at += 1
    return at < end and (words[at] == "'s" or words[at] in AUXILIARY)


def _opens_amount(words: list[str], at: int, end: int) -> bool:
    """Tell whether a bounded number begins that tells no time: "about 400 people", not "about 10 a.m."."""
    halved = at < end and words[at] in _HALF_BOUNDS
    if at >= end or not (halved or words[at] in _BOUNDS):
        return False
    at += 1
    if halved:
        if at >= end or words[at] not in _BOUND_ENDS:
            return False
        at += 1
    if at + 1 >= end or not (words[at][0].isdigit() or words[at] in _COUNTING):
        return False
    return (
        words[at + 1] not in SPEAKER_TIME and words[at + 1] not in _CLOCK and words[at + 1 : at + 3] != ["a", "."]
    )


def addressee_end(passage: Passage, at: int, end: int) -> int:
    """Return where the phrase ends that says to whom: a pronoun, or a noun phrase up to the name of a new subject."""
    words, tokens = passage.words, passage.tokens
    phrase = None if words[at] in PRONOUN or words[at] in OBJECT_PRONOUN else sources.after(passage, at, end)
    if phrase is None:
        return at + 1
    for index in range(at + 1, phrase.last):
        if _opens_amount(words, index, end):
            return index
        if (
            words[index - 1].endswith("s")
            and tokens[index - 1].text[0].islower()
            and tokens[index].text[0].isupper()
        ):
            return index
    return phrase.last


def stop(passage: Passage, start: int, end: int, verb: Verb) -> int:
    """Return where content ends: at a semicolon, or where another cue or, after an object, another clause begins."""
    words, inside = passage.words, passage.inside
    bare_object = verb.takes.isdisjoint(_CLAUSAL) and words[start] not in {"that", "to"}
    for index in compress(range(start + 1, end), map(_MAY_STOP.__contains__, words[start + 1 : end])):
        if inside[index]:
            continue
        word = words[index]
        if word == ";" or (word == ":" and bare_object):
            return index
        if word == "," and _turns(passage, index + 1, end, bare_object=bare_object):
            return index
        if word in {"and", "but"} and _predicate(passage, index + 1, end):
            return index
    return end


def _turns(passage: Passage, at: int, end: int, *, bare_object: bool) -> bool:
    """Tell whether at `at`, after a comma, something begins that isn't the content any more."""
    if at >= end or passage.inside[at]:
        return False
    word = passage.words[at]
    form = FORMS.get(word)
    if form is not None and (form.alone == "ing" or form.asserts):
        return True
    if word == "with" and any(_says(passage, index) for index in range(at + 1, min(end, at + _REACH // 2))):
        return True  # ", with a spokesman saying"
    if word == "according" or (word in AFTER_COMMA and _new_subject_speaks(passage, at + 1, end)):
        return True
    return bare_object and word in _LEAVES_OBJECT


def _predicate(passage: Passage, at: int, end: int) -> bool:
    """Tell whether a cue in a finite form stands at `at`, with at most two adverbs or auxiliaries before it."""
    for index in range(at, min(end, at + 3)):
        if _speaks(passage, index):
            return True
        word = passage.words[index]
        if passage.inside[index] or not (is_adverb(word, passage.tokens[index].text) or word in HAVE):
            return False
    return False


def _new_subject_speaks(passage: Passage, at: int, end: int) -> bool:
    """Tell whether a cue in a finite form follows within a few words that may be its subject."""
    for index in range(at, min(end, at + 6)):
        if passage.inside[index]:
            return False
        if _speaks(passage, index):
            return index == at or passage.words[index - 1] not in _BEFORE_NOUN
    return False


def _says(passage: Passage, index: int) -> bool:
    form = FORMS.get(passage.words[index])
    return form is not None and form.progressive and form.speaks and not passage.inside[index]


def _speaks(passage: Passage, index: int) -> bool:
    form = FORMS.get(passage.words[index])
    return form is not None and form.asserts and not passage.inside[index]
