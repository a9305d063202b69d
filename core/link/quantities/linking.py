"""The library's figures → quantities: a row for each figure with the quantity it tells, its name, and why it is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from core.library.figure_places import Address
from core.library.snapshot import Snapshot
from core.link import unit_kinds
from core.link.left_open import left_open
from core.link.quantities import (
    candidates,
    constraints,
    counterparts,
    grounds,
    grouping,
    judgement,
    mention,
    naming,
    pair_evidence,
    prominence,
)
from core.link.quantities.judgement import Judgement
from core.link.quantities.mention import Mention


class ByHand(NamedTuple):
    """What an analyst said of figures: that two tell one quantity or two, a name of one, or to set it aside.

    Of several names of one quantity the last counts.
    """

    together: Sequence[tuple[Address, Address]] = ()
    apart: Sequence[tuple[Address, Address]] = ()
    names: Mapping[Address, str] = {}
    aside: frozenset[Address] = frozenset()


class Linked(NamedTuple):
    """A figure and the quantity it tells: a row of the table of indicators.

    Name, unit, kind, worth, counterpart and `aside` are the quantity's. `low` and `high` are the level the figure
    tells, `least` and `most` what it leaves open, all in the quantity's unit.
    """

    key: str
    number: int
    indicator: str
    measure: str
    unit: str | None
    kind: str
    low: float
    high: float
    least: float | None
    most: float | None
    reason: str
    worth: float
    counterpart: str | None
    aside: bool


_FIGURES = f"""
    SELECT {", ".join(f'"{name}"' for name in mention.COLUMNS)}
    FROM figures JOIN (SELECT key, published FROM catalogue) USING (key)
    WHERE kind <> 'ordinal' AND (?::VARCHAR[] IS NULL OR list_contains(?::VARCHAR[], key)) ORDER BY key, number
"""


def link(
    snapshot: Snapshot,
    walls: Mapping[str, str],
    by_hand: ByHand,
    judged: Judgement | None = None,
    only: Collection[str] | None = None,
) -> Iterator[Linked]:
    """Yield each figure with the quantity it tells; `walls` tells what each article is compared within, by key.

    `judged` are the weights, None for those the project ships; `only` the articles of the walls wanted, None for all.
    """
    for rows in figures(snapshot, walls, only).values():
        yield from within(rows, by_hand, judged or judgement.shipped())


def figures(
    snapshot: Snapshot, walls: Mapping[str, str], only: Collection[str] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Return the library's figures, as mappings of `mention.COLUMNS`, by their walls."""
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    wanted = None if only is None else list(only)
    found = snapshot.query(_FIGURES, [wanted, wanted])
    while some := found.fetchmany(50_000):
        for values in some:
            row = dict(zip(mention.COLUMNS, values, strict=True))
            inside[walls.get(row["key"], row["key"])].append(row)
    return inside


def within(rows: Sequence[Mapping[str, Any]], by_hand: ByHand, judged: Judgement) -> Iterator[Linked]:
    """Yield the rows of one wall."""
    mentions = [mention.read(row) for row in rows]
    first, second = candidates.pairs(mentions)
    weighed = pair_evidence.weigh(mentions, first, second)
    odds = judgement.odds(weighed, judged)
    odds[constraints.apart(mentions, first, second, weighed)] = judgement.APART
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    place = {(each.key, each.number): index for index, each in enumerate(mentions)}
    joined = _placed(by_hand.together, place)
    groups = grouping.group(
        len(mentions),
        pairs,
        odds.tolist(),
        judged.enough,
        together=joined,
        apart=_placed(by_hand.apart, place),
    )
    fitting = _fitting(pairs, odds.tolist(), groups, mentions)
    by_analyst = {index for pair in joined for index in pair}
    for group in groups:
        facts, ahead = counterparts.split(mentions, group)
        if ahead and _crossed(joined, set(facts), set(ahead)):
            facts, ahead = list(group), []
        keys = [_address(mentions[part[0]]) if part else None for part in (facts, ahead)]
        for part, key, other in ((facts, keys[0], keys[1]), (ahead, keys[1], keys[0])):
            if key is not None:
                for told in _told(rows, mentions, part, key, other, fitting, by_hand):
                    joined_here = place[told.key, told.number] in by_analyst
                    yield told._replace(reason=f"{told.reason} {grounds.BY_HAND}") if joined_here else told


def _placed(pairs: Iterable[tuple[Address, Address]], place: Mapping[Address, int]) -> list[tuple[int, int]]:
    return [(place[one], place[other]) for one, other in pairs if one in place and other in place]


def _crossed(pairs: Iterable[tuple[int, int]], one: set[int], other: set[int]) -> bool:
    return any((left in one and right in other) or (left in other and right in one) for left, right in pairs)


def _address(told: Mention) -> str:
    return f"{told.key}:{told.number}"


def _fitting(
    pairs: Sequence[tuple[int, int]],
    odds: Sequence[float],
    groups: Sequence[Sequence[int]],
    mentions: Sequence[Mention],
) -> dict[int, int]:
    """Return for each mention the one of another article in its group that it fits best."""
    group_of = {index: number for number, group in enumerate(groups) for index in group}
    best: dict[int, tuple[float, int]] = {}
    for (one, other), value in zip(pairs, odds, strict=True):
        if group_of[one] == group_of[other] and mentions[one].key != mentions[other].key:
            for index, partner in ((one, other), (other, one)):
                if index not in best or value > best[index][0]:
                    best[index] = (value, partner)
    return {index: partner for index, (_, partner) in best.items()}


def _told(
    rows: Sequence[Mapping[str, Any]],
    mentions: Sequence[Mention],
    part: Sequence[int],
    key: str,
    counterpart: str | None,
    fitting: Mapping[int, int],
    by_hand: ByHand,
) -> Iterator[Linked]:
    """Yield the rows of one quantity; of one that a single article tells without saying what it is, none."""
    own = [mentions[index] for index in part]
    addresses = {(each.key, each.number) for each in own}
    given = addresses & by_hand.names.keys() and [name for one, name in by_hand.names.items() if one in addresses]
    name = given[-1] if given else naming.name(own, [_written(rows[index]) for index in part])
    if not name:
        return
    unit, kind = _shown_unit([rows[index] for index in part])
    worth, aside = prominence.worth(own), bool(addresses & by_hand.aside)
    for index in part:
        row, other = rows[index], fitting.get(index)
        low, high = mention.levels(row)
        least, most = left_open(row["kind"], low, high, row["modifier"], mention.told_place(row), row["side"])
        yield Linked(
            key=row["key"],
            number=row["number"],
            indicator=key,
            measure=name,
            unit=unit,
            kind=kind,
            low=_converted(low, row["unit"], unit),
            high=_converted(high, row["unit"], unit),
            least=None if least is None else _converted(least, row["unit"], unit),
            most=None if most is None else _converted(most, row["unit"], unit),
            reason=grounds.reason(mentions[index], None if other is None else mentions[other]),
            worth=worth,
            counterpart=counterpart,
            aside=aside,
        )


def _shown_unit(rows: Sequence[Mapping[str, Any]]) -> tuple[str | None, str]:
    """Return the unit and kind that most figures are told in."""
    return Counter((row["unit"], row["kind"]) for row in rows).most_common(1)[0][0]


def _converted(value: float, unit: str | None, shown: str | None) -> float:
    """Return a value told in one unit in another of its kind; as it is where they don't convert."""
    if unit == shown or not unit or not shown:
        return value
    told, wanted = unit_kinds.of(unit), unit_kinds.of(shown)
    return value * told.in_base / wanted.in_base if told.kind == wanted.kind else value


def _written(row: Mapping[str, Any]) -> naming.Words:
    """Return what the text says of a figure: what it counts or measures, and what that is of or for."""
    (measure, _, holder), unit = (row["measure"] or "").partition(","), row["unit"] or ""
    owner = row["owner"] or ""
    if row["kind"] not in ("count", "other"):
        return naming.Words(measure, "" if owner in measure else owner)
    if unit.lower() in measure.lower():
        return naming.Words(measure, holder.strip() or owner)
    return naming.Words(unit, measure or owner)
