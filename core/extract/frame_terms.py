"""The dictionary of the frames: which terms may begin with a word.

The terms are data: `framing_terms.csv`. A term may be of several words, and end in "*", which makes it a stem.
"""

from __future__ import annotations

from typing import NamedTuple

from core.lexicon import load


class _Listed(NamedTuple):
    """A row of `framing_terms.csv`."""

    frame: str
    term: str


class _Term(NamedTuple):
    """A term of the dictionary, divided: its first word is the key it is filed under."""

    rest: tuple[str, ...]  # the words after the first, "*" at the end for a stem
    frames: tuple[str, ...]


def _load() -> tuple[dict[str, list[_Term]], dict[str, list[_Term]]]:
    """Return the terms by first word, and by first stem."""
    frames: dict[tuple[str, ...], list[str]] = {}
    for frame, term in load.table("framing_terms.csv", _Listed):
        frames.setdefault(tuple(term.replace("'s", " 's").split()), []).append(frame)  # as tokens are divided
    by_word: dict[str, list[_Term]] = {}
    by_stem: dict[str, list[_Term]] = {}
    for (first, *rest), names in frames.items():
        shelf = by_stem if first.endswith("*") else by_word
        shelf.setdefault(first.removesuffix("*"), []).append(_Term(tuple(rest), tuple(names)))
    return by_word, by_stem


_BY_WORD, _BY_STEM = _load()
_STEM_LENGTHS = sorted({len(stem) for stem in _BY_STEM}, reverse=True)
_SHORTEST = min(_STEM_LENGTHS)
_STEMS_BEGIN = frozenset(stem[:_SHORTEST] for stem in _BY_STEM)


class Begun(NamedTuple):
    """The terms that may begin with a word, and what tells at once that none of them does."""

    terms: tuple[_Term, ...]  # the longest first, words before their stems
    alone: bool  # the word by itself is one
    seconds: frozenset[str]  # the words that may follow it
    second_stems: tuple[str, ...]


def _read(word: str) -> tuple[_Term, ...]:
    """Return the terms whose first word is, or is a stem of, the word.

    A word with hyphens that begins no term stands for its first part that does.
    """
    found = list(_BY_WORD.get(word, ()))
    if word[:_SHORTEST] in _STEMS_BEGIN:  # as few do
        for length in _STEM_LENGTHS:
            if length <= len(word):
                found += _BY_STEM.get(word[:length], ())
    if not found and "-" in word:
        return next((terms for part in word.split("-") if (terms := _read(part))), ())
    return tuple(sorted(found, key=lambda term: -len(term.rest)))


def begun(word: str) -> Begun | None:
    """Return the terms that may begin with a lower-cased word, None for most words."""
    terms = _read(word)
    if not terms:
        return None
    seconds = [term.rest[0] for term in terms if term.rest]
    return Begun(
        terms,
        any(not term.rest for term in terms),
        frozenset(word for word in seconds if not word.endswith("*")),
        tuple(word.removesuffix("*") for word in seconds if word.endswith("*")),
    )
