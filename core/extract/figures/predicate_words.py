"""The words that say what is done to what a figure counts, in all their forms, with the class each belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.inflection import conjugate, plural
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity


class Listed(NamedTuple):
    """A row of `figures_predicates.csv`."""

    class_: str
    pos: str
    takes: str
    counts: str
    words: tuple[str, ...]


class Entry(NamedTuple):
    """One form of a word: its class, what it is and counts, and the words that have to stand behind it."""

    name: str
    pos: str
    takes: str  # "object", "subject", or nothing where it is no verb
    counts: str
    tail: tuple[str, ...]
    participle: bool = False  # may be a passive participle
    past: bool = False
    ing: bool = False


class Predicate(NamedTuple):
    """A class with the tokens [first, stop) that tell it, and whether a bare number beside it counts people."""

    name: str
    first: int
    stop: int
    people: bool


LISTED = load.table("figures_predicates.csv", Listed)


def _listed() -> Iterator[tuple[str, Entry]]:
    for row in LISTED:
        for word in row.words:
            head, *tail = word.split()
            entry = Entry(row.class_, row.pos, row.takes, row.counts, tuple(tail))
            if row.pos == "verb":
                verb = conjugate(head)
                yield from ((form, entry) for form in (verb.base, verb.third))
                yield from ((form, entry._replace(ing=True)) for form in verb.ing)
                for form in {*verb.past, *verb.participle}:
                    yield form, entry._replace(past=form in verb.past, participle=form in verb.participle)
            else:
                yield head, entry
                if row.pos != "adjective":
                    # The last word changes: "death tolls".
                    yield (
                        (head, entry._replace(tail=(*tail[:-1], plural(tail[-1]))))
                        if tail
                        else (
                            plural(head),
                            entry,
                        )
                    )


def _by_form() -> dict[str, tuple[Entry, ...]]:
    forms: dict[str, dict[Entry, None]] = {}
    for form, entry in _listed():
        forms.setdefault(form, {})[entry] = None
    # The longest tail first, so that "voted against" isn't read as less; a form that is also a base is listed once.
    return {form: tuple(sorted(entries, key=lambda entry: -len(entry.tail))) for form, entries in forms.items()}


ENTRIES = _by_form()
TAILS = frozenset(entry.tail[-1] for entries in ENTRIES.values() for entry in entries if entry.tail)


def entries(line: Line, k: int, quantity: Quantity) -> list[Entry]:
    """Return what token `k` may say of a quantity, with what stands behind it."""
    found = ENTRIES.get(line.low[k])
    if not found:
        return []
    low = line.low
    return [
        entry
        for entry in found
        if _fits(entry, quantity) and (not entry.tail or low[k + 1 : k + 1 + len(entry.tail)] == [*entry.tail])
    ]


def made(entry: Entry, k: int) -> Predicate:
    """Return the predicate that an entry at token `k` makes."""
    return Predicate(entry.name, k, k + 1 + len(entry.tail), entry.counts == "people")


def _fits(entry: Entry, quantity: Quantity) -> bool:
    """Tell whether a word can be said of a quantity of this kind."""
    kind, counts = quantity.kind, entry.counts
    if quantity.unit == "point" and counts in ("people", "things"):
        return False  # an index stands "at a level of 7,800 points": nothing was levelled
    if counts == "people":
        return (kind in ("count", "other") and quantity.unit != "times") or kind == "percent"
    if counts == "money":
        return kind in ("money", "percent")
    if counts == "things":
        return kind in ("count", "dimension", "percent")
    return kind != "other"
