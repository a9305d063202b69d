"""Whether a figure tells only a part: "60% of revenue", "11 of the dead were sailors", "another four people died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.predicate_words import Predicate
    from core.extract.figures.quantities import Quantity

_LINKS = frozenset(("of", "off"))
_FURTHER, _OTHER = CLASSES["further"], CLASSES["other"]


def find(line: Line, quantity: Quantity, told: Predicate | None, before: Predicate | None) -> bool:
    """Tell whether a quantity is a part of what follows or counts beside what was counted before it.

    `before` is what is done to the last quantity in front of it.
    """
    if line.low[quantity.stop] in _LINKS:
        return True
    if quantity.kind not in ("count", "other") or quantity.number.form == "vague":
        return False
    return _of_known(line, quantity, told) or _further(line, quantity, told, before)


def _of_known(line: Line, quantity: Quantity, told: Predicate | None) -> bool:
    """Tell whether it is some of those spoken of, of whom nothing else is counted: not "17 of the ships are held"."""
    k = quantity.number.stop
    return line.low[k] == "of" and k < quantity.stop and (told is None or told.first < quantity.stop)


def _further(line: Line, quantity: Quantity, told: Predicate | None, before: Predicate | None) -> bool:
    """Tell whether it comes on top of others to whom the same was done: not "killed 12 and wounded another 30"."""
    if told is None or before is None or before.name != told.name:
        return False
    opening = line.low[max(0, quantity.first - 2) : quantity.number.first]
    return not _FURTHER.isdisjoint(opening) or not _OTHER.isdisjoint(
        line.low[quantity.number.stop : quantity.number.stop + 2]
    )
