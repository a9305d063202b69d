"""The words that mean something beside figures, by class, and the words for numbers with their values."""

from __future__ import annotations

from typing import NamedTuple

from core.lexicon import load


class NumberWord(NamedTuple):
    """A word for a number."""

    word: str
    class_: str
    value: float


CLASSES = load.classes("figures_words.txt")
NAMERS = load.words("figures_names.txt")  # make the number behind them part of a name
NUMBER_WORDS: dict[str, dict[str, float]] = {}  # words and their values by class
for _row in load.table("figures_numbers.csv", NumberWord):
    NUMBER_WORDS.setdefault(_row.class_, {})[_row.word] = _row.value
NUMERALS = frozenset(word for values in NUMBER_WORDS.values() for word in values)
