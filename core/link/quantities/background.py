"""Which figures tell of the past: "Five people died then" behind "In April last year a quake struck".

A figure without a time of its own has that of the figure in front of it, in its sentence or in one that begins soon
behind. What is told of a time long over is the background of an event, not the event.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.quantities.mention import Mention

_NEAR = 260  # characters between a figure with a time and the sentence that goes on about it
_LONG = 2  # months behind which a time is over
_TIME = re.compile(r"(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)))?")
_MONTHS, _WEEKS_A_MONTH, _A_QUARTER = 12, 4.35, 3


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
    told = _TIME.match(time.rpartition("/")[2])
    if not told or day is None:
        return False
    year, week, quarter, month = told.groups()
    last = (
        int(int(week) / _WEEKS_A_MONTH) + 1
        if week
        else int(quarter) * _A_QUARTER
        if quarter
        else int(month or _MONTHS)
    )
    published = datetime.date.fromordinal(day)
    return published.year * _MONTHS + published.month - int(year) * _MONTHS - last >= _LONG
