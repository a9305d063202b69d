"""From judged pairs to groups: average linkage over a full table (UPGMA; Sokal & Michener 1958).

`core.link.quantities.grouping` does the same over a list of pairs, where most were never judged; here all are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from core.link.concepts.alike import Floats

_NEVER = -1e9


def group(odds: Floats, enough: float) -> list[list[int]]:
    """Return the groups of members whose log-odds are in a table, single ones too, each in order.

    Two groups are joined where the mean of the log-odds between them is `enough` or more, the highest first.
    """
    members = {index: [index] for index in range(len(odds))}
    # Only members that some other could join are ever joined: the rest need no place in the table.
    alone = np.array(odds, dtype=float)
    np.fill_diagonal(alone, _NEVER)
    held = np.flatnonzero(alone.max(axis=1, initial=_NEVER) >= enough)
    total = alone[np.ix_(held, held)]
    size = np.ones(len(held))
    mean = total.copy()
    while len(held) > 1:
        place = int(mean.argmax())
        one, other = divmod(place, len(held))
        if mean[one, other] < enough:
            break
        one, other = min(one, other), max(one, other)
        members[int(held[one])] += members.pop(int(held[other]))
        total[one, :] += total[other, :]
        total[:, one] += total[:, other]
        size[one] += size[other]
        mean[other, :] = mean[:, other] = _NEVER
        size[other] = np.inf  # so that no mean with it is ever enough
        row = total[one, :] / (size[one] * size)
        row[~np.isfinite(size)] = _NEVER
        row[one] = _NEVER
        mean[one, :] = mean[:, one] = row
    return sorted(map(sorted, members.values()))
