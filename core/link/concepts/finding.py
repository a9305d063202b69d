"""The concepts of some articles: what they name, each with all its namings, whoever tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from core.extract.english.inflection import plural
from core.link.concepts import alike, clusters, persons, reading, weights, words
from core.link.concepts.heads import NAME, VERB, gather

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.link.concepts.alike import Floats
    from core.link.concepts.heads import Heads
    from core.link.concepts.named_phrases import Naming
    from core.link.concepts.reading import Reading, Text
    from core.link.concepts.weights import Judgement

PERSON, GROUP, ACTION, THING = "person", "group", "action or event", "thing"
_ACTORS = {"person": PERSON, "organisation": "organisation", "place": "place"}
_MOSTLY = 0.5


class Told(NamedTuple):
    """One naming of a concept: the article, the phrase and its head word in base form."""

    key: str
    naming: Naming
    head: str


class Concept(NamedTuple):
    """Something that articles name, with all its namings; of an actor the name that stands for it.

    `sure` is how well its heads hang together: the least mean of log-odds of a head with the others, for one head alone
    the most there can be.
    """

    name: str
    kind: str
    actor: bool
    told: tuple[Told, ...]
    sure: float


def find(
    articles: Iterable[Text], learnt: Judgement | None = None, without: frozenset[str] | None = None
) -> list[Concept]:
    """Return the concepts of some articles, those with most namings first; `without` some fields of the lexicon."""
    readings = [reading.read(article) for article in articles]
    heads = gather(readings)
    if not heads.listed:
        return []
    learnt = learnt or weights.shipped()
    table = odds(readings, heads, learnt, without)
    groups = clusters.group(table, learnt.enough)
    described = persons.described(readings, heads, groups)
    actors: dict[str, list[Told]] = defaultdict(list)
    found: list[Concept] = []
    for members in groups:
        told: list[Told] = []
        for index in members:
            head = heads.listed[index]
            for place in head.places:
                naming = readings[place.reading].namings[place.naming]
                mention = Told(readings[place.reading].key, naming, head.word.lstrip(NAME + VERB))
                if head.word[0] == NAME:
                    actors[naming.word].append(mention)
                elif place in described:
                    actors[described[place]].append(mention)
                else:
                    told.append(mention)
        if told:
            found.append(_concept(told, _sure(table, members)))
    found += [_actor(name, told) for name, told in actors.items() if any(one.naming.kind for one in told)]
    return sorted(found, key=lambda concept: (-len(concept.told), concept.name))


def odds(
    readings: Sequence[Reading], heads: Heads, learnt: Judgement, without: frozenset[str] | None = None
) -> Floats:
    """Return the log-odds of each two heads naming one thing; names are told one by `core.link.merging` alone."""
    told = alike.Told(readings, heads)
    table = weights.odds(alike.weigh(told, without), learnt)
    table[told.names, :] = table[:, told.names] = weights.LEAST
    return table


def _sure(table: Floats, members: Sequence[int]) -> float:
    if len(members) == 1:
        return weights.MOST
    own = table[np.ix_(members, members)]
    return float(((own.sum(axis=1) - np.diag(own)) / (len(members) - 1)).min())


def _concept(told: Sequence[Told], sure: float) -> Concept:
    nouns = Counter(one.head for one in told if one.naming.form == "noun")
    counted = nouns or Counter(one.head for one in told)
    head = max(counted, key=lambda word: (counted[word], word))
    return Concept(_written(told, head), _kind(told, head), False, tuple(told), sure)


def _written(told: Sequence[Told], head: str) -> str:
    """Return a head as it is mostly told: "migrants"."""
    own = [one.naming.plural for one in told if one.head == head and one.naming.form == "noun"]
    many, one_by_one = sum(own), len(own) - sum(own)
    return plural(head) if many > one_by_one else head


def _kind(told: Sequence[Told], head: str) -> str:
    shares = words.kinds(head)
    if shares.get("person", 0.0) >= _MOSTLY:
        return GROUP if 2 * sum(one.naming.plural for one in told) > len(told) else PERSON
    if shares.get("group", 0.0) >= _MOSTLY:
        return GROUP
    active = sum(shares.get(kind, 0.0) for kind in ("act", "event", "process", "phenomenon"))
    return ACTION if active >= _MOSTLY or not shares and told[0].naming.form == "verb" else THING


def _actor(name: str, told: Sequence[Told]) -> Concept:
    kinds = Counter(one.naming.kind for one in told if one.naming.kind)
    return Concept(name, _ACTORS.get(kinds.most_common(1)[0][0], THING), True, tuple(told), weights.MOST)
