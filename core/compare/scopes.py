"""Whose or where a statement's figure is, by name: what two names tell of is compared only where they may be one."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from core.extract.actors.name_classes import COUNTRIES
from core.extract.english.function_words import FUNCTION
from core.extract.english.inflection import singular

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1 << 16)
def named(owner: str | float | None) -> str:
    """Return the names in the words of an owner, "" where there is none.

    "Norland" in "the Norlandian council", "Avon" in "Norland's Avon province".
    """
    if not isinstance(owner, str):
        return ""
    parts = owner.replace("’", "'").split("'s ")
    return next((names for part in reversed(parts) if (names := _names(part))), "")


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two names (`named`) may be one: equal, one a part of the other, or one of them untold."""
    words, others = set(one.split()), set(other.split())
    return words <= others or others <= words


def _names(words: str) -> str:
    told = [word.strip("'.,") for word in words.split()]
    found: set[str] = set()
    k = 0
    while k < len(told):
        width = next((n for n in (3, 2, 1) if _country(told[k : k + n])), 0)
        if width:
            found.add(_country(told[k : k + width]))
        elif told[k][:1].isupper() and told[k].lower() not in FUNCTION:
            found.add(singular(told[k].lower()))
        k += width or 1
    return " ".join(sorted(found))


def _country(words: list[str]) -> str:
    """Return the code of the country that words name, in capitals, "" for other words."""
    return _codes().get(" ".join(words), "") if words and words[0][:1].isupper() else ""


@cache
def _codes() -> Mapping[str, str]:
    return {
        name: country.code
        for country in COUNTRIES
        for word in (*country.names, *country.demonyms)
        for name in (word, word + "s")
    }
