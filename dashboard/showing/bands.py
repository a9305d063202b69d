"""What a formula of readability is called, and what its scores mean in words on its own scale; plain text."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import NamedTuple

from core.extract import readability

FORMULAS = {formula.name: formula for formula in readability.formulas()}


class Band(NamedTuple):
    """A stretch of a formula's scale, its start included, and the word for it."""

    start: float
    end: float
    word: str


WORDS = ("plain", "newspaper", "demanding", "academic")  # from easy to hard
EASE = "flesch_reading_ease"  # the one scale on which higher is easier


def _rising(*limits: float) -> tuple[Band, ...]:
    ends = (-inf, *limits, inf)
    return tuple(Band(start, end, word) for (start, end), word in zip(pairwise(ends), WORDS, strict=True))


# Flesch (1949), The Art of Readable Writing: 60 and above is plain English, 50 to 60 fairly difficult, 30 to 50
# difficult, below 30 very difficult.
_OF_EASE = (Band(60, inf, WORDS[0]), Band(50, 60, WORDS[1]), Band(30, 50, WORDS[2]), Band(-inf, 30, WORDS[3]))
# Years of school in the United States: up to the eighth, high school, college, beyond.
_OF_GRADES = _rising(8, 12, 16)
# Dale and Chall's raw score (1948): below 7 is up to the eighth grade, 7 to 9 high school, 9 to 10 college.
_OF_DALE_CHALL = _rising(7, 9, 10)


def label(formula: str) -> str:
    """Return a formula's name."""
    return FORMULAS[formula].label


def meaning(formula: str) -> str:
    """Return a formula's scale, what it reads and what it is good for."""
    found = FORMULAS[formula]
    return f"Scale: {found.scale}. Reads {found.reads}. Good for {found.good_for}."


def bands(formula: str) -> tuple[Band, ...]:
    """Return the bands of a formula's scale, easiest first."""
    return {EASE: _OF_EASE, "dale_chall": _OF_DALE_CHALL}.get(formula, _OF_GRADES)


def word(formula: str, score: float) -> str:
    """Return what a score means on a formula's scale."""
    return next(band.word for band in bands(formula) if band.start <= score < band.end)


def told(formula: str) -> str:
    """Return the bands of a scale as a sentence."""
    parts = []
    for start, end, name in bands(formula):
        if start == -inf:
            parts.append(f"below {end:g} {name}")
        else:
            parts.append(f"{start:g} and above {name}" if end == inf else f"{start:g} to {end:g} {name}")
    return f"In words: {', '.join(parts)}."


def harder(formula: str, score: float, than: float) -> bool:
    """Tell whether a score is that of a harder text than another."""
    return score < than if formula == EASE else score > than
