"""Units of measure behind a number, and rates ("a barrel", "per capita", "/h")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.inflection import plural
from core.extract.figures import phrase_index
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.figures.line import Line
    from core.model import FigureKind


class _Listed(NamedTuple):
    """A row of `figures_units.csv`; words, signs and glued are lists with "|" between."""

    unit: str
    words: str
    signs: str
    glued: str


_ROWS = load.table("figures_units.csv", _Listed)
_RATE_NOUNS = CLASSES["rate noun"]
_PERCENT = frozenset(("percent", "percentage point", "basis point"))
_COUNTED = frozenset(("point", "times"))
_TIME = CLASSES["unit of time"]
# What may follow a letter that stands apart from its number ("278,000 t of", "1.8 m tall").
_LETTER_FOLLOWERS = CLASSES["behind letter"]
_MARKS = frozenset(('"', "”", "″"))
_EXTENT = CLASSES["extent"]
_SHORT_RATES = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "d": "day", "yr": "year", "l": "liter"}
_SPACED_RATES = _SHORT_RATES.keys() | _SHORT_RATES.values()  # "193km / h"
_RATE_WORDS = CLASSES["rate word"]
_OFFSETS = CLASSES["offset"]
_APART_LETTERS = frozenset("CFWVKmgtl")


class Unit(NamedTuple):
    """A unit by its canonical name, and the token index behind it."""

    name: str
    stop: int


def _words() -> Iterator[tuple[str, str]]:
    for row in _ROWS:
        for form in filter(None, row.words.split("|")):
            yield form, row.unit
            head, space, tail = form.partition(" ")
            if head in ("degree", "part") or row.unit.endswith(("per hour", "per gallon", "equivalent")):
                yield f"{head}s{space}{tail}", row.unit
            elif form[-1] not in "s." and form not in ("feet", "horsepower"):
                yield plural(form), row.unit


_WORDS = phrase_index.index(_words())
_SIGNS = phrase_index.index((sign, row.unit) for row in _ROWS for sign in filter(None, row.signs.split("|")))
_LETTERS = {letter: row.unit for row in _ROWS for letter in filter(None, row.glued.split("|"))}
# The lower-cased words and signs that a unit can begin with, and those that can begin a rate.
STARTS = _WORDS.keys() | {sign.lower() for sign in (*_SIGNS, *_LETTERS, *_MARKS)} | {"in", "(", "["}
RATE_STARTS = _RATE_WORDS | {"-", "/"}


def after(line: Line, j: int) -> Unit | None:
    """Return the unit behind a number at token `j`, hyphen or none between ("30-year", "5kg", "sq ft")."""
    k = j + 1 if line.low[j] == "-" and line.glued(j) == line.glued(j + 1) else j
    if k >= len(line.tokens) or line.low[k] not in STARTS:
        return None
    found = phrase_index.match(_WORDS, line, k) if line.low[k] in _WORDS else None
    sign = phrase_index.match_sign(_SIGNS, line, k) if line.tokens[k].text in _SIGNS else None
    if found is None or (sign is not None and sign[1] >= found[1]):
        found = sign or _letter(line, k) or _bracketed(line, k)
    if found is None:
        return None
    name, stop = found
    if name in _TIME:
        stop += _age_length(line, stop)
    return Unit(name, stop)


def _age_length(line: Line, j: int) -> int:
    """Return how many tokens of "-old", "old" or "of age" stand at token `j`."""
    low = line.low
    if low[j] in ("old", "olds"):
        return 1
    return (
        2 if (low[j] == "-" and low[j + 1] in ("old", "olds")) or (low[j] == "of" and low[j + 1] == "age") else 0
    )


def rate(line: Line, j: int) -> Unit | None:
    """Return what a unit is counted per, at token `j` ("a barrel", "per share", "/hour", "-a-share")."""
    k = j + 1 if line.low[j] == "-" else j
    word = line.low[k]
    if word == "/":
        return _sign_rate(line, k)
    if word not in _RATE_WORDS:
        return None
    k += 1 + (line.low[k + 1] == "-")
    if word != "per" and line.low[k + 1] in _OFFSETS:
        return None  # "$6bn a year earlier"
    found = phrase_index.match(_WORDS, line, k)
    if found and found[0] != "percent" and (word == "per" or found[0] in _RATE_NOUNS):
        return Unit(*found)
    noun = line.low[k]
    if noun in _RATE_NOUNS or (word == "per" and noun.isalpha() and noun != "cent"):
        return Unit("year" if noun == "annum" else noun, k + 1)
    return None


def _sign_rate(line: Line, k: int) -> Unit | None:
    """Return the unit behind a slash: "/h", "/cm2"."""
    if line.glued(k) != line.glued(k + 1) or (not line.glued(k) and line.low[k + 1] not in _SPACED_RATES):
        return None
    sign = phrase_index.match_sign(_SIGNS, line, k + 1)
    if sign:
        return Unit(*sign)
    noun = line.low[k + 1]
    return Unit(_SHORT_RATES.get(noun, noun), k + 2) if noun.isalpha() else None


def kind(name: str) -> FigureKind:
    """Return the kind of figure a unit makes: percent, count or dimension."""
    base = name.partition(" per ")[0]
    if base in _PERCENT:
        return "percent"
    return "count" if base in _COUNTED else "dimension"


def is_time(name: str | None) -> bool:
    """Tell whether a unit measures time or age."""
    return name in _TIME


def named(word: str) -> str | None:
    """Return the unit a single word names, or None."""
    for words, unit in _WORDS.get(word, ()):
        if len(words) == 1:
            return unit
    return None


def _letter(line: Line, k: int) -> tuple[str, int] | None:
    """Read a unit of one letter, or a mark that is also a quotation mark or a preposition."""
    text = line.tokens[k].text
    following = line.low[k + 1]
    if text in _MARKS:
        return (_LETTERS[text], k + 1) if following in _EXTENT else None
    if text == "in":
        ends = not following or following in _EXTENT or not following[0].isalnum()
        return ("inch", k + 1) if ends and line.tokens[k].start > 0 and _is_length(line, k) else None
    unit = _LETTERS.get(text)
    if unit is None:
        return None
    ends = not following or not following[0].isalnum() or following in _LETTER_FOLLOWERS
    if line.glued(k) or (following == "/" and line.glued(k + 1)):
        return unit, k + 1
    return (
        (unit, k + 1)
        if text in _APART_LETTERS
        and (ends or text.isupper())
        and text in "CFWV"
        or (text in _APART_LETTERS and ends)
        else None
    )


def _is_length(line: Line, k: int) -> bool:
    """Tell whether "in" behind a number at the end is the inch: only after digits."""
    return line.low[k - 1][-1:].isdigit()


def _bracketed(line: Line, k: int) -> tuple[str, int] | None:
    """Read a unit in brackets of its own: "20 (kg)"."""
    if line.low[k] not in ("(", "[") or line.low[k + 2] not in (")", "]"):
        return None
    found = phrase_index.match_sign(_SIGNS, line, k + 1)
    return (found[0], k + 3) if found and found[1] == k + 2 else None
