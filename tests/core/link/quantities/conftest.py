"""Small collections of invented articles, linked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from core import pipeline
from core.library import Library


class Told(NamedTuple):
    """A figure as linked: its article's number in the collection, its words, and the quantity's key and name."""

    article: int
    text: str
    indicator: str
    name: str
    unit: str | None
    counterpart: str | None


class Collection(NamedTuple):
    """What a collection's articles tell."""

    library: Library
    told: tuple[Told, ...]

    def of(self, article: int, text: str) -> Told:
        """Return what an article tells by these words, the first time."""
        return next(each for each in self.told if each.article == article and each.text.startswith(text))

    def together(self, *places: tuple[int, str]) -> bool:
        """Tell whether figures, by article and words, tell one quantity."""
        return len({self.of(*place).indicator for place in places}) == 1


Link = Callable[..., Collection]


@pytest.fixture
def link(tmp_path: Path) -> Link:
    """Return a function that links texts, each by itself or with day and topic, all of outlets of their own."""

    def linked(*texts: str | tuple[str, str], topic: str | None = "Orsa") -> Collection:
        rows = []
        for number, item in enumerate(texts):
            text, day = (item, "2024-05-06") if isinstance(item, str) else item
            rows.append(
                {
                    "text": text,
                    "title": f"Report {number}",
                    "outlet": f"Outlet {number}",
                    "published": day or None,
                    "topic": topic,
                    "url": f"http://x/{number}",
                }  # fmt: skip
            )
        source = tmp_path / "articles.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        library = Library(tmp_path / "library")
        pipeline.add(source, library, jobs=1)
        found = library.snapshot.query(
            """
            SELECT a.url, f.text, i.indicator, i.measure, i.unit, i.counterpart
            FROM indicators i JOIN figures f USING (key, number) JOIN articles a USING (key) ORDER BY f.start
            """
        ).fetchall()
        return Collection(library, tuple(Told(int(url.rsplit("/", 1)[-1]), *rest) for url, *rest in found))

    return linked
