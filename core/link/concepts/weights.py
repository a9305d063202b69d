"""What the evidence comes to: the log-odds that two heads name one thing, by a logistic model with weights in data.

Weights are learnt with the sign that the evidence can have, so that nothing that speaks for a pair may count against
it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.link.concepts.alike import Floats

LEAST, MOST = -6.0, 3.0  # log-odds of one pair beyond which it counts no more among others


class Row(NamedTuple):
    """A row of `concepts_evidence.csv`."""

    evidence: str
    says: str  # for, against, either
    weight: float
    meaning: str


class Judgement(NamedTuple):
    """The weights by evidence, the log-odds before anything is known, and the least mean that joins."""

    of: Mapping[str, float]
    base: float
    enough: float


@cache
def shipped() -> Judgement:
    """Return the judgement the project ships."""
    weights = {row.evidence: row.weight for row in load.table("concepts_evidence.csv", Row)}
    base, enough = weights.pop("base"), weights.pop("enough")
    return Judgement({name: weight for name, weight in weights.items() if weight}, base, enough)


def odds(evidence: Mapping[str, Floats], judgement: Judgement) -> Floats:
    """Return the log-odds of each pair, from LEAST to MOST."""
    found: Floats = sum((weight * evidence[name] for name, weight in judgement.of.items()), np.zeros(1))
    clipped: Floats = np.clip(found + judgement.base, LEAST, MOST)
    return clipped
