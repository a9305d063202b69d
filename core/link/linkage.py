"""Groups of like articles, by average linkage (UPGMA; Sokal & Michener 1958).

How like two groups are is the mean over their pairs of articles. It is known without looking at the pairs: the mean
cosine is the product of the groups' summed vectors. So a group needs only few neighbours, and the work grows with the
number of articles, however many are like one another.

Two groups join while that mean reaches a threshold and isn't far below the mean inside the looser of them (relative
closeness; Karypis, Han & Kumar 1999, "Chameleon"), which keeps apart two like events, such as two earthquakes in one
country.
"""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy import sparse

    from core.link.likeness import Damping, Near

    Indices = NDArray[np.int64]
    Values = NDArray[np.float64]

# Small groups can't tell how close they are: to the pairs of each, some at the threshold are added.
PRIOR_PAIRS = 3

KEPT = 100  # neighbours of a group, the nearest
_LONG = 3650  # days apart after which more make no difference


class Rule(NamedTuple):
    """When groups join: the mean likeness needed, and what part of that inside the looser group."""

    threshold: float
    closeness: float


class Articles(NamedTuple):
    """What is known of the articles that are grouped: vectors, days (NaN if unknown), walls.

    Articles of two walls never share a group; one without a wall (None) may join any.
    """

    vectors: sparse.csr_array
    days: Values
    walls: Sequence[str | None]


class _Sum(NamedTuple):
    """The summed vector of a group: its columns, in no order, and their values."""

    columns: Indices
    values: Values


class _Groups:
    """Groups that grow by merging: members, likeness inside each, sums of the likeness between them."""

    def __init__(self, articles: Articles, near: Near, damping: Damping, rule: Rule) -> None:
        count = len(articles.days)
        vectors = articles.vectors
        self.members = [[index] for index in range(count)]
        self._walls = list(articles.walls)
        self._rule = rule
        self._within = [0.0] * count
        self._sums = [
            _Sum(vectors.indices[start:end].astype(np.int64), vectors.data[start:end])
            for start, end in zip(vectors.indptr[:-1].tolist(), vectors.indptr[1:].tolist(), strict=True)
        ]
        self._days = [Counter() if np.isnan(day) else Counter([int(day)]) for day in articles.days]
        self._factors = damping.factor(np.arange(_LONG + 1, dtype=np.float64))
        self._spread = np.zeros(vectors.shape[1])
        self._between: list[dict[int, float]] = [{} for _ in range(count)]
        for one, other, likeness in zip(
            near.ones.tolist(), near.others.tolist(), near.likeness.tolist(), strict=True
        ):
            if not self._walled(one, other):
                self._between[one][other] = self._between[other][one] = likeness

    def best(self, group: int) -> tuple[float, int, int] | None:
        """Return (minus the mean likeness, group, other) of the nearest group that it may join, or None.

        The smaller index wins a tie, and comes first.
        """
        size = len(self.members[group])
        needed = self._needed(group)
        found: tuple[float, int, int] | None = None
        for other, total in self._between[group].items():
            mean = total / (size * len(self.members[other]))
            if (
                mean >= self._rule.threshold
                and (found is None or -mean <= found[0])
                and (mean >= needed or mean >= self._needed(other))
            ):
                found = min(found or (0.0, 0, 0), (-mean, min(group, other), max(group, other)))
        return found

    def _needed(self, group: int) -> float:
        """Return the mean likeness of a group that would be as close to this one as its own articles are."""
        size = len(self.members[group])
        pairs = size * (size - 1) / 2
        prior = PRIOR_PAIRS * self._rule.threshold
        return (self._rule.closeness * self._within[group] + prior) / (pairs + PRIOR_PAIRS)

    def _walled(self, one: int, other: int) -> bool:
        ours, theirs = self._walls[one], self._walls[other]
        return ours is not None and theirs is not None and ours != theirs

    def merge(self, one: int, two: int) -> None:
        """Add group two to group one."""
        self._within[one] += self._within[two] + self._between[one].pop(two)
        del self._between[two][one]
        ours, theirs = self._between[one], self._between[two]
        missing = self._totals(one, [other for other in theirs if other not in ours])
        missing |= self._totals(two, [other for other in ours if other not in theirs])
        self._walls[one] = self._walls[one] if self._walls[two] is None else self._walls[two]
        for other in theirs:
            del self._between[other][two]
        together: dict[int, float] = {}
        for other in ours | theirs:
            if self._walled(one, other):
                self._between[other].pop(one, None)
            else:
                together[other] = ours.get(other, 0.0) + theirs.get(other, 0.0) + missing.get(other, 0.0)
        for other, total in self._keep(one, together).items():
            self._between[other][one] = total
        self.members[one] += self.members[two]
        self._days[one] += self._days[two]
        self._sums[one] = self._added(self._sums[one], self._sums[two])
        self.members[two], self._between[two] = [], {}
        self._sums[two] = _Sum(np.empty(0, dtype=np.int64), np.empty(0))

    def _keep(self, group: int, totals: dict[int, float]) -> dict[int, float]:
        """Keep the nearest of a group's neighbours; return them."""
        kept = totals
        if len(totals) > KEPT:
            by_mean = sorted(totals, key=lambda other: (-totals[other] / len(self.members[other]), other))
            kept = {other: totals[other] for other in by_mean[:KEPT]}
            for other in by_mean[KEPT:]:
                self._between[other].pop(group, None)
        self._between[group] = kept
        return kept

    def _totals(self, group: int, others: Sequence[int]) -> dict[int, float]:
        """Return the sum of the likeness of a group's articles with those of each of some others."""
        if not others:
            return {}
        columns, values = self._sums[group]
        self._spread[columns] = values
        theirs = [self._sums[other] for other in others]
        products = self._spread[np.concatenate([each.columns for each in theirs])]
        products *= np.concatenate([each.values for each in theirs])
        self._spread[columns] = 0.0
        totals = _by_group(products, [len(each.columns) for each in theirs]) * self._damped(group, others)
        return dict(zip(others, totals.tolist(), strict=True))

    def _damped(self, group: int, others: Sequence[int]) -> Values:
        """Return by how much the days between lessen the likeness of a group with each of others, on average."""
        ours, theirs = self._days[group], [self._days[other] for other in others]
        known, times = (np.array(list(each), dtype=np.int64) for each in (ours, ours.values()))
        days = np.array([day for each in theirs for day in each], dtype=np.int64)
        pairs = times @ np.ones((len(known), len(days)))
        apart = np.minimum(np.abs(known[:, None] - days), _LONG)
        weights = np.array([count for each in theirs for count in each.values()], dtype=np.float64)
        lengths = [len(each) for each in theirs]
        lost = _by_group((pairs - times @ self._factors[apart]) * weights, lengths)
        size = len(self.members[group])
        return np.asarray(1 - lost / np.array([size * len(self.members[other]) for other in others]))

    def _added(self, one: _Sum, two: _Sum) -> _Sum:
        spread = self._spread
        spread[one.columns] = one.values
        new = spread[two.columns] == 0.0  # no value of a vector is 0
        spread[two.columns] += two.values
        columns = np.concatenate([one.columns, two.columns[new]])
        added = _Sum(columns, spread[columns])
        spread[columns] = 0.0
        return added


def _by_group(values: Values, lengths: Sequence[int]) -> Values:
    """Return the sums of values that lie in stretches of the given lengths."""
    ends = np.cumsum(lengths)
    sums = np.concatenate([[0.0], np.cumsum(values)])
    return np.asarray(sums[ends] - sums[ends - lengths])


def average(articles: Articles, near: Near, damping: Damping, rule: Rule) -> list[list[int]]:
    """Merge the most like groups for as long as they are like and close enough; return all groups.

    Each group queues for its best partner only; what a queued best says is made sure of when its turn comes.
    """
    groups = _Groups(articles, near, damping, rule)
    queue = [(best, index) for index in range(len(articles.days)) if (best := groups.best(index))]
    heapq.heapify(queue)
    while queue:
        queued, index = heapq.heappop(queue)
        best = groups.best(index)
        if best and best == queued:
            _, index, other = best
            groups.merge(index, other)
            best = groups.best(index)
        if best:
            heapq.heappush(queue, (best, index))
    return [members for members in groups.members if members]
