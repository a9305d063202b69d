"""Words, numbers and marks with their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.model import Span


class Token(NamedTuple):
    """One word, number or mark: as written, lower-cased with straight apostrophes, and its place."""

    text: str
    lower: str
    start: int
    end: int


# In order: initials and abbreviations with inner full stops ("U.S.", "e.g."), numbers with their separators,
# a possessive ending of its own ("Putin" + "’s"), words with inner hyphens and apostrophes, any single mark.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+|-\w+)*"
    r"|[^\w\s]|[\w_]+",
    re.UNICODE,
)


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a stretch of text, in order."""
    return tuple(
        Token(found, found.lower().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text, *span)
        for found in (match.group(),)
    )
