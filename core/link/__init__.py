"""The library → what holds across articles: indicators, stories, topics, copies, actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from core.extract.actors.name_classes import OF_MEN, OF_WOMEN
from core.library.schema import LINK_TABLES, table
from core.library.snapshot import VIEWS, Snapshot
from core.link import copies, merging, signatures, stories, topics
from core.link.merging import Merge, Named
from core.link.quantities import decisions, linking
from core.link.signatures import Signature

_BEFORE_NAME = 12  # letters in which an honorific stands before a name


def link(snapshot: Snapshot) -> dict[str, pa.Table]:
    """Return the tables of links (`LINK_TABLES` of the library's schema) for a library as it stands."""
    signed = _signatures(snapshot)
    of_story, of_topic = dict(_stories(signed)), dict(_topics(signed, _headings(snapshot)))
    rows: dict[str, Iterable[Mapping[str, Any]]] = {
        "indicators": (
            row._asdict() for row in linking.link(snapshot, walls(snapshot, of_story), decisions.decided(snapshot))
        ),
        "stories": ({"key": key, "story": story} for key, story in of_story.items()),
        "topics": ({"key": key, "topic": topic} for key, topic in of_topic.items()),
        "copies": _copies(snapshot),
        "merged_actors": (merged._asdict() for merged in _merged_actors(snapshot, of_story, of_topic)),
    }
    return {name: table(LINK_TABLES[name], found) for name, found in rows.items()}


def again(snapshot: Snapshot, keys: Iterable[str]) -> dict[str, pa.Table]:
    """Return the tables of links as they are, but for the figures of the walls of some articles, which are linked anew.

    `keys` are the articles'.
    """
    those = within_walls(snapshot, keys)
    tables = {
        name: snapshot.rows(f"SELECT * FROM {VIEWS.get(name, name)}").cast(schema)
        for name, schema in LINK_TABLES.items()
    }
    kept = snapshot.rows("SELECT * FROM indicators WHERE NOT list_contains(?::VARCHAR[], key)", [list(those)])
    made = linking.link(snapshot, those, decisions.decided(snapshot), only=those)
    schema = LINK_TABLES["indicators"]
    tables["indicators"] = pa.concat_tables([kept.cast(schema), table(schema, (row._asdict() for row in made))])
    return tables


def within_walls(snapshot: Snapshot, keys: Iterable[str]) -> dict[str, str]:
    """Return the walls of some articles, each as all the articles within it, by key."""
    of_article = walls(snapshot, dict(snapshot.query("SELECT key, story FROM stories").fetchall()))
    wanted = {of_article.get(key, key) for key in keys}
    return {key: wall for key, wall in of_article.items() if wall in wanted}


def walls(snapshot: Snapshot, of_story: Mapping[str, str]) -> dict[str, str]:
    """Return for each article, by key, within what its figures are compared: the topic given, else its story's.

    A story that lies in one given topic is within it as a whole; one in several or in none is a wall of its own.
    """
    given = dict(snapshot.query("SELECT key, topic FROM articles WHERE topic IS NOT NULL").fetchall())
    topics_of: dict[str, set[str]] = defaultdict(set)
    for key, topic in given.items():
        topics_of[of_story.get(key, key)].add(topic)
    found: dict[str, str] = {}
    for key, story in of_story.items():
        topic = given.get(key) or (min(topics_of[story]) if len(topics_of[story]) == 1 else None)
        found[key] = f"topic {topic}" if topic else f"story {story}"
    return found


def _signatures(snapshot: Snapshot) -> list[Signature]:
    rows = snapshot.query(
        """
        SELECT a.key, a.published, a.title, given.topic, w.words, n.names
        FROM catalogue a
        JOIN articles given USING (key)
        LEFT JOIN (SELECT key, map(list(term), list(count)) AS words FROM terms GROUP BY key) w USING (key)
        LEFT JOIN (
            SELECT key, map(list(name), list(mentions)) AS names
            FROM (SELECT key, name, count(*) AS mentions FROM actors GROUP BY key, name) GROUP BY key
        ) n USING (key)
        ORDER BY a.key
        """
    )
    return [
        signatures.compose(key, published, title, words or {}, names or {})._replace(topic=topic)
        for key, published, title, topic, words, names in rows.fetchall()
    ]


def _stories(signed: Sequence[Signature]) -> Iterator[tuple[str, str]]:
    return zip((article.key for article in signed), stories.group(signed), strict=True)


def _headings(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return the title and the first sentence of each article in English, by key."""
    rows = snapshot.query("SELECT key, title, first_sentence FROM catalogue WHERE language = 'en'").fetchall()
    return {key: tuple(line for line in lines if line) for key, *lines in rows}


def _topics(signed: Sequence[Signature], headings: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield the topic that each article was given; for others of a group of two or more a member's, else a label."""
    groups: dict[str, list[Signature]] = defaultdict(list)
    for article, group in zip(signed, topics.group(signed), strict=True):
        groups[group].append(article)
    labels = topics.derive(dict(groups), headings)
    for group, members in groups.items():
        given = next((member.topic for member in members if member.topic is not None), None)
        if given is not None or len(members) > 1:
            yield from ((member.key, given or labels[group]) for member in members)


def _copies(snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Yield each copy with the earliest article of its group; undated ones count as later.

    A topic that was given is a wall: a copy and its original are of one topic, or one of them has none.
    """
    days = dict(snapshot.query("SELECT key, published FROM catalogue").fetchall())
    topic = dict(snapshot.query("SELECT key, topic FROM articles").fetchall())
    for group in copies.find(dict(snapshot.query("SELECT key, text FROM articles").fetchall())):
        firsts: dict[str | None, str] = {}  # given topic → its earliest article
        shares = dict(zip(group.keys, group.shares, strict=True))
        for key in sorted(shares, key=lambda key: (days[key] is None, days[key], key)):
            wall = topic[key]
            first = firsts.get(wall, firsts.get(None)) if wall else next(iter(firsts.values()), None)
            firsts.setdefault(wall, first or key)
            if first:
                yield {"key": key, "copy_of": first, "share": shares[key], "exact": group.exact}


def _merged_actors(snapshot: Snapshot, of_story: Mapping[str, str], of_topic: Mapping[str, str]) -> list[Merge]:
    rows = snapshot.query(
        """
        SELECT x.key, x.name, x.kind, any_value(x.aliases), any_value(x.role), count(*),
            any_value(a.topic),
            list(DISTINCT regexp_extract(lower(right(left(a.text, x.start), ?)), '([a-z]+)[.]?\\s+$', 1))
                FILTER (x.kind = 'person' AND NOT contains(x.name, ' '))
        FROM actors x JOIN articles a USING (key)
        GROUP BY x.key, x.name, x.kind ORDER BY x.key, x.name, x.kind
        """,
        [_BEFORE_NAME],
    )
    return merging.merge(
        Named(
            key, name, kind, tuple(aliases), role, mentions,
            near=tuple(group for group in (of_story.get(key), topic or of_topic.get(key)) if group),
            honorific=_honorific(before or ()),
        )
        for key, name, kind, aliases, role, mentions, topic, before in rows.fetchall()
    )  # fmt: skip


def _honorific(before: Iterable[str]) -> str:
    """Return the honorific among the words right before a surname; none where it is once a man's and once a woman's."""
    men, women = OF_MEN.intersection(before), OF_WOMEN.intersection(before)
    return "" if men and women else max(men | women, default="")
