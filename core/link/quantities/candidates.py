"""Which pairs of mentions in a wall are looked at: those of one unit class that share something.

All of them while they are few; of many, each with the next ones of nearly its value, and of those that are told of the
same thing with the next ones in value and in time, so that work grows like n log n.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from core.link.quantities.mention import Mention

    Indices = NDArray[np.int64]

FEW = 200  # mentions of one unit class in a wall, all pairs of which are looked at
NEXT = 24  # mentions further on in an order that one is paired with


def pairs(mentions: Sequence[Mention]) -> tuple[Indices, Indices]:
    """Return the two sides of the pairs as indices into `mentions`, the first smaller, each pair once."""
    size = len(mentions)
    found = [np.empty(0, dtype=np.int64)]
    for block in _groups(range(size), lambda i: mentions[i].unit_class):
        found.extend(_among(mentions, block))
    codes = np.unique(np.concatenate(found))
    return codes // max(size, 1), codes % max(size, 1)


def _among(mentions: Sequence[Mention], block: Sequence[int]) -> Iterator[Indices]:
    """Yield the pairs of a block, each as one number."""
    size = len(mentions)
    if len(block) <= FEW:
        first, second = np.triu_indices(len(block), 1)
        indices = np.array(block, dtype=np.int64)
        yield indices[first] * size + indices[second]
        return
    yield from _next(sorted(block, key=lambda i: mentions[i].value), size)
    for kind in (_slot, _measured, _owned):
        for alike in _groups(block, lambda i, kind=kind: kind(mentions[i])):  # type: ignore[misc]
            yield from _next(sorted(alike, key=lambda i: mentions[i].value), size)
            yield from _next(sorted(alike, key=lambda i: (mentions[i].day or 0, mentions[i].start)), size)


def _slot(mention: Mention) -> Hashable:
    return (mention.predicate, mention.thing) if mention.predicate else None


def _measured(mention: Mention) -> Hashable:
    return mention.measure_head or mention.thing or None


def _owned(mention: Mention) -> Hashable:
    return (mention.owner, mention.aspect) if mention.owner else None


def _groups(indices: Iterable[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index in indices:
        name = key(index)
        if name is not None:
            found[name].append(index)
    return list(found.values())


def _next(order: Sequence[int], size: int) -> Iterator[Indices]:
    """Yield each index of an order with the next ones."""
    indices = np.array(order, dtype=np.int64)
    for step in range(1, min(NEXT, len(indices) - 1) + 1):
        one, other = indices[:-step], indices[step:]
        yield np.minimum(one, other) * size + np.maximum(one, other)
