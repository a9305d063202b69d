"""Longest match of known phrases among a line's tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from core.extract.figures.line import Line

Index = dict[str, list[tuple[tuple[str, ...], str]]]

_PARTS = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")


def parts(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase, hyphens left out."""
    found: list[str] = []
    for word in phrase.split():
        found.extend([word] if _DOTTED.fullmatch(word) else (part for part in _PARTS.findall(word) if part != "-"))
    return tuple(found)


def index(entries: Iterable[tuple[str, str]]) -> Index:
    """Return phrases by their first token, longest first."""
    made: Index = {}
    for phrase, value in entries:
        tokens = parts(phrase)
        made.setdefault(tokens[0], []).append((tokens, value))
    for candidates in made.values():
        candidates.sort(key=lambda item: -len(item[0]))
    return made


def match(phrases: Index, line: Line, j: int) -> tuple[str, int] | None:
    """Return the value of the longest phrase at token `j` and the index behind it, hyphens passed over."""
    low = line.low
    if j >= len(line.tokens):
        return None
    second = low[j + 1] if low[j + 1] != "-" else low[j + 2]
    for words, value in phrases.get(low[j], ()):
        if len(words) == 1:
            return value, j + 1
        if words[1] != second:
            continue
        k = j + 1
        for word in words[1:]:
            if low[k] == "-":
                k += 1
            if low[k] != word:
                break
            k += 1
        else:
            return value, k
    return None


def match_sign(phrases: Index, line: Line, j: int) -> tuple[str, int] | None:
    """Return the same for signs: case counts and their tokens stand glued."""
    tokens = line.tokens
    if j >= len(tokens):
        return None
    for words, value in phrases.get(tokens[j].text, ()):
        end = j + len(words)
        if all(
            k < len(tokens) and tokens[k].text == word and line.glued(k) for k, word in enumerate(words[1:], j + 1)
        ):
            return value, end
    return None
