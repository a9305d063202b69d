"""Number expressions, in digits or in words, and shares told as "two in five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures import digits, spelled
from core.extract.figures.digits import VULGAR
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.number import Number
from core.extract.figures.spelled import SMALL

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_LIMIT = 1e100
_MANY = 100
_ROUND = (12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 200, 250, 500, 1000, 10_000, 100_000, 1_000_000)
_WHOLE_NUMBERS = frozenset((*range(2, 11), *_ROUND))
_TIMES = frozenset(form for unit in CLASSES["unit of time"] for form in (unit, unit + "s")) | {"centuries"}
_NO_WHOLE = CLASSES["behind no whole"]


def read(line: Line, i: int, *, money: bool = False) -> Number | None:
    """Return the number expression that begins at token `i`, or None.

    `money` says that a sign of money stands before it, so that letters behind it are scales. Values beyond 1e100
    and digits beyond forty are no numbers.
    """
    first = line.low[i][0]
    in_digits = first.isdigit() or first in VULGAR
    number = digits.read(line, i, money=money) if in_digits else spelled.read(line, i)
    return number if number and abs(number.value) < _LIMIT else None


def ratio(line: Line, number: Number) -> Number | None:
    """Return "two in five", "9 out of 10", "1 in every 20" as a share, where the number opens one."""
    k, link = number.stop, line.low[number.stop]
    width = 1 if link == "in" else 2 if link == "out" and line.low[k + 1] == "of" else 0
    if not width or not (0 < number.value < _MANY and number.value == int(number.value) and number.scale == 1):
        return None
    every = line.low[k + width] == "every"
    width += every
    word = line.low[k + width]
    if not word or not (word in SMALL or word.isdecimal() or word[0].isdigit()):
        return None
    whole = read(line, k + width)
    if whole is None or number.value >= whole.value or whole.value != int(whole.value):
        return None
    if not (every or whole.value in _WHOLE_NUMBERS or (number.value == 1 and not _is_year(line, whole))):
        return None
    behind = line.low[whole.stop]
    if behind in _TIMES or (behind == "-" and line.low[whole.stop + 1] in _TIMES) or behind in _NO_WHOLE:
        return None  # "two in 10 days", "one in 12 per cent"
    share = number.value / whole.value
    return Number(number.first, whole.stop, share, share, 1.0, "share")


def _is_year(line: Line, number: Number) -> bool:
    return len(line.low[number.first]) == 4 and 1000 <= number.value <= 2199 and number.stop == number.first + 1
