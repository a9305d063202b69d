"""What a unit is counted per, behind it: "a barrel", "per capita", "/h", "per 100,000 people"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.looks import ALPHA, FUNCTION
from core.extract.figures import counted, read_number, units
from core.extract.figures.figure_words import CLASSES, NUMERALS
from core.extract.figures.units import Unit

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_RATE_NOUNS = CLASSES["rate noun"]
_SHORT_RATES = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "d": "day", "yr": "year", "l": "liter"}
_SPACED_RATES = _SHORT_RATES.keys() | _SHORT_RATES.values()  # "193km / h"
_RATE_WORDS = CLASSES["rate word"]
_OFFSETS = CLASSES["offset"]
_LONGEST_STUFF = 4  # words of what is counted between a unit and its rate: "3m litres of river water a year"
STARTS = _RATE_WORDS | {"-", "/"}  # the words a rate can begin with


def after(line: Line, j: int) -> Unit | None:
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
    return _denominator(line, k, per=word == "per")


def _denominator(line: Line, k: int, *, per: bool) -> Unit | None:
    """Return what something is counted per at token `k`, behind "per" or "a"."""
    noun = line.low[k]
    if per and (noun[:1].isdigit() or noun in NUMERALS):
        return _per_many(line, k)
    found = units.word_at(line, k)
    if found and found[0] != "percent" and (per or found[0] in _RATE_NOUNS):
        return Unit(*found)
    if noun in _RATE_NOUNS or (per and noun.isalpha() and noun != "cent"):
        return Unit("year" if noun == "annum" else noun, k + 1)
    return None


def _per_many(line: Line, k: int) -> Unit | None:
    """Return what many of something a unit is counted per: "deaths | per 100,000 people"."""
    number = read_number.read(line, k)
    if number is None:
        return None
    noun = counted.after(line, number.stop, number.value)
    if noun is None:
        found = units.word_at(line, number.stop) or units.sign_at(line, number.stop)
        return Unit(f"{number.value:,.10g} {found[0]}", found[1]) if found else None
    return Unit(f"{number.value:,.10g} {' '.join(noun.words)}", noun.stop)


def _sign_rate(line: Line, k: int) -> Unit | None:
    """Return the unit behind a slash: "/h", "/cm2"."""
    if line.glued(k) != line.glued(k + 1) or (not line.glued(k) and line.low[k + 1] not in _SPACED_RATES):
        return None
    sign = units.sign_at(line, k + 1)
    if sign:
        return Unit(*sign)
    noun = line.low[k + 1]
    return Unit(_SHORT_RATES.get(noun, noun), k + 2) if noun.isalpha() else None


def past_stuff(line: Line, j: int) -> Unit | None:
    """Return what a unit is counted per behind its stuff, from "of" at token `j` on: "of river water a year"."""
    for k in range(j + 1, j + 2 + _LONGEST_STUFF):
        if k > j + 1 and line.low[k] in _RATE_WORDS:
            found = after(line, k)
            return found if found and units.is_time(found.name) else None
        if line.looks[k] & (ALPHA | FUNCTION) != ALPHA or line.tokens[k].text[0].isupper():
            return None
    return None
