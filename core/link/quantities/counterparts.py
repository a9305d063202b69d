"""What was forecast, planned or asked for beside what came: two quantities, each the other's counterpart.

A forecast that comes to the value told as fact stays with the facts: there is nothing to tell apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.quantities.mention import Mention


def split(mentions: Sequence[Mention], group: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the members of a group that tell facts, and those that tell other values ahead; one may be empty.

    `group` are indices into `mentions`.
    """
    facts = [index for index in group if not mentions[index].ahead]
    ahead = [index for index in group if mentions[index].ahead]
    if not facts or not ahead:
        return list(group), []
    known = [mentions[index] for index in facts]
    other = [index for index in ahead if not any(_meet(mentions[index], fact) for fact in known)]
    return sorted(set(group) - set(other)), other


def _meet(one: Mention, other: Mention) -> bool:
    return max(one.least, other.least) <= min(one.most, other.most)
