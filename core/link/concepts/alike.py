"""What speaks for and against two heads naming one thing of an event, each as a table of all pairs.

What an event's articles do with a word tells more than the word itself: which words stand before it, what it does and
what is done to it, what hangs on it, whether it takes up what stood in the sentences before. That two words can name
one thing at all is a hint of the lexicon (`concepts_fields.txt`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from scipy.sparse import csr_matrix

from core.lexicon import load
from core.link.concepts import words
from core.link.concepts.heads import NAME, VERB

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from core.link.concepts.heads import Head, Heads
    from core.link.concepts.named_phrases import Naming
    from core.link.concepts.reading import Reading

    Floats: TypeAlias = NDArray[np.float64]

_DAMPING = 2.0  # of likeness that rests on little
_SUPPORT = 3.0  # words around a head, from which half of the likeness counts
_STEM = 5  # letters by which words of one root begin: "migrant", "migration"
_BACK = 2  # sentences before, in which stands what a bare "the deal" takes up
_MOST_LIFT = 2.0
_UNKNOWN = 0.3
_NAMED = {"person": "person", "organisation": "group", "place": "location"}


class Told:
    """What the tables are made of: the heads with their namings, read once."""

    def __init__(self, readings: Sequence[Reading], heads: Heads) -> None:
        self.readings, self.heads = readings, heads
        self.listed = heads.listed
        self.namings = [[readings[p.reading].namings[p.naming] for p in head.places] for head in heads.listed]
        self.counts = np.array([len(told) for told in self.namings], dtype=float)
        self.articles = np.array([len({p.reading for p in head.places}) for head in heads.listed], dtype=float)
        self.kinds = np.array([_kinds(head, told) for head, told in zip(self.listed, self.namings, strict=True)])
        self.names = np.array([head.word[0] == NAME for head in heads.listed], dtype=bool)
        self.bare_verbs = np.array([head.word[0] == VERB for head in heads.listed], dtype=bool)

    def share(self, of: Callable[[Naming], bool]) -> Floats:
        """Return of what share of each head's namings something is true."""
        return np.array([sum(map(of, told)) / len(told) for told in self.namings])


def weigh(told: Told, without: frozenset[str] | None = None) -> dict[str, Floats]:
    """Return the tables of evidence by name, one row and one column a head; `without` some fields of the lexicon."""
    if not len(told.listed):
        return {}
    beside = _beside(told)
    fields = _fields(told.listed, without or frozenset())
    modifiers = _likeness([Counter(word for n in own for word in set(n.modifiers)) for own in told.namings])
    verbs = _likeness([Counter(n.verb for n in own if n.verb[0]) for own in told.namings])
    behind = _likeness([Counter(word for n in own for word in n.behind) for own in told.namings])
    salience = np.minimum.outer(np.log(told.counts), np.log(told.counts))
    persons = told.kinds[:, _columns()["person"]]
    definite, plural = told.share(lambda n: n.definite), told.share(lambda n: n.plural)
    return {
        "same field": fields,
        "same field, often told": fields * salience,
        "same field, in many articles": fields * np.outer(told.articles, told.articles) / len(told.readings) ** 2,
        "like words before": modifiers,
        "like verbs": verbs,
        "like words behind": behind,
        "same root": _roots(told.listed),
        "one is the other": beside["copula"],
        "one is called the other": beside["called"],
        "one or the other": beside["or"],
        "one set beside the other": beside["apposition"] + beside["title"],
        "one stands before the other": _before(told),
        "takes up what stood before": _taken_up(told),
        "like kinds": _like_kinds(told),
        "both persons": np.outer(persons, persons),
        "one a person": np.abs(persons[:, None] - persons[None, :]),
        "one in the plural": np.abs(plural[:, None] - plural[None, :]),
        "both definite": np.minimum.outer(definite, definite),
        "both often told": salience,
        "a verb without a noun": np.maximum.outer(told.bare_verbs, told.bare_verbs).astype(float),
    }


def _likeness(profiles: Sequence[Counter[Hashable]]) -> Floats:
    """Return how alike heads are by what stands around them: the cosine of what is rare, damped where little is."""
    size = len(profiles)
    in_profiles = Counter(thing for profile in profiles for thing in profile)
    number = {thing: index for index, thing in enumerate(in_profiles)}
    rare = [math.log(1 + size / count) for count in in_profiles.values()]
    rows, columns, values = [], [], []
    for index, profile in enumerate(profiles):
        for thing, count in profile.items():
            rows.append(index)
            columns.append(number[thing])
            values.append(math.log1p(count) * rare[number[thing]])
    table = csr_matrix((values, (rows, columns)), shape=(size, max(1, len(number))))
    length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    length[length == 0] = 1.0
    told = np.array([sum(profile.values()) for profile in profiles], dtype=float)
    least = np.minimum.outer(told, told)
    found: Floats = (
        (table @ table.T).toarray() / (np.outer(length, length) + _DAMPING) * (least / (least + _SUPPORT))
    )
    return found


@cache
def _fields_of() -> Mapping[str, frozenset[str]]:
    """Return the fields of the lexicon that each noun stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for field, members in load.classes("concepts_fields.txt").items():
        for word in members:
            found[word].add(field)
    return {word: frozenset(fields) for word, fields in found.items()}


def _fields(listed: Sequence[Head], without: frozenset[str]) -> Floats:
    members: dict[str, list[int]] = defaultdict(list)
    for index, head in enumerate(listed):
        for field in _fields_of().get(head.word.removeprefix(VERB), frozenset()) - without:
            members[field].append(index)
    return _blocks(members.values(), len(listed))


def _roots(listed: Sequence[Head]) -> Floats:
    """Tell which heads have one root, by their beginnings."""
    members: dict[str, list[int]] = defaultdict(list)
    for index, head in enumerate(listed):
        word = head.word.lstrip(NAME + VERB)
        if len(word) >= _STEM:
            members[word[:_STEM]].append(index)
    return _blocks(members.values(), len(listed))


def _blocks(members: Iterable[Sequence[int]], size: int) -> Floats:
    found = np.zeros((size, size))
    for those in members:
        if len(those) > 1:
            found[np.ix_(those, those)] = 1.0
    return found


def _beside(told: Told) -> dict[str, Floats]:
    """Return how often two heads stand side by side, by how."""
    counted: dict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
    at = told.heads.at
    for number, reading in enumerate(told.readings):
        for how, first, second in reading.beside:
            one, other = at[number][first], at[number][second]
            if one >= 0 and other >= 0 and one != other:
                counted[how][one, other] += 1
    return {
        how: _table(counted[how], len(told.listed)) for how in ("copula", "called", "or", "apposition", "title")
    }


def _table(counted: Mapping[tuple[int, int], int], size: int) -> Floats:
    """Return counts of pairs as a table, the same either way, their logarithms."""
    found = np.zeros((size, size))
    for (one, other), count in counted.items():
        found[one, other] += count
        found[other, one] += count
    return np.log1p(found)


def _before(told: Told) -> Floats:
    """Return how often one head is a word before the other: "wall funding"."""
    number = {head.word: index for index, head in enumerate(told.listed)}
    counted: Counter[tuple[int, int]] = Counter()
    for index, own in enumerate(told.namings):
        for naming in own:
            for word in naming.modifiers:
                other = number.get(word)
                if other is not None and other != index:
                    counted[index, other] += 1
    return _table(counted, len(told.listed))


def _taken_up(told: Told) -> Floats:
    """Return how much more often than by chance a bare "the deal" has the other head in the sentences before."""
    size, at = len(told.listed), told.heads.at
    near: Counter[tuple[int, int]] = Counter()
    taking: Counter[int] = Counter()
    sentences = 0
    for number, reading in enumerate(told.readings):
        inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, (naming, head) in enumerate(zip(reading.namings, at[number], strict=True)):
            if head >= 0:
                inside[naming.sentence].append((index, head))
        sentences += len(inside)
        for sentence, those in inside.items():
            for index, head in those:
                naming = reading.namings[index]
                if not (naming.bare and naming.definite and naming.form == "noun"):
                    continue
                taking[head] += 1
                before = {other for place, other in those if place < index}
                for back in range(1, _BACK + 1):
                    before.update(other for _, other in inside.get(sentence - back, ()))
                before.discard(head)
                for other in before:
                    near[head, other] += 1
    times = np.zeros((size, size))
    for (head, other), count in near.items():
        times[head, other] = count
    taken = np.array([taking[head] for head in range(size)], dtype=float)
    chance = np.minimum(0.9, (_BACK + 1) * told.counts / max(1, sentences))
    lift = np.log((times + 1) / (np.outer(taken, chance) + 1))
    found: Floats = np.clip(np.maximum(lift, lift.T), 0.0, _MOST_LIFT)
    return found


@cache
def _columns() -> Mapping[str, int]:
    """Return the number of each kind's column; kinds that are alike have one."""
    alike = {like: number for number, like in enumerate(dict.fromkeys(row.like for row in words.sorts().values()))}
    return {kind: alike[row.like] for kind, row in words.sorts().items()}


def _kinds(head: Head, namings: Sequence[Naming]) -> Floats:
    """Return what kinds of thing a head names, each with its share."""
    columns = _columns()
    found = np.zeros(1 + max(columns.values()))
    if head.word[0] == VERB:
        found[columns["act"]] = 1.0
    elif head.word[0] == NAME:
        found[columns[_NAMED.get(namings[0].kind, "artifact")]] = 1.0
    else:
        for kind, share in words.kinds(head.word).items():
            found[columns[kind]] += share
    return found


def _like_kinds(told: Told) -> Floats:
    length = np.sqrt((told.kinds**2).sum(axis=1))
    unknown = length == 0
    length[unknown] = 1.0
    found: Floats = (told.kinds @ told.kinds.T) / np.outer(length, length)
    found[unknown, :] = found[:, unknown] = _UNKNOWN
    return found
