"""Units of measure behind a number, and rates ("a barrel", "per capita", "/h")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.looks import ALPHA, FUNCTION
from core.extract.figures import phrase_index, unit_names
from core.extract.figures.figure_words import CLASSES, NAMERS
from core.extract.figures.scales import RESOLUTIONS

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.model import FigureKind


_PERCENT = frozenset(("percent", "percentage point", "basis point"))
_COUNTED = frozenset(("point", "times"))
_TIME = CLASSES["unit of time"]
# What may follow a letter that stands apart from its number ("278,000 t of", "1.8 m tall").
_LETTER_FOLLOWERS = CLASSES["behind letter"]
_CROSSES = frozenset(("x", "×"))
_MARKS = frozenset(('"', "”", "″"))
_EXTENT = CLASSES["extent"]
_APART_LETTERS = frozenset("CFWVKmgtlp")
_CAPITALS = frozenset("CFWV")
_HEAT = frozenset("CF")
_HEAT_CUES = CLASSES["heat"]
_USUAL_HEAT = {"C": range(-90, 61), "F": range(20, 141)}  # of weather


class Unit(NamedTuple):
    """A unit by its canonical name, and the token index behind it."""

    name: str
    stop: int


_WORDS = phrase_index.index(unit_names.words().items())
_SIGNS = phrase_index.index(unit_names.signs().items())
_LETTERS = unit_names.letters()
_BY_CUE = {
    "kt": [("knot", CLASSES["speed"]), ("kiloton", CLASSES["mass"])],
    "mb": [("millibar", CLASSES["pressure"]), ("megabyte", CLASSES["data"])],
}
# The lower-cased words and signs that a unit can begin with.
STARTS = _WORDS.keys() | {sign.lower() for sign in (*_SIGNS, *_LETTERS, *_MARKS)} | {"in", "(", "["}


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
    if stop == k + 1 and line.low[k] in _BY_CUE:
        name = _by_cue(line, k, name)
    if name in _TIME:
        stop += _age_length(line, stop)
    return Unit(name, stop)


def _by_cue(line: Line, k: int, name: str) -> str:
    """Return the unit that a sign of two meanings has beside the words of its sentence: "kt" of wind, or of bombs."""
    for unit, cues in _BY_CUE[line.low[k]]:
        if not cues.isdisjoint(line.low):
            return unit
    return name


def _age_length(line: Line, j: int) -> int:
    """Return how many tokens of "-old", "old" or "of age" stand at token `j`."""
    low = line.low
    if low[j] in ("old", "olds"):
        return 1
    return (
        2 if (low[j] == "-" and low[j + 1] in ("old", "olds")) or (low[j] == "of" and low[j + 1] == "age") else 0
    )


def word_at(line: Line, k: int) -> tuple[str, int] | None:
    """Return the unit whose name begins at token `k`, and where it ends."""
    return phrase_index.match(_WORDS, line, k)


def sign_at(line: Line, k: int) -> tuple[str, int] | None:
    """Return the unit whose sign begins at token `k`, and where it ends."""
    return phrase_index.match_sign(_SIGNS, line, k)


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
    text, following = line.tokens[k].text, line.low[k + 1]
    if text in _MARKS:
        return (_LETTERS[text], k + 1) if following in _EXTENT else None
    if text == "in":
        ends = not following or following in _EXTENT or not following[0].isalnum()
        return ("inch", k + 1) if ends and line.tokens[k].start > 0 and _is_length(line, k) else None
    unit = _LETTERS.get(text)
    return (unit, k + 1) if unit is not None and _is_letter(line, k) else None


def _is_letter(line: Line, k: int) -> bool:
    """Tell whether the letter at token `k` is a unit of the number in front."""
    text, following = line.tokens[k].text, line.low[k + 1]
    ends = not following or not following[0].isalnum() or following in _LETTER_FOLLOWERS
    if text in _HEAT and not _is_heat(line, k, ends=ends or bool(line.looks[k + 1] & FUNCTION)):
        return False
    crossed = text in _CROSSES and following.isdecimal() and line.glued(k) and line.glued(k + 1)  # "a 4x4 car"
    if crossed or (text == "K" and following in RESOLUTIONS):
        return False
    if line.glued(k) or (following == "/" and line.glued(k + 1)):
        return not (text == "s" and _is_model(line, k - 1))
    return text in _APART_LETTERS and (ends or text in _CAPITALS)


def _is_heat(line: Line, k: int, *, ends: bool) -> bool:
    """Tell whether "C" or "F" at token `k` is a degree: no "9,000 F-Series", "13F", "Boeing 777F"."""
    if (line.low[k + 1] == "-" and line.glued(k + 1)) or _is_model(line, k - 1):
        return False
    value = line.low[k - 1]
    usual = value.isdecimal() and int(value) in _USUAL_HEAT[line.tokens[k].text]
    return (ends and usual) or not _HEAT_CUES.isdisjoint(line.low)


def _is_model(line: Line, i: int) -> bool:
    """Tell whether the number at token `i` is part of a name: "Channel 6s", "a Boeing 777F"."""
    before = line.low[i - 1] if i else ""
    if not before or not line.looks[i - 1] & ALPHA or line.looks[i - 1] & FUNCTION or line.glued(i):
        return False
    return i > 1 and line.tokens[i - 1].text[0].isupper() or before in NAMERS


def _is_length(line: Line, k: int) -> bool:
    """Tell whether "in" behind a number at the end is the inch: only after digits."""
    return line.low[k - 1][-1:].isdigit()


def _bracketed(line: Line, k: int) -> tuple[str, int] | None:
    """Read a unit in brackets of its own: "20 (kg)"."""
    if line.low[k] not in ("(", "[") or line.low[k + 2] not in (")", "]"):
        return None
    found = phrase_index.match_sign(_SIGNS, line, k + 1)
    return (found[0], k + 3) if found and found[1] == k + 2 else None
