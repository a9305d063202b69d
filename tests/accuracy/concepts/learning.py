"""Learn the weights of the evidence from pairs of heads that are known to name one thing or two."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from core.lexicon import load
from core.link.concepts import alike
from core.link.concepts.weights import Judgement, Row
from tests.accuracy.concepts.sets import Event

SHRINK = 3e-6  # of the sum of the squared weights of standardised evidence
OUTSIDE = 0.4  # the weight of a pair with one known head: the other may be one that the set overlooks
ONCE = 0.3  # the weight of a pair that stands in one article only
FORGOTTEN = 0.5  # of the lexicon's fields that are taken away from half of the pairs, lest all rest on them
_LEAST = 1e-3  # weights below are none
_BOUNDS = {"for": (0, None), "against": (None, 0), "either": (None, None)}

Floats = NDArray[np.float64]


class Pairs(NamedTuple):
    """The pairs of an event of which something is known: evidence, how much they are one, how much they count."""

    columns: Floats
    same: Floats
    weight: Floats


def evidence() -> list[Row]:
    """Return the rows of the table of evidence that are learnt."""
    return [row for row in load.table("concepts_evidence.csv", Row) if row.evidence not in ("base", "enough")]


def pairs(event: Event, *, forgetting: bool = False) -> Pairs:
    """Return the pairs of an event's heads; `forgetting` without half of the lexicon's fields."""
    told = alike.Told(event.readings, event.heads)
    tables = dict(alike.weigh(told, forgotten(event.name) if forgetting else None))
    first, second = np.triu_indices(len(event.heads.listed), 1)
    columns = np.column_stack([tables[row.evidence][first, second] for row in evidence()])
    concept, share = _known(event)
    one, other = concept[first], concept[second]
    both, either = (one >= 0) & (other >= 0), (one >= 0) | (other >= 0)
    same = np.where(both & (one == other), share[first] * share[second], 0.0)
    weight = np.where(both, 1.0, np.where(either, OUTSIDE, 0.0))
    weight *= np.sqrt(np.log1p(told.counts[first]) * np.log1p(told.counts[second]))
    weight[(told.articles[first] < 2) & (told.articles[second] < 2)] *= ONCE
    weight[told.names[first] | told.names[second]] = 0.0
    kept = weight > 0
    return Pairs(columns[kept], same[kept], weight[kept])


def forgotten(seed: str) -> frozenset[str]:
    """Return half of the lexicon's fields, drawn by a seed."""
    fields = sorted(load.classes("concepts_fields.txt"))
    return frozenset(random.Random(seed).sample(fields, int(FORGOTTEN * len(fields))))


def _known(event: Event) -> tuple[NDArray[np.int64], Floats]:
    """Return for each head the concept that most of its known namings name, -1 for none, and the share that does."""
    concept, share = [], []
    for head in event.heads.listed:
        counts = Counter(event.gold[place] for place in head.places if place in event.gold)
        most, times = counts.most_common(1)[0] if counts else (-1, 0)
        concept.append(most)
        share.append(times / len(head.places))
    return np.array(concept), np.array(share)


def learn(events: Sequence[Pairs], enough: float) -> Judgement:
    """Return the weights that fit the pairs best, each with the sign its evidence may have."""
    columns = np.vstack([those.columns for those in events])
    same = np.concatenate([those.same for those in events])
    part = np.concatenate([those.weight for those in events])
    part /= part.sum()
    spread = columns.std(axis=0)
    spread[spread == 0] = 1
    scaled = columns / spread

    def loss(guess: Floats) -> tuple[float, Floats]:
        odds = scaled @ guess[:-1] + guess[-1]
        error = part * (1 / (1 + np.exp(-np.clip(odds, -30, 30))) - same)
        value = float(np.sum(part * (np.logaddexp(0, odds) - same * odds)) + SHRINK * np.sum(guess[:-1] ** 2))
        return value, np.append(scaled.T @ error + 2 * SHRINK * guess[:-1], error.sum())

    rows = evidence()
    bounds = [*(_BOUNDS[row.says] for row in rows), (None, None)]
    found = minimize(loss, np.zeros(len(rows) + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    weights: Mapping[str, float] = {
        row.evidence: round(float(value), 3)
        for row, value in zip(rows, found.x[:-1] / spread, strict=True)
        if abs(value) > _LEAST
    }
    return Judgement(weights, round(float(found.x[-1]), 3), enough)
