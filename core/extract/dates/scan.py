"""A paragraph's words as lexemes: each with its class in the grammar of time, and all classes as one string.

The grammar is regular expressions over that string of classes, one character a lexeme, so that a rule reads as the
expression it describes and positions in the string are positions in the list of lexemes. A word that means nothing
to the grammar is a blank.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from core.extract.tokens import LOWER, Token, tokenize
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Lexeme(NamedTuple):
    """One word, number or phrase: its class, what it is worth there, and its place."""

    name: str
    value: int | float | str | None
    lower: str
    start: int
    end: int


class Scan(NamedTuple):
    """A stretch of text as lexemes and as the string of their classes."""

    lexemes: list[Lexeme]
    codes: str


BLANK = " "
_BLANK = Lexeme("", None, "", 0, 0)  # stands for every word that means nothing here
# Classes that shapes make, not the lexicon: see `_number` and `_MARKS`.
_SHAPES = ("day", "number", "decimal", "year", "long", "clock", "dotted")
_MARKS = {
    "dash": "-–—", "slash": "/", "comma": ",", "dot": ".", "apostrophe": "'’‘`", "paren": "()", "stop": ";:!?\"”“",
    "money": "$£€#%",
}  # fmt: skip
# Classes that can't be an expression of time without another.
GLUE = frozenset(
    "the of comma dot in on at and or to link article that its poss apostrophe paren dash stop money approx over full "
    "per ordinal multiplier day number decimal long suffix this next latest same previous following earlier beside "
    "ahead counted early edge every other times vague old ended fiscal or_so zone".split()
)
_CAPITAL = frozenset({"month_word", "month_short", "weekday_short", "holiday"})
_PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]|_+")
_DIGITS = frozenset("0123456789")
_LONGEST_COMPOUND = 40  # characters of a hyphenated word worth taking apart


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = files("core.lexicon").joinpath(name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if line and not line.startswith("#"))


def _worth(value: str) -> int | str | None:
    return int(value) if value.lstrip("-").isdigit() else value or None


Sense = tuple[str, int | str | None]  # class and value


def _load() -> tuple[dict[str, Sense], dict[str, list[tuple[tuple[str, ...], Sense]]]]:
    """Return the single words, and the phrases of several words by their first, longest first."""
    senses: dict[str, Sense] = {
        row["phrase"]: (row["class"], _worth(row["value"])) for row in _rows("dates_words.csv")
    }
    senses |= {row["name"]: ("holiday", row["rule"]) for row in _rows("dates_holidays.csv")}
    words: dict[str, Sense] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for phrase, sense in senses.items():
        parts = tuple(token.lower for token in tokenize(phrase, Span(0, len(phrase))))
        if len(parts) == 1:
            words[parts[0]] = sense
        else:
            phrases.setdefault(parts[0], []).append((parts, sense))
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    words |= {str(number): ("day", number) for number in range(1, 32)}
    words |= {str(number): ("year", number) for number in range(1000, 3000)}
    words |= dict.fromkeys(phrases.keys() - words.keys(), ("", None))
    words |= {mark: (name, None) for name, marks in _MARKS.items() for mark in marks} | {"'s": ("poss", None)}
    return words, phrases


_WORDS, _PHRASES = _load()
_SECONDS = {first: frozenset(parts[1] for parts, _ in listed) for first, listed in _PHRASES.items()}
_NAMES = sorted(
    {name for name, _ in _WORDS.values() if name}
    | {name for listed in _PHRASES.values() for _, (name, _) in listed}
    | set(_SHAPES)
)
CODES = {"": BLANK} | {name: chr(0x100 + place) for place, name in enumerate(_NAMES)}


def _telling_words() -> frozenset[str]:
    """Return the words that tell of a time by themselves, and for each phrase that does its last word."""
    words = {word for word, (name, _) in _WORDS.items() if name and name not in GLUE | {"cardinal"}}
    # Numbers that may begin a year as it is spoken ("nineteen ninety-six").
    words |= {word for word, (name, value) in _WORDS.items() if name == "cardinal" and value in range(17, 21)}
    for listed in _PHRASES.values():
        words |= {
            [part for part in parts if part.isalpha()][-1] for parts, (name, _) in listed if name not in GLUE
        }
    return frozenset(words)


_TELLING = _telling_words()
_UNITS = "|".join(sorted(word for word, (name, _) in _WORDS.items() if name in {"unit", "units", "half"}))
# Clock times and numeric dates; compounds with a unit, a year or an "early" in them ("two-year", "mid-May").
_TELLING_SHAPE = re.compile(
    rf"\d\d?[:.]\d\d|\d\d?\.\d\d?\.\d|(?:mid|late|early|{_UNITS})-|[^-]{{1,40}}-(?:.{{1,20}}-)?(?:{_UNITS}|\d{{4}})\b"
)


def words_of_class(name: str) -> frozenset[str]:
    """Return the words of one class of `dates_verbs.csv` ("past", "future", "planned", "other")."""
    return frozenset(row["word"] for row in _rows("dates_verbs.csv") if row["class"] == name)


_NOTHING, _MEANING, _TIME = 0, 1, 2  # what a word may tell
_MOST_WORDS = 1 << 16


class _Tells(dict[str, int]):
    """What each word seen so far tells: nothing, as a blank; something to the grammar; a time by itself."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = _what_tells(word)
        return found


def _what_tells(word: str) -> int:
    if word in _TELLING or (not word.isalpha() and word not in _WORDS and _TELLING_SHAPE.match(word)):
        return _TIME
    return _MEANING if word in _WORDS or word[0] in _DIGITS or "-" in word else _NOTHING


_TELLS = _Tells()


def scan(tokens: Sequence[Token]) -> Scan | None:
    """Return the lexemes of a stretch of text, or None where nothing in it tells of a time, as in most sentences."""
    tells = [*map(_TELLS.__getitem__, map(LOWER, tokens))]
    if _TIME not in tells:
        return None
    lexemes = _lexemes(tokens, tells)
    return Scan(lexemes, "".join([CODES[lexeme[0]] for lexeme in lexemes]))


def _lexemes(tokens: Sequence[Token], tells: Sequence[int]) -> list[Lexeme]:
    lexemes: list[Lexeme] = []
    done = 0  # tokens
    make = tuple.__new__  # a third faster than calling Lexeme
    for place in compress(range(len(tokens)), tells):
        if place < done:
            continue
        lexemes += (_BLANK,) * (place - done)
        done = place + 1
        text, lower, start, end = tokens[place]
        if sense := _WORDS.get(lower):
            name, value = sense
            following = tokens[done].lower if done < len(tokens) else ""
            if following in _SECONDS.get(lower, ()) and (found := _phrase(tokens, place)):
                lexeme, done = found
                lexemes.append(lexeme)
            elif not name or (name in _CAPITAL and not text[0].isupper()):
                lexemes.append(_BLANK)
            else:
                lexemes.append(make(Lexeme, (name, value, lower, start, end)))
        elif lower[0] in _DIGITS:
            lexemes.append(_numeral(lower, start, end))
        elif "-" in lower and len(lower) <= _LONGEST_COMPOUND:
            pieces = _pieces(text, start)
            told = [_TELLS[piece.lower] for piece in pieces]
            lexemes += _lexemes(pieces, told) if len(pieces) > 1 else (_BLANK,)
        else:
            lexemes.append(_BLANK)
    lexemes += (_BLANK,) * (len(tokens) - done)
    return lexemes


def _pieces(text: str, start: int) -> list[Token]:
    """Take a hyphenated word apart: "third-quarter" is third, -, quarter."""
    return [
        Token(match.group(), match.group().lower().replace("’", "'"), start + match.start(), start + match.end())
        for match in _PIECE.finditer(text)
    ]


def _phrase(tokens: Sequence[Token], place: int) -> tuple[Lexeme, int] | None:
    """Return the longest phrase of the lexicon at a place and the place after it."""
    for parts, (name, value) in _PHRASES[tokens[place].lower]:
        end = place + len(parts)
        if end > len(tokens) or tokens[place + 1].lower != parts[1]:
            continue
        if all(tokens[place + at].lower == part for at, part in enumerate(parts)):
            if name == "holiday" and not tokens[place].text[0].isupper():
                continue
            return Lexeme(name, value, " ".join(parts), tokens[place].start, tokens[end - 1].end), end
    return None


def _numeral(text: str, start: int, end: int) -> Lexeme:
    if len(text) > 20 or not text.isascii():
        return _BLANK
    name, number = _number(text)
    return Lexeme(name, number, text, start, end)


_CLOCK = re.compile(r"(\d{1,2})[:.]([0-5]\d)(?::([0-5]\d))?\Z")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\Z")


def _number(text: str) -> tuple[str, int | float | str | None]:
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


def _whole(text: str) -> tuple[str, int]:
    number = int(text)
    if len(text) <= 2:
        return ("day" if 1 <= number <= 31 else "number"), number
    if len(text) == 4 and 1000 <= number <= 2999:
        return "year", number
    return ("number" if len(text) < 5 else "long"), number
