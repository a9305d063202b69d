"""The normal form of what a figure measures, so that different ways of naming one measure meet.

"The rate of inflation" and "inflation rate" are one; names of countries stay part of the name, so that two countries'
exports never meet. Words come from the lexicon: synonyms, general words that say nothing alone, measurable quantities.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from core.extract.actors.name_classes import COUNTRIES
from core.extract.english.function_words import DETERMINER, PREPOSITION, of_class
from core.extract.english.inflection import singular
from core.extract.tongue import Named
from core.lexicon import load

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")

# Words around a measure that say nothing of what is measured.
_EDGES = DETERMINER | PREPOSITION | of_class("measure edge")
_SWAPPED = frozenset(("of", "on", "for"))  # "spending on the line" is the line spending
_LONGEST = 5  # words of a synonym


@lru_cache(maxsize=100_000)
def normalise(measure: str) -> Named | None:
    """Return the normal form of a measure: lower case, singular, no determiners, synonyms read as one.

    "The rate of inflation" and "inflation rate" become "inflation"; "turnover of trade" becomes "trade turnover".
    None stands for words too general to link figures by.
    """
    written = [word for word in _WORD.findall(measure.lower().replace("’", "'")) if not word.isdigit()]
    shown = _strip(written)
    words = _replace_synonyms([singular(word) for word in shown])
    middle = next((index for index in range(1, len(words) - 1) if words[index] in _SWAPPED), 0)
    if middle:
        words = _replace_synonyms([*_strip(words[middle + 1 :]), *words[:middle]])
    words = _strip(words)
    if not words or load.words("indicators_generic.txt").issuperset(words):
        return None
    head = words[-1] if middle else _head(words)
    kept = shown if len(words) == len(shown) else words
    return Named(
        " ".join(words),
        " ".join(kept),
        head,
        measurable=head in load.words("indicators_quantities.txt"),
        plain=[singular(word) for word in kept] == words,
        fixed=frozenset([word for word in words if word.removesuffix("'s") in _countries()]),
    )


def _head(words: list[str]) -> str:
    """Return the noun in front of the first preposition."""
    end = next((index for index, word in enumerate(words) if word in PREPOSITION and index), len(words))
    return words[end - 1]


def _strip(words: list[str]) -> list[str]:
    first = next((index for index, word in enumerate(words) if word not in _EDGES), len(words))
    last = next((index for index in range(len(words), first, -1) if words[index - 1] not in _EDGES), first)
    return words[first:last]


def _replace_synonyms(words: list[str]) -> list[str]:
    replaced: list[str] = []
    index = 0
    synonyms = _synonyms()
    while index < len(words):
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            found = synonyms.get(tuple(words[index : index + length]))
            if found is not None:
                replaced += found
                index += length
                break
        else:
            replaced.append(words[index])
            index += 1
    return replaced


class _Synonym(NamedTuple):
    """A row of `indicators_synonyms.csv`."""

    written: str
    read_as: str


@cache
def _synonyms() -> dict[tuple[str, ...], list[str]]:
    return {
        tuple(singular(word) for word in row.written.split()): row.read_as.split()
        for row in load.table("indicators_synonyms.csv", _Synonym)
    }


@cache
def _countries() -> frozenset[str]:
    """Return the words of what countries, their peoples and their capitals are called, and their codes."""
    cells = [cell for row in COUNTRIES for cell in (row.code, *row.names, *row.demonyms, *row.capitals)]
    return frozenset(singular(word) for cell in cells for word in _WORD.findall(cell.lower()))
