"""The library → what holds across articles: indicators, stories, topics, copies, actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from core.library.schema import LINK_TABLES, table
from core.library.snapshot import Snapshot
from core.link import copies, indicators, merging, stories, topics
from core.link.merging import Merge, Named
from core.link.stories import Signature


def link(snapshot: Snapshot) -> dict[str, pa.Table]:
    """Return the tables of links (`LINK_TABLES` of the library's schema) for a library as it stands."""
    signatures = _signatures(snapshot)
    of_story, of_topic = dict(_stories(signatures)), dict(_topics(signatures, snapshot))
    rows: dict[str, Iterable[Mapping[str, Any]]] = {
        "indicators": (row._asdict() for row in indicators.link(snapshot, of_topic, of_story)),
        "stories": ({"key": key, "story": story} for key, story in of_story.items()),
        "topics": ({"key": key, "topic": topic} for key, topic in of_topic.items()),
        "copies": _copies(snapshot),
        "merged_actors": (merged._asdict() for merged in _merged_actors(snapshot)),
    }
    return {name: table(LINK_TABLES[name], found) for name, found in rows.items()}


def _signatures(snapshot: Snapshot) -> list[Signature]:
    rows = snapshot.query(
        """
        SELECT a.key, a.published, a.title, w.words, n.names
        FROM catalogue a
        LEFT JOIN (SELECT key, map(list(term), list(count)) AS words FROM terms GROUP BY key) w USING (key)
        LEFT JOIN (
            SELECT key, map(list(name), list(mentions)) AS names
            FROM (SELECT key, name, count(*) AS mentions FROM actors GROUP BY key, name) GROUP BY key
        ) n USING (key)
        ORDER BY a.key
        """
    )
    return [
        stories.compose(key, published, title, words or {}, names or {})
        for key, published, title, words, names in rows.fetchall()
    ]


def _stories(signatures: Sequence[Signature]) -> Iterator[tuple[str, str]]:
    return zip((signature.key for signature in signatures), stories.group(signatures), strict=True)


def _topics(signatures: Sequence[Signature], snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield a topic for each article of a group of two or more: one that was given to a member, else a label."""
    given = dict(snapshot.query("SELECT key, topic FROM articles WHERE topic IS NOT NULL").fetchall())
    groups: dict[str, list[Signature]] = defaultdict(list)
    for signature, group in zip(signatures, topics.group(signatures), strict=True):
        groups[group].append(signature)
    labels = topics.derive(dict(groups))
    for group, members in groups.items():
        known = Counter(given[member.key] for member in members if member.key in given)
        topic = known.most_common(1)[0][0] if known else labels[group]
        if len(members) > 1:
            yield from ((member.key, topic) for member in members)


def _copies(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Yield each copy with the earliest article of its group; undated ones count as later."""
    days = dict(snapshot.query("SELECT key, published FROM catalogue").fetchall())
    for group in copies.find(dict(snapshot.query("SELECT key, text FROM articles").fetchall())):
        first = min(group.keys, key=lambda key: (days[key] is None, days[key], key))
        for key, share in zip(group.keys, group.shares, strict=True):
            if key != first:
                yield {"key": key, "copy_of": first, "share": share, "exact": group.exact}


def _merged_actors(snapshot: Snapshot) -> list[Merge]:
    rows = snapshot.query(
        """
        SELECT key, name, kind, any_value(aliases), any_value(role), count(*)
        FROM actors GROUP BY key, name, kind ORDER BY key, name, kind
        """
    )
    return merging.merge(
        Named(key, name, kind, tuple(aliases), role, mentions)
        for key, name, kind, aliases, role, mentions in rows.fetchall()
    )
