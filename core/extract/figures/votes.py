"""Votes told as a result: "passed 234-193", "by a vote of 83-16", "a 97-1 vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures.figure_words import CLASSES
from core.extract.figures.number import Number

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_VOTING = CLASSES["voting"]
_DECIDING = CLASSES["deciding"]
_PLAYING = CLASSES["result cue"] - {"led", "leading", "ended"}
_REACH = 9  # tokens between a word of deciding, or of playing, and the result
_BESIDE = 4  # the same for a word of voting
_FEWEST = 10  # votes, where only "passed" or "approved" shows that the result is one


def at(line: Line, i: int, stop: int) -> tuple[Number, ...]:
    """Return the votes for and against in the result over the tokens [i, stop), none where it is another's."""
    if stop != i + 3:
        return ()
    won, lost = float(line.low[i]), float(line.low[i + 2])
    beside = line.low[max(0, i - _BESIDE) : i] + line.low[stop : stop + 2]
    around = line.low[max(0, i - _REACH) : i]
    if _VOTING.isdisjoint(beside) and not _PLAYING.isdisjoint(around):
        return ()
    voted = not _VOTING.isdisjoint(beside)
    decided = won + lost >= _FEWEST and not _DECIDING.isdisjoint(around)
    if not voted and not decided:
        return ()
    return Number(i, i + 1, won, won, 1.0, "digits"), Number(i + 2, stop, lost, lost, 1.0, "digits")
