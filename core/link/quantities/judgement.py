"""What the evidence comes to: the log-odds that two mentions tell one quantity.

A logistic model each for pairs whose values may be the same and for those whose values can't. Weights are data, learnt
with the sign that the evidence can have, so that nothing that speaks for a pair may count against it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from core.link.quantities.pair_evidence import Evidence

LEAST, MOST = -3.0, 4.0  # log-odds of one pair beyond which it counts no more among others
APART = -8.0  # of a pair that must stay apart: one misread figure doesn't keep two groups of many apart

Model = Literal["equal", "different"]


class Row(NamedTuple):
    """A row of `quantities_evidence.csv`."""

    evidence: str
    says: str  # for, against, either
    of: str  # both, equal, different: the models it belongs to
    equal: float
    different: float
    meaning: str


class Weights(NamedTuple):
    """Weights of a model by evidence, and the log-odds before anything is known."""

    base: float
    of: Mapping[str, float]


class Judgement(NamedTuple):
    """The two models, and the mean of log-odds from which groups are one; of pairs of the second, `more` is asked."""

    equal: Weights
    different: Weights
    enough: float
    more: float = 0.0


@cache
def shipped() -> Judgement:
    """Return the judgement the project ships."""
    rows = load.table("quantities_evidence.csv", Row)
    by_name = {row.evidence: row for row in rows}
    base, enough = by_name["base"], by_name["enough"]
    pieces = [row for row in rows if row not in (base, enough)]
    return Judgement(
        Weights(base.equal, {row.evidence: row.equal for row in pieces if row.equal}),
        Weights(base.different, {row.evidence: row.different for row in pieces if row.different}),
        enough.equal,
        enough.different - enough.equal,
    )


def odds(evidence: Evidence, judgement: Judgement) -> NDArray[np.float64]:
    """Return the log-odds of each pair, from LEAST to MOST."""
    found = [
        weights.base + sum((weight * evidence.columns[name] for name, weight in weights.of.items()), np.zeros(1))
        for weights in (judgement.equal, judgement.different)
    ]
    return np.clip(np.where(evidence.meet, found[0], found[1] - judgement.more), LEAST, MOST)
