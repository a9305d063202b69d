"""Words, numbers and marks with their places."""

from __future__ import annotations

import re
from itertools import accumulate, chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from core.extract.memo import Memo

if TYPE_CHECKING:
    from core.model import Span


class Token(NamedTuple):
    """One word, number or mark: as written, lower-cased with straight apostrophes, and its place."""

    text: str
    lower: str
    start: int
    end: int


# By place, which is faster than by name: there are hundreds in an article.
LOWER = itemgetter(Token._fields.index("lower"))
START = itemgetter(Token._fields.index("start"))

# In order: a plain word before a space or a comma (most of any text, and the fastest to tell), initials and
# abbreviations with inner full stops ("U.S.", "e.g.", "Ph.D."), words with inner hyphens, apostrophes and "&"
# ("al-Assad", "O’Neill", "AT&T") but without a possessive ending, numbers with their separators, that ending on its
# own ("Putin" + "’s"), any single mark or a rule of four and more ("-----"). None holds white space.
_TOKEN = re.compile(
    r"([A-Za-z]++(?=[ ,])"
    r"|[^\W\d_]{1,2}\.(?:[^\W\d_]\.)+"
    r"|[^\W\d_]++(?:['’](?![sS]\b)[^\W\d_]+|[-‐‑]\w+|&(?=[A-Z])[^\W\d_]+|[\u00ad\u0300-\u036f]+[^\W\d_]*)*"
    r"|\d+(?:[.,:]\d+)*"
    r"|['’][sS]\b"
    r"|(?P<mark>[^\w\s])(?:(?P=mark){3,})?|\w)"
)


def _divide(piece: str) -> tuple[str, ...]:
    """Return a piece between spaces as token, what stands after it, token, what stands after it and so on.

    The last is followed by the space. White space that opens the piece is preceded by a token without characters.
    """
    parts = _TOKEN.split(f"{piece} ")
    del parts[2::3]  # what the group of marks caught; now what stands between tokens alternates with the tokens
    return ("", *parts) if parts[0] else tuple(parts[1:])


def _lower(word: str) -> str:
    return word.replace("’", "'").lower()


_WRITTEN = itemgetter(Token._fields.index("text"))
_DIVIDED, _LOWERED = Memo(_divide), Memo(_lower)


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a stretch of text, in order.

    Every visible character is in exactly one token. A number keeps its separators and loses letters stuck to it
    ("2.8" + "bn", "1990" + "s"). Hyphens join words ("F-16", "al-Assad") but neither numbers nor dotted initials to
    what follows ("20" + "-" + "year-old", "U.S." + "-" + "led").
    """
    # A text has hundreds of tokens, and a step in Python for each costs more than all the rest. So the pieces between
    # spaces, most of them known from other articles, give the tokens, their lengths the places, and the records are
    # made without a step in Python.
    pieces = text[span.start : span.end].replace("\n", " ").split(" ")
    parts = list(chain.from_iterable(map(_DIVIDED.__getitem__, pieces)))
    words = parts[::2]
    places = list(accumulate(map(len, parts), initial=span.start))
    rows = zip(words, map(_LOWERED.__getitem__, words), places[::2], places[1::2], strict=False)
    return tuple(map(tuple.__new__, repeat(Token), filter(_WRITTEN, rows)))
