"""Whose age a figure behind "aged" is: "two women aged 31 and 35", "died in her sleep aged 91"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.looks import PLURAL, PREPOSITION, TAKEN
from core.extract.english.noun_phrases import Phrase, ending
from core.extract.english.subjects import subject
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_AGED, _BETWEEN_AGES = CLASSES["aged"], CLASSES["between ages"]
_PEOPLE, _DYING = CLASSES["bearer of age"], CLASSES["dying"]
_REACH = 8  # tokens between a death and the age at it


def aged(line: Line, front: int) -> int | None:
    """Return the token "aged" of the ages that the figure at token `front` is among: "aged 19, 22 and 27"."""
    k = front - 1
    while k >= 0 and (line.looks[k] & TAKEN or line.low[k] in _BETWEEN_AGES):
        k -= 1
    return k if k >= 0 and line.low[k] in _AGED else None


def bearer(line: Line, k: int) -> Phrase | None:
    """Return whose age token `k`, "aged", tells: the people in front of it, else the subject of the clause."""
    stop = k - (line.low[k - 1] == ",")
    if stop <= 0:
        return None
    for inner in (True, False):
        found = ending(line, stop, inner=inner)
        if found is not None and _may_have_age(line, found):
            return found
    return subject(line, k)


def _may_have_age(line: Line, found: Phrase) -> bool:
    """Tell people from what somebody did or where they were at an age: not "wrote a letter aged 15"."""
    low, looks = line.low, line.looks
    before = low[max(0, found.first - _REACH) : found.first]
    if not _DYING.isdisjoint(before) and "," not in before:
        return False  # "died of injuries aged 30"
    head = next((j for j in range(found.first, found.stop) if looks[j] & PREPOSITION), found.stop) - 1
    if head < found.first:
        return False
    if low[head] in _PEOPLE or looks[head] & PLURAL:
        return True
    named = line.tokens[head].text[0].isupper() and head > 0
    return named and not looks[found.first - 1] & PREPOSITION  # not "joined in Harle aged 15"
