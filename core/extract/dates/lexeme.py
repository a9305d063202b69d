"""A word of a sentence as the grammar of time takes it."""

from typing import NamedTuple


class Lexeme(NamedTuple):
    """One word, number or phrase: its class, what it is worth there, and its place."""

    name: str
    value: int | float | str | None
    lower: str
    start: int
    end: int
