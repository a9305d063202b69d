"""Words for the people of a country: "Somali", "Somalis", "Japanese"."""

from __future__ import annotations

from core.extract.actors.name_classes import COUNTRIES

SINGULAR = frozenset(demonym.lower() for country in COUNTRIES for demonym in country.demonyms)
# "12 Somalis"; a word in -ese or -ish is told of many as it is: "40 Chinese".
PLURAL = frozenset(
    demonym if demonym.endswith(("ese", "ish", "ch", "iss")) else f"{demonym}s" for demonym in SINGULAR
)
ANY = SINGULAR | PLURAL
