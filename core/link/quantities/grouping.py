"""From judged pairs to groups: average linkage of log-odds, under what an analyst joined or told apart.

Two groups are joined where the mean of what was judged between them is high enough, the best first (UPGMA; Sokal &
Michener 1958). Only groups with a judged pair can meet. What was joined by hand is one from the start; what was told
apart by hand never meets.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def group(
    size: int,
    pairs: Iterable[Pair],
    odds: Iterable[float],
    enough: float,
    *,
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> list[list[int]]:
    """Return the groups of `size` members, single ones too, each in order, by their first members.

    `odds` are the log-odds of each pair, `enough` the least mean that joins.
    """
    groups = _Groups(size, pairs, odds)
    groups.keep_apart(apart)
    for one, other in together:
        groups.join(one, other)
    groups.link(enough)
    return sorted(groups.members.values())


class _Groups:
    """Groups by the number of one of their members, with sums and counts of what was judged between them."""

    def __init__(self, size: int, pairs: Iterable[Pair], odds: Iterable[float]) -> None:
        self.members: dict[int, list[int]] = {index: [index] for index in range(size)}
        self._leader = list(range(size))
        self._between: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
        self._apart: dict[int, set[int]] = defaultdict(set)
        for (one, other), value in zip(pairs, odds, strict=True):
            self._between[one][other] = self._between[other][one] = (value, 1)

    def keep_apart(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def join(self, one: int, other: int) -> int:
        """Join the groups of two members, and return the number of the joint group."""
        one, other = self._leader[one], self._leader[other]
        if one == other:
            return one
        if len(self._between[one]) < len(self._between[other]):
            one, other = other, one
        for third, (total, count) in self._between[other].items():
            if third != one:
                known, judged = self._between[one].get(third, (0.0, 0))
                self._between[one][third] = self._between[third][one] = (known + total, judged + count)
                del self._between[third][other]
        self._between[one].pop(other, None)
        self._between[other] = {}
        for third in self._apart.pop(other, set()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        moved = self.members.pop(other)
        for index in moved:
            self._leader[index] = one
        self.members[one] = sorted(self.members[one] + moved)
        return one

    def link(self, enough: float) -> None:
        """Join whatever two groups are most alike until none are alike enough."""
        heap = [
            (-total / count, one, other)
            for one in self.members
            for other, (total, count) in self._between[one].items()
            if one < other and total / count >= enough
        ]
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            if one not in self.members or other not in self.members or other not in self._between[one]:
                continue
            total, count = self._between[one][other]
            if total / count != -negative or other in self._apart[one]:
                continue
            joint = self.join(one, other)
            for third, (total, count) in self._between[joint].items():
                if total / count >= enough:
                    heapq.heappush(heap, (-total / count, min(joint, third), max(joint, third)))
