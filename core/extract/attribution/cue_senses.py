"""Whether a word that may be a cue is one here: it may be a noun, or a verb that says something only of some things.

"Tax calls grow louder", "the storm claimed three lives", "called an election": who is said to speak and what follows
decide, not the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.attribution import finite
from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import CLASSES, PAUSE, STOP
from core.extract.english import base_phrases
from core.extract.english.base_phrases import PRONOUN
from core.extract.english.function_words import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    RELATIVE,
    SUBJECT_PRONOUN,
    of_class,
)
from core.extract.english.phrase_words import SPEAKER_DETERMINER, SPEAKER_TIME
from core.extract.english.word_forms import is_base, is_plural

if TYPE_CHECKING:
    from core.extract.attribution.cues import Verb
    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.sources import Source

_NOUN_TOO = CLASSES["noun too"]
_WITHOUT_ARTICLE = CLASSES["without article"]
_EVIDENCE = CLASSES["evidence"]
_DOCUMENT = CLASSES["document"]
_COMPLETED = CLASSES["completed"]
_DIRECTED = CLASSES["directed"]
_MEDIUM = CLASSES["medium"]
_ADJECTIVE = ("ful", "less", "able", "ible", "ous", "ive", "ish", "ic", "ed", "air")
_COUNTING = of_class("counting")
_SINGULAR = CLASSES["singular determiner"]
_MARKS = STOP | PAUSE
_BEHIND_VERB = DETERMINER | PREPOSITION
_ENDS_OBJECT = PREPOSITION | CONJUNCTION | AUXILIARY | _MARKS | SPEAKER_TIME | RELATIVE | {"to", ")"}
_OPENS_SHOWN = frozenset({"that", "how"})
_FURTHER = 8  # tokens between an object and what it is to do: "wants the council of the port to act"
_RELATIVE_REACH = 8  # tokens between a relative pronoun and the cue in its clause: "which critics say will"


def is_noun(passage: Passage, head: int, begin: int, end: int) -> bool:
    """Tell whether a form that may be a noun is one by the verb that stands right behind it: "tax calls grow"."""
    words = passage.words
    word = words[head]
    if word not in _NOUN_TOO or head + 1 >= end or passage.inside[head + 1]:
        return False
    after = words[head + 1]
    if words[head - 1] in SUBJECT_PRONOUN or _is_relative(words, head, begin):
        return False
    if after in AUXILIARY:
        return after not in {"'s", "'d", "'ve"}
    heard = FORMS.get(after)
    if is_plural(word) and heard is not None and heard.asserts and finite.is_finite(passage, head + 1):
        return not passage.is_capital(head - 1) or words[head - 2] in DETERMINER  # "the attacks | asked"
    # "Hopes end in rain", but "hopes work starts soon", "demands change".
    return (
        is_plural(word)
        and is_base(after)
        and head + 2 < end
        and (words[head + 2] in _BEHIND_VERB or words[head + 2].endswith(("er", "ly")))
        and finite.is_finite(passage, head + 1)
        and not finite.holds_clause(passage, head + 1, end)
    )


def _is_relative(words: list[str], head: int, begin: int) -> bool:
    """Tell whether a cue stands in a relative clause: "which critics say will ruin the coast"."""
    for index in range(head - 1, max(begin, head - _RELATIVE_REACH) - 1, -1):
        if words[index] in RELATIVE:
            return True
        if words[index] in _MARKS:
            break
    return False


def governs(passage: Passage, source: Source, head: int, begin: int) -> bool:
    """Tell whether the words taken for the source of a form that may be a noun can be its subject.

    Not where one of them is a verb ("the card gives free | calls"), where a singular goes with a plural form ("a tricky
    earnings | call for"), nor where a lone common noun makes a compound with the form ("crew | demands").
    """
    words = passage.words
    word, first, last = words[head], source.first, source.head - 1
    if word not in _NOUN_TOO:
        return True
    base = not word.endswith("s") or word.endswith("ss")
    if base and words[first] in _SINGULAR:
        return False
    if any(finite.is_finite(passage, index) for index in range(first + 1, source.head)):
        return False
    plural = is_plural(words[last])
    if not base and not plural and any(_counts(words[index]) for index in range(first, source.head)):
        return False  # "four points", "12 basis points"
    named = passage.is_capital(last) and (last > first or first > begin)
    alone = words[first] not in SPEAKER_DETERMINER and words[last] not in PRONOUN | _WITHOUT_ARTICLE
    if named or not alone or plural:
        return True
    return not base and first == begin and passage.is_capital(first) and last == first


def _is_message(passage: Passage, at: int, end: int) -> bool:
    """Tell whether an object is something written whose words follow: "an open letter saying"."""
    found = base_phrases.end(passage, at, end)
    words = passage.words
    index = at
    while found is not None and index < found[0] and words[index] not in _MEDIUM:
        index += 1
    form = FORMS.get(words[index + 1]) if found is not None and index < found[0] and index + 1 < end else None
    return form is not None and form.progressive and form.speaks


def _counts(word: str) -> bool:
    return word in _COUNTING or word[0].isdigit()


def says_of(passage: Passage, verb: Verb, source: Source, at: int, end: int) -> bool:
    """Tell whether what follows a verb without a clause is something said, as far as the verb asks for it.

    "Called the levy a tax", but not "called an election"; "the poll shows a lead", but not "the photo shows two men";
    "wants him to go", but not "wants food".
    """
    words, inside = passage.words, passage.inside
    if at >= end or inside[at] or "object" not in verb.takes:
        return True
    if verb.lemma in _EVIDENCE:
        shown = not _DOCUMENT.isdisjoint(words[source.first : source.head])
        return shown or words[at] in _OPENS_SHOWN or words[at] in _MARKS or finite.holds_clause(passage, at, end)
    if verb.lemma in _DIRECTED:
        return "to" in words[at : min(end, _object_end(passage, at, end) + _FURTHER)] or words[at] == "that"
    if verb.lemma in _COMPLETED:
        stop = _object_end(passage, at, end)
        if stop < end and (inside[stop] or words[stop] not in _ENDS_OBJECT):
            return True
        return stop - at > 1 and words[stop - 1].endswith(_ADJECTIVE)
    return not _is_message(passage, at, end)  # "published a letter | saying"


def _object_end(passage: Passage, at: int, end: int) -> int:
    """Return where the object that begins at a token ends."""
    if passage.words[at] in PRONOUN or passage.words[at] in base_phrases.OBJECT_PRONOUN:
        return at + 1
    found = base_phrases.end(passage, at, end)
    return at if found is None else found[0]
