"""Which rooms a word may interest, as one character: so a room finds its words in a sentence with one pattern.

A sentence has such a character for each of its words. Most words interest nobody, and to pass over them in a pattern
costs a tenth of asking each.
"""

from __future__ import annotations

import re

NUMBER = 1 << 0  # a number may begin in it: `figures`
TIME = 1 << 1  # it tells of a time: `dates`
PHRASE = 1 << 2  # a phrase that means something to the grammar of time may begin with it: `dates`
CUE = 1 << 3  # a verb of saying, or "according": `attribution`
TERM = 1 << 4  # a frame's term may begin with it: `framing`
STATUS = 1 << 5  # "expected", "record": a cue of a figure's status may begin with it: `context`

_ROOMS = NUMBER | TIME | PHRASE | CUE | TERM | STATUS
_FIRST = 0xC0  # a letter of Latin-1, so that the characters take one byte and none means anything in a pattern


def character(rooms: int) -> str:
    """Return the character of a word that may interest some rooms, given as bits."""
    return chr(_FIRST + rooms)


def finder(room: int) -> re.Pattern[str]:
    """Return the pattern that matches the character of every word that may interest a room."""
    return re.compile(f"[{''.join(character(rooms) for rooms in range(_ROOMS + 1) if rooms & room)}]")
