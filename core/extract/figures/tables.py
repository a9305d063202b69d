"""The lexicon files of the figure reader, read once."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of `core.lexicon`; lines that begin with "# " are comments."""
    return list(csv.DictReader(_lines(name)))


def words(name: str) -> frozenset[str]:
    """Return the words of a text file of `core.lexicon`, any number a line."""
    return frozenset(word for line in _lines(name) for word in line.split())


def classes(name: str) -> dict[str, frozenset[str]]:
    """Return the word classes of a CSV file with the columns class and words."""
    return {row["class"]: frozenset(row["words"].split()) for row in rows(name)}


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


def _lines(name: str) -> list[str]:
    text = (files("core.lexicon") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]
