"""The number that a run of lexemes tells, in words or digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.dates.time_words import Lexeme


def amount(lexemes: Sequence[Lexeme]) -> float | None:
    """Return the number a run of lexemes tells ("twenty-four", "2 1/2", "a hundred and five"), or None."""
    total, group, seen = 0.0, 0.0, False
    numbers = [item.value for item in lexemes if isinstance(item.value, int | float)]
    slash = next((place for place, item in enumerate(lexemes) if item.lower == "/"), None)
    if slash is not None:
        return _with_fraction(numbers)
    for item in lexemes:
        number = 0.5 if item.name == "half" else item.value
        if isinstance(number, str) or number is None:
            continue
        seen = True
        if item.name == "multiplier":
            group = (group or 1) * number
            if number >= 1000:
                total, group = total + group, 0.0
        else:
            group += number
    return total + group if seen else None


def _with_fraction(numbers: list[int | float]) -> float | None:
    if len(numbers) < 2 or not numbers[-1]:
        return None
    fraction = numbers[-2] / numbers[-1]
    return (numbers[0] if len(numbers) > 2 else 0) + fraction


def spoken_year(lexemes: Sequence[Lexeme]) -> int | None:
    """Return the year said as two numbers ("nineteen ninety-six", "twenty twenty-four") or as thousands."""
    numbers = [int(item.value) for item in lexemes if isinstance(item.value, int | float)]
    if len(numbers) >= 2 and numbers[0] in {17, 18, 19, 20} and 10 <= (rest := sum(numbers[1:])) <= 99:
        return numbers[0] * 100 + rest
    if numbers[:2] == [2, 1000] and sum(numbers[2:]) < 100:
        return 2000 + sum(numbers[2:])
    return None
