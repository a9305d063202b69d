"""Units a sentence leaves out because it has just said them: "70 boats, against 62 before", "12 and not 14"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import DETERMINER, NEGATION
from core.extract.english.looks import ALPHA, FUNCTION
from core.extract.english.word_forms import is_plural
from core.extract.figures import change, counted, rates
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_COMPARING = CLASSES["comparing"]
_LISTED = frozenset(("money", "percent", "dimension"))
_HUNG = frozenset((",", "and", "or", "to"))
_OF_THE = ("of", "the")
_OF_THEM = ["of", "them"]
_OTHERS = CLASSES["pointing to another"]
_AGED = CLASSES["aged"]
_SHARED = frozenset(("money", "dimension"))
_LINKS = frozenset((",", "and", "or"))
_REACHING = frozenset(("to", "at"))
_CLOSE = 100.0  # a figure and the one it is compared with differ by no more than this factor


def fill(line: Line, found: list[Quantity]) -> None:
    """Give bare quantities the unit of an earlier one they continue, or of a later one they are listed with."""
    if len(found) < 2:
        return
    listing = False  # whether what follows is the second last or an earlier one of a list: "3, | 4 and 5 percent"
    for quantity, following in zip(reversed(found[:-1]), reversed(found), strict=False):
        if quantity.kind == "other" and following.unit and _is_suspended(line, quantity, following):
            quantity.kind, quantity.unit, quantity.attributive = following.kind, following.unit, True
            quantity.stop += 1
        elif quantity.kind == "other" and following.kind in _LISTED and not following.attributive:
            gap = line.low[quantity.stop : following.first]
            listed = 0 < len(gap) <= 2 and all(word in _LINKS for word in gap) and (gap != [","] or listing)
            listing = listed
            if listed or following.arrived:  # "rose by 0.25 to 3.5 percent"
                quantity.kind, quantity.unit = following.kind, following.unit
        else:
            listing = False
    for i, quantity in enumerate(found):
        _take_from_neighbours(line, found, i)
        corrected = i and line.low[quantity.front - 1] in NEGATION  # "twelve stops and not fourteen"
        if i and quantity.arrived and quantity.kind == "other" and found[i - 1].kind in _SHARED:
            quantity.kind, quantity.unit = found[i - 1].kind, found[i - 1].unit  # "gained $3 to 45"
        elif i and quantity.kind == "other" and (corrected or quantity.number.form == "digits"):
            giver = _giver(line, found, i)
            if giver is not None:
                quantity.kind, quantity.unit = giver.kind, giver.unit


def _take_from_neighbours(line: Line, found: list[Quantity], i: int) -> None:
    """Give a quantity the unit of its whole, of those with one "aged", or the rate that both of a pair are told per."""
    quantity, low = found[i], line.low
    following = found[i + 1] if i + 1 < len(found) else None
    if quantity.kind == "other" and following is not None and following.unit is not None:
        behind = low[quantity.stop : following.first]
        if len(behind) == len(_OF_THE) and behind[0] == "of" and behind[1] in DETERMINER:
            noun = (
                counted.after(line, following.stop, quantity.value)
                if line.low[following.number.stop] == "-"
                else None
            )
            quantity.kind = "count" if noun else following.kind
            quantity.unit = " ".join(noun.words) if noun else following.unit  # "five of the three-ton ships"
    last = found[i - 1] if i else None
    if last is None:
        return
    if quantity.kind in ("other", "count") and last.unit == "year" and quantity.counted is None:
        if _is_aged_too(line, found, i):
            quantity.kind, quantity.unit = "dimension", "year"
    if quantity.kind == "other" and last.kind == "count" and low[quantity.stop : quantity.stop + 2] == _OF_THEM:
        quantity.kind, quantity.unit = "count", last.unit
    if low[last.stop] == "(" and quantity.first == last.stop + 1 and low[quantity.stop] == ")":
        rate = rates.after(line, quantity.stop + 1) if low[quantity.stop + 1] in rates.STARTS else None
        if rate and last.unit and quantity.unit and " per " not in last.unit:
            last.unit, quantity.unit = f"{last.unit} per {rate.name}", f"{quantity.unit} per {rate.name}"


def _is_aged_too(line: Line, found: list[Quantity], i: int) -> bool:
    """Tell whether a quantity is listed with others behind one "aged": "aged 19, 22 and 27"."""
    while (
        i
        and found[i - 1].unit == "year"
        and all(w in _LINKS for w in line.low[found[i - 1].stop : found[i].first])
    ):
        i -= 1
        if line.low[found[i].front - 1] in _AGED:
            return True
    return False


def _is_suspended(line: Line, quantity: Quantity, following: Quantity) -> bool:
    """Tell whether a hyphen leaves the unit to the next number: "a 9- or 11-inch screen"."""
    k = quantity.stop
    hung = line.low[k] == "-" and line.glued(k) and (not line.glued(k + 1) or line.low[k + 1] == ",")
    return hung and all(word in _HUNG for word in line.low[k + 1 : following.first])


def _giver(line: Line, found: list[Quantity], i: int) -> Quantity | None:
    link = line.low[found[i].front - 1]
    last = found[i - 1]
    if link == "by" and last.kind in ("percent", "money") and change.VERBS.get(line.low[found[i].front - 2]):
        return (
            last if _comparable(last, found[i]) else None
        )  # "grew 4 percent in spring and shrank by 1 in autumn"
    if (
        link in _OTHERS
        and last.kind in ("percent", "money", "dimension")
        and not line.looks[found[i].stop] & ALPHA
    ):
        return last if _comparable(last, found[i]) else None  # "91 cents and the lowest 73"
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
