"""What every way of writing a number leads to."""

from __future__ import annotations

from typing import Literal, NamedTuple

Form = Literal["digits", "words", "fraction", "share", "vague", "fold", "rank"]


class Number(NamedTuple):
    """A number expression: its tokens [first, stop), its value, and the value before its scale."""

    first: int
    stop: int
    value: float
    mantissa: float
    scale: float
    form: Form
