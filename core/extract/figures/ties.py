"""Nouns that a word in front of a figure ties to it: "a deal worth £5m", "the toll at 31", ", the road $3m".

What a price is paid for stands behind instead: "paid $5 for a pump"; a colon gives its heading: "Total price: $52,300".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.looks import (
    ALPHA,
    AUXILIARY,
    CONJUNCTION,
    FUNCTION,
    PREPOSITION,
    RELATIVE,
    TAKEN,
)
from core.extract.english.noun_phrases import before_determiners, beginning, ending
from core.extract.english.verbs import is_verb
from core.extract.figures import change
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.english.noun_phrases import Phrase
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_WORTH = CLASSES["worth"]
_TO_WORTH = CLASSES["between worth"]
_PAYING = CLASSES["paying"]
_GIVING = CLASSES["giving as"]
_AMOUNTS = CLASSES["amount of change"]
_LONGER = _AMOUNTS | CLASSES["growth"]
_BREAKS = frozenset((",", "and", ";", "while"))
_HEADING = 8  # tokens of a heading in front of a colon, and of what is listed with it


def found(line: Line, quantity: Quantity, first: int, last: Quantity | None) -> Phrase | None:
    """Return the noun tied to the quantity whose bound words begin at token `first`."""
    word = line.low[first - 1]
    if word in _WORTH or word in _TO_WORTH:
        return _worth(line, first)
    if word == ":":
        return _headed(line, first)
    if word == "as":
        return _given_as(line, first)
    if line.low[quantity.stop] == "for" and word in _PAYING:
        return _paid_for(line, quantity)
    if line.looks[first - 1] & (ALPHA | FUNCTION | TAKEN) != ALPHA:
        return None
    return _changed_by(line, quantity, first) or _gapped(line, quantity, first, last)


def _worth(line: Line, first: int) -> Phrase | None:
    """Return the noun in front of "worth" or its like: "a deal worth £5m", "claims, ranging from $2 to $4"."""
    k = first - 1
    while k > 0 and line.low[k] in _TO_WORTH and line.low[k - 1] in _WORTH:
        k -= 1
    if line.low[k] not in _WORTH:
        return None
    k -= line.low[k - 1] == ","
    before = line.looks[k - 1]
    if before & (AUXILIARY | RELATIVE | CONJUNCTION) or not before & ALPHA:
        return None
    return ending(line, k, inner=False)


def _changed_by(line: Line, quantity: Quantity, first: int) -> Phrase | None:
    """Return the object of a change that no preposition ties to its figure: "cut the rate half a point"."""
    if quantity.kind not in ("percent", "money") and quantity.unit != "point":
        return None
    if is_verb(line, first - 1):
        return None
    phrase = ending(line, first, inner=False)
    if phrase is None:
        return None
    if line.low[phrase.first - 1] in ("of", "in"):
        phrase = ending(line, first) or phrase  # "cut the cost of fuel 3 percent"
    k = before_determiners(line, phrase.first - 1)
    compared = line.low[quantity.stop] in change.COMPARATIVES  # "pulled the sector 0.7 percent lower"
    return phrase if k >= 0 and (line.low[k] in change.VERBS or compared) and is_verb(line, k) else None


def _given_as(line: Line, first: int) -> Phrase | None:
    """Return what somebody gives as a number: "gave the toll as 31"."""
    phrase = ending(line, first - 1)
    k = before_determiners(line, phrase.first - 1) if phrase else -1
    return phrase if k >= 0 and line.low[k] in _GIVING else None


def _paid_for(line: Line, quantity: Quantity) -> Phrase | None:
    """Return what a sum is paid for: "paid $41,000 for a heat pump"."""
    return beginning(line, quantity.stop + 1, inner=False) if quantity.kind == "money" else None


def _headed(line: Line, first: int) -> Phrase | None:
    """Return the heading of a figure behind a colon: "Total price: $52,300", "(base price: $44,100)"."""
    k = first - 2
    while (
        k >= 0 and first - k < _HEADING and line.looks[k] & ALPHA and not line.looks[k] & (CONJUNCTION | RELATIVE)
    ):
        if is_verb(line, k):
            return None
        k -= 1
    return ending(line, first - 1) if k < 0 or line.low[k] in ("(", ",", ";", ".") else None


def _gapped(line: Line, quantity: Quantity, first: int, last: Quantity | None) -> Phrase | None:
    """Return the noun right in front of a figure whose verb is left out: "the clinic cost $4m, the road $3m"."""
    if last is None or last.kind != quantity.kind:
        return None
    phrase = ending(line, first, inner=False)
    if phrase is None or phrase.first <= last.stop - 1:
        return None
    k = before_determiners(line, phrase.first - 1)
    return phrase if last.stop <= k <= last.stop + 1 and line.low[k] in _BREAKS else None


def own_amount(kind: str, head: str) -> bool:
    """Tell whether a noun of change in front of "of" is what is measured: a loss of money, growth, not a rise."""
    return head in _AMOUNTS and kind == "money" or head in _LONGER and head not in _AMOUNTS


def of_level(line: Line, first: int) -> bool:
    """Tell whether a word ties a figure to its subject as a level, whatever it is a part of: "rose to 98% of GDP"."""
    return line.low[first - 1] in ("to", "at", "from") and not line.looks[first - 2] & PREPOSITION
