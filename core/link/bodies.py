"""Organisations' and places' names → the full name of each: listed names, company forms, short forms, abbreviations.

A body is compared by a key that all its spellings share. A name that says less than another ("CBO", "Census Bureau",
"Octavo") is short for it where only one body of the same story or topic can be meant; an abbreviation also where an
article of the collection gives it to one full name alone.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors.name_classes import COMPANY_FORMS, COUNTRY_OF, FAMOUS, KNOWN_AS, letter
from core.extract.actors.spelling import initials

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNTRY_WORDS = 3  # of a country's or people's name before a body's: "United Arab Emirates"


class Body(NamedTuple):
    """An organisation or place as an article names it; `near` has the article's story and topic, the closer first."""

    name: str
    aliases: tuple[str, ...]
    near: tuple[str, ...]


class Bodies:
    """The organisations of a collection, by what may stand for their full names."""

    def __init__(self, bodies: Iterable[Body]) -> None:
        # (story, topic or None for the collection, short form) → keys of the full names
        self._full: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        listed = [*bodies]
        for body in listed:
            name = key(body.name)
            forms = {*_short_forms(body.name), initials(body.name)} - {name, ""}
            for group in body.near:
                for form in forms:
                    self._full[group, form].add(name)
        carried: dict[tuple[str | None, str], set[str]] = defaultdict(set)
        for body in listed:
            for alias in body.aliases:
                if alias.isupper() and not body.name.isupper():
                    carried[None, key(alias)].add(self.full(body))
        self._full.update(carried)

    def full(self, body: Body) -> str:
        """Return the key of the full name that a name is short for, its own key where it is short for none."""
        name = key(body.name)
        seen = {name}
        while (longer := self._longer(name, body)) is not None and longer not in seen:
            name = longer
            seen.add(name)
        return name

    def _longer(self, name: str, body: Body) -> str | None:
        for group in (*body.near, None):
            found = self._full.get((group, name), set()) - {name}
            if len(found) == 1:
                return max(found)
            if found:
                return None
        return None


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return an organisation's or place's name as it is compared: known names, articles and company forms levelled."""
    lower = KNOWN_AS.get(name.lower(), name).lower().replace("’", "'").replace("&", "and").removeprefix("the ")
    if "." in lower and len(lower) == 2 * lower.count("."):  # "c.b.o."
        lower = lower.replace(".", "")
    words = lower.split()
    while len(words) > 1 and words[-1].strip(".,") in COMPANY_FORMS:
        words.pop()
    return " ".join(words).rstrip(",")


def _short_forms(name: str) -> Iterable[str]:
    """Yield what a name may be shortened to, as keys: without the country before it, or to its first word."""
    words = name.removeprefix("The ").split()
    for count in range(1, min(_COUNTRY_WORDS, len(words) - 2) + 1):
        if " ".join(words[:count]).lower().replace("’", "'").removesuffix("'s") in COUNTRY_OF:
            yield key(" ".join(words[count:]))
            return
    if len(words) > 1 and letter(words[0]) == "W" and words[0].lower() not in FAMOUS:
        yield key(words[0])
