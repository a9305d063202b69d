"""Sums offered, paid or asked as a fine for something, whatever the words: "offered $5m for X", "to buy X for $5m".

Verb and noun of one deed make one measure, "offer for X"; its owner is who offers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import BE
from core.extract.english.looks import ADVERB, DETERMINER, ENDS_LY, PREPOSITION, TAKEN
from core.extract.english.noun_phrases import Phrase, beginning, ending
from core.extract.english.subjects import subject
from core.extract.english.verbs import is_verb
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.measure import Measure
from core.extract.figures.predicate_words import Predicate

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_OFFERING, _BIDDING = CLASSES["offering"], CLASSES["bidding"]
_BUYING, _FINING = CLASSES["buying"], CLASSES["fining"]
_SETTLING = CLASSES["settling"]
_REACH = 8  # tokens of what is bought


class Deal(NamedTuple):
    """The measure of a sum, what is done with it, and who does it, where the text says."""

    measure: Measure
    told: Predicate
    owner: Phrase | None


def find(line: Line, quantity: Quantity) -> Deal | None:
    """Return the deal that a sum is told of; None where it is none."""
    if quantity.kind != "money" or quantity.attributive:
        return None
    return _behind(line, quantity) or _before(line, quantity) or _fined(line, quantity)


def _behind(line: Line, quantity: Quantity) -> Deal | None:
    """Read "offered $5m for X"."""
    k = quantity.front - 1
    verb = line.low[k]
    if verb not in _OFFERING or line.low[quantity.stop] != "for":
        return None
    if not is_verb(line, k) and (
        verb not in _BIDDING or line.looks[k - 1] & DETERMINER or line.low[k - 1] == "'s"
    ):
        return None
    found = beginning(line, quantity.stop + 1, inner=False)
    if found is None:
        return None
    told = Predicate("offered", k, k + 1, people=False)
    whose = subject(line, quantity.front) or ending(line, k, inner=False)
    return Deal(Measure(*found, aspect=_offer(verb)), told, whose)


def _before(line: Line, quantity: Quantity) -> Deal | None:
    """Read "agreed to buy X for $5m", "settled the suit for $5m"; who "bought X for $5m" offers nothing any more."""
    if line.low[quantity.front - 1] != "for":
        return None
    end = quantity.front - 1
    for k in range(end - 1, max(-1, end - 1 - _REACH), -1):
        word = line.low[k]
        if line.looks[k] & TAKEN or word in (",", ";", ":"):
            return None
        if word in _BUYING | _SETTLING and is_verb(line, k):
            break
    else:
        return None
    first = k + 1
    while first < end and line.looks[first] & DETERMINER:
        first += 1
    if first >= end or line.looks[first] & PREPOSITION:
        return None
    noun, name = ("settlement of", "paid") if word in _SETTLING else ("offer for", "offered")
    return Deal(Measure(first, end, aspect=noun), Predicate(name, k, k + 1, people=False), subject(line, k))


def _fined(line: Line, quantity: Quantity) -> Deal | None:
    """Read "fined Corvex $5m", "Corvex was fined $5m"."""
    low, looks = line.low, line.looks
    k = quantity.front - 1
    while k > 0 and looks[k] & (ADVERB | ENDS_LY):
        k -= 1
    if low[k] in _FINING and low[k - 1] in BE:
        fined = subject(line, k)
        return fined and Deal(Measure(*fined, aspect="fine for"), Predicate("fined", k, k + 1, people=False), None)
    found = ending(line, quantity.front)
    if found is None or found.stop != quantity.front:
        return None
    j = found.first - 1
    while j > 0 and looks[j] & DETERMINER:
        j -= 1
    if low[j] not in _FINING or low[j - 1] in BE:
        return None
    return Deal(Measure(*found, aspect="fine for"), Predicate("fined", j, j + 1, people=False), subject(line, j))


def _offer(verb: str) -> str:
    """Return the noun of a verb that offers, with what joins it to what is offered for."""
    return "bid for" if verb in _BIDDING else "offer for"
