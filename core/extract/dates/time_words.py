"""What each word means to the grammar of time: its class, written as one character, and what it is worth there.

The words are data: `dates_words.csv`, `dates_holidays.csv`; so are sets of classes, `dates_classes.txt`. The class of a
number is told by its shape.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.extract.tokens import Token, tokenize
from core.lexicon import load
from core.model import Span

BLANK = " "  # the class of every word that means nothing here
# Classes that marks make, not the lexicon; those that shapes of numbers make are in `_SHAPES`.
_MARKS = {
    "dash": "-–—", "slash": "/", "comma": ",", "dot": ".", "apostrophe": "'’‘`", "paren": "()", "stop": ";:!?\"”“",
    "money": "$£€#%",
}  # fmt: skip
SETS = load.classes("dates_classes.txt")  # of classes, by what the rules ask of them
CUES = load.sections("dates_cues.txt")  # words and phrases, by what they tell of what stands beside them
GLUE, _CAPITAL = SETS["glue"], SETS["capitalised"]
_SHAPES = (
    "day",
    "number",
    "decimal",
    "year",
    "long",
    "clock",
    "dotted",
)  # classes of numbers, told by their shape
_LONGEST_NUMBER = 20  # characters of a number worth reading
_FIRST_SHORT = 1940  # of the hundred years that two digits behind an apostrophe name: "'45" is 1945, "'24" is 2024
_MILITARY = re.compile(r"0\d[0-5]\d\Z")  # "0730", which only a clock tells so
_CLOCK = re.compile(r"(\d{1,2})[:.]([0-5]\d)(?::([0-5]\d))?\Z")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\Z")
_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_+")
_DIGITS = frozenset("0123456789")
_LONGEST_COMPOUND = 40  # characters of a hyphenated word worth taking apart


class Lexeme(NamedTuple):
    """One word, number or phrase as the grammar takes it: its class, what it is worth there, and its place."""

    name: str
    value: int | float | str | None
    lower: str
    start: int
    end: int


Sense = tuple[str, int | float | str | None]  # class and value
_NOTHING: Sense = ("", None)


class _Listed(NamedTuple):
    """A row of `dates_words.csv`."""

    phrase: str
    class_: str
    value: str


class _Holiday(NamedTuple):
    """A row of `dates_holidays.csv`."""

    name: str
    rule: str


class _Verb(NamedTuple):
    """A row of `dates_verbs.csv`."""

    word: str
    class_: str


def _worth(value: str) -> int | str | None:
    return int(value) if value.lstrip("-").isdigit() else value or None


def _load() -> tuple[dict[str, Sense], dict[tuple[str, ...], Sense]]:
    """Return the single words, and the phrases of several words."""
    senses: dict[str, Sense] = {
        row.phrase: (row.class_, _worth(row.value)) for row in load.table("dates_words.csv", _Listed)
    }
    senses |= {row.name: ("holiday", row.rule) for row in load.table("dates_holidays.csv", _Holiday)}
    words: dict[str, Sense] = {}
    phrases: dict[tuple[str, ...], Sense] = {}
    for phrase, sense in senses.items():
        parts = tuple(token.lower for token in tokenize(phrase, Span(0, len(phrase))))
        if len(parts) == 1:
            words[parts[0]] = sense
        else:
            phrases[parts] = sense
    for year in range(_FIRST_SHORT, _FIRST_SHORT + 100):
        phrases["'", f"{year % 100:02}"] = ("short_year", year)
    words |= {str(number): ("day", number) for number in range(1, 32)}
    words |= {str(number): ("year", number) for number in range(1000, 3000)}
    words |= {mark: (name, None) for name, marks in _MARKS.items() for mark in marks} | {"'s": ("poss", None)}
    return words, phrases


_WORDS, _PHRASES = _load()
_SENSES = _WORDS | {" ".join(parts): sense for parts, sense in _PHRASES.items()}
_NAMES = sorted({name for name, _ in _SENSES.values()} | set(_SHAPES))
CODES = {"": BLANK} | {name: chr(0x100 + place) for place, name in enumerate(_NAMES)}


_VERBS = load.table("dates_verbs.csv", _Verb)


def words_of_class(name: str) -> frozenset[str]:
    """Return the words of one class of `dates_verbs.csv` (future, planned, leads_future, leads_past)."""
    return frozenset(row.word for row in _VERBS if row.class_ == name)


# --- which words tell of a time by themselves: a sentence without one isn't read


def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that tell of a time, and the last word of each phrase that does."""
    words = {word for word, (name, _) in _WORDS.items() if name not in GLUE | {"cardinal", "tens"}}
    # Numbers that may begin a year as it is spoken ("nineteen ninety-six").
    words |= {
        word for word, (name, value) in _WORDS.items() if name in {"cardinal", "tens"} and value in range(17, 21)
    }
    # Universal time is told with a number, which says nothing by itself.
    words |= {word for word, (name, value) in _WORDS.items() if name == "zone" and value}
    phrases = [parts for parts, (name, _) in _PHRASES.items() if name not in GLUE | {"short_year"}]
    last = {[part for part in parts if part.isalpha()][-1] for parts in phrases}
    return frozenset(words), frozenset(last)


_TELLING, _TELLING_LAST = _telling()
_UNITS = "|".join(sorted(word for word, (name, _) in _WORDS.items() if name in {"unit", "units", "half"}))
_NAMED = {"weekday", "month", "month_short", "month_word"}
_DAYS = "|".join(sorted(word for word, (name, _) in _WORDS.items() if name in _NAMED))
# Clock times and numeric dates; compounds with a unit, a year, a day or an "early" in them ("two-year", "mid-May").
_TELLING_SHAPE = re.compile(
    rf"\d\d?[:.]\d\d|0\d[0-5]\d\b|\d\d?\.\d\d?\.\d|(?:mid|late|early|{_UNITS}|{_DAYS})-|[^-]{{1,40}}-(?:.{{1,20}}-)?(?:{_UNITS}|\d{{4}})\b"
)


def tells(text: str, word: str) -> bool:
    """Tell whether a word, given as written and lower-cased, may tell of a time by itself."""
    if word in _TELLING_LAST:
        return True
    if word in _WORDS:
        return word in _TELLING and sense_of(text) != _NOTHING
    return not word.isalpha() and _TELLING_SHAPE.match(word) is not None


# --- what a word means


@lru_cache(maxsize=8192)
def sense_of(text: str) -> Sense:
    """Return the class and value of a word, number or phrase as it is written."""
    word = _lower(text)
    if sense := _SENSES.get(word):
        return _NOTHING if sense[0] in _CAPITAL and not text[0].isupper() else sense
    if word[0] in _DIGITS and len(word) <= _LONGEST_NUMBER and word.isascii():
        return _shape(word)
    return _NOTHING


def _shape(text: str) -> tuple[str, int | float | str | None]:
    """Return the class a number's shape gives it, and its value."""
    if text.isdigit():
        return _whole(text)
    if ":" in text:
        return ("clock", text) if (match := _CLOCK.match(text)) and int(match[1]) <= 24 else ("", None)
    if _DOTTED.match(text):
        return "dotted", text
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return "", None
    return "decimal", int(value) if value == int(value) else value


def _whole(text: str) -> tuple[str, int | str]:
    number = int(text)
    if _MILITARY.match(text):
        return "clock", text
    if len(text) <= 2:
        return ("day" if 1 <= number <= 31 else "number"), number
    if len(text) == 4 and 1000 <= number <= 2999:
        return "year", number
    return ("number" if len(text) < 5 else "long"), number


def codes(text: str, word: str) -> str:
    """Return the class of a word, given as written and lower-cased, or those of its pieces, as CODES has them."""
    if word in _SENSES or word[0] in _DIGITS:
        return CODES[sense_of(text)[0]]
    if "-" in word and len(word) <= _LONGEST_COMPOUND:
        found = "".join(CODES[sense_of(piece)[0]] for piece in _PIECE.findall(text))
        return found if len(found) > 1 else BLANK
    return BLANK


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Token, ...]:
    """Return the pieces of a hyphenated word, with their places in it."""
    return tuple(Token(match[0], _lower(match[0]), *match.span()) for match in _PIECE.finditer(text))


def _lower(text: str) -> str:
    return text.lower().replace("’", "'")


# --- phrases of several words


def _by_beginning() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the phrases by their first two words, longest first."""
    longest_first = sorted(_PHRASES, key=len, reverse=True)
    beginnings = {parts[:2] for parts in longest_first}
    return {both: tuple(parts for parts in longest_first if parts[:2] == both) for both in beginnings}


BEGINNINGS = _by_beginning()
FIRST_OF_PHRASES = frozenset(first for first, _ in BEGINNINGS)
