"""Cues that are no verbs: "according to …", "in the words of …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.attribution import clauses, sources
from core.extract.attribution.claim import Claim
from core.extract.attribution.cues import PHRASE

if TYPE_CHECKING:
    from core.extract.attribution.paragraphs import Passage

_IN_THE_WORDS = ["in", "the", "words", "of"]
_PHRASE_ENDS = (["to"], ["of"])


def read(passage: Passage, at: int, begin: int, end: int) -> Claim | None:
    """Read "according to …" or "in the words of …", the content after it where that opens what begins at `begin`."""
    words = passage.words
    last = at + 2
    if words[at] == "words":
        at -= 2
        if words[max(at, 0) : last] != _IN_THE_WORDS:
            return None
    source = sources.opening(passage, last, end) if words[last - 1 : last] in _PHRASE_ENDS else None
    if source is None:
        return None
    if at <= begin + 1:
        source = sources.with_name(passage, source, end)
        comma = next((i for i in range(source.last, end) if words[i] == "," and not passage.inside[i]), None)
        content = None if comma is None else clauses.trim(passage, comma + 1, end)
        return Claim((at, last), PHRASE, source, content)
    content = clauses.trim(passage, begin, at)
    if content is None:
        return None
    rest = clauses.resumed(passage, source.last, end) if words[at - 1] == "," else None
    return Claim((at, last), PHRASE, source, content, preposed=True, rest=rest)
