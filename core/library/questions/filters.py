"""Which articles are looked at: one value, with one translation to SQL."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

# What can be chosen by itself, and taken away by itself.
Side = Literal[
    "topic",
    "outlet",
    "story",
    "actor",
    "speaker",
    "language",
    "label",
    "dates",
    "undated",
    "copies",
    "words",
    "articles",
]
SIDES: tuple[Side, ...] = get_args(Side)

Condition = tuple[str, list[Any]]

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_WORDS = re.compile(r'"([^"]*)"|([^\s"]+)')
_LOOKED_UP = 6  # words, one by one; the plan of a query grows with each
_PLAIN = re.compile(r"[^\W\d_]+")


class Search(NamedTuple):
    """A saved search that stands for a topic: what it is called, and the articles it is about."""

    name: str
    filters: Filters


@dataclass(frozen=True, slots=True)
class Filters:
    """The articles an analyst chose; empty tuples and None leave a side open.

    Of several topics, outlets, stories or languages any will do. `searches` widen the choice of topics: an article on
    any of the topics, or in any of the searches, passes. `actors` leaves the articles that name any of them, `speakers`
    those that give words to any of them, both by the names that stand for them in the whole library. `labels` leaves
    those to which the analyst gave any of them, capitals aside.

    `begin` and `end` are days, both included, of publication or, where `spoken`, of a date the article speaks of; an
    article without a publication date passes, unless `undated` is False. `copies` False leaves out what is marked as a
    copy of an earlier article. `words` are words that all occur; a phrase stands in double quotation marks, and a mark
    without its fellow counts for nothing. `outlets` may hold "" for articles without a known outlet, `languages` for
    those in an unknown language.
    """

    topics: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    begin: datetime.date | None = None
    end: datetime.date | None = None
    undated: bool = True
    spoken: bool = False
    words: str = ""
    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    copies: bool = True
    searches: tuple[Search, ...] = ()
    labels: tuple[str, ...] = ()

    def to_sql(self) -> Condition:
        """Return a condition on a row `a` of the catalogue, and the values of its parameters."""
        return _all(list(self.sides().values()))

    def sides(self) -> dict[Side, Condition]:
        """Return the condition of each side that is chosen, never NULL; an article passes where all of them hold."""
        found: dict[Side, Condition | None] = {
            "topic": self._topic(),
            "outlet": _one_of("coalesce(a.outlet, '')", self.outlets),
            "story": _one_of("a.story", self.stories),
            "actor": _naming(self.actors),
            "speaker": _quoting(self.speakers),
            "language": _one_of("coalesce(a.language, '')", self.languages),
            "label": _labelled(self.labels),
            "dates": self._dates(),
            "undated": None if self.undated else ("a.published IS NOT NULL", []),
            "copies": None if self.copies else ("a.copy_of IS NULL", []),
            "words": _holding(self.words),
            "articles": _one_of("a.key", self.articles),
        }
        return {side: condition for side, condition in found.items() if condition}

    def _topic(self) -> Condition | None:
        topics = _one_of("coalesce(a.topic, '')", self.topics)
        ways = [topics] if topics else []
        ways += [search.filters.to_sql() for search in self.searches]
        sql = " OR ".join(f"({way})" for way, _ in ways)
        return (f"({sql})", [value for _, values in ways for value in values]) if ways else None

    def _dates(self) -> Condition | None:
        if not (self.begin or self.end):
            return None
        begin, end = self.begin or datetime.date.min, self.end or datetime.date.max
        if self.spoken:
            return "a.key IN (SELECT key FROM dates WHERE begin_day <= ? AND end_day >= ?)", [end, begin]
        return "coalesce(a.published BETWEEN ? AND ?, TRUE)", [begin, end]


def phrases(words: str) -> tuple[str, ...]:
    """Return the words and phrases a search asks for: `tram "trade turnover"` asks for two."""
    found = (" ".join((phrase or word).split()) for phrase, word in _WORDS.findall(words.translate(_QUOTES)))
    return tuple(dict.fromkeys(part for part in found if part))


def _all(conditions: list[Condition]) -> Condition:
    return (
        " AND ".join(sql for sql, _ in conditions) or "TRUE",
        [value for _, values in conditions for value in values],
    )


def _one_of(column: str, wanted: tuple[str, ...]) -> Condition | None:
    return (f"list_contains(?::VARCHAR[], {column})", [list(wanted)]) if wanted else None


def _labelled(labels: tuple[str, ...]) -> Condition | None:
    sql = "coalesce(list_has_any(string_split(lower(a.labels), ', '), ?::VARCHAR[]), FALSE)"
    return (sql, [[label.lower() for label in labels]]) if labels else None


def _naming(actors: tuple[str, ...]) -> Condition | None:
    """Return the condition that an article names one of the actors, under whichever name."""
    sql = "a.key IN (SELECT key FROM called WHERE list_contains(?::VARCHAR[], actor))"
    return (sql, [list(actors)]) if actors else None


def _quoting(speakers: tuple[str, ...]) -> Condition | None:
    """Return the condition that an article gives words to one of the speakers, under whichever name."""
    sql = "a.key IN (SELECT key FROM said WHERE list_contains(?::VARCHAR[], actor))"
    return (sql, [list(speakers)]) if speakers else None


def _holding(words: str) -> Condition | None:
    """Return the condition that all words and phrases occur; words of letters alone are looked up as whole words."""
    searched = [part.casefold() for part in phrases(words)]
    whole = [part for part in searched if _PLAIN.fullmatch(part)]
    inside = [part.replace("’", "'") for part in searched if not _PLAIN.fullmatch(part)]
    # One look-up a word: an equality lets the database skip what can't hold it.
    conditions: list[Condition] = [
        ("a.key IN (SELECT key FROM terms WHERE term = ?)", [part]) for part in whole[:_LOOKED_UP]
    ]
    if rest := whole[_LOOKED_UP:]:
        sql = """a.key IN (
            SELECT key FROM terms WHERE list_contains(?::VARCHAR[], term) GROUP BY key HAVING count(*) = ?
        )"""
        conditions.append((sql, [rest, len(rest)]))
    if inside:
        sql = """a.key IN (
            SELECT key FROM texts WHERE list_bool_and(
                list_transform(?::VARCHAR[], lambda part: contains(replace(lower(text), '’', ''''), part))
            )
        )"""
        conditions.append((sql, [inside]))
    return _all(conditions) if conditions else None


ALL = Filters()
