"""Which side of what is measured a figure tells: its level, its change, a share, a rate, a rank, a duration, an age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures import units
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.measure import Measure
    from core.extract.figures.quantities import Quantity
    from core.model import Aspect, Change, Move

_AGED = CLASSES["aged"] | {"old", "olds", "age"}
_RATES = CLASSES["rate of something"]
_SHARES = CLASSES["share of something"]


def find(
    line: Line,
    quantity: Quantity,
    label: Measure | None,
    direction: Change | None,
    move: Move | None,
    *,
    partial: bool,
) -> Aspect | None:
    """Return the aspect of a quantity; None where nothing says what it measures."""
    if quantity.kind == "ordinal":
        return "rank"
    if units.is_time(quantity.unit):
        return "age" if _is_age(line, quantity) else "duration"
    if move == "by" or (direction and move is None):
        return "change"
    if not (quantity.kind == "percent" and partial) and _is_rate(line, quantity, label):
        return "rate"
    if (
        partial
        and quantity.kind == "percent"
        or quantity.number.form in ("fraction", "share")
        or (label and line.low[label.stop - 1] in _SHARES)
    ):
        return "share"
    return "level" if label or quantity.counted else None


def _is_rate(line: Line, quantity: Quantity, label: Measure | None) -> bool:
    if " per " in (quantity.unit or ""):
        return True
    return (
        quantity.kind == "percent"
        and label is not None
        and not _RATES.isdisjoint(line.low[label.first : label.stop])
    )


def _is_age(line: Line, quantity: Quantity) -> bool:
    """Tell whether years are somebody's age: "aged 18", "Ann Lee, 42,", "a four-year-old"."""
    if quantity.stop == quantity.number.stop or not _AGED.isdisjoint(
        line.low[quantity.first - 2 : quantity.first]
    ):
        return quantity.unit == "year"
    return line.low[quantity.stop - 1] in _AGED or line.low[quantity.stop] in _AGED
