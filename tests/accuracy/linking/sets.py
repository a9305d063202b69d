"""Sets of links: articles in a library of their own, what is known of their figures, how a linking of them scores."""

from __future__ import annotations

import collections
import contextlib
import importlib.util
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, NamedTuple

from core import pipeline
from core.library import Library
from core.link import walls
from core.link.quantities import linking
from core.link.quantities.judgement import Judgement

NAMES = {
    "dev": ("links.dev.articles.jsonl", "links.dev.gold.jsonl"),
    "dev2": ("links.dev2.articles_dated.jsonl", "links.dev2.gold.jsonl"),
    "dev2-undated": ("links.dev2.articles.jsonl", "links.dev2.gold.jsonl"),
}
SCORES = ("pairs micro", "pairs macro", "pairs strict", "pairs of equal values", "pairs of different values")


class Links(NamedTuple):
    """A set: its library, the figures by wall, the gold's lines, and the articles' names in the gold by key."""

    library: Library
    figures: dict[str, list[dict[str, Any]]]
    walls: dict[str, str]
    gold: list[dict[str, Any]]
    names: dict[str, str]
    scorer: ModuleType


@contextlib.contextmanager
def opened(kit: Path, name: str, *, topics: bool) -> Iterator[Links]:
    """Open a set of an evaluation kit, analysed anew; without `topics` the given ones are left out."""
    articles, gold = (kit / "links" / file for file in NAMES[name])
    with TemporaryDirectory(prefix="links") as folder:
        rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines() if line.strip()]
        if not topics:
            rows = [{name: value for name, value in row.items() if name != "topic"} for row in rows]
        source = Path(folder) / "articles.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        library = Library(Path(folder) / "library")
        pipeline.add(source, library)
        of_story = dict(library.snapshot.query("SELECT key, story FROM stories").fetchall())
        inside = walls(library.snapshot, of_story)
        urls = library.snapshot.query("SELECT key, url FROM articles").fetchall()
        yield Links(
            library,
            linking.figures(library.snapshot, inside),
            inside,
            [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()],
            {key: url.rsplit("/", 1)[-1] for key, url in urls},
            _scorer(kit),
        )


def _scorer(kit: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_links", kit / "links" / "score_links.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def known(links: Links) -> dict[tuple[str, int], int]:
    """Return the figures that the gold has, by article's key and number, with the number of their quantity."""
    _place(links, {})
    found: dict[tuple[str, int], int] = {}
    for number, quantity in enumerate(_quantities(links)):
        for mention in quantity["mentions"]:
            if mention["figure"]:
                found[mention["figure"]["key"], int(mention["figure"]["number"])] = number
    return found


def known_apart(links: Links) -> frozenset[frozenset[tuple[str, int]]]:
    """Return the pairs of figures that the gold says are two quantities, by articles' keys and numbers."""
    _place(links, {})
    told = [(line["a"]["figure"], line["b"]["figure"]) for line in links.gold if line["kind"] == "apart"]
    return frozenset(
        frozenset((figure["key"], int(figure["number"])) for figure in pair) for pair in told if all(pair)
    )


def linked(links: Links, judged: Judgement, only: Iterable[str] | None = None) -> list[linking.Linked]:
    """Return the figures of all walls, or `only` some, as they are linked."""
    chosen = links.figures if only is None else only
    return [row for wall in chosen for row in linking.within(links.figures[wall], linking.ByHand(), judged)]


def score(links: Links, rows: Iterable[linking.Linked]) -> dict[str, Any]:
    """Return the kit's scores of a linking of all walls."""
    rows = list(rows)
    indicator_of = {(links.names[row.key], str(row.number)): row.indicator for row in rows}
    shown = {row.indicator: {"measure": row.measure, "conflict": ""} for row in rows}
    members: dict[str, list[tuple[str, str]]] = collections.defaultdict(list)
    for place, indicator in indicator_of.items():
        members[indicator].append(place)
    _place(links, indicator_of)
    found: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        links.scorer.quantities(links.gold, shown, members, found, lambda *_: None)
        links.scorer.negatives(links.gold, found, lambda *_: None)
    return found


def _quantities(links: Links) -> list[dict[str, Any]]:
    return [line for line in links.gold if line["kind"] == "quantity"]


def _place(links: Links, indicator_of: Mapping[tuple[str, str], str]) -> None:
    """Give each mention of the gold its figure, as the kit's scorer does."""
    figures: dict[str, list[dict[str, Any]]] = collections.defaultdict(list)
    for rows in links.figures.values():
        for row in rows:
            told = {name: str(row[name]) for name in ("start", "end", "low", "high", "number")}
            figures[links.names[row["key"]]].append(
                told | {name: row[name] or "" for name in ("key", "measure", "period")}
            )
    for line in links.gold:
        if line["kind"] == "quantity":
            mentions = line["mentions"]
        elif line["kind"] == "apart":
            mentions = [line["a"], line["b"]]
        else:
            continue
        for mention in mentions:
            links.scorer.place(mention, figures, indicator_of)
