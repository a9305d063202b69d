"""Descriptions that stand for somebody named: "the president", "the suspect", whom the articles call so by name, too.

"President Ada Lowe", "the suspect, Ada Lowe" and "Lowe is the suspect" say whom a description means; then "the
suspect" elsewhere is told of her, in articles that name her. Where one article means somebody else by it, its own word
counts; where several persons bear the description, it is nobody's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from core.extract.actors.name_classes import STANDING
from core.link.concepts import words
from core.link.concepts.heads import NAME, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from core.link.concepts.heads import Heads
    from core.link.concepts.named_phrases import Naming
    from core.link.concepts.reading import Reading

_PERSON = 0.5  # of its uses a noun names a person
_MOSTLY = 0.7  # of what says whom a description means, one must have
_ENOUGH = 2  # times that this is said, where several articles are read
_EQUAL = ("title", "apposition", "copula")


def described(readings: Sequence[Reading], heads: Heads, groups: Sequence[Sequence[int]]) -> dict[Place, str]:
    """Return for each naming that describes somebody named who that is, as the actor's name.

    `groups` are the heads that name one thing, as indices: what is said of one of them is said of all.
    """
    said = _said(readings)
    named = [{naming.word for naming in reading.namings if _is_person_name(naming)} for reading in readings]
    given = {noun for counts in said for noun in counts if words.kinds(noun).get("person", 0.0) >= _PERSON}
    found: dict[Place, str] = {}
    for members in groups:
        own = [heads.listed[index] for index in members]
        nouns = {head.word for head in own if words.kinds(head.word).get("person", 0.0) >= _PERSON}
        if nouns.isdisjoint(given):
            continue
        everybody = _everybody(said, nouns)
        for head in own:
            if head.word not in nouns:
                continue
            for place in head.places:
                if not _stands_alone(readings[place.reading].namings[place.naming]):
                    continue
                own_word = said[place.reading].get(head.word, Counter())
                actor = _mostly(own_word, 1) or _mostly(everybody, _ENOUGH)
                if actor and actor in named[place.reading]:
                    found[place] = actor
    return found


def _said(readings: Sequence[Reading]) -> list[Mapping[str, Counter[str]]]:
    """Return for each article how often each description is given to whom."""
    found: list[Mapping[str, Counter[str]]] = []
    for reading in readings:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for noun, actor in _pairs(reading):
            counts[noun][actor] += 1
        found.append(counts)
    return found


def _pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    namings = reading.namings
    for naming in namings:
        if _is_person_name(naming) and naming.modifiers and STANDING.isdisjoint(naming.modifiers):
            title = next((word for word in reversed(naming.modifiers) if word[0] != NAME), "")
            yield title, naming.word
    for how, first, second in reading.beside:
        if how not in _EQUAL:
            continue
        for one, other in ((namings[first], namings[second]), (namings[second], namings[first])):
            if one.form == "noun" and not one.plural and _is_person_name(other):
                yield one.word, other.word


def _everybody(said: Sequence[Mapping[str, Counter[str]]], nouns: set[str]) -> Counter[str]:
    """Return how often some descriptions are given to whom, in all articles."""
    found: Counter[str] = Counter()
    for counts in said:
        for noun in nouns & counts.keys():
            found.update(counts[noun])
    return found


def _mostly(counts: Counter[str], least: int) -> str:
    """Return who is meant by what is said, "" where too little is, or of several."""
    if not counts:
        return ""
    actor, times = counts.most_common(1)[0]
    return actor if times >= least and times >= _MOSTLY * counts.total() else ""


def _is_person_name(naming: Naming) -> bool:
    return naming.form == "name" and naming.kind == "person"


def _stands_alone(naming: Naming) -> bool:
    """Tell whether a description may stand for somebody: "the president", not "presidents" or "a president"."""
    return naming.form == "noun" and naming.definite and not naming.plural and not _of_another(naming)


def _of_another(naming: Naming) -> bool:
    return any(word[0] == NAME or word in STANDING for word in naming.modifiers)
