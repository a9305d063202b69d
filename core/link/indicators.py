"""Figures of different articles that measure the same thing: one indicator, with the reason for each link.

An indicator is a topic, a class of unit and the normal form of what is measured. Precision comes first: a figure links
only where what it measures is a measurable quantity, or where it counts something said in full; one that is only by how
much something changed ("rose by $2bn") is no value; and values of another order of magnitude measure something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from core.extract import tongue_of
from core.extract.figures.precision import place
from core.extract.figures.units import is_time
from core.extract.tongue import Named
from core.library.snapshot import Snapshot
from core.link.left_open import left_open

_WIDEST_COUNT = (
    1.5  # the factor between neighbouring values of one count: 14 stops and two stops count different ones
)
_WIDEST = 10.0  # the same for other values


class Statement(NamedTuple):
    """A figure as it stands in the library."""

    key: str
    number: int
    kind: str
    low: float
    high: float
    unit: str | None
    measure: str | None
    modifier: str | None
    change: str | None
    move: str | None
    partial: bool | None  # None, as the next two, in what was stored before this was known
    precision: float | None = None
    attributive: bool | None = None
    language: str | None = None


class Member(NamedTuple):
    """A statement with what it measures."""

    statement: Statement
    named: Named


class Group(NamedTuple):
    """The statements that measure one thing in one topic, and a wider name that was taken for the same."""

    unit: str
    normal: str
    scope: str
    members: list[Member]


class Linked(NamedTuple):
    """A figure and the indicator it belongs to: a row of the table of indicators."""

    key: str
    number: int
    indicator: str
    measure: str
    unit: str | None
    kind: str
    least: float | None
    most: float | None
    reason: str


def link(snapshot: Snapshot, topics: Mapping[str, str], stories: Mapping[str, str]) -> Iterator[Linked]:
    """Yield each figure that belongs to an indicator, with it.

    `topics` and `stories` tell each article's group: figures of different topics are never linked, counts said in a
    single word ("homes") not even those of different stories.
    """
    rows = snapshot.query(
        """
        SELECT key, number, kind, low, high, unit, measure, modifier, change, move, partial, precision, attributive,
            language
        FROM figures LEFT JOIN (SELECT key, language FROM catalogue) USING (key)
        WHERE kind <> 'ordinal' AND (measure IS NOT NULL OR kind = 'count') ORDER BY key, number
        """
    )
    found: dict[tuple[str, str, str], list[Member]] = defaultdict(list)
    while some := rows.fetchmany(50_000):
        for statement in map(Statement._make, some):
            unit, named = unit_class(statement), name(statement)
            if unit is None or named is None:
                continue
            story = stories.get(statement.key, statement.key)
            narrow = statement.kind == "count" and " " not in named.normal
            scope = story if narrow else topics.get(statement.key, story)
            found[unit, named.normal, scope].append(Member(statement, named))
    for group in _widened(Group(*parts, members) for parts, members in found.items()):
        yield from _rows(group)


def _rows(group: Group) -> Iterator[Linked]:
    for order, members in enumerate(by_magnitude(group.members)):
        shown = _shown([member.named for member in members])
        apart = f" ({order + 1})" if order else ""
        for statement, named in members:
            least, most = bounds(statement)
            yield Linked(
                key=statement.key,
                number=statement.number,
                indicator=f"{group.unit}: {group.normal} · {group.scope}{apart}",
                measure=shown,
                unit=statement.unit,
                kind=statement.kind,
                least=least,
                most=most,
                reason=_reason(group, named, shown),
            )


def _widened(groups: Iterable[Group]) -> list[Group]:
    """Join each group to the only one of its topic that names its measure more closely, where there is just one."""
    every = list(groups)
    beside: dict[tuple[str, str, str], list[Group]] = defaultdict(list)
    for group in every:
        beside[group.unit, group.scope, group.members[0].named.head].append(group)
    joined: dict[str, Group] = {}
    for group in sorted(every, key=lambda group: -len(group.normal.split())):
        near = beside[group.unit, group.scope, group.members[0].named.head]
        closer = [other for other in near if _is_narrower(other.members[0].named, group.members[0].named)]
        target = joined[_key(closer[0])] if len(closer) == 1 and group.unit != "count" else group
        if target is not group:
            target.members.extend(group.members)
        joined[_key(group)] = target
    return list({_key(group): group for group in joined.values()}.values())


def _is_narrower(one: Named, other: Named) -> bool:
    """Tell whether `one` is `other` said more closely ("Harrow tram cost", "tram cost"), and no country apart."""
    mine, theirs = set(one.normal.split()), set(other.normal.split())
    return one.head == other.head and theirs < mine and one.fixed.isdisjoint(mine - theirs)


def _key(group: Group) -> str:
    return f"{group.unit}: {group.normal} · {group.scope}"


def by_magnitude(members: list[Member]) -> list[list[Member]]:
    """Return the members apart where the next larger value is too far from the last to measure the same."""
    widest = _WIDEST_COUNT if members[0].statement.kind == "count" else _WIDEST
    apart: list[list[Member]] = []
    last = 0.0
    for member in sorted(members, key=lambda member: level(member.statement)):
        value = level(member.statement)
        if not apart or (last > 0 and value > widest * last):
            apart.append([])
        apart[-1].append(member)
        last = value
    return apart


def level(statement: Statement) -> float:
    """Return the value a statement ends at: the middle of a range, the new level of a move ("from £9m to £7m")."""
    low, high = _levels(statement)
    return (low + high) / 2


def _levels(statement: Statement) -> tuple[float, float]:
    low, high = sorted((statement.low, statement.high))
    if statement.move == "from":
        return (high, high) if statement.change == "increase" else (low, low)
    return low, high


def unit_class(statement: Statement) -> str | None:
    """Return what the values of an indicator have in common: a currency, a unit, "percent", "change", "count".

    None stands for what is no value of the thing measured: a difference ("by $2bn", "lost 40 jobs"), a part of it
    ("60% of revenue"), or a length of time: most things last, and few are measured by it. A percentage that tells a
    change is its own class.
    """
    unit = statement.unit or ""
    changed = statement.change is not None and statement.move not in ("to", "from")
    if statement.kind == "percent":
        if changed:
            return "change"
        return None if statement.partial else "percent"
    if statement.move == "by" or (statement.kind == "count" and (changed or _is_passing(statement))):
        return None
    if statement.kind == "dimension" and is_time(unit.partition(" per ")[0]):
        return None
    return unit if statement.kind in ("money", "dimension") and unit else statement.kind


def _is_passing(statement: Statement) -> bool:
    """Tell whether a count is told in passing: "one thing", "a four-star general"."""
    return statement.low == 1 or bool(statement.attributive)


def name(statement: Statement) -> Named | None:
    """Return what is measured, or None where the words are too general to tell, or name nothing measurable.

    A count measures all that is said of what it counts ("people displaced"); what stands behind a comma there is only
    where it was counted.
    """
    tongue = tongue_of(statement.language)
    if tongue is None:
        return None
    measure, unit = statement.measure or "", statement.unit or ""
    if statement.kind != "count":
        named = tongue.normalise(measure)
        return named if named and named.measurable else None
    counted = measure.partition(",")[0]
    whole = unit.lower() in counted.lower() and " per " not in unit
    return tongue.normalise(counted if whole and counted else unit)


def bounds(statement: Statement) -> tuple[float | None, float | None]:
    """Return the lowest and highest value that the statement leaves open; None where it leaves a side open."""
    low, high = _levels(statement)
    told = statement.precision
    return left_open(statement.kind, low, high, statement.modifier, place(abs(high)) if told is None else told)


def _shown(names: list[Named]) -> str:
    """Return the most frequent way of naming a measure, one that is no synonym where there is any."""
    plain = [name.shown for name in names if name.plain]
    return Counter(plain or [name.normal for name in names]).most_common(1)[0][0]


def _reason(group: Group, named: Named, shown: str) -> str:
    unit = {"change": "percent of change", "count": "a count", "other": "a number"}.get(group.unit, group.unit)
    if named.normal != group.normal:
        return f"“{named.shown}” taken for “{shown}” in {unit}: the only one in this topic"
    if named.shown == shown:
        return f"“{shown}” in {unit}"
    return f"“{named.shown}” read as “{shown}” in {unit}"
