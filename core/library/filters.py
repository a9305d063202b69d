"""Which articles are looked at: one value, with one translation to SQL."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Filters:
    """The articles an analyst chose; empty tuples and None leave a side open.

    `begin` and `end` are days, both included, of publication or, where `spoken`, of a date the article speaks of.
    `undated` keeps articles without a publication date when `begin` or `end` is set. `words` are words that all
    occur; a phrase stands in double quotation marks. `outlets` may hold "" for articles without a known outlet.
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

    def to_sql(self) -> tuple[str, list[Any]]:
        """Return a condition on a row `a` of the catalogue, and the values of its parameters."""
        conditions: list[str] = []
        values: list[Any] = []
        for column, wanted in (("topic", self.topics), ("outlet", self.outlets), ("story", self.stories)):
            if wanted:
                conditions.append(f"list_contains(?::VARCHAR[], coalesce(a.{column}, ''))")
                values.append(list(wanted))
        if self.articles:
            conditions.append("list_contains(?::VARCHAR[], a.key)")
            values.append(list(self.articles))
        if self.begin or self.end:
            begin, end = self.begin or datetime.date.min, self.end or datetime.date.max
            if self.spoken:
                conditions.append("a.key IN (SELECT key FROM dates WHERE begin_day <= ? AND end_day >= ?)")
                values += [end, begin]
            else:
                conditions.append(f"coalesce(a.published BETWEEN ? AND ?, {str(self.undated).upper()})")
                values += [begin, end]
        elif not self.undated and not self.spoken:
            conditions.append("a.published IS NOT NULL")
        for phrase, word in _WORDS.findall(self.words):
            searched = (phrase or word).casefold()
            if re.fullmatch(r"[^\W\d_]+", searched):
                conditions.append("a.key IN (SELECT key FROM terms WHERE term = ?)")
            else:
                conditions.append("a.key IN (SELECT key FROM texts WHERE contains(lower(text), ?))")
            values.append(searched)
        return " AND ".join(conditions) or "TRUE", values


ALL = Filters()
