"""A person's name taken apart, and its misspellings and romanisations that the articles of one story share.

"Ashraf Kidra" and "Ashraf Qidra" of one story are one person. Names that differ by a letter are found by what is left
when any letter is taken out of each, so the work grows with the number of names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors.name_classes import FEMALE, LEADER, MALE, SUFFIXES
from core.extract.actors.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ELDER = frozenset({"sr"})  # the suffix of one who goes by the plain name too
_LEAST = 5  # letters of a name that may differ by one
_LISTED = frozenset(map(fold, FEMALE | MALE))


class Person(NamedTuple):
    """A person's name taken apart, its parts folded; `given` is empty where only a surname is known."""

    given: str
    middle: str  # initials
    surname: str
    suffix: str


class Told(NamedTuple):
    """A person's name in an article, with what the article says of the bearer; `near` has its story and topic."""

    person: Person
    article: str
    offices: frozenset[str]
    mentions: int
    near: tuple[str, ...]


@lru_cache(maxsize=65536)
def take_apart(name: str) -> Person:
    """Return the parts of a person's name as written."""
    words = [word.strip(".,'’\"") for word in name.replace(".", ". ").split()]
    suffix = next((word.lower() for word in words[1:] if word.lower() in SUFFIXES - _ELDER), "")
    folded = [fold(word) for word in words if word and word.lower() not in SUFFIXES] or [name.lower()]
    given = folded[0] if len(folded) > 1 else ""
    return Person(given, "".join(word[:1] for word in folded[1:-1]), folded[-1], suffix)


def respell(told: Sequence[Told]) -> Iterator[Person]:
    """Yield each name in the spelling most mentioned in its story or topic, where two spellings can't be two people."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for group in one.near:
            groups[group].append(number)
    spelt = {group: _spellings([told[number] for number in numbers]) for group, numbers in groups.items()}
    for one in told:
        yield next(
            (spelt[group][one.person] for group in one.near if one.person in spelt[group]),
            one.person,
        )


def _spellings(told: list[Told]) -> dict[Person, Person]:
    """Return within one story or topic the misspelt names, each with the name as most mentioned."""
    mentions: Counter[Person] = Counter()
    articles: dict[Person, set[str]] = defaultdict(set)
    offices: dict[Person, set[str]] = defaultdict(set)
    bare: set[Person] = set()
    for one in told:
        if one.person.given:
            mentions[one.person] += one.mentions
            articles[one.person].add(one.article)
            offices[one.person] |= one.offices & LEADER
        else:
            bare.add(one.person)
    order = sorted(mentions, key=lambda person: (-mentions[person], person))
    first: dict[tuple[str, str, str], Person] = {}  # what is left of a name → the most mentioned that has it
    found: dict[Person, Person] = {}
    for person in order:
        left = [*_left(person)]
        for known in dict.fromkeys(first[key] for key in left if key in first):
            one_office = not offices[person].isdisjoint(offices[known])
            apart = articles[person].isdisjoint(articles[known])
            if (
                _agree(person, known)
                and _can_be_misspelt(person, known, one_office=one_office)
                and (one_office or apart)
            ):
                found[person] = known
                break
        else:
            for key in left:
                first.setdefault(key, person)
    surnames = {person.surname for person in mentions if person not in found}
    renamed: dict[str, set[str]] = defaultdict(set)
    for person, known in found.items():
        if person.surname not in surnames:
            renamed[person.surname].add(known.surname)
    for person in bare:
        if len(renamed.get(person.surname, ())) == 1:
            found[person] = person._replace(surname=max(renamed[person.surname]))
    return found


def _left(person: Person) -> Iterator[tuple[str, str, str]]:
    """Yield what is left of a full name without any one letter of its surname, or of its given name."""
    if len(person.surname) >= _LEAST:
        for rest in _without_a_letter(person.surname):
            yield "surname", person.given, rest
    if len(person.given) >= _LEAST:
        for rest in _without_a_letter(person.given):
            yield "given", rest, person.surname


def _without_a_letter(word: str) -> Iterable[str]:
    return {word, *(word[:index] + word[index + 1 :] for index in range(len(word)))}


def _can_be_misspelt(one: Person, other: Person, *, one_office: bool) -> bool:
    """Tell whether the difference is not that of two people: of brother and sister, of two listed given names."""
    if (one.given, one.surname) == (other.given, other.surname):
        return False  # by a middle initial, which is judged over the whole collection
    if one_office:
        return True
    if one.given in _LISTED and other.given in _LISTED and one.given != other.given:
        return False
    return all(
        longer != shorter + "a" or longer == shorter
        for mine, theirs in ((one.given, other.given), (one.surname, other.surname))
        for longer, shorter in (sorted((mine, theirs), key=len, reverse=True),)
    )


def _agree(one: Person, other: Person) -> bool:
    """Tell whether middle initials and suffixes say nothing against one bearer."""
    return one.suffix == other.suffix and (not one.middle or not other.middle or one.middle == other.middle)
