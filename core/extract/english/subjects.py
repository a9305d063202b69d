"""The subject of the clause a word stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import CONJUNCTION, COORDINATOR, PREPOSITION, RELATIVE, WEEKDAY, of_class
from core.extract.english.looks import (
    ADVERB,
    ALNUM,
    AUXILIARY,
    ENDS_ING,
    PLAIN,
    PLURAL,
    PRONOUN,
    TAKEN,
    TIME,
    VERBAL,
)
from core.extract.english.looks import PREPOSITION as PREPOSITION_LOOK
from core.extract.english.looks import RELATIVE as RELATIVE_LOOK
from core.extract.english.noun_phrases import Phrase, before_determiners, ending
from core.extract.english.verbs import group_start, is_progressive, is_verb

if TYPE_CHECKING:
    from core.extract.english.looks import Sentence

_THIRD_PERSONS = of_class("repeating subject")
_PARTICLES = of_class("particle of change")
_NO_SUBJECT = of_class("clause opener") | PREPOSITION
_NOT_INSERTED = _NO_SUBJECT | RELATIVE
_SUBORDINATORS = (PREPOSITION | RELATIVE | CONJUNCTION) - COORDINATOR
_POINTING = frozenset(("last", "this", "next"))
_TURNS = _PARTICLES | {";", ":", "."}
_BREAKS = frozenset((",", "(", ")", "–", "—"))
_RELATIVE_REACH = 14  # tokens of a relative clause
_REACH = 45  # tokens of a clause


def subject(line: Sentence, k: int) -> Phrase | None:
    """Return the subject of the clause that token `k` stands in, searched to the left; None for a pronoun."""
    pronoun = ""
    for _ in range(6):
        verb = _verb_before(line, k)
        if verb < 0:
            return None
        start = group_start(line, verb)
        before, look = line.low[start - 1], line.looks[start - 1]
        if look & ENDS_ING and is_progressive(line, start - 1):
            relative = _relative_before(line, start - 1)
            if relative:
                return ending(line, relative)
        if look & RELATIVE_LOOK:
            return ending(line, start - 1 - (line.low[start - 2] == ","))
        if before in _THIRD_PERSONS and start > 1 and (line.low[start - 2] == "that" or is_verb(line, start - 2)):
            k, pronoun = start - 1, before  # "the bank said it made …": the bank
            continue
        start = _past_adjunct(line, start)
        if line.looks[start - 1] & PRONOUN or not line.low[start - 1]:
            return None
        found = _before_group(line, start)
        if found is not None and not (line.low[start] == "to" and _is_circumstance(line, found)):
            return None if pronoun == "it" and line.looks[found.stop - 1] & PLURAL else _beyond(line, found, start)
        k = _before_insertions(line, start - 1)
    return None


def _past_adjunct(line: Sentence, start: int) -> int:
    """Return where what ends in front of a verb really ends: "the age | there is", "the voltage | across it"."""
    if line.low[start - 1] == "there":
        return start - 1
    pronoun = line.looks[start - 1] & PRONOUN and line.looks[start - 2] & PREPOSITION_LOOK
    return start - 2 if pronoun else start


def _before_group(line: Sentence, start: int) -> Phrase | None:
    """Return the noun phrase in front of the verb group that begins at token `start`, insertions passed over."""
    before = line.low[start - 1]
    if before in _BREAKS:
        return _past_insertions(line, start - 1)
    if before == "before" and line.low[start - 3] in ("a", "the") and not line.looks[start] & ENDS_ING:
        return _ending_before_time(line, start - 1)  # "the toll of a quake a day before rose"
    return None if before in _NO_SUBJECT else _ending_before_time(line, start)


def _beyond(line: Sentence, found: Phrase, start: int) -> Phrase | None:
    """Return what a relative clause with another inside is told of: the bridge in "the bridge, which he said would"."""
    k = before_determiners(line, found.first - 1)
    said = not line.looks[start] & AUXILIARY and line.looks[start + 1] & AUXILIARY
    if said and line.low[k] == "which":
        return ending(line, k - (line.low[k - 1] == ","))
    return found


def _ending_before_time(line: Sentence, stop: int) -> Phrase | None:
    """Return the noun phrase that ends at token `stop`, without a time or ages behind it: "the poll | Monday found"."""
    low, looks = line.low, line.looks
    k = stop - 1
    if looks[k] & TAKEN:  # "jobs for women aged 25 to 54 | grew"
        while k > 0 and (looks[k] & TAKEN or low[k] in ("to", "and", ",")):
            k -= 1
        return ending(line, k) if low[k] == "aged" else ending(line, stop)
    if low[k] not in WEEKDAY:
        pointed = low[k - 1] in _POINTING or (low[stop] == "before" and low[k - 1] in ("a", "the"))
        k = k - 1 if looks[k] & TIME and pointed else stop
    if k <= 0 or k == stop or looks[k - 1] & PREPOSITION_LOOK:  # the time is the subject, or hangs on it
        return ending(line, stop)
    return ending(line, k)


def _is_circumstance(line: Sentence, found: Phrase) -> bool:
    """Tell whether a noun in front of an infinitive only says how: "swept in with bulldozers | to clear"."""
    k = before_determiners(line, found.first - 1)
    return line.low[k] == "with" and k > 0


def _relative_before(line: Sentence, verb: int) -> int:
    """Return the token that opens the relative clause which ends at a verb ("that the city is building"), or 0."""
    for j in range(verb, max(0, verb - _RELATIVE_REACH), -1):
        if line.looks[j] & RELATIVE_LOOK:
            return j
        if not line.looks[j] & ALNUM:
            return 0
    return 0


def _before_insertions(line: Sentence, k: int) -> int:
    """Return where the clause breaks off for what stands between commas before token `k`: ", before the vote, and"."""
    low = line.low
    for _ in range(3):
        if low[k - 1] != "," or low[k] not in COORDINATOR:
            break
        opening = next((j for j in range(k - 2, max(0, k - _REACH), -1) if low[j] == ","), 0)
        if not opening or low[opening + 1] not in _SUBORDINATORS:
            break
        return opening
    return k


def _verb_before(line: Sentence, k: int) -> int:
    """Return the nearest verb, or particle of change, before token `k` in its clause, or -1."""
    low, looks = line.low, line.looks
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if looks[j] & VERBAL:
            if is_verb(line, j) and not (low[j] == "'s" and _is_possessive(line, j)):
                return j
            continue
        word = low[j]
        if word not in _TURNS:
            continue
        if word in _PARTICLES:
            if low[j + 1] not in ("to", "the", "a"):
                return j
        elif word != "." or not line.glued(j + 1):
            return -1
    return -1


def _is_possessive(line: Sentence, k: int) -> bool:
    """Tell the 's of "Avon's coast" from that of "it's": a noun follows it that can be nothing else, and no figure."""
    looks = line.looks
    if looks[k - 1] & PRONOUN or looks[k + 2] & TAKEN:
        return False
    return bool(looks[k + 1] & PLAIN) and line.low[k + 1][0].isalpha()


def _past_insertions(line: Sentence, k: int) -> Phrase | None:
    """Return the subject in front of what stands between commas, dashes or brackets up to token `k`.

    Insertions that begin with a preposition or hold a verb are passed over; of two noun phrases side by side the
    second is an apposition to the first.
    """
    low = line.low
    apposition: Phrase | None = None
    stop = k
    for j in range(k - 1, max(-2, k - _REACH), -1):
        if j >= 0 and low[j] not in _BREAKS:
            continue
        first = j + 1
        if first < stop:
            found = _inserted(line, first, stop)
            if found is not None:
                apposition = apposition or found
                if apposition is not found:
                    return found
            elif apposition is not None:
                break
        stop = j
    return apposition


def _inserted(line: Sentence, first: int, stop: int) -> Phrase | None:
    """Return the stretch [first, stop) as a noun phrase, or None where it is none."""
    looks = line.looks
    while first < stop and looks[first] & ADVERB:
        first += 1
    if first >= stop or line.low[first] in _NOT_INSERTED:
        return None
    if any(looks[j] & VERBAL and is_verb(line, j) for j in range(first, stop)):
        return None
    found = ending(line, stop)
    return found if found and found.first >= first else None
