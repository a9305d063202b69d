"""Regular inflection of nouns and verbs."""

from __future__ import annotations


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def inflections(verb: str) -> tuple[str, str, str, str]:
    """Return a regular verb with its third person, past and -ing forms."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb in _DOUBLING:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return verb, third, verb + "ed", verb + "ing"


_DOUBLING = frozenset(
    "begin drop get hit let plan put run slip win cut stop shed sit top trim dip rid bet set".split()
)
