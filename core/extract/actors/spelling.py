"""Spellings of one name: transliteration, accents, short forms, initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from core.lexicon import load

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"})

_SHORTEST_INITIALS = 3


class _Rule(NamedTuple):
    """A row of `actors_romanisation.csv`."""

    pattern: str
    read_as: str


_ROMANISATION = load.table("actors_romanisation.csv", _Rule)
_RULES = tuple((re.compile(rule.pattern), rule.read_as) for rule in _ROMANISATION)
_RULED = re.compile("|".join(f"(?:{rule.pattern})" for rule in _ROMANISATION))  # whether any rule applies


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a name's word reduced to what its spellings share: "Zelenskyy", "Zelenski" → "zelenski"."""
    plain = word.lower().translate(_UNDECOMPOSED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if _RULED.search(plain):
        for pattern, replacement in _RULES:
            plain = pattern.sub(replacement, plain)
    return plain


def _variants() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load.lines("actors_name_variants.txt")):
        for name in line.split():
            found.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_VARIANTS = _variants()


def given_classes(folded: str) -> frozenset[int]:
    """Return the names that a folded given name is a form of; two forms of one name share a number."""
    return _VARIANTS.get(folded, frozenset())


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names can be one person's: equal, variants, short form, or initial."""
    a, b = fold(one), fold(other)
    if a == b or not a or not b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return not given_classes(a).isdisjoint(given_classes(b))


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """Return the initials of a name's capitalised words in lower case: "cbo"; nothing where there are too few."""
    found = "".join([word[0] for word in name.replace("-", " ").split() if word[0].isupper()])
    return found.lower() if len(found) >= _SHORTEST_INITIALS else ""
