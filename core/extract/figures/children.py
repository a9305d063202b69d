"""The children counted in "a mother of three", "a father-of-two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

UNIT = "children"
_PARENTS = CLASSES["parent"]
_MOST = 30


def counted(line: Line, quantity: Quantity) -> bool:
    """Tell whether a bare number counts the children of the parent in front of it."""
    if quantity.kind != "other" or quantity.value % 1 or not 0 < quantity.value <= _MOST:
        return False
    before = [word for word in line.low[max(0, quantity.first - 4) : quantity.first] if word != "-"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _PARENTS
