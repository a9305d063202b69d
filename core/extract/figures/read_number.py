"""Number expressions, in digits or in words, and shares told as "two in five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures import digits, spelled
from core.extract.figures.digits import VULGAR
from core.extract.figures.number import Number
from core.extract.figures.spelled import SMALL

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_LIMIT = 1e100
_WHOLE_NUMBERS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000))


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
    """Return "two in five", "nine out of 10" as a fraction, where the number opens one."""
    k = number.stop
    width = 1 if line.low[k] == "in" else 2 if line.low[k] == "out" and line.low[k + 1] == "of" else 0
    if not width or number.value != int(number.value) or not 0 < number.value < 100:
        return None
    word = line.low[k + width]
    if not word or not (word in SMALL or word.isdecimal()):
        return None
    whole = read(line, k + width)
    if whole is None or whole.value not in _WHOLE_NUMBERS or number.value >= whole.value:
        return None
    share = number.value / whole.value
    return Number(number.first, whole.stop, share, share, 1.0, "fraction")
