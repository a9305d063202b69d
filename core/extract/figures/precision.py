"""How exactly a figure is told: the place of the last digit it is told with."""

from __future__ import annotations

import re

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_VAGUE = 0.1  # "a third": the place, as a part of the value


def told(words: str, value: float | tuple[float, float]) -> float:
    """Return the place of the last digit of a value told in some words: 1e8 for "$38.5bn", 0 where it is exact.

    What rounds to the value is told by the same words, so half of this on either side is left open. Of the ends of a
    range the one that is told less finely counts.
    """
    ends = value if isinstance(value, tuple) else (value,)
    numerals = [numeral.replace(",", "") for numeral in _NUMERAL.findall(words)]
    if not numerals:
        return max(_in_words(abs(end)) for end in ends)
    return max(
        _in_digits(numeral, abs(end)) for numeral, end in zip((numerals[0], numerals[-1]), ends, strict=False)
    )


def place(value: float) -> float:
    """Return the place of the last digit of a whole number that ends in zeros it was rounded to; 0 where it is exact.

    Two zeros behind two other digits are rounded: 1,200, not 1,000 nor 120. What isn't whole is taken for exact.
    """
    digits = f"{value:.0f}" if value == int(value) else ""
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros if zeros >= 2 and len(digits) - zeros >= 2 else 0.0


def _in_digits(numeral: str, value: float) -> float:
    stated = float(numeral)
    scale = value / stated if stated else 1.0
    decimals = len(numeral.partition(".")[2])
    return float(scale * 10.0**-decimals) if decimals or scale > 1 else place(stated)


def _in_words(value: float) -> float:
    return place(value) if value == int(value) else value * _VAGUE
