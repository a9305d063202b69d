"""Which figures tell of the past: "Five people died then" behind "In April last year a quake struck".

A figure without a time of its own has that of the figure in front of it, in its sentence or in one that begins soon
behind. What is told of a time long over is the background of an event, not the event.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from core.extract.dates.calendar import covers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.quantities.mention import Mention

_NEAR = 260  # characters between a figure with a time and the sentence that goes on about it
_LONG = 2  # months behind which a time is over
_MONTHS = 12


def past(mentions: Sequence[Mention]) -> list[bool]:
    """Return for each mention whether it is told of a time long before its article was published."""
    found = [False] * len(mentions)
    before: tuple[Mention, str] | None = None
    for index in sorted(range(len(mentions)), key=lambda index: (mentions[index].key, mentions[index].start)):
        mention = mentions[index]
        time = mention.period
        if not time and before and _goes_on(before[0], mention):
            time = before[1]
        before = (mention, time) if time else None
        found[index] = _is_over(time, mention.day)
    return found


def _goes_on(before: Mention, mention: Mention) -> bool:
    """Tell whether a mention goes on about what the one before it told."""
    return before.key == mention.key and mention.sentence - before.start < _NEAR


def _is_over(time: str, day: int | None) -> bool:
    covered = covers(time.rpartition("/")[2]) if time and day is not None else None
    if covered is None or day is None:
        return False
    last, published = covered[1], datetime.date.fromordinal(day)
    return _MONTHS * (published.year - last.year) + published.month - last.month >= _LONG
