"""What speaks for and against two mentions telling one quantity: a column a piece of evidence, a row a pair.

Everything is judged from the mentions of one wall: how telling a word is follows from how many of the wall's articles
have it. Columns are named as in `quantities_evidence.csv`, which says what they mean and how much each weighs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy import sparse

from core.link.quantities import background

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from core.link.quantities.candidates import Indices
    from core.link.quantities.mention import Mention

    Column = Any  # an array as long as the mentions, or as the pairs

_NEAR_WORDS = 6  # words of the context that are the nearest ones
_DECAY = 5  # words of the context behind which a word counts half
_LEAD = 600  # characters of an article by which its beginning fades
_SMALL = 12  # counts up to here are told of many things
_TINY = 1e-9


class Evidence(NamedTuple):
    """`columns` by name, all as long as the pairs; `meet`: the pairs whose values, as exactly as told, may be one."""

    columns: dict[str, NDArray[np.float64]]
    meet: NDArray[np.bool_]


class _Told:
    """The mentions of a wall by columns, and the sides of the pairs."""

    def __init__(self, mentions: Sequence[Mention], first: Indices, second: Indices) -> None:
        self.mentions, self.first, self.second = mentions, first, second
        self.value = self.column(lambda mention: mention.value)

    def column(self, of: Callable[[Mention], float], kind: type = float) -> Column:
        return np.array([of(mention) for mention in self.mentions], dtype=kind)

    def codes(self, of: Callable[[Mention], str]) -> Column:
        """Return a number for each name, 0 for what isn't told."""
        known: dict[str, int] = {"": 0}
        return np.array([known.setdefault(of(mention), len(known)) for mention in self.mentions], dtype=np.int64)

    def both(self, told: Column) -> Column:
        return (told[self.first] != 0) & (told[self.second] != 0)

    def same(self, codes: Column) -> Column:
        return self.both(codes) & (codes[self.first] == codes[self.second])

    def differ(self, codes: Column) -> Column:
        return self.both(codes) & (codes[self.first] != codes[self.second])

    def one_only(self, codes: Column) -> Column:
        return (codes[self.first] != 0) != (codes[self.second] != 0)

    def likeness(self, rows: Iterable[Iterable[tuple[Hashable, float]]]) -> Column:
        """Return the cosine of the two mentions' weighted words, 0 where one has none."""
        matrix = _matrix(rows, len(self.mentions))
        length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        length[length == 0] = 1
        return self._product(sparse.csr_array(sparse.diags_array(1 / length) @ matrix))

    def shared(self, rows: Iterable[Iterable[Hashable]]) -> Column:
        """Return how many of their names the two mentions share."""
        return self._product(_matrix(([(name, 1.0) for name in row] for row in rows), len(self.mentions)))

    def _product(self, matrix: sparse.csr_array) -> Column:
        return np.asarray(matrix[self.first].multiply(matrix[self.second]).sum(axis=1)).ravel()


def _matrix(rows: Iterable[Iterable[tuple[Hashable, float]]], size: int) -> sparse.csr_array:
    known: dict[Hashable, int] = {}
    lines, columns, values = [], [], []
    for line, row in enumerate(rows):
        for name, value in row:
            lines.append(line)
            columns.append(known.setdefault(name, len(known)))
            values.append(value)
    return sparse.csr_array((values, (lines, columns)), shape=(size, max(1, len(known))), dtype=float)


def weigh(mentions: Sequence[Mention], first: Indices, second: Indices) -> Evidence:
    """Return the evidence for the pairs of mentions (`first`, `second`) of one wall."""
    told = _Told(mentions, first, second)
    least, most = told.column(lambda mention: mention.least), told.column(lambda mention: mention.most)
    meet = np.maximum(least[first], least[second]) <= np.minimum(most[first], most[second]) + _TINY
    columns = {
        **_things(told),
        **_deeds(told),
        **_words(told),
        **_times(told),
        **_changes(told),
        **_company(told),
        **_values(told),
        **_rivals(told),
        **_slots(told),
    }
    return Evidence({name: column.astype(float) for name, column in columns.items()}, meet)


def _things(told: _Told) -> dict[str, Column]:
    """What is counted."""
    first, second = told.first, told.second
    thing = told.codes(lambda mention: mention.thing)
    people = told.column(lambda mention: mention.people, bool)
    counted = told.column(lambda mention: mention.unit_class == "count", bool)[first]
    known = people | (thing > 0)
    persons = people[first] & people[second]
    same = told.same(thing)
    amount = told.column(lambda mention: len(mention.qualities))
    shared = told.shared(mention.qualities for mention in told.mentions)
    return {
        "same thing": same,
        "both people": persons & ~same,
        "other thing": counted & known[first] & known[second] & ~persons & ~same,
        "things counted side by side": told.differ(thing) & _side_by_side(told, thing),
        "other people": persons & told.differ(thing),
        "some people": persons & told.one_only(thing),
        "thing untold": counted & ~(known[first] & known[second]),
        "same qualities": np.minimum(shared, 2),
        "other qualities": np.minimum(amount[first] + amount[second] - 2 * shared, 3),
        "other rate": _unlike(told, lambda mention: mention.per),
    }


def _side_by_side(told: _Told, thing: Column) -> Column:
    """Tell for each pair whether some article of the wall counts both of its things, which then are two."""
    counting: dict[int, set[str]] = defaultdict(set)
    for mention, code in zip(told.mentions, thing.tolist(), strict=True):
        counting[code].add(mention.key)
    pairs = zip(thing[told.first].tolist(), thing[told.second].tolist(), strict=True)
    both = [one != other and not counting[one].isdisjoint(counting[other]) for one, other in pairs]
    return np.array(both, dtype=bool)


def _unlike(told: _Told, of: Callable[[Mention], str]) -> Column:
    codes = told.codes(of)
    return codes[told.first] != codes[told.second]


def _deeds(told: _Told) -> dict[str, Column]:
    """What is done, whose it is, which side of it is told, and how sure it is."""
    first, second = told.first, told.second
    predicate, aspect = told.codes(lambda mention: mention.predicate), told.codes(lambda mention: mention.aspect)
    owned = told.column(lambda mention: bool(mention.owner), bool)
    owner = told.likeness([(word, 1.0) for word in mention.owner] for mention in told.mentions)
    return {
        "same predicate": told.same(predicate),
        "other predicate": told.differ(predicate),
        "predicate untold": told.one_only(predicate),
        "same owner": owner,
        "other owner": owned[first] & owned[second] & (owner == 0),
        "same aspect": told.same(aspect),
        "other aspect": told.differ(aspect),
    }


def _words(told: _Told) -> dict[str, Column]:
    """What is measured, and the words around."""
    mentions, first, second = told.mentions, told.first, told.second
    weight = _telling(mentions)
    uncounted = told.column(lambda mention: mention.unit_class != "count", bool)[first]
    measured = told.column(lambda mention: bool(mention.measure), bool)
    measure = told.likeness([(word, weight(word)) for word in mention.measure] for mention in mentions)
    context = told.likeness(
        [(word, weight(word) / (1 + place / _DECAY)) for place, word in enumerate(mention.context)]
        for mention in mentions
    )
    near = told.likeness([(word, weight(word)) for word in mention.context[:_NEAR_WORDS]] for mention in mentions)
    return {
        "like measure": measure * uncounted,
        "other measure": measured[first] & measured[second] & (measure == 0) & uncounted,
        "measures part ways": _parting(told) & uncounted,
        "like words near": near,
        "no word in common": context < 0.05,
        "early in both": _early(told)[first] * _early(told)[second],
    }


def _parting(told: _Told) -> Column:
    """Tell whether both measures have words that the other lacks: "old Harrow bridge", "new Avon bridge"."""
    size = told.column(lambda mention: len(mention.measure))
    shared = told.shared(mention.measure for mention in told.mentions)
    return (size[told.first] > shared) & (size[told.second] > shared) & (shared > 0)


def _telling(mentions: Sequence[Mention]) -> Callable[[str], float]:
    """Return how telling a word is: more where fewer of the wall's articles have it (inverse document frequency)."""
    words: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        words[mention.key].update(mention.context)
    having = Counter(word for found in words.values() for word in found)
    articles = len(words)
    return lambda word: math.log((articles + 1) / (having[word] + 0.5)) + 0.3 if having[word] else 1.0


def _early(told: _Told) -> Column:
    early: Column = np.exp(-told.column(lambda mention: mention.start) / _LEAD)
    return early


def _times(told: _Told) -> dict[str, Column]:
    period = told.codes(lambda mention: mention.period)
    article = told.codes(lambda mention: mention.key)
    past = np.array(background.past(told.mentions), dtype=bool)
    # What is past nobody knows of undated articles; and what is told ahead is no event beside one of the past.
    present = told.column(lambda mention: mention.day is not None and not mention.ahead, bool)
    timed = present[told.first] & present[told.second]
    return {
        "same period": told.same(period),
        "other period": told.differ(period),
        "same article": told.same(article),
        "one of the past": (past[told.first] != past[told.second]) & timed,
    }


def _changes(told: _Told) -> dict[str, Column]:
    first, second = told.first, told.second
    change = told.codes(lambda mention: mention.change)
    partial = told.column(lambda mention: mention.partial, bool)
    return {
        "same direction": told.same(change),
        "part beside whole": partial[first] != partial[second],
    }


def _company(told: _Told) -> dict[str, Column]:
    """The other figures of the sentence."""
    sentences: dict[tuple[str, int], set[Hashable]] = defaultdict(set)
    for mention in told.mentions:
        sentences[mention.key, mention.sentence].add(_as_told(mention))
    beside = [sentences[mention.key, mention.sentence] - {_as_told(mention)} for mention in told.mentions]
    shared = told.shared(beside)
    has = np.array([bool(others) for others in beside])
    return {
        "other figures beside it": has[told.first] & has[told.second] & (shared == 0),
    }


def _as_told(mention: Mention) -> Hashable:
    return (mention.unit_class, round(mention.value, 4))


def _values(told: _Told) -> dict[str, Column]:
    first, second, value = told.first, told.second, np.abs(told.value)
    exact = np.abs(told.value[first] - told.value[second]) <= _TINY * np.maximum(value[first], 1)
    apart = np.abs(np.log((value[first] + _TINY) / (value[second] + _TINY)))  # e-folds between the two
    digits = told.column(lambda mention: mention.digits)
    counted = told.column(lambda mention: mention.unit_class == "count", bool)[first]
    small = counted & (np.maximum(value[first], value[second]) <= _SMALL)
    kinds = {
        name: told.column(lambda mention, prefix=prefix: mention.unit_class.startswith(prefix), bool)[first]  # type: ignore[misc]
        for name, prefix in (("money", "money"), ("percent", "percent"), ("count", "count"), ("time", "time"))
    }
    thing = told.codes(lambda mention: mention.thing)
    return {
        **kinds,
        "exactly the same value": exact,
        "digits told": exact * np.minimum(np.minimum(digits[first], digits[second]), 4),
        "small count": small,
        "small count of the same thing": small & told.same(thing),
        "small count of the same deed": small & told.same(told.codes(lambda mention: mention.predicate)),
        "off by": np.minimum(apart, 0.5),
        "near value": np.exp(-8 * apart),
        "value of that order": np.exp(-2 * apart),
        "value far off": np.minimum(apart, 4),
        "less on a later day": _shrinks(told),
    }


def _rivals(told: _Told) -> dict[str, Column]:
    """What an article that tells both values says by that: to it they are two things."""
    values = told.codes(lambda mention: f"{mention.unit_class}|{mention.value:.4f}")
    articles = told.codes(lambda mention: mention.key)
    shape = (int(values.max(initial=0)) + 1, int(articles.max(initial=0)) + 1)
    tells = sparse.csr_array((np.ones(len(values)), (values, articles)), shape=shape)
    tells.sum_duplicates()
    tells.data[:] = 1
    one, other = values[told.first], values[told.second]
    both = np.asarray(tells[one].multiply(tells[other]).sum(axis=1)).ravel() * (one != other)
    telling = np.asarray(tells.sum(axis=1)).ravel()
    return {
        "values told side by side": np.minimum(np.log1p(both), 1.5),
        "values often told side by side": both / np.maximum(np.minimum(telling[one], telling[other]), 1),
    }


def _shrinks(told: _Told) -> Column:
    day = told.column(lambda mention: math.nan if mention.day is None else mention.day)
    days, values = (column[told.first] - column[told.second] for column in (day, told.value))
    return np.nan_to_num(days) * values < 0


def _slots(told: _Told) -> dict[str, Column]:
    """What an article tells of one kind of thing: whether it is the first, who it is told of, when."""
    mentions, first, second = told.mentions, told.first, told.second
    slot = told.codes(_slot)
    inside: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        inside[mention.key, int(slot[index])].append(index)
    foremost = np.zeros(len(mentions))
    for indices in inside.values():
        foremost[indices] = told.value[indices] == told.value[indices[0]]
    same = told.same(slot)
    owned = told.column(lambda mention: bool(mention.owner), bool)
    owner = told.shared(mention.owner for mention in mentions)
    predicate = told.codes(lambda mention: mention.predicate)
    people = told.column(lambda mention: mention.people, bool)
    period = told.codes(lambda mention: mention.period)
    return {
        "first of its slot in both": same * foremost[first] * foremost[second],
        "same slot of people": same & people[first] & people[second] & told.same(predicate),
        "same slot, other owner": same & owned[first] & owned[second] & (owner == 0),
        "same slot, other period": same & told.differ(period),
    }


def _slot(mention: Mention) -> str:
    """Return what an article tells one thing of: a deed of a thing, else a measure or a thing."""
    if mention.predicate:
        return f"{mention.unit_class}|{mention.predicate}|{mention.thing}"
    name = mention.thing if mention.unit_class == "count" else mention.measure_head
    return f"{mention.unit_class}||{name}" if name else ""
