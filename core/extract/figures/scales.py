"""The scales behind a number: words ("million"), letters ("35m", "2.8bn"), and what both are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures.figure_words import CLASSES, NUMBER_WORDS

if TYPE_CHECKING:
    from core.extract.figures.line import Line

SCALES, PLURALS = NUMBER_WORDS["scale"], NUMBER_WORDS["plural"]
LARGE = SCALES | {"hundred": 100.0}

# Letters behind digits. Those of `MONEY_LETTERS` mean a scale with a sign of money only, else a unit ("5 m").
LETTERS = {"k": 1e3, "M": 1e6, "bn": 1e9, "B": 1e9, "tn": 1e12, "trn": 1e12, "mn": 1e6, "mln": 1e6, "bln": 1e9}
LETTERS |= {"MM": 1e6, "cr": 1e7, "Bn": 1e9, "BN": 1e9, "MN": 1e6, "Mn": 1e6, "TN": 1e12, "K": 1e3}
MONEY_LETTERS = {"m": 1e6, "b": 1e9, "t": 1e12, "T": 1e12, "Cr": 1e7, "L": 1e5}
MONEY_LETTERS |= {"mil": 1e6, "mill": 1e6, "mm": 1e6, "bil": 1e9, "mrd": 1e9, "Mrd": 1e9, "Mio": 1e6, "tril": 1e12}
# Capitals that are a scale even apart from the digits, where what follows is counted in such numbers ("8 B people").
_APART = frozenset(("B", "M", "K"))
_COUNTED_IN_BILLIONS = CLASSES["counted in billions"]
_RANGING = frozenset(("-", "–", "to", "and"))
RESOLUTIONS = CLASSES["resolution"]
_LENGTH_FOLLOWERS = CLASSES["behind metres"]


def behind(line: Line, j: int, *, money: bool = False) -> tuple[float, int]:
    """Return the product of the scales that begin at token `j` ("million", "bn", "k", "lakh crore") and where they end.

    `money` says that a sign of money stands before the number, so that letters behind it are scales.
    """
    scale, start = 1.0, j
    if j < len(line.tokens) and (line.glued(j) or money):
        lettered = _letters(line, j, money=money)
        if lettered:
            return lettered, j + 1
    elif j < len(line.tokens) and line.tokens[j].text in _APART and line.low[j + 1] in _COUNTED_IN_BILLIONS:
        return LETTERS[line.tokens[j].text], j + 1
    while True:
        word = line.low[j]
        k = j + 1 if word == "-" and line.glued(j) == line.glued(j + 1) else j
        word = line.low[k]
        if word not in LARGE and not (word in PLURALS and k == start and line.low[k + 1] != "of"):
            return scale, j
        scale *= LARGE.get(word) or PLURALS[word]
        if scale > 1e18:
            return 1.0, start
        j = k + 1


def _letters(line: Line, j: int, *, money: bool) -> float:
    """Return the scale that the letters at token `j` stand for, 0 where they are none."""
    letters = line.tokens[j].text
    kept = letters == "K" and not money and ("°" in line.low or line.low[j + 1] in RESOLUTIONS)
    if letters in LETTERS:
        return 0.0 if kept else LETTERS[letters]
    if letters == "m" and _counts_millions(line, j + 1):
        return 1e6
    return MONEY_LETTERS.get(letters, 0.0) if money else 0.0


def _counts_millions(line: Line, j: int) -> bool:
    """Tell whether "35m", no sign of money before it, is told of things: "35m users", "35m of its users"."""
    word = line.low[j]
    if word == "of":
        return True
    if word in _RANGING and line.low[j + 1][:1].isdigit() and line.low[j + 2] == "m":
        return _counts_millions(line, j + 3)  # "2m-3m people"
    return (
        len(word) > 2
        and word.isalpha()
        and word not in _LENGTH_FOLLOWERS
        and any(line.low[k][-1:] == "s" or line.low[k] == "people" for k in range(j, j + 5))
    )
