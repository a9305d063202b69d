"""Number expressions: digits with separators, number words, scales, fractions, multiples, vague plurals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.figures.words import NUMBER_WORDS

if TYPE_CHECKING:
    from core.extract.figures.line import Line

Form = Literal["digits", "words", "fraction", "vague", "fold", "rank"]

ONES, TEENS, TENS = NUMBER_WORDS["one"], NUMBER_WORDS["teen"], NUMBER_WORDS["ten"]
SCALES, PLURALS, PARTS = NUMBER_WORDS["scale"], NUMBER_WORDS["plural"], NUMBER_WORDS["part"]
FOLDS, RANKS = NUMBER_WORDS["fold"], NUMBER_WORDS["rank"]
SMALL = ONES | TEENS | TENS
LARGE = SCALES | {"hundred": 100.0}

# Letters behind digits. Those of `MONEY_LETTERS` mean a scale with a sign of money only, else a unit ("5 m").
_LETTERS = {"k": 1e3, "M": 1e6, "bn": 1e9, "B": 1e9, "tn": 1e12, "trn": 1e12, "mn": 1e6, "mln": 1e6, "bln": 1e9}
_LETTERS |= {"MM": 1e6, "cr": 1e7, "Bn": 1e9, "BN": 1e9, "MN": 1e6, "Mn": 1e6, "TN": 1e12, "K": 1e3}
MONEY_LETTERS = {"m": 1e6, "b": 1e9, "t": 1e12, "T": 1e12, "Cr": 1e7, "L": 1e5}
# Capitals that are a scale even apart from the digits, where what follows is counted in such numbers ("8 B people").
_APART = frozenset(("B", "M", "K"))
_COUNTED_IN_BILLIONS = frozenset("people users dollars euros pounds views downloads customers subscribers".split())
_LIMIT = 1e100
_LONGEST = 40

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")
_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5}
_VULGAR |= {"⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64))
# What can go on with a number behind its digits; anything else ends it.
_CONTINUING = (
    frozenset(LARGE)
    | frozenset(_VULGAR)
    | {letters.lower() for letters in (*_LETTERS, *MONEY_LETTERS)}
    | frozenset(PLURALS)
    | frozenset(("/", "and", "e", "×", "x", "*", "-"))
)
# What can go on with a number told in words.
_GOING_ON = SMALL.keys() | LARGE.keys() | PARTS.keys() | {"-", "and", "point"}
_LAST_RANKS = {"first": 1.0, "second": 2.0} | RANKS
_LARGE_WORDS = frozenset(word for word in LARGE if len(word) > 3)
_POINTS = (".", "point")
_WHOLE_NUMBERS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000))
_THIN_SPACES = frozenset("\u00a0\u2009\u202f")
_VAGUE_HEADS = frozenset(("several", "few", "many"))
_WHOLES = frozenset(("the", "its", "their", "his", "her", "our", "my", "that", "those", "these"))


class Number(NamedTuple):
    """A number expression: its tokens [first, stop), its value, and the value before its scale."""

    first: int
    stop: int
    value: float
    mantissa: float
    scale: float
    form: Form


def read(line: Line, i: int, *, money: bool = False) -> Number | None:
    """Return the number expression that begins at token `i`, or None.

    `money` says that a sign of money stands before it, so that letters behind it are scales. Values beyond 1e100
    and digits beyond forty are no numbers.
    """
    word = line.low[i]
    if word[0].isdigit() or word[0] in _VULGAR:
        number = _digits(line, i, money=money)
    elif word in PLURALS:
        number = _vague(line, i)
    elif word in FOLDS:
        number = Number(i, i + 1, FOLDS[word], FOLDS[word], 1.0, "fold")
    elif word in SMALL and line.low[i + 1] not in _GOING_ON:
        number = Number(i, i + 1, SMALL[word], SMALL[word], 1.0, "words")
    else:
        number = _half_scale(line, i) or _words(line, i) or _rank(line, i)
    return number if number and abs(number.value) < _LIMIT else None


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


def ratio(line: Line, number: Number) -> Number | None:
    """Return "two in five", "nine out of 10" as a fraction, where the number opens one."""
    k = number.stop
    width = 1 if line.low[k] == "in" else 2 if line.low[k] == "out" and line.low[k + 1] == "of" else 0
    if not width or number.value != int(number.value) or not 0 < number.value < 100:
        return None
    word = line.low[k + width]
    if not word or not (word in SMALL or word.isdecimal()):
        return None
    whole = read(line, k + width)
    if whole is None or whole.value not in _WHOLE_NUMBERS or number.value >= whole.value:
        return None
    share = number.value / whole.value
    return Number(number.first, whole.stop, share, share, 1.0, "fraction")


def _digits(line: Line, i: int, *, money: bool) -> Number | None:
    text = line.tokens[i].text
    if text[0] in _VULGAR:
        return Number(i, i + 1, _VULGAR[text[0]], _VULGAR[text[0]], 1.0, "fraction") if len(text) == 1 else None
    value = plain(text)
    if value is None:
        return None
    stop = i + 1
    following = line.low[stop]
    if line.low[i - 1] not in _POINTS:
        if following not in _CONTINUING and not following[:1].isdigit():
            return Number(i, stop, value, value, 1.0, "digits")
        if following in _LARGE_WORDS:
            scale, stop = _scale_behind(line, stop, money=money)
            return Number(i, stop, value * scale, value, scale, "digits")
    value, stop = _spaced_groups(line, text, value, stop)
    value, stop = _exponent(line, value, stop)
    fraction, stop = _fraction_behind(line, i, value, stop)
    if fraction is not None:
        value = fraction
    first = i
    if line.low[i - 1] in _POINTS and line.glued(i) and not line.glued(i - 1) and text.isdigit():
        value, first = value / 10.0 ** len(text), i - 1  # ".25"
    if fraction is not None and fraction < 1 and stop > i + 1 and line.low[stop] not in LARGE:
        return Number(first, stop, value, value, 1.0, "fraction")
    scale, stop = _scale_behind(line, stop, money=money)
    return Number(first, stop, value * scale, value, scale, "digits")


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
    if groups and (len(groups) > 1 or groups[0][1] in _THIN_SPACES):
        return float(text + "".join(part for part, _ in groups)), stop + len(groups)
    return value, stop


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


def _fraction_behind(line: Line, i: int, value: float, j: int) -> tuple[float | None, int]:
    """Read "½" or "1/2" behind an integer, or the integer itself as the numerator of "3/4"."""
    mark = line.low[j]
    if mark in _VULGAR:
        return value + _VULGAR[mark], j + 1
    if mark == "/" and line.glued(j) and j == i + 1:
        part = _ratio(line, i)
        if part is not None and line.low[i + 3] != "/":
            return part, i + 3
    if mark.isdecimal() and line.low[j + 1] == "/" and line.glued(j + 1) and value == int(value):
        part = _ratio(line, j)
        if part is not None and part < 1:
            return value + part, j + 3
    if mark == "and" and line.low[j + 1] in ("a", "one", "three", "two") and line.low[j + 2] in PARTS:
        numerator = ONES.get(line.low[j + 1], 1.0)
        return value + numerator / PARTS[line.low[j + 2]], j + 3
    return None, j


def _ratio(line: Line, i: int) -> float | None:
    above, below = line.low[i], line.low[i + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) <= 2 and len(below) <= 4 and line.glued(i + 2)):
        return None
    numerator, denominator = int(above), int(below)
    if not 0 < numerator < denominator or not (denominator in _DENOMINATORS or numerator == 1):
        return None
    return numerator / denominator


def _scale_behind(line: Line, j: int, *, money: bool) -> tuple[float, int]:
    """Return the product of the scales behind a number ("million", "bn", "k", "lakh crore") and where they end."""
    scale, start = 1.0, j
    if j < len(line.tokens) and (line.glued(j) or money):
        letters = line.tokens[j].text
        kelvin = letters == "K" and not money and "°" in line.low
        if letters in _LETTERS and not kelvin:
            return _LETTERS[letters], j + 1
        if letters == "m" and _counts_millions(line, j + 1):
            return 1e6, j + 1
        if letters in MONEY_LETTERS and money:
            return MONEY_LETTERS[letters], j + 1
    elif j < len(line.tokens) and line.tokens[j].text in _APART and line.low[j + 1] in _COUNTED_IN_BILLIONS:
        return _LETTERS[line.tokens[j].text], j + 1
    while True:
        word = line.low[j]
        k = j + 1 if word == "-" and line.glued(j) else j
        word = line.low[k]
        if word not in LARGE and not (word in PLURALS and k == start and line.low[k + 1] != "of"):
            return scale, j
        scale *= LARGE.get(word) or PLURALS[word]
        if scale > 1e18:
            return 1.0, start
        j = k + 1


_LENGTH_FOLLOWERS = frozenset(
    "tall wide long high deep thick away race races sprint freestyle hurdles butterfly relay above below from".split()
)


def _counts_millions(line: Line, j: int) -> bool:
    """Tell whether "35m", no sign of money before it, is told of things: "35m users", "35m of its users"."""
    word = line.low[j]
    if word == "of":
        return True
    return (
        len(word) > 2
        and word.isalpha()
        and word not in _LENGTH_FOLLOWERS
        and any(line.low[k][-1:] == "s" or line.low[k] == "people" for k in range(j, j + 5))
    )


def scale_after(line: Line, j: int) -> tuple[float, int]:
    """Return the scale that stands at token `j` behind a currency ("75 USD million") and where it ends."""
    return _scale_behind(line, j, money=False)


def _words(line: Line, i: int) -> Number | None:
    """Read a number told in words, with the halves and scales that follow it."""
    word, before = line.low[i], line.low[i - 1]
    if word in PARTS:
        return _part(line, i)
    if word in LARGE and (before in _VAGUE_HEADS or (line.low[i + 1] == "of" and before not in ("a", "an"))):
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
    fraction, stop = _fraction_behind(line, i, value, stop) if line.low[stop] == "and" else (None, stop)
    if fraction is None and _is_part(line, stop):
        return _share(line, first, stop, value)
    if fraction is None:
        scale = SCALES.get(line.low[stop - 1], 1.0)  # already in the value: "three million"
        mantissa = value / scale
    else:
        scale, stop = _scale_behind(line, stop, money=False)
        mantissa = fraction
    return Number(first, stop, mantissa * scale, mantissa, scale, "words")


def _headed(line: Line, i: int) -> Number:
    """Read a scale without a number of its own: "several hundred", "a few thousand", "thousand of"."""
    scale, stop = _scale_behind(line, i, money=False)
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
    if value >= PARTS[word] or (value == 1 and not _ends_share(line, k)) or (value > 1 and not word.endswith("s")):
        return Number(first, j, value, value, 1.0, "words")
    if line.low[k] == "of" and line.low[k + 1] == "a" and line.low[k + 2] in SCALES:
        scale = SCALES[line.low[k + 2]]
        return Number(first, k + 3, value / PARTS[word] * scale, value / PARTS[word], scale, "words")
    share = value / PARTS[word]
    return Number(first, k, share, share, 1.0, "fraction")


def _part(line: Line, i: int) -> Number | None:
    """Read "a third", "half", "a quarter" where it is a share."""
    word, before, after = line.low[i], line.low[i - 1], line.low[i + 1]
    value = 1 / PARTS[word]
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


_NO_HALF = frozenset(("the", "first", "second", "last", "other", "this", "each", "opening", "-", "third"))
_SHARE_ENDS = frozenset(
    ("of", "in", "to", "from", "and", "by", "as", "more", "less", "since", "over", "after", "during", "compared")
)


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
    scale, stop = _scale_behind(line, j, money=False)
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
