"""Which values a statement leaves open: what rounds to the value told, and what its modifier allows.

- A count is exact, but for a round one: "600 people", "12,000" may be off by half of the last digit that isn't zero, at
  most a twentieth.
- Money, percentages and measures are rounded: "9 percent" leaves half a percent.
- A number told in a scale ("2 million", "$1.9 billion") leaves half of its last digit, at most a tenth.
- "About" leaves half of the last digit that isn't zero, at most a tenth; so do words that name none ("a third").
- "At least" leaves the side above open, "up to" the one below; "nearly" and "just under" leave as much as "about" does,
  but only below, "just over" only above. "Dozens" leave the side above open, "a dozen" a
  tenth on both.

The edges that rounding leaves are not reached: what is told as 1.8 lies below 1.85, what is told as 1.9 doesn't.
"""

from __future__ import annotations

import math

_INSIDE = 1 - 1e-9  # of half a digit, so that neighbouring ones don't meet
_VAGUE = 0.1  # the most that is left by a scale, "about" and by words without a digit, as a part of the value
_ROUND = 0.05  # the most that is left by the zeros of a whole number
_ROUNDED = 100  # the least place that the zeros behind it are taken for rounding; 10 in measures
_SCALE = 1e5  # digits of this unit and more are told in a scale: "2.3 million"
_LONG = 1000  # from here on numbers are cut as often as rounded: 2,352.6 is told as 2,352 and as 2,300


def left_open(
    kind: str, low: float, high: float, modifier: str | None, precision: float, side: str | None = None
) -> tuple[float | None, float | None]:
    """Return the lowest and highest value that a statement leaves open; None where it leaves a side open.

    `precision` is the unit of the last digit told, 0 where the number is whole. `side` says where the value lies.
    """
    if side == "above":
        return low, None if modifier is None else high + _above(kind, high, "~", precision)
    if side == "around":
        return low - abs(low) * _VAGUE, high + abs(high) * _VAGUE
    if side == "below":
        return low - _below(kind, low, "~", precision), high
    if modifier == ">":
        return low, None
    if modifier == "<":
        return None, high
    return low - _below(kind, low, modifier, precision), high + _above(kind, high, modifier, precision)


def _above(kind: str, value: float, modifier: str | None, unit: float) -> float:
    slack = _below(kind, value, modifier, unit)
    size = abs(value)
    if modifier == "~" or size < _LONG or size % 1 or 0 < unit < 1 or unit >= _SCALE:
        return slack
    place = _last_place(size)
    if place >= _ROUNDED:
        return place * _INSIDE if place <= size * _ROUND else slack
    return slack if kind == "count" else max(slack, _INSIDE)


def _below(kind: str, value: float, modifier: str | None, unit: float) -> float:
    size = abs(value)
    slack = _rounded(kind, size, unit) * _INSIDE
    if modifier != "~":
        return slack
    place = unit if unit and size % 1 else _last_place(size)
    one_digit = size < 9.5 * place
    about = size * _VAGUE if one_digit else min(place / 2, size * _VAGUE)
    return max(slack, about, size * _ROUND if kind == "dimension" else 0.0)


def _rounded(kind: str, size: float, unit: float) -> float:
    """Return by how much a value may be off that is told to a digit of this unit."""
    place = _last_place(size) if size == int(size) else 0.0
    rounded = place >= (10 if kind == "dimension" else _ROUNDED) * max(unit, 1) and _is_scale(unit)
    zeros = min(place / 2, size * _ROUND) if rounded else 0.0
    if unit not in (0, 1):  # decimals, or a scale
        return max(zeros, min(unit / 2, size * _VAGUE))
    return zeros if kind in ("count", "other") else max(zeros, 0.5)


def _is_scale(unit: float) -> bool:
    """Tell whether digits of this unit are whole ones, of a thousand, a million: no decimals are told."""
    return unit <= 0 or abs((math.log10(unit) + 0.5) % 3 - 0.5) < 1e-6


def _last_place(size: float) -> float:
    """Return the place of the last digit of a whole number that isn't zero."""
    digits = f"{size:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if size else 1.0
