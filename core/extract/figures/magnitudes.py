"""How strong a quake was: "a magnitude 6.1 quake", "the earthquake, measuring 6.1", "rated as 6.1 in magnitude"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.looks import ADVERB, DETERMINER, PREPOSITION
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.measure import Measure

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

UNIT = "magnitude"
_QUAKES, _MEASURING, _SCALES = CLASSES["quake"], CLASSES["measuring a quake"], CLASSES["scale of quakes"]
_STRONGEST = 10.0
_JOINTS = CLASSES["beside a magnitude"]
_REACH = 4  # tokens between a number and the word that tells what it is


def find(line: Line, quantity: Quantity) -> Measure | None:
    """Return the word that says that a bare number is a magnitude, the quake itself where none does; else None."""
    bare = quantity.kind == "other" or (quantity.kind == "count" and _counts_magnitude(quantity))
    if not bare or quantity.value > _STRONGEST or quantity.number.form != "digits":
        return None
    said = _said(line, quantity)
    if said is not None:
        return Measure(said, said + 1)
    quake = _quake(line, quantity)
    return None if quake is None else Measure(quake, quake + 1, aspect=UNIT)


def _counts_magnitude(quantity: Quantity) -> bool:
    return quantity.counted is not None and UNIT in (word.lower() for word in quantity.counted.words)


def _said(line: Line, quantity: Quantity) -> int | None:
    """Return the token "magnitude" beside a number."""
    low = line.low
    for k in range(quantity.number.stop, min(quantity.number.stop + _REACH, len(low))):
        if low[k] == UNIT:
            return k
        if low[k] not in _JOINTS:
            break
    for k in range(quantity.front - 1, max(-1, quantity.front - 1 - _REACH), -1):
        if low[k] == UNIT:
            return k
        if low[k] not in _JOINTS:
            break
    return None


def _quake(line: Line, quantity: Quantity) -> int | None:
    """Return the quake that a number measures: behind it, or in front of the verb that says so."""
    low, looks = line.low, line.looks
    if low[quantity.stop] in _QUAKES and quantity.value % 1:
        return quantity.stop
    k = quantity.front - 1
    measured = low[k] in _MEASURING
    scaled = not _SCALES.isdisjoint(low[quantity.stop : quantity.stop + _REACH])
    if not measured and not scaled:
        return None
    for j in range(k - 1, max(-1, k - 1 - _REACH), -1):
        if low[j] in _QUAKES:
            return j
        if low[j] not in (",", "which", "has") and not looks[j] & (ADVERB | DETERMINER | PREPOSITION):
            return None
    return None
