"""A sentence's words as lexemes, each with its class in the grammar of time, and the runs of them worth reading.

The grammar is regular expressions over strings of classes, one character a lexeme, so that a rule reads as the
expression it describes and positions in the string are positions in the list of lexemes. A word that means nothing
to the grammar is a blank.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates.words import BEGINNINGS, BLANK, CODES, GLUE, MEANINGS, TELLS, Meaning, pieces
from core.extract.tokens import LOWER, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Lexeme(NamedTuple):
    """One word, number or phrase: its class, what it is worth there, and its place."""

    name: str
    value: int | float | str | None
    lower: str
    start: int
    end: int


class Run(NamedTuple):
    """Neighbouring words that all mean something: the place of the first among the lexemes, and their classes."""

    base: int
    codes: str


class Scan(NamedTuple):
    """A stretch of text as lexemes, with the runs an expression of time can lie in; outside them all is blank."""

    lexemes: list[Lexeme]
    runs: list[Run]


_BLANK = Lexeme("", None, "", 0, 0)
_LONGEST_RUN = 400  # lexemes; more words and numbers of time in a row than this are no prose
_GLUE = "".join(CODES[name] for name in sorted(GLUE))
# An expression lies inside a run of lexemes that mean something and holds one that isn't mere grammar.
_RUN = re.compile(f"(?<![^{BLANK}])[{_GLUE}]*+[^{BLANK}{_GLUE}][^{BLANK}]*")
_TEXT, _CLASSES = itemgetter(Token._fields.index("text")), itemgetter(Meaning._fields.index("codes"))


def scan(tokens: Sequence[Token]) -> Scan | None:
    """Return the lexemes of a stretch of text, or None where nothing in it tells of a time, as in most sentences."""
    if True not in map(TELLS.__getitem__, map(_TEXT, tokens)):
        return None
    units = _with_phrases(tokens)
    meanings = [*map(MEANINGS.__getitem__, map(_TEXT, units))]
    codes = "".join(map(_CLASSES, meanings))
    if len(codes) != len(meanings):
        units = [*_taken_apart(units, meanings)]
    runs = [Run(match.start(), match[0]) for match in _RUN.finditer(codes)]
    runs = [run for run in runs if len(run.codes) <= _LONGEST_RUN]
    if not runs:
        return None
    lexemes = [_BLANK] * len(codes)
    for base, run in runs:
        end = base + len(run)
        lexemes[base:end] = map(_lexeme, units[base:end])
    return Scan(lexemes, runs)


def _lexeme(unit: Token) -> Lexeme:
    text, lower, start, end = unit
    _, name, value = MEANINGS[text]
    return Lexeme(name, value, lower, start, end)


def _with_phrases(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with the phrases of the lexicon made one."""
    words = [*map(LOWER, tokens)]
    if BEGINNINGS.keys().isdisjoint(zip(words, words[1:], strict=False)):
        return tokens
    units: list[Token] = []
    place = 0
    while place < len(tokens):
        phrase = _phrase(tokens, words, place)
        units.append(phrase[0] if phrase else tokens[place])
        place = phrase[1] if phrase else place + 1
    return units


def _phrase(tokens: Sequence[Token], words: Sequence[str], place: int) -> tuple[Token, int] | None:
    """Return the longest phrase of the lexicon at a place and the place after it."""
    for parts in BEGINNINGS.get(tuple(words[place : place + 2]), ()):
        end = place + len(parts)
        if tuple(words[place:end]) == parts:
            text = " ".join(token.text for token in tokens[place:end])
            if MEANINGS[text].name:
                return Token(text, " ".join(parts), tokens[place].start, tokens[end - 1].end), end
    return None


def _taken_apart(units: Sequence[Token], meanings: Sequence[Meaning]) -> Iterator[Token]:
    """Yield the words with those of several pieces taken apart."""
    for unit, meaning in zip(units, meanings, strict=True):
        if len(meaning.codes) > 1:
            yield from pieces(unit.text, unit.start)
        else:
            yield unit
