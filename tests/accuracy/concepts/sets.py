"""The kit's events: their articles as they are read for naming, and which naming is known to name what."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import core
from core.compare import namings
from core.library.questions import passages, queries
from core.link.concepts import heads, reading
from core.link.concepts.heads import Heads, Place
from core.link.concepts.reading import Reading, Text


class Event(NamedTuple):
    """An event's articles, read, and the number of the concept that the gold gives to a naming."""

    name: str
    texts: list[Text]
    readings: list[Reading]
    heads: Heads
    gold: dict[Place, int]


class Kit(NamedTuple):
    """The events, the scorer that came with them, and what it needs: outlets and names of articles by key."""

    events: list[Event]
    scorer: ModuleType
    folder: Path
    outlet: dict[str, str]
    name: dict[str, str]


@contextmanager
def opened(kit: Path) -> Iterator[Kit]:
    """Read the kit's articles into a library of their own, and give what is known of them."""
    folder = kit / "naming"
    articles = _lines(folder / "naming.dev.articles.jsonl")
    with tempfile.TemporaryDirectory() as made:
        given = Path(made) / "articles.jsonl"
        rows = [{**article, "url": f"http://x/{article['id']}"} for article in articles]
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        library = core.Library(Path(made) / "library")
        core.add(str(given), library)
        known = library.run(queries.articles(core.Filters()).whole())
        texts = namings.articles(
            library.ask(passages.divided, core.Filters()), library.ask(passages.named, core.Filters())
        )
    name = {key: url.rsplit("/", 1)[-1] for key, url in zip(known["key"], known["url"], strict=True)}
    scorer = _module(folder / "score_naming.py")
    gold = _gold(folder, scorer, {name[text.key]: text for text in texts}, articles)
    topic = dict(zip(known["key"], known["topic"], strict=True))
    by_topic: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_topic[topic[text.key]].append(text)
    events = [_event(event, inside, gold) for event, inside in sorted(by_topic.items())]
    yield Kit(events, scorer, folder, dict(zip(known["key"], known["outlet"], strict=True)), name)


def _event(name: str, texts: list[Text], gold: dict[str, list[tuple[int, int, int]]]) -> Event:
    readings = [reading.read(text) for text in texts]
    found = {
        Place(number, index): concept
        for number, one in enumerate(readings)
        for index, told in enumerate(one.namings)
        for start, end, concept in gold.get(one.key, ())
        if told.head < end and start < max(told.end, told.head + 1) and told.start <= start
    }
    return Event(name, texts, readings, heads.gather(readings), found)


def _gold(
    folder: Path, scorer: ModuleType, texts: dict[str, Text], articles: list[dict[str, Any]]
) -> dict[str, list[tuple[int, int, int]]]:
    """Return the heads of gold mentions by article: start, end and the number of their concept."""
    given = {article["id"]: article["text"] for article in articles}
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, concept in enumerate(_lines(folder / "naming.dev.gold.jsonl")):
        for told in concept["mentions"]:
            text = texts[told["article"]]
            place = scorer.mapping(given[told["article"]], text.text)
            start, end = scorer.head(given[told["article"]], told["start"], told["end"])
            found[text.key].append((place(start), place(end), number))
    return found


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
