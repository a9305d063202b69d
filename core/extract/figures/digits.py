"""Numbers written in digits: separators, exponents, fractions, the scales behind them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from core.extract.english.function_words import FUNCTION, MONTH
from core.extract.figures import scales
from core.extract.figures.figure_words import CLASSES, NUMBER_WORDS
from core.extract.figures.number import Number
from core.extract.figures.scales import LARGE, PLURALS

if TYPE_CHECKING:
    from core.extract.figures.line import Line

ONES, PARTS = NUMBER_WORDS["one"], NUMBER_WORDS["part"]
_LONGEST = 40  # characters
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5}
VULGAR |= {"⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64))
# What can go on with a number behind its digits; anything else ends it.
_CONTINUING = (
    frozenset(LARGE)
    | frozenset(VULGAR)
    | {letters.lower() for letters in (*scales.LETTERS, *scales.MONEY_LETTERS)}
    | frozenset(PLURALS)
    | frozenset(("/", "\u2044", "and", "e", "×", "x", "*", "-"))
)
_LARGE_WORDS = frozenset(word for word in LARGE if len(word) > 3)
_STROKES = frozenset(("/", "\u2044"))
_POINTS = (".", "point")
_MONEY_MARKS = frozenset("$€£¥₹₽")
_AFTER_DATE = CLASSES["behind a year"]  # "in 2019, of the 12 500 were left"
_THIN_SPACES = frozenset("\u00a0\u2009\u202f")


def read(line: Line, i: int, *, money: bool) -> Number | None:
    """Return the number whose digits are token `i`, or None; `money` says that a sign of money stands before it."""
    text = line.tokens[i].text
    if text[0] in VULGAR:
        return Number(i, i + 1, VULGAR[text[0]], VULGAR[text[0]], 1.0, "fraction") if len(text) == 1 else None
    value = plain(text)
    if value is None:
        return None
    stop = i + 1
    following = line.low[stop]
    if line.low[i - 1] not in _POINTS:
        if following not in _CONTINUING and not following[:1].isdigit():
            return Number(i, stop, value, value, 1.0, "digits")
        if following in _LARGE_WORDS:
            scale, stop = scales.behind(line, stop, money=money)
            return Number(i, stop, value * scale, value, scale, "digits")
    value, stop = _spaced_groups(line, text, value, stop)
    value, stop = _exponent(line, value, stop)
    fraction, stop = fraction_behind(line, i, value, stop)
    if fraction is not None:
        value = fraction
    first = i
    if line.low[i - 1] in _POINTS and line.glued(i) and not line.glued(i - 1) and text.isdigit():
        value, first = value / 10.0 ** len(text), i - 1  # ".25"
    if fraction is not None and fraction < 1 and stop > i + 1 and line.low[stop] not in LARGE:
        return Number(first, stop, value, value, 1.0, "fraction")
    scale, stop = scales.behind(line, stop, money=money)
    return Number(first, stop, value * scale, value, scale, "digits")


def plain(text: str) -> float | None:
    """Return the value of digits with separators, or None where they are no number ("1.2.3", "12:30")."""
    return _value(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1 << 12)
def _value(text: str) -> float | None:
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    if _CONTINENTAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return None


def _spaced_groups(line: Line, text: str, value: float, stop: int) -> tuple[float, int]:
    """Join groups of three parted by thin or unbreakable spaces ("1 234 567"), by plain ones where there are two."""
    if len(text) > 3 or not text.isdigit():
        return value, stop
    groups: list[tuple[str, str]] = []
    j = stop
    while j < len(line.tokens) and len(groups) < 8:
        part = line.tokens[j].text
        gap = line.text[line.tokens[j - 1].end : line.tokens[j].start]
        if len(gap) != 1 or len(part.partition(".")[0]) != 3 or not _PLAIN.fullmatch(part):
            break
        groups.append((part, gap))
        j += 1
        if "." in part:
            break
    if groups and (len(groups) > 1 or groups[0][1] in _THIN_SPACES or _is_thousands(line, stop)):
        return float(text + "".join(part for part, _ in groups)), stop + len(groups)
    return value, stop


def _is_thousands(line: Line, j: int) -> bool:
    """Tell whether a group of three at token `j`, a plain space before it, goes on with the digits: "12 500 people"."""
    before, behind = line.low[j - 2], line.low[j + 1]
    coded = line.glued(j - 1) and before[-1:].isalpha()
    if line.low[j - 1][0] == "0" or line.glued(j + 1) or coded:
        return False
    if line.low[j][0] == "0" or before in _MONEY_MARKS:
        return True
    named = j > 1 and (before in MONTH or before in _AFTER_DATE or line.tokens[j - 2].text[0].isupper() and j > 2)
    return not named and len(behind) > 1 and behind.isalpha() and behind not in FUNCTION


def _exponent(line: Line, value: float, j: int) -> tuple[float, int]:
    """Read "e14" or "×10−30" behind a mantissa."""
    if line.low[j] == "e" and line.glued(j):
        k = j + 1
    elif line.low[j] in ("×", "x", "*") and line.low[j + 1] == "10" and line.low[j + 2] in ("^", "-", "−", "–"):
        k = j + 2 + (line.low[j + 2] == "^")
    else:
        return value, j
    sign = 1
    if line.low[k] in ("-", "−", "–", "+"):
        sign = 1 if line.low[k] == "+" else -1
        k += 1
    digits = line.low[k]
    if not (digits.isdecimal() and len(digits) <= 2 and line.glued(k)):
        return value, j
    return value * 10.0 ** (sign * int(digits)), k + 1


def fraction_behind(line: Line, i: int, value: float, j: int) -> tuple[float | None, int]:
    """Read "½" or "1/2" behind an integer, or the integer itself as the numerator of "3/4"."""
    mark = line.low[j]
    if mark in VULGAR:
        return value + VULGAR[mark], j + 1
    if mark in _STROKES and line.glued(j) and j == i + 1:
        part = _ratio(line, i)
        if part is not None and line.low[i + 3] not in _STROKES:
            return part, i + 3
    if mark.isdecimal() and line.low[j + 1] in _STROKES and line.glued(j + 1) and value == int(value):
        part = _ratio(line, j)
        if part is not None and part < 1:
            return value + part, j + 3
    k = j + (mark == "-")
    if line.low[k] == "and":
        k = _past_hyphen(line, k + 1)
        numerator = 1.0 if line.low[k] == "a" else ONES.get(line.low[k], 0.0)
        k = _past_hyphen(line, k + 1)
        if line.low[k] in PARTS and 0 < numerator < PARTS[line.low[k]]:
            return value + numerator / PARTS[line.low[k]], k + 1
    return None, j


def _past_hyphen(line: Line, k: int) -> int:
    return k + (line.low[k] == "-")


def _ratio(line: Line, i: int) -> float | None:
    above, below = line.low[i], line.low[i + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 2 and len(below) <= 4 and line.glued(i + 2)):
        return None
    numerator, denominator = int(above), int(below)
    if not 0 < numerator < denominator or not (denominator in _DENOMINATORS or numerator == 1):
        return None
    return numerator / denominator
