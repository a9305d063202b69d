"""The actors of many articles → one name each: spellings, short forms, acronyms.

Precision comes first: two names become one only where nothing in the collection contradicts it. Names are compared
inside blocks of one surname (people) or one key (organisations, places), so the work grows with the number of
names, not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from core.extract.actors.name_classes import TITLES
from core.extract.actors.spelling import given_classes
from core.lexicon import load
from core.link import bodies
from core.link.bearers import Bare, Bearer, Bearers, Meant, near, same_surname
from core.link.bodies import Bodies, Body
from core.link.person_names import Person, Told, respell, take_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from core.model import ActorKind

    Articles = Mapping[Person, frozenset[str]]

_OTHER_OFFICES = "|".join(load.lines("link_other_offices.txt"))
_ANOTHER_OFFICE = re.compile(rf"\b(?:{_OTHER_OFFICES})\b")
_YOUNGER = "jr"  # the suffix of one whose father goes by the plain name
_FEW = 50  # articles among which a surname that one of them gives in full is its bearer's


class Named(NamedTuple):
    """An actor as one article names it; the fields are those of `core.model.Actor`, and two more.

    `near` has the article's story and topic, the closer first; `honorific` is what stands before a surname: "mr".
    """

    article: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    mentions: int = 1
    near: tuple[str, ...] = ()
    honorific: str = ""


class Merge(NamedTuple):
    """Under which name an article's actor goes in the collection, and why; no reason where it keeps its own.

    `key` is the article's; the fields are the columns of the table of merged actors.
    """

    key: str
    name: str
    kind: ActorKind
    actor: str
    reason: str | None


_DIVIDING: tuple[Callable[[Person], str], ...] = (
    lambda person: person.suffix,
    lambda person: person.middle[:1],
    lambda person: " ".join(person),
)


def merge(names: Iterable[Named]) -> list[Merge]:
    """Return the collection's name for each actor of each article, sorted; the order of `names` doesn't matter.

    People: one surname and one given name, whatever their spelling ("Aliaksandr Lukashenka"), are one person; so are
    short forms and initials of a given name where only one bearer fits. Different given names, middle initials or
    suffixes stay apart, and so do two names that one article gives to two actors. Whom a surname alone means is told
    by `bearers`, and whom an organisation's short form or abbreviation by `bodies`. The collection's name is the full
    form most mentioned.
    """
    people: dict[str, dict[Person, list[Named]]] = defaultdict(lambda: defaultdict(list))
    told: list[Named] = []
    others: list[Named] = []
    articles: set[str] = set()
    for named in sorted(set(names), key=lambda named: (named[:3], named.aliases, named.role or "", *named[5:])):
        articles.add(named.article)
        (told if named.kind == "person" else others).append(named)
    for named, person in _respelt(told):
        people[person.surname][person].append(named)
    merges, known = _organisations_and_places(others)
    many = len(articles) > _FEW
    for members in people.values():
        merges.extend(_surname(members, known, many=many))
    return sorted(merges, key=lambda merged: (*merged[:4], merged.reason or ""))


def _respelt(names: list[Named]) -> Iterator[tuple[Named, Person]]:
    """Yield each person's name taken apart, in the spelling that most articles of its story or topic have."""
    told = [
        Told(take_apart(named.name), named.article, frozenset(_offices(named.role)), named.mentions, named.near)
        for named in names
    ]
    return zip(names, respell(told), strict=True)


def _surname(
    members: dict[Person, list[Named]], known: Mapping[tuple[str, str], str], *, many: bool
) -> Iterator[Merge]:
    """Merge the people of one surname; `many` says that the collection has many articles.

    `known` are the organisations of each story and topic.
    """
    articles = {person: frozenset(named.article for named in listed) for person, listed in members.items()}
    found: list[Bearer] = []
    for cluster in _clusters([person for person in members if person.given], articles):
        names = [named for person in cluster for named in members[person]]
        name = _canonical(names)
        found.append(
            Bearer(
                name,
                frozenset(person.given for person in cluster),
                frozenset(office for named in names for office in _offices(named.role)),
                frozenset(named.article for named in names),
                near((named.near, named.mentions) for named in names),
            )
        )
        for named in names:
            yield _merged(named, name, "spelling, short or longer form of")
    bearers = Bearers(found, many=many)
    # Surnames by themselves, by their suffix: "Quill" is not "Quill Jr."
    alone: dict[str, list[Named]] = defaultdict(list)
    for person, listed in members.items():
        if not person.given:
            alone[person.suffix] += listed
    for listed in alone.values():
        for named in listed:
            yield _bare(named, bearers, known, listed)


def _bare(named: Named, bearers: Bearers, known: Mapping[tuple[str, str], str], bare: list[Named]) -> Merge:
    """Merge a surname alone with the one bearer who can be meant; where there is none, with its other spellings."""
    meant = bearers.meant(
        Bare(named.article, named.name, named.honorific, frozenset(_offices(named.role)), named.near)
    ) or _firm(named, known)
    if meant is not None:
        return _merged(named, meant.name, meant.reason)
    if not bearers and same_surname(named.name.rpartition(" ")[2], name := _canonical(bare)):
        return _merged(named, name, "same surname, spelling variant of")
    return _merged(named, named.name, "")


def _firm(named: Named, known: Mapping[tuple[str, str], str]) -> Meant | None:
    """Return the organisation that a lone word taken for a surname is by other articles of its story or topic."""
    if named.role or named.honorific:
        return None
    key = bodies.key(named.name)
    name = next((known[group, key] for group in named.near if (group, key) in known), None)
    return None if name is None else Meant(name, "by other articles the organisation")


def _clusters(people: list[Person], articles: Articles) -> list[list[Person]]:
    """Divide the full names of one surname into bearers."""
    by_given: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(people):
        by_given[person.given].append(person)
    groups: list[list[Person]] = []
    for namesakes in by_given.values():
        groups.extend(_divided(namesakes, articles))
    groups = _joined(groups, [given_classes(group[0].given) for group in groups], articles)
    initials = [
        frozenset() if _goes_by_middle_name(group) else frozenset(p.given[0] for p in group) for group in groups
    ]
    bearers = Counter(
        initial
        for group, listed in zip(groups, initials, strict=True)
        if any(len(person.given) > 1 for person in group)
        for initial in listed
    )
    return _joined(
        groups,
        [frozenset(initial for initial in listed if bearers[initial] == 1) for listed in initials],
        articles,
    )


def _goes_by_middle_name(group: list[Person]) -> bool:
    """Tell whether the given name is an initial before another: "J. Edgar Hoover" is no "John Hoover"."""
    return any(len(person.given) == 1 and person.middle for person in group)


def _joined(groups: list[list[Person]], classes: list[frozenset[Any]], articles: Articles) -> list[list[Person]]:
    """Join the groups that share a class and nothing else; a group that would fit two ways stays alone."""
    sharing: dict[Any, list[int]] = defaultdict(list)
    for number, listed in enumerate(classes):
        for name_class in listed:
            sharing[name_class].append(number)
    ways = Counter(number for numbers in {tuple(n) for n in sharing.values() if len(n) > 1} for number in numbers)
    home = list(range(len(groups)))
    for numbers in sharing.values():
        alike = [number for number in numbers if ways[number] == 1]
        if len(alike) > 1 and _can_be_one([person for number in alike for person in groups[number]], articles):
            for number in alike:
                home[number] = alike[0]
    result: dict[int, list[Person]] = defaultdict(list)
    for number, group in enumerate(groups):
        result[home[number]].extend(group)
    return list(result.values())


def _divided(namesakes: list[Person], articles: Articles) -> list[list[Person]]:
    """Divide bearers of one given name and surname: by suffix, then by middle initial, as far as they contradict."""
    parts = [namesakes]
    for sort in _DIVIDING:
        divided: list[list[Person]] = []
        for part in parts:
            if _can_be_one(part, articles):
                divided.append(part)
                continue
            groups: dict[str, list[Person]] = defaultdict(list)
            for person in part:
                groups[sort(person)].append(person)
            divided.extend(groups.values())
        parts = divided
    return parts


def _can_be_one(people: list[Person], articles: Articles) -> bool:
    """Tell whether nothing parts these names: middle initials, suffixes, or an article that has two of them."""
    middles = {person.middle for person in people if person.middle}
    longest = max(middles, key=len, default="")
    suffixes = {person.suffix for person in people}
    listed = [article for person in people for article in articles[person]]
    return (
        all(longest.startswith(middle) for middle in middles)
        and len(suffixes - {""}) < 2
        and (_YOUNGER not in suffixes or len(suffixes) == 1)
        and len(listed) == len(set(listed))
    )


def _organisations_and_places(names: list[Named]) -> tuple[list[Merge], dict[tuple[str, str], str]]:
    """Merge names of one full name, and return which organisations go by which keys in each story or topic."""
    organisations = Bodies(_body(named) for named in names if named.kind == "organisation")
    together: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in names:
        body = _body(named)
        full = organisations.full(body) if named.kind == "organisation" else bodies.key(named.name)
        together[named.kind, full].append(named)
    merges: list[Merge] = []
    known: dict[tuple[str, str], str] = {}
    for (kind, full), listed in together.items():
        whole = [named for named in listed if bodies.key(named.name) == full]
        actor = _canonical([named for named in whole if not named.name.isupper()] or whole or listed)
        for named in listed:
            merges.append(_merged(named, actor, "acronym of" if named.name.isupper() else "another form of"))
            if kind == "organisation":
                known.update({(group, bodies.key(named.name)): actor for group in named.near})
    return merges, known


def _body(named: Named) -> Body:
    return Body(named.name, named.aliases, named.near)


def _offices(role: str | None) -> set[str]:
    """Return the offices a role names: "president" of "Belarusian President", not of "former president"."""
    return {
        word
        for part in (role or "").lower().split("; ")
        if not _ANOTHER_OFFICE.search(part)
        for word in part.split()
        if word in TITLES
    }


def _canonical(names: Iterable[Named]) -> str:
    """Return the form most mentioned; of equals the longest, then the first by alphabet."""
    mentions: Counter[str] = Counter()
    for named in names:
        mentions[named.name] += named.mentions
    return min(mentions, key=lambda name: (-mentions[name], -len(name), name))


def _merged(named: Named, actor: str, reason: str) -> Merge:
    same = named.name == actor
    return Merge(
        key=named.article,
        name=named.name,
        kind=named.kind,
        actor=actor,
        reason=None if same else f"{reason} {actor}",
    )
