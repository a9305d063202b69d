"""Numbers told in words: cardinals, shares, halves of scales, vague plurals, ranks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.extract.english.function_words import DEMONSTRATIVE, POSSESSIVE
from core.extract.english.looks import ALPHA, PLURAL
from core.extract.figures import currencies, scales, units
from core.extract.figures.digits import fraction_behind
from core.extract.figures.figure_words import CLASSES, NUMBER_WORDS
from core.extract.figures.number import Number
from core.extract.figures.scales import LARGE, PLURALS, SCALES

if TYPE_CHECKING:
    from core.extract.figures.line import Line

ONES, TEENS, TENS = NUMBER_WORDS["one"], NUMBER_WORDS["teen"], NUMBER_WORDS["ten"]
PARTS, FOLDS, RANKS = NUMBER_WORDS["part"], NUMBER_WORDS["fold"], NUMBER_WORDS["rank"]
SMALL = ONES | TEENS | TENS
# What can go on with a number told in words.
_GOING_ON = SMALL.keys() | LARGE.keys() | PARTS.keys() | {"-", "and", "point"}
_LAST_RANKS = {"first": 1.0, "second": 2.0} | RANKS
_VAGUE_HEADS = CLASSES["vague head"]
_WHOLES = POSSESSIVE | DEMONSTRATIVE | {"the"}
_NO_HALF = CLASSES["no half"]
_BEFORE_LONE = CLASSES["before lone scale"]
_SHARE_ENDS = CLASSES["share end"]
_HALVING = frozenset(("half", "quarter"))
_ONE = frozenset(("a", "an", "one"))


def read(line: Line, i: int) -> Number | None:
    """Return the number told in words from token `i` on, or None."""
    word = line.low[i]
    if word in PLURALS:
        return _vague(line, i)
    if word in FOLDS:
        return Number(i, i + 1, FOLDS[word], FOLDS[word], 1.0, "fold")
    if word in SMALL and line.low[i + 1] not in _GOING_ON:
        return Number(i, i + 1, SMALL[word], SMALL[word], 1.0, "words")
    return _half_scale(line, i) or _words(line, i) or _rank(line, i)


def _words(line: Line, i: int) -> Number | None:
    """Read a number told in words, with the halves and scales that follow it."""
    word, before = line.low[i], line.low[i - 1]
    if word in PARTS:
        return _part(line, i)
    if word in LARGE and (before in _VAGUE_HEADS or _stands_alone(line, i)):
        return _headed(line, i)
    if word not in SMALL and (word not in LARGE or before not in ("a", "an") or line.low[i - 2] in _VAGUE_HEADS):
        return None
    first = i if word in SMALL else i - 1
    value, stop = _cardinal(line, i)
    if line.low[stop] == "point" and line.low[stop + 1] in ONES:
        value, stop = _decimals(line, value, stop + 1)
    rank = _rank_behind(line, stop)
    if 0 < rank < 10 and value % 10 == 0:
        return Number(first, stop + 2, value + rank, value + rank, 1.0, "rank")
    going_on = line.low[stop] == "and" or (line.low[stop] == "-" and line.low[stop + 1] == "and")
    fraction, stop = fraction_behind(line, i, value, stop) if going_on else (None, stop)
    if fraction is None and _is_part(line, stop):
        return _share(line, first, stop, value)
    if fraction is None:
        scale = SCALES.get(line.low[stop - 1], 1.0)  # already in the value: "three million"
        mantissa = value / scale
    else:
        scale, stop = scales.behind(line, stop)
        mantissa = fraction
    return Number(first, stop, mantissa * scale, mantissa, scale, "words")


def _stands_alone(line: Line, i: int) -> bool:
    """Tell whether a scale at token `i` counts by itself: "thousand of", "the million people"."""
    before = line.low[i - 1]
    if line.low[i + 1] == "of" or currencies.is_many(line.low[i + 1]):
        return before not in ("a", "an")
    if before not in _BEFORE_LONE or (line.low[i] == "hundred" and before != "another"):
        return False
    k = i + 1 + (line.low[i + 1] in ("other", "more"))
    return bool(line.looks[k] & PLURAL) and line.tokens[k].text[0].islower()


def _headed(line: Line, i: int) -> Number:
    """Read a scale without a number of its own: "several hundred", "a few thousand", "thousand of"."""
    scale, stop = scales.behind(line, i)
    if line.low[i - 1] not in _VAGUE_HEADS:
        return Number(i, stop, scale, scale, 1.0, "words")
    first = i - 1 - (line.low[i - 2] == "a")
    return Number(first, stop, scale, scale, 1.0, "vague")


def _cardinal(line: Line, i: int) -> tuple[float, int]:
    """Add up number words from token `i`."""
    total, current, last = 0.0, 0.0, 1e30
    j = i
    while True:
        word = line.low[j]
        k = j
        if j > i and (word == "-" or (word == "and" and (current >= 100 or (current == 0 and total)))):
            k = j + 1
            word = line.low[k]
            if word not in SMALL and word not in LARGE:
                break
        if word in ONES and current % 10 == 0 and current % 100 != 10 and not (current and ONES[word] == 0):
            current += ONES[word]
        elif (word in TEENS or word in TENS) and current % 100 == 0:
            current += SMALL[word]
        elif word == "hundred" and current < 100:
            current = max(current, 1.0) * 100
        elif word in SCALES and SCALES[word] < last and (current or j == i):
            scale = SCALES[word]
            if line.low[k + 1] in SCALES and SCALES[line.low[k + 1]] > 1e5:
                scale *= SCALES[line.low[k + 1]]
                k += 1
            total += max(current, 1.0) * scale
            current, last = 0.0, scale
        else:
            break
        j = k + 1
    return total + current, j


def _decimals(line: Line, value: float, j: int) -> tuple[float, int]:
    digits = ""
    while line.low[j] in ONES and len(digits) < 12:
        digits += str(int(ONES[line.low[j]]))
        j += 1
    return value + float("0." + digits), j


def _is_part(line: Line, j: int) -> bool:
    """Tell whether token `j`, behind a count, is a denominator ("two thirds", "three-quarters")."""
    word = line.low[j + 1] if line.low[j] == "-" else line.low[j]
    return word in PARTS


def _share(line: Line, first: int, j: int, value: float) -> Number | None:
    """Read the denominator behind a numerator: "two-thirds", "one fifth of"."""
    k = j + (line.low[j] == "-") + 1
    word = line.low[k - 1]
    if (
        value >= PARTS[word]
        or (value == 1 and not _ends_share(line, k))
        or (value > 1 and not word.endswith("s"))
        or (_is_reducible(value, PARTS[word]) and line.low[j] != "-" and line.low[k] != "of")
    ):
        return Number(first, j, value, value, 1.0, "words")
    if line.low[k] == "of" and line.low[k + 1] == "a" and line.low[k + 2] in SCALES:
        scale = SCALES[line.low[k + 2]]
        return Number(first, k + 3, value / PARTS[word] * scale, value / PARTS[word], scale, "words")
    share = value / PARTS[word]
    return Number(first, k, share, share, 1.0, "fraction")


def _is_reducible(value: float, parts: float) -> bool:
    """Tell whether a fraction would be told in smaller numbers: two quarters are times, two tenths a share."""
    return value == int(value) and parts % 10 != 0 and math.gcd(int(value), int(parts)) > 1


def of_unit(line: Line, number: Number) -> Number | None:
    """Return a fraction whose whole is one of a unit as a number of that unit: "three-quarters of an hour"."""
    k = number.stop
    if number.form != "fraction" or line.low[k] != "of" or line.low[k + 1] not in _ONE:
        return None
    return number._replace(stop=k + 2, form="words") if _is_unit(line, k + 2) else None


def one_and_half(first: int, stop: int) -> Number:
    """Return the number that "a mile and a half" over the tokens [first, stop) tells."""
    return Number(first, stop, 1.5, 1.5, 1.0, "words")


def _unit_behind(line: Line, i: int) -> int:
    """Return where the unit begins of which token `i`, "half" or "quarter", is a part: "half an hour", "half-mile"."""
    if line.low[i] not in _HALVING:
        return 0
    k = i + 1 + (line.low[i + 1] in _ONE or line.low[i + 1] == "-")
    if not _is_unit(line, k) or (line.low[k] == "year" and line.low[k - 1] not in _ONE):
        return 0  # "half-year profits"
    return k


def _is_unit(line: Line, k: int) -> bool:
    if not line.looks[k] & ALPHA or line.low[k] in ("in", "a"):
        return False
    return units.after(line, k) is not None or currencies.after(line, k, 1.0) is not None


def _part(line: Line, i: int) -> Number | None:
    """Read "a third", "half", "a quarter" where it is a share."""
    word, before, after = line.low[i], line.low[i - 1], line.low[i + 1]
    value = 1 / PARTS[word]
    unit = _unit_behind(line, i)
    if unit:
        return Number(i - (before in _ONE), unit, value, value, 1.0, "words")
    if word == "half":
        if before in _NO_HALF or after in ("-", "an") or not (_ends_share(line, i + 1) or after in _WHOLES):
            return None
        return Number(i - (before in ("a", "one")), i + 1, value, value, 1.0, "fraction")
    if word.endswith("s") or before not in ("a", "an") or not _ends_share(line, i + 1):
        return None
    if after == "of" and line.low[i + 2] == "a" and line.low[i + 3] in SCALES:
        scale = SCALES[line.low[i + 3]]
        return Number(i - 1, i + 4, value * scale, value, scale, "words")
    return Number(i - 1, i + 1, value, value, 1.0, "fraction")


def _ends_share(line: Line, j: int) -> bool:
    """Tell whether what follows a fraction lets it be one: a preposition, a mark, the end."""
    word = line.low[j]
    return not word or word in _SHARE_ENDS or not (word[0].isalnum() or word == "-")


def _half_scale(line: Line, i: int) -> Number | None:
    """Read "half a million", "quarter million", "half a dozen"."""
    word = line.low[i]
    if word not in ("half", "quarter"):
        return None
    j = i + 1 + (line.low[i + 1] in ("a", "-"))
    if line.low[j] not in SCALES and line.low[j] != "hundred":
        return None
    if line.low[j] == "hundred" and line.low[j - 1] != "a":
        return None
    scale, stop = scales.behind(line, j)
    value = 1 / PARTS[word]
    first = i - 1 if line.low[i - 1] == "a" else i
    return Number(first, stop, value * scale, value, scale, "words")


def _vague(line: Line, i: int) -> Number | None:
    """Read "tens of thousands (of)", "dozens of": at least the number named, less than ten times it."""
    value, stop = PLURALS[line.low[i]], i + 1
    while line.low[stop] == "of" and line.low[stop + 1] in PLURALS:
        value *= PLURALS[line.low[stop + 1]]
        stop += 2
    first = i
    if line.low[i] == "tens" and stop == i + 1 and line.low[stop] != "of":
        return None
    return Number(first, stop, value, value, 1.0, "vague")


def _rank_behind(line: Line, j: int) -> float:
    return _LAST_RANKS.get(line.low[j + 1], 0.0) if line.low[j] == "-" and line.glued(j) else 0.0


def _rank(line: Line, i: int) -> Number | None:
    """Read an ordinal word from "third" on."""
    word = line.low[i]
    if word in RANKS:
        return Number(i, i + 1, RANKS[word], RANKS[word], 1.0, "rank")
    return None
