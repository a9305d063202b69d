"""A figure that an analyst spoke of, so that it is found again: its source, its words and their neighbours, its place.

An article's key changes with its text, a figure's number with the rules that read it, and a quantity's key with both.
What was quoted outlasts them. The words are looked for in the text as it stands now: where several places have them,
those count whose neighbours are most alike, and of these the nearest to the old place (the selectors of a quotation and
of a position of the W3C's Web Annotation Data Model). Words whose neighbours are all gone are not found.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from typing import NamedTuple

_AROUND = 40  # characters of a neighbour
_ENOUGH = 8  # characters of both neighbours that must be as they were
_SPACE = re.compile(r"\s+")


class Quoted(NamedTuple):
    """A figure as it was quoted."""

    source: str
    words: str
    before: str  # white space folded
    after: str
    start: int


def written(groups: Iterable[Iterable[Quoted]]) -> str:
    """Return groups of figures as an edit keeps them."""
    return json.dumps([[list(one) for one in group] for group in groups], ensure_ascii=False)


def read(kept: str) -> list[list[Quoted]]:
    """Return the groups of figures that an edit keeps.

    Raises:
        ValueError: It keeps something else.
    """
    try:
        groups = [[_quoted(*values) for values in group] for group in json.loads(kept)]
    except (json.JSONDecodeError, TypeError, RecursionError) as problem:
        raise ValueError("These are no figures that were quoted.") from problem
    if not groups or not all(groups):
        raise ValueError("It isn't said which figures are meant.")
    return groups


def _quoted(source: str, words: str, before: str, after: str, start: int) -> Quoted:
    if not all(isinstance(value, str) for value in (source, words, before, after)) or not isinstance(start, int):
        raise TypeError
    return Quoted(source, words, before, after, start)


def quote(source: str, text: str, start: int, end: int) -> Quoted:
    """Quote a stretch of a source's text."""
    before = _folded(text[max(0, start - 2 * _AROUND) : start])[-_AROUND:]
    return Quoted(source, text[start:end], before, _folded(text[end : end + 2 * _AROUND])[:_AROUND], start)


def place(quoted: Quoted, text: str) -> int | None:
    """Return where what was quoted stands in a text now, or None where it doesn't any more."""
    needed = min(_ENOUGH, len(quoted.before) + len(quoted.after))
    found: list[tuple[int, int, int]] = []
    for match in re.finditer(re.escape(quoted.words), text):
        at, end = match.span()
        if _whole(text, at, end):
            now = quote(quoted.source, text, at, end)
            alike = _shared(now.before[::-1], quoted.before[::-1]) + _shared(now.after, quoted.after)
            if alike >= needed:
                found.append((alike, -abs(at - quoted.start), at))
    return max(found)[2] if found else None


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is no part of a longer word or number."""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return len(os.path.commonprefix([one, other]))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text)
