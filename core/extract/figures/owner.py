"""Whose or where what a figure measures is: "Norland" in "Norland's exports", "exports of Norland", "in Norland"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.looks import DETERMINER, PRONOUN, TAKEN
from core.extract.english.noun_phrases import Phrase, beginning, ending, is_time_phrase
from core.extract.english.subjects import subject
from core.extract.english.verbs import is_verb
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.measure import Measure
    from core.extract.figures.predicate_words import Predicate
    from core.extract.figures.quantities import Quantity

_PLACING = CLASSES["placing preposition"]
_POSSESSIVE = frozenset(("'s", "'"))
_REACH = 8  # tokens behind a figure's noun or verb in which its place is told
_LONGEST = 5  # tokens of an owner


def find(line: Line, quantity: Quantity, label: Measure | None, told: Predicate | None) -> Phrase | None:
    """Return the phrase that names whose or where it is, without determiners; None where the text doesn't say."""
    found = (_in_label(line, label) if label else None) or _behind(line, quantity, told)
    if found is None and quantity.kind == "money" and told:
        found = subject(line, quantity.front)
        if found and label and found.first < label.stop and label.first < found.stop:
            found = None
    if found is None and label and label.holder and quantity.kind == "count" and told is None:
        found = label.holder
    return trimmed(line, found) if found else None


def _in_label(line: Line, label: Measure) -> Phrase | None:
    """Return the owner that the measure itself names: a possessive, a phrase behind its head, a name in front."""
    low, looks = line.low, line.looks
    for k in range(label.first + 1, label.stop):
        if low[k] in _POSSESSIVE:
            return ending(line, k)
    if low[label.first - 1] in _POSSESSIVE and not looks[label.first - 2] & PRONOUN:
        return ending(line, label.first - 1)
    for k in range(label.first + 1, label.stop - 1):
        if low[k] in _PLACING:
            return beginning(line, k + 1, inner=False)
    if (
        low[label.stop] in _PLACING
        and not looks[label.stop + 1] & TAKEN
        and not is_time_phrase(line, label.stop + 1)
    ):
        return beginning(line, label.stop + 1, inner=False)
    named = label.first
    while named < label.stop - 1 and _is_name(line, named):
        named += 1
    return Phrase(label.first, named) if named > label.first else None


def _is_name(line: Line, k: int) -> bool:
    text = line.tokens[k].text
    return text[0].isupper() and (k > 0 or len(text) > 1 and text.isupper())


def _behind(line: Line, quantity: Quantity, told: Predicate | None) -> Phrase | None:
    """Return what a preposition of place behind a figure, or behind what is said of it, names."""
    low, looks = line.low, line.looks
    k = quantity.stop
    if told and k <= told.first < k + _REACH:
        k = told.stop
    for j in range(k, min(k + _REACH, len(line.tokens))):
        word = low[j]
        if word in _PLACING:
            if is_time_phrase(line, j + 1) or looks[j + 1] & TAKEN:
                continue
            return beginning(line, j + 1, inner=False)
        if word in (";", ",", ".", ":") or looks[j] & TAKEN or (j > k and is_verb(line, j)):
            return None
    return None


def trimmed(line: Line, found: Phrase) -> Phrase | None:
    """Return an owner without determiners and marks, not too long; None where it holds a figure or a pronoun."""
    first, stop = found
    while first < stop and (line.looks[first] & DETERMINER or line.low[first] in _POSSESSIVE):
        first += 1
    stop = min(stop, first + _LONGEST)
    while stop > first and line.low[stop - 1] in _POSSESSIVE:
        stop -= 1
    if stop <= first or any(line.looks[k] & (TAKEN | PRONOUN) for k in range(first, stop)):
        return None
    return Phrase(first, stop)
