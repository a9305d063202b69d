"""A sentence's words as lexemes, each with its class in the grammar of time, and the runs of them worth reading.

The grammar is regular expressions over strings of classes, one character a lexeme, so that a rule reads as the
expression it describes and positions in the string are positions in the list of lexemes. A word that means nothing
to the grammar is a blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from core.extract import interest
from core.extract.dates.time_words import BEGINNINGS, BLANK, CODES, GLUE, Lexeme, pieces, sense_of
from core.extract.tokens import LOWER, Token
from core.extract.word import TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.document import Sentence


class Run(NamedTuple):
    """Neighbouring words that all mean something: the place of the first among the lexemes, and their classes."""

    base: int
    codes: str


class Scan(NamedTuple):
    """A stretch of text as lexemes, with the runs an expression of time can lie in; outside them all is blank."""

    lexemes: list[Lexeme]
    runs: list[Run]


_BLANK = Lexeme("", None, "", 0, 0)
_PERIOD_MARKS = {CODES["quarter_mark"], CODES["half_mark"]}
_LONGEST_RUN = 400  # lexemes; more words and numbers of time in a row than this are no prose
_GLUE = "".join(CODES[name] for name in sorted(GLUE))
# An expression lies inside a run of lexemes that mean something and holds one that isn't mere grammar.
_RUN = re.compile(f"(?<![^{BLANK}])[{_GLUE}]*+[^{BLANK}{_GLUE}][^{BLANK}]*")
_TELLING, _OPENING = interest.finder(interest.TIME), interest.finder(interest.PHRASE)
_SHORT_YEAR = re.compile(_OPENING.pattern + interest.finder(interest.NUMBER).pattern)  # "’87" may be one


def scan(sentence: Sentence) -> Scan | None:
    """Return the lexemes of a sentence, or None where nothing in it tells of a time, as in most."""
    if not _TELLING.search(sentence.interests) and not _may_have_short_year(sentence):
        return None
    units, classes = _with_phrases(sentence)
    codes = "".join(classes)
    if len(codes) != len(units):
        units = _taken_apart(units, classes)
    found = _RUN.finditer(codes)
    runs = [Run(match.start(), match[0]) for match in found if match.end() - match.start() <= _LONGEST_RUN]
    if not runs:
        return None
    lexemes = [_BLANK] * len(codes)
    for base, run in runs:
        words = units[base : base + len(run)]
        lexemes[base : base + len(run)] = [
            Lexeme(*sense_of(text), lower, start, end) for text, lower, start, end in words
        ]
        if run[-2:-1] in _PERIOD_MARKS and base + len(run) < len(
            units
        ):  # what follows tells whether a number goes on ("H1N1")
            following = units[base + len(run)]
            lexemes[base + len(run)] = Lexeme("", None, "", following.start, following.end)
    return Scan(lexemes, runs)


def _may_have_short_year(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return any(tokens[match.start()].lower == "'" for match in _SHORT_YEAR.finditer(sentence.interests))


def _with_phrases(sentence: Sentence) -> tuple[Sequence[Token], Sequence[str]]:
    """Return the tokens of a sentence with the phrases of the lexicon made one, and the class of each."""
    tokens, classes = sentence.tokens, [*map(TIME, sentence.known)]
    units: list[Token] = []
    codes: list[str] = []
    done = 0
    for match in _OPENING.finditer(sentence.interests):
        place = match.start()
        if place >= done and (phrase := _phrase(tokens, place)):
            units += tokens[done:place]
            codes += classes[done:place]
            unit, done = phrase
            units.append(unit)
            codes.append(CODES[sense_of(unit.text)[0]])
    return (units + list(tokens[done:]), codes + classes[done:]) if units else (tokens, classes)


def _phrase(tokens: Sequence[Token], place: int) -> tuple[Token, int] | None:
    """Return the longest phrase of the lexicon at a place and the place after it."""
    for parts in BEGINNINGS.get(tuple(map(LOWER, tokens[place : place + 2])), ()):
        end = place + len(parts)
        if tuple(map(LOWER, tokens[place:end])) == parts:
            text = " ".join(token.text for token in tokens[place:end])
            apart = parts[0] == "'" and tokens[place].end != tokens[place + 1].start  # "the boys' 87 goals"
            if sense_of(text)[0] and not apart:
                return Token(text, " ".join(parts), tokens[place].start, tokens[end - 1].end), end
    return None


def _taken_apart(units: Sequence[Token], classes: Sequence[str]) -> list[Token]:
    """Return the words with those of several pieces taken apart: "third-quarter" is third, -, quarter."""
    apart: list[Token] = []
    done = 0
    for place in [place for place, codes in enumerate(classes) if len(codes) > 1]:
        apart += units[done:place]
        text, _, start, _ = units[place]
        apart += [Token(piece, lower, start + first, start + end) for piece, lower, first, end in pieces(text)]
        done = place + 1
    apart += units[done:]
    return apart
