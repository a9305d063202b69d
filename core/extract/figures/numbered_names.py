"""Names of places and things with a number in them: "1600 Linden Avenue", "Year 6", "ISO 9001-2", "a 4x4 car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import FUNCTION
from core.extract.figures.figure_words import CLASSES, NAMERS
from core.extract.figures.scales import RESOLUTIONS

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.number import Number

_STREETS, _COMPASS = CLASSES["street"], CLASSES["compass"]
_NAMERS = CLASSES["capital namer"]
_CODED = CLASSES["coded"]
_DIALLING = CLASSES["dialling"]
_ORDINALS = CLASSES["ordinal ending"]
_DASHES = frozenset(("-", "–"))
_LONGEST_STREET = 6  # tokens from the number of a house to the word "Street"
_HOUSE = 5  # digits
_CALL = 10  # tokens from a verb of dialling to what is dialled
_DIALLED = 100  # the least that is


def is_one(line: Line, number: Number) -> bool:
    """Tell whether a number is part of such a name."""
    first, stop = number.first, number.stop
    if number.form != "digits" or not line.low[first].isdecimal():
        return False
    before = line.low[first - 1] if first else ""
    if before in _NAMERS and line.tokens[first - 1].text[0].isupper():
        return True
    if before in _DASHES and line.glued(first) and line.glued(first - 1):
        named = line.low[first - 3]  # "ISO 9001-2", "at 14-18 Canal Street"
        if named in NAMERS or (line.low[first - 2].isdecimal() and _is_house(line, stop)):
            return True
    if before == "p" and line.low[first - 2] == "s" and line.tokens[first - 1].text == "P":
        return True  # "the S P 500"
    return _is_house(line, stop) or _is_coded(line, stop) or _is_dialled(line, number)


def _is_house(line: Line, k: int) -> bool:
    """Tell whether the name of a street in capitals begins at token `k`."""
    if line.low[k] in _DASHES and line.glued(k) and line.low[k + 1].isdecimal():
        k += 2
    end = min(len(line.tokens), k + _LONGEST_STREET)
    for j in range(k, end):
        text, word = line.tokens[j].text, line.low[j]
        if j > k and word in _STREETS and text[0].isupper():
            return True
        numbered = word.isdecimal() or (word in _ORDINALS and line.glued(j))
        if not (text[0].isupper() or numbered or (word == "." and line.low[j - 1] in _COMPASS)):
            return False
    return False


def _is_coded(line: Line, k: int) -> bool:
    """Tell whether what follows at token `k` makes a code, or a format, of the number in front."""
    word = line.low[k]
    if word in _CODED and line.low[k + 1] in ("code", "codes"):
        return True
    return word == "k" and line.glued(k) and line.low[k + 1] in RESOLUTIONS


def _is_dialled(line: Line, number: Number) -> bool:
    """Tell whether somebody is told to dial the number: "call 0113 496 0542 or 101"."""
    behind = line.low[number.stop]
    spoken = behind[:1].isalpha() and behind not in FUNCTION
    if number.value < _DIALLED or number.scale > 1 or spoken:
        return False
    return not _DIALLING.isdisjoint(line.low[max(0, number.first - _CALL) : number.first])
