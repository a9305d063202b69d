"""Learn the weights of the linker's evidence from pairs of figures that are known to tell one quantity or two."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from core.lexicon import load
from core.link.quantities import candidates, mention, pair_evidence
from core.link.quantities.judgement import Judgement, Row, Weights

SHRINK = 2e-4  # of the sum of the squared weights of standardised evidence
OUTSIDE = 0.7  # the weight of a pair with one known figure: the other may be one that the set overlooks
ONE_ARTICLE = 0.5  # the weight of a pair in one article
APART = 5.0  # the weight of a pair that somebody looked at and found to be two
_LEAST = 1e-3  # weights below are none
_BOUNDS = {"for": (0, None), "against": (None, 0), "either": (None, None)}
_MODELS = (("equal", True), ("different", False))

Floats = NDArray[np.float64]


class Pairs(NamedTuple):
    """The pairs of one wall that something is known of: evidence, whether they are one, how much they count."""

    evidence: pair_evidence.Evidence
    known: NDArray[np.bool_]
    same: NDArray[np.bool_]
    weight: Floats


def pairs(
    rows: Sequence[Mapping[str, Any]],
    quantity: Mapping[tuple[str, int], int],
    apart: Collection[frozenset[tuple[str, int]]] = (),
) -> Pairs:
    """Return the pairs of a wall's figures.

    `quantity` tells which figures are known to tell which quantity, `apart` which two are known to tell two. Walls
    count by the root of their pairs: one event of many articles is no law.
    """
    mentions = [mention.read(row) for row in rows]
    first, second = candidates.pairs(mentions)
    found = pair_evidence.weigh(mentions, first, second)
    numbers = np.array([quantity.get((each.key, each.number), -1) for each in mentions])
    one, other = numbers[first], numbers[second]
    weight = np.where((one < 0) != (other < 0), OUTSIDE, 1.0)
    weight[found.columns["same article"] > 0] = ONE_ARTICLE
    same, two = (one >= 0) & (one == other), _two(mentions, first, second, apart)
    weight[two & ~same] = APART
    known = (one >= 0) | (other >= 0) | two
    return Pairs(found, known, same, weight / math.sqrt(max(1, known.sum())))


def _two(
    mentions: Sequence[mention.Mention],
    first: candidates.Indices,
    second: candidates.Indices,
    apart: Collection[frozenset[tuple[str, int]]],
) -> NDArray[np.bool_]:
    places = [(each.key, each.number) for each in mentions]
    sides = zip(first.tolist(), second.tolist(), strict=True)
    return np.array([frozenset((places[one], places[other])) in apart for one, other in sides], dtype=bool)


def learn(walls: Sequence[Pairs], enough: float) -> Judgement:
    """Return the weights that fit the pairs best, each with the sign its evidence may have."""
    rows = [row for row in load.table("quantities_evidence.csv", Row) if row.evidence not in ("base", "enough")]
    models = []
    for of, meet in _MODELS:
        own = [row for row in rows if row.of in ("both", of)]
        chosen = [pairs.known & (pairs.evidence.meet == meet) for pairs in walls]
        columns = np.vstack(
            [
                np.column_stack([pairs.evidence.columns[row.evidence][those] for row in own])
                for pairs, those in zip(walls, chosen, strict=True)
            ]
        )
        same = np.concatenate([pairs.same[those] for pairs, those in zip(walls, chosen, strict=True)])
        weight = np.concatenate([pairs.weight[those] for pairs, those in zip(walls, chosen, strict=True)])
        weights, base = _fit(columns, same, weight, [_BOUNDS[row.says] for row in own])
        models.append(
            Weights(
                round(base, 3),
                {
                    row.evidence: round(float(value), 3)
                    for row, value in zip(own, weights, strict=True)
                    if abs(value) > _LEAST
                },
            )
        )
    return Judgement(models[0], models[1], enough)


def _fit(
    columns: Floats, same: NDArray[np.bool_], weight: Floats, bounds: Sequence[tuple[float | None, float | None]]
) -> tuple[Floats, float]:
    """Return weights and base of a logistic model under bounds, by L-BFGS-B on standardised columns."""
    spread = columns.std(axis=0)
    spread[spread == 0] = 1
    scaled, part = columns / spread, weight / weight.sum()

    def loss(guess: Floats) -> tuple[float, Floats]:
        odds = scaled @ guess[:-1] + guess[-1]
        error = part * (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - same)
        value = float(np.sum(part * (np.logaddexp(0, odds) - same * odds)) + SHRINK * np.sum(guess[:-1] ** 2))
        return value, np.append(scaled.T @ error + 2 * SHRINK * guess[:-1], error.sum())

    found = minimize(
        loss, np.zeros(columns.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]
    )
    return found.x[:-1] / spread, float(found.x[-1])
