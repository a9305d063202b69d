"""An article → all it names, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from core.extract.tokens import divide
from core.link.concepts import named_phrases, tags
from core.link.concepts.named_phrases import Beside, Line, Name, Naming
from core.link.concepts.words import KNOWN

_HELD = 512  # articles read lately, for the next comparison that has them


class Text(NamedTuple):
    """What is read of an article: its text, the spans of its sentences, and the mentions of actors in it."""

    key: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...]


class Reading(NamedTuple):
    """What an article names, and which of that the text sets side by side."""

    key: str
    namings: tuple[Naming, ...]
    beside: tuple[Beside, ...]


@lru_cache(maxsize=_HELD)
def read(article: Text) -> Reading:
    """Return what an article names."""
    tokens, _, starts = divide(article.text)
    known = [KNOWN[token.lower] for token in tokens]
    name_of = [-1] * len(tokens)
    for number, name in enumerate(article.names):
        place = bisect_left(starts, name.start)
        while place < len(tokens) and tokens[place].start < name.end:
            name_of[place] = number
            place += 1
    namings: list[Naming] = []
    beside: list[Beside] = []
    for number, (start, end) in enumerate(article.sentences):
        first, stop = bisect_left(starts, start), bisect_left(starts, end)
        if stop - first < 2:
            continue
        own, seen, inside = tokens[first:stop], known[first:stop], name_of[first:stop]
        tagged = tags.tag(seen, [token.text[0].isupper() for token in own], [index >= 0 for index in inside])
        named_phrases.read(Line(number, own, seen, tagged, inside), article.names, namings, beside)
    return Reading(article.key, tuple(namings), tuple(beside))
