"""The record of a cue read in its sentence; `claims` makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.extract.attribution.clauses import Range
    from core.extract.attribution.cues import Verb
    from core.extract.attribution.sources import Source


class Claim(NamedTuple):
    """A cue read in its sentence; ranges are token indices. `content` is None where the cue has none of its own."""

    cue: Range
    verb: Verb
    source: Source | None  # None where nobody is named: "is expected to"
    content: Range | None
    preposed: bool = False  # the content stands before the cue
    rest: Range | None = None  # where the cue interrupts its content: the part after it
    nested: bool = False  # stands in the object of another claim
    aside: bool = False  # says nothing and isn't who goes on speaking: "…, as the crowd applauded"

    @property
    def span(self) -> Range:
        """The tokens of source and cue together."""
        if self.source is None:
            return self.cue
        return min(self.cue[0], self.source.first), max(self.cue[1], self.source.last)
