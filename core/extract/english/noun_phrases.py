"""Where a noun phrase that tells what is measured begins and ends, and what belongs to it.

`phrase_words` says why who speaks is read by another walk, and has what both share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import of_class
from core.extract.english.looks import (
    ADVERB,
    ALNUM,
    BEFORE_TIME,
    CONJUNCTION,
    DETERMINER,
    ENDS_ING,
    FUNCTION,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    TAKEN,
    TIME,
)
from core.extract.english.phrase_words import MEASURE_JOINING, MEASURE_LINK, MEASURE_LINK_AHEAD, MEASURE_TIME
from core.extract.english.verbs import is_verb
from core.extract.english.word_forms import ends_as_past, is_base

if TYPE_CHECKING:
    from core.extract.english.looks import Sentence

_PARTICIPLE_LINK = of_class("participle link")
_OF_AGE = of_class("of age")
_LONGEST = 14  # tokens


class Phrase(NamedTuple):
    """A noun phrase over the tokens [first, stop)."""

    first: int
    stop: int


def ending(line: Sentence, stop: int, *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that ends right before token `stop`; `inner` adds what prepositions hang on its noun."""
    low, looks = line.low, line.looks
    k = stop - 1
    while k >= 0 and looks[k] & ADVERB:
        k -= 1
    stop = k + 1
    depth = 0
    while k >= 0 and stop - k <= _LONGEST:
        if not looks[k] & PLAIN:
            word = low[k]
            if word in ("(", ")"):
                depth += 1 if word == ")" else -1
                if depth < 0:
                    break
            elif depth == 0:
                if looks[k] & TAKEN or not _continues(line, k, inner=inner):
                    break
                if word in MEASURE_LINK and is_time_phrase(line, k + 1):
                    stop = k
                elif looks[k] & DETERMINER and low[k - 1] not in MEASURE_LINK:
                    break
        k -= 1
    return _trimmed(line, k + 1, stop)


def beginning(line: Sentence, first: int, *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that begins at token `first`; `inner` adds a phrase of "of", "on", "for" or "in"."""
    low, looks = line.low, line.looks
    furthest = min(len(line.tokens), first + _LONGEST)
    k = first
    crossed = 0
    while k < furthest:
        word, look = low[k], looks[k]
        if look & DETERMINER:
            if k > first and not looks[k - 1] & PREPOSITION:
                break
        elif word in MEASURE_LINK_AHEAD:
            allowed = inner and k > first and crossed <= (word == "of")
            if not allowed or is_time_phrase(line, k + 1) or not _opens_noun(line, k + 1):
                break
            crossed += 1
        elif not look & PLAIN and _ends_before(line, k, first):
            break
        k += 1
    return _trimmed(line, first, k)


def _ends_before(line: Sentence, k: int, first: int) -> bool:
    """Tell whether a noun phrase that began at token `first` ends before token `k`."""
    word, look = line.low[k], line.looks[k]
    if word in ("last", "next") or (word in MEASURE_TIME and k > first and line.tokens[k].text[0].isupper()):
        return True
    if word in MEASURE_JOINING:
        return False
    if not look & ALNUM or (look & FUNCTION and word not in ("most", "more")):
        return True
    return k > first and not look & ENDS_ING and (is_verb(line, k) or word in _OF_AGE)


def complement(line: Sentence, stop: int) -> int:
    """Return where what specifies a counted noun that ends at `stop` ends: "to deepen …", "related to …", "in …"."""
    word = line.low[stop]
    if word == "to" and is_base(line.low[stop + 1]):
        found = beginning(line, stop + 2)
        return found.stop if found else stop
    if ends_as_past(word) and line.low[stop + 1] in _PARTICIPLE_LINK:
        found = beginning(line, stop + 2, inner=False)
        while found and line.low[found.stop] == "and" and _opens_noun(line, found.stop + 1):
            further = beginning(line, found.stop + 1, inner=False)
            if further is None:
                break
            found = further
        return found.stop if found else stop
    if word in MEASURE_LINK_AHEAD and not is_time_phrase(line, stop + 1) and _opens_noun(line, stop + 1):
        found = beginning(line, stop + 1, inner=False)
        return found.stop if found else stop
    return stop


def before_determiners(line: Sentence, k: int) -> int:
    """Return the token in front of the determiners that end at token `k`."""
    while k > 0 and line.looks[k] & DETERMINER:
        k -= 1
    return k


def is_time_phrase(line: Sentence, k: int) -> bool:
    """Tell whether the phrase at token `k` is one of time: "the quarter", "2018", "last year"."""
    for look in line.looks[k : k + 3]:
        if look & TIME:
            return True
        if not look & BEFORE_TIME:
            return False
    return False


def _continues(line: Sentence, k: int, *, inner: bool) -> bool:
    """Tell whether token `k` can belong to a noun phrase that goes on to the right of it."""
    word, look = line.low[k], line.looks[k]
    if word in MEASURE_LINK:
        return inner and k > 0 and (bool(line.looks[k - 1] & ALNUM) or line.low[k - 1] in (")", "%", "”", '"'))
    if word in ("and", "&"):
        return inner and _is_nominal(line, k - 1) and _opens_noun(line, k + 1)
    if look & DETERMINER or word in MEASURE_JOINING:
        return True
    if word == ".":
        return line.glued(k + 1)
    if not look & ALNUM or look & (CONJUNCTION | PRONOUN | PREPOSITION):
        return False
    return not is_verb(line, k)


def _is_nominal(line: Sentence, k: int) -> bool:
    look = line.looks[k]
    return bool(look & PLAIN) or (look & (ALNUM | FUNCTION) == ALNUM and not is_verb(line, k))


def _opens_noun(line: Sentence, k: int) -> bool:
    look = line.looks[k]
    return bool(look & ALNUM) and (bool(look & DETERMINER) or not look & FUNCTION)


def _trimmed(line: Sentence, first: int, stop: int) -> Phrase | None:
    """Return the phrase without function words and marks at its edges, or None where nothing is left."""
    low, looks = line.low, line.looks
    if stop > first + 1 and looks[first - 1] & PREPOSITION and len(low[first]) == 4 and low[first].isdecimal():
        first += 1  # "in 2021 exports"
    while first < stop and looks[first] & (ALNUM | FUNCTION) != ALNUM and low[first] != "$":
        first += 1
    opens = first == 0 or low[first - 1] == "."
    if opens and stop > first + 1 and low[first].isdecimal() and line.tokens[first + 1].text.islower():
        first += 1  # "No. 5 seed Avon State"
    while stop > first and looks[stop - 1] & (ALNUM | FUNCTION) != ALNUM and low[stop - 1] != ")":
        stop -= 1
    if stop <= first or (low[first][0].isdigit() and all(low[k][0].isdigit() for k in range(first, stop))):
        return None
    return Phrase(first, stop)
