"""Whom a surname alone means in one article: of all who bear it in the collection, or none.

What stands near decides before what stands anywhere: the full names of the same story, then of the same topic, then
of the collection. "Mr" and "Mrs" rule out given names, and an office leads to whoever holds it. Of several who are
left, the one most spoken of is meant only where the others are hardly mentioned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors.name_classes import FEMALE, LEADER, MALE, OF_MEN, OF_WOMEN, PARTICLES
from core.extract.actors.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SHORTEST_VARIANT = 5  # letters of a bare surname that may differ in spelling from the full name's
_NEAR_LEAD = 3  # times the others' mentions that the one meant has near by
_FAR_LEAD = 5  # times the others' articles that the one meant has in the collection, and articles at least
_GIVEN_NAMES = FEMALE | MALE
_BARRED = {
    **dict.fromkeys(OF_WOMEN, frozenset(map(fold, MALE - FEMALE))),
    **dict.fromkeys(OF_MEN, frozenset(map(fold, FEMALE - MALE))),
}  # honorific → the given names it rules out


class Bearer(NamedTuple):
    """Somebody whose full name the collection has."""

    name: str
    givens: frozenset[str]  # folded
    offices: frozenset[str]
    articles: frozenset[str]
    near: Mapping[str, int]  # story or topic → mentions there


class Bare(NamedTuple):
    """A surname that stands alone in an article; `near` has the article's story and topic, the closer first."""

    article: str
    name: str
    honorific: str
    offices: frozenset[str]
    near: tuple[str, ...]


class Meant(NamedTuple):
    """Who is meant, and why, as the beginning of a sentence that ends with the name."""

    name: str
    reason: str


class Bearers:
    """Those who bear one surname."""

    def __init__(self, bearers: Iterable[Bearer], *, many: bool) -> None:
        self._all = sorted(bearers, key=lambda bearer: (bearer.name, sorted(bearer.articles)))
        self._many = many  # articles in the collection
        self._near: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in self._all:
            for group in bearer.near:
                self._near[group].append(bearer)
        self._leading = {office for bearer in self._all for office in bearer.offices} & LEADER
        self._found: dict[tuple[str | None, str, frozenset[str]], tuple[Bearer, str] | None] = {}

    def __bool__(self) -> bool:
        """Tell whether a bearer is known well enough for a surname alone to be told apart from."""
        return bool(self._all) and not (self._many and len(self._all) == len(self._all[0].articles) == 1)

    def meant(self, bare: Bare) -> Meant | None:
        """Return who is meant by a surname alone, None where it is not clear."""
        surname = bare.name.rpartition(" ")[2]
        for group in (*bare.near, None):
            key = group, bare.honorific, bare.offices
            if key not in self._found:
                self._found[key] = self._leader(*key)
            found = self._found[key]
            if found is None:
                continue
            bearer, reason = found
            # An article that parts the surname from a full name has its reasons.
            parted = bare.article in bearer.articles and bearer.offices.isdisjoint(bare.offices)
            if parted or not same_surname(surname, bearer.name):
                continue
            if surname.lower() in _GIVEN_NAMES and len(bearer.articles) < 2:  # "John" is rarely an Eric John
                continue
            return Meant(bearer.name, reason)
        return None

    def _leader(self, group: str | None, honorific: str, offices: frozenset[str]) -> tuple[Bearer, str] | None:
        """Return the one who is meant within a story or topic, or in the collection, and why."""
        listed = self._all if group is None else self._near.get(group, [])
        barred = _BARRED.get(honorific, frozenset())
        fitting = [bearer for bearer in listed if not bearer.givens or not bearer.givens <= barred]
        holders = [bearer for bearer in fitting if not bearer.offices.isdisjoint(offices)]
        if holders or not self._leading.isdisjoint(offices):  # "President Quill" is never his daughter
            fitting = holders
        if not fitting:
            return None
        sizes = [len(bearer.articles) if group is None else bearer.near[group] for bearer in fitting]
        size, first = max(zip(sizes, fitting, strict=True), key=lambda sized: sized[0])
        others = sum(sizes) - size
        return self._why(group, first, size, others, holder=bool(holders))

    def _why(
        self, group: str | None, first: Bearer, size: int, others: int, *, holder: bool
    ) -> tuple[Bearer, str] | None:
        where = "" if group is None else " in the same story or topic"
        if not others:
            if holder:
                return first, "same surname and office as"
            if group is None and self._many and size == 1:
                return None  # a bearer of one article among many is likely a namesake
            only = "only" if group is not None or len(self._all) == 1 else "only fitting"
            return first, f"the {only} full name with this surname{where}:"
        lead = _FAR_LEAD if group is None else _NEAR_LEAD
        if size >= lead * others and (group is not None or size >= _FAR_LEAD):
            return first, f"by far the most mentioned with this surname{where}:"
        return None


def same_surname(surname: str, name: str) -> bool:
    """Tell whether a bare surname is the one in a name: in its spelling or, where long enough, in another.

    "Salman" alone is not "Mohammed bin Salman".
    """
    words = name.split()
    if len(words) > 2 and words[-2] in PARTICLES:
        return False
    return surname in words or len(fold(surname)) >= _SHORTEST_VARIANT


def near(groups: Iterable[tuple[Sequence[str], int]]) -> Counter[str]:
    """Return how often somebody is mentioned in each story or topic; given are those of each article and mentions."""
    counted: Counter[str] = Counter()
    for listed, mentions in groups:
        for group in listed:
            counted[group] += mentions
    return counted
