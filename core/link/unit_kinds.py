"""Which units measure one kind of thing, and how they convert: 5 miles and 8 kilometers are both lengths."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping


class Scale(NamedTuple):
    """A row of `quantities_units.csv`: a unit, the kind of thing it measures, how many of that kind's base it is."""

    unit: str
    kind: str
    in_base: float


@cache
def _listed() -> Mapping[str, Scale]:
    return {row.unit: row for row in load.table("quantities_units.csv", Scale)}


@cache
def of(unit: str) -> Scale:
    """Return the scale of a unit; one that isn't listed is a kind of its own."""
    listed = _listed().get(unit)
    if listed:
        return listed
    base, _, per = unit.partition(" per ")
    within = _listed().get(base) if per else None
    return Scale(unit, f"{within.kind} per {per}", within.in_base) if within else Scale(unit, unit, 1.0)
