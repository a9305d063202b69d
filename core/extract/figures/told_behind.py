"""The verb or adjective that a quantity is the subject of: "31 people were killed", "31 of them died", "left 31 dead".

Read to the right from the quantity, over what hangs on its noun and what is inserted, to the verb of its clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.extract.english.function_words import BE, HAVE, NEGATION
from core.extract.english.looks import (
    ADVERB,
    ALNUM,
    ALPHA,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    ENDS_LY,
    FUNCTION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TAKEN,
    TIME,
    VERBAL,
)
from core.extract.english.verbs import is_verb
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.predicate_words import ENTRIES, Predicate, entries, made

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.predicate_words import Entry
    from core.extract.figures.quantities import Quantity

_LINKING = CLASSES["linking verb"]
_ENDS = frozenset(("", ";", ":", ".", "”", '"'))
_BREAKS = frozenset((",", "(", "–", "—"))
_CLOSING = frozenset((",", ")", "–", "—"))
_BEHIND_VERB = CLASSES["behind being"]
_REACH = 16  # tokens from a quantity to what is said of it
_RELATIVE_REACH = 6  # tokens from it to "who"
_INSERTED = 14  # tokens between two commas
_IDLE = ADVERB | ENDS_LY | DETERMINER


@dataclass(slots=True)
class _Seen:
    """What stands between a quantity and the token that is looked at."""

    passive: bool = False  # a form of "be" or its like
    verbal: bool = False  # any verb
    phrase: bool = False  # more of the noun phrase
    joined: bool = False  # another noun phrase, joined by "and"
    denied: bool = False


def find(line: Line, quantity: Quantity) -> Predicate | None:
    """Return what is said of the quantity as the subject of its clause, None where it is denied."""
    if (
        line.low[quantity.front - 1] in ("of", "the")
        and "of" in line.low[max(0, quantity.front - 2) : quantity.front]
    ):
        return None  # "two of the 31 were killed" says nothing of the 31
    seen = _Seen()
    k = quantity.stop
    for _ in range(_REACH):
        for entry in entries(line, k, quantity):
            if _is_told(line, k, entry, seen):
                return None if seen.denied else made(entry, k)
        k = _step(line, k, seen, quantity.stop)
        if not k:
            return None
    return None


def _step(line: Line, k: int, seen: _Seen, stop: int) -> int:
    """Return the token to look at behind token `k`, 0 where the clause of the quantity ends."""
    word, look = line.low[k], line.looks[k]
    if word in NEGATION:
        seen.denied = True
    elif look & AUXILIARY:
        seen.denied = seen.denied or word.endswith("n't")
        seen.passive = seen.passive or word in BE
        seen.verbal = seen.verbal or word not in HAVE or word == "'s"
        seen.joined = False
    elif word in _LINKING:
        seen.passive = seen.verbal = True
    elif word in _BREAKS:
        return _behind_insertion(line, k)
    elif word in _ENDS or not _goes_on(line, k, seen, stop):
        return 0
    return k + 1


def _goes_on(line: Line, k: int, seen: _Seen, stop: int) -> bool:
    """Tell whether token `k`, which is no auxiliary, leaves the quantity in front the subject of what follows."""
    word, look = line.low[k], line.looks[k]
    if look & RELATIVE:
        return k <= stop + _RELATIVE_REACH and not seen.joined
    if word in ("and", "or", "&"):
        seen.phrase = seen.joined = True
        return not seen.verbal
    if look & TAKEN:
        seen.phrase = True
        return seen.joined or line.low[k - 1] == "of" or bool(line.looks[k - 1] & (TAKEN | DETERMINER))
    if look & PREPOSITION:
        seen.phrase = True
        return not seen.verbal or word in _BEHIND_VERB
    if look & _IDLE or not look & ALNUM:
        return True
    seen.phrase = seen.phrase or (bool(look & ALPHA) and not seen.verbal)
    # Not where another clause begins, or another verb says something else of it.
    return seen.phrase and not look & CONJUNCTION and not (look & VERBAL and is_verb(line, k))


def _is_told(line: Line, k: int, entry: Entry, seen: _Seen) -> bool:
    """Tell whether an entry at token `k` says what is done to the subject in front of it."""
    if seen.verbal and seen.phrase and not seen.passive:
        return False
    if entry.pos == "adjective":
        return seen.passive or not seen.phrase or not seen.verbal
    if entry.pos != "verb":
        return False
    if entry.takes == "subject":
        return not (entry.participle and not entry.past and seen.passive)
    if not entry.participle or seen.passive:
        return entry.participle
    return (
        not seen.verbal and not line.looks[k - 1] & DETERMINER and not _has_object(line, k + 1 + len(entry.tail))
    )


def _has_object(line: Line, k: int) -> bool:
    """Tell whether an object follows at token `k`, so that the verb in front is active: "31 men killed five guards"."""
    look = line.looks[k]
    if not look & (ALNUM | TAKEN) or look & (PREPOSITION | CONJUNCTION | ADVERB | ENDS_LY | TIME | AUXILIARY):
        return False
    if look & DETERMINER:
        return not line.looks[k + 1] & TIME  # "killed last week"
    return bool(look & (TAKEN | PRONOUN)) or not look & (FUNCTION | VERBAL)


def _behind_insertion(line: Line, k: int) -> int:
    """Return the token behind what is inserted at a comma, bracket or dash at token `k`; 0 where nothing is."""
    low, looks = line.low, line.looks
    if looks[k + 1] & RELATIVE:
        return k + 1
    for j in range(k + 2, min(k + _INSERTED, len(line.tokens))):
        if low[j] in _CLOSING:
            ahead = looks[j + 1]
            if low[j] != "," or ahead & AUXILIARY or low[j + 1] in ENTRIES or low[j + 1] in _LINKING:
                return j + 1
    return 0
