"""What an analyst decided of figures, edit after edit → which are kept together or apart, as they stand in the library.

Later decisions win: figures that are told apart leave what they were joined to, and what is joined is no longer told
apart. A figure that isn't found any more is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from core.library import edits, figure_places, quoted
from core.library.figure_places import Address
from core.link.quantities.linking import ByHand

if TYPE_CHECKING:
    from core.library.edits import Edit
    from core.library.snapshot import Snapshot


def decided(snapshot: Snapshot) -> ByHand:
    """Return what an analyst decided of the figures of a library."""
    made = [(edit, quoted.read(edit.within or "")) for edit in standing(snapshot.edits)]
    found = figure_places.addresses(snapshot, {one for _, groups in made for group in groups for one in group})
    state = _Decided()
    for edit, groups in made:
        state.take(edit, [[found[one] for one in group if one in found] for group in groups])
    return state.by_hand()


def standing(made: Iterable[Edit]) -> list[Edit]:
    """Return the edits of figures that are in force, in the order in which they were last made."""
    return [edit for edit in edits.in_force(made).values() if edit.what in edits.FIGURE_KINDS]


class _Decided:
    """What was decided so far."""

    def __init__(self) -> None:
        self._joined: list[set[Address]] = []  # disjoint
        self._apart: dict[tuple[Address, Address], None] = {}
        self._names: dict[Address, str] = {}
        self._aside: set[Address] = set()

    def take(self, edit: Edit, groups: Sequence[Sequence[Address]]) -> None:
        if edit.what == "one quantity":
            self._join(set(groups[0]))
        elif edit.what == "another quantity":
            self._part(groups[0], groups[-1])
        elif edit.what == "quantity name":
            for address in groups[0]:
                self._names.pop(address, None)  # so that the last name stands last
                self._names[address] = edit.after or ""
        else:
            self._aside.update(groups[0])

    def _join(self, members: set[Address]) -> None:
        for other in [one for one in self._joined if one & members]:
            self._joined.remove(other)
            members |= other
        self._joined.append(members)
        self._apart = {pair: None for pair in self._apart if not members.issuperset(pair)}

    def _part(self, those: Sequence[Address], others: Sequence[Address]) -> None:
        leaving = set(those)
        torn = [one for one in self._joined if one & leaving and one.intersection(others)]
        for one in torn:
            self._joined.remove(one)
            self._joined += [one & leaving, one - leaving]
        self._apart |= dict.fromkeys((one, other) for one in those for other in others if one != other)

    def by_hand(self) -> ByHand:
        stars = [sorted(members) for members in self._joined if len(members) > 1]
        return ByHand(
            together=[(star[0], other) for star in stars for other in star[1:]],
            apart=list(self._apart),
            names=self._names,
            aside=frozenset(self._aside),
        )
