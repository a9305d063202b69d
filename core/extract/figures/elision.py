"""Units a sentence leaves out because it has just said them: "70 boats, against 62 before", "12 and not 14"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import NEGATION
from core.extract.english.looks import ALPHA, FUNCTION
from core.extract.english.word_forms import is_plural
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_COMPARING = CLASSES["comparing"]
_LISTED = frozenset(("money", "percent", "dimension"))
_LINKS = frozenset((",", "and", "or"))
_REACHING = frozenset(("to", "at"))
_CLOSE = 100.0  # a figure and the one it is compared with differ by no more than this factor


def fill(line: Line, found: list[Quantity]) -> None:
    """Give bare quantities the unit of an earlier one they continue, or of a later one they are listed with."""
    if len(found) < 2:
        return
    for quantity, following in zip(reversed(found[:-1]), reversed(found), strict=False):
        if quantity.kind == "other" and following.kind in _LISTED and not following.attributive:
            gap = line.low[quantity.stop : following.first]
            if 0 < len(gap) <= 2 and all(word in _LINKS for word in gap):
                quantity.kind, quantity.unit = following.kind, following.unit
    for i, quantity in enumerate(found):
        corrected = i and line.low[quantity.front - 1] in NEGATION  # "twelve stops and not fourteen"
        if i and quantity.kind == "other" and (corrected or quantity.number.form == "digits"):
            giver = _giver(line, found, i)
            if giver is not None:
                quantity.kind, quantity.unit = giver.kind, giver.unit


def _giver(line: Line, found: list[Quantity], i: int) -> Quantity | None:
    link = line.low[found[i].front - 1]
    last = found[i - 1]
    if link in _REACHING:
        return next((q for q in found[max(0, i - 4) : i] if q.unit == "point"), None)
    behind = line.looks[found[i].stop]
    things = last.unit is not None and is_plural(last.unit)  # "10 people were hurt and 50 fled"
    told = behind & (ALPHA | FUNCTION) == ALPHA and not things  # "2 missing and 3 hurt": not 3 missing
    if link in _COMPARING or link in NEGATION or (link == "and" and last.kind == "count" and not told):
        return last if _comparable(last, found[i]) else None
    return None


def _comparable(giver: Quantity, taker: Quantity) -> bool:
    if giver.unit is None or giver.kind == "ordinal" or not giver.value or not taker.value:
        return False
    return 1 / _CLOSE < abs(giver.value / taker.value) < _CLOSE
