"""The record of what is known of a word by itself; `vocabulary` makes them."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

    from core.extract.frame_terms import Begun


class Word(NamedTuple):
    """What is known of a word as it is written."""

    interest: str  # the rooms it may interest, as one character: see `interest`
    look: int  # its forms and classes, as bits: see `english.looks`
    letter: str  # what it may be in a name: see `actors.name_classes`
    in_row: str  # that letter, or the mark of a word whose neighbours decide: see `actors.names`
    time: str  # its class in the grammar of time, or those of its pieces: see `dates.time_words`
    terms: Begun | None  # the frames' terms that may begin with it: see `frame_terms`
    status: re.Pattern[str] | None  # the cues of a figure's status that may: see `context`
    stem: str  # its base form, "" of a function word: see `english.stems`


# By place, which is faster than by name.
INTEREST, LOOK, LETTER, IN_ROW, TIME = map(itemgetter, range(5))
STEM = itemgetter(Word._fields.index("stem"))
