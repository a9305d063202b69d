"""What reading an article costs, on one core, beside what others take for parts of it on the same texts.

First whole programs on news where an evaluation kit lies at EVAL (BASIL's articles), then the rooms on made-up texts.
The others: textstat's nine scores called one by one and dateparser's search; for figures see `numbers`.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from dateparser.search import search_dates

from core.extract import (
    actors,
    analyze,
    attribution,
    boilerplate,
    context,
    dates,
    figures,
    framing,
    publication,
    readability,
    sentences,
    terms,
)
from core.extract.document import Document
from core.extract.prepare import prepare
from core.extract.tokens import divide
from core.model import Actor, Article, Attribution, DateMention, Figure
from tests.benchmarks.scores import SCORES
from tests.benchmarks.texts import generated
from tests.textstat_reference import use_our_dictionary

T = TypeVar("T")
Times = dict[str, tuple[float, float, float]]


class Item(NamedTuple):
    """An article with what the rooms of the extraction start from."""

    article: Article
    document: Document
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    named: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]


def item(article: Article) -> Item:
    """Return an article made ready for every room."""
    document = prepare(article.text, article.title)
    named = actors.find(document)
    return Item(
        article,
        document,
        dates.find(document, article.published),
        figures.find(document),
        named,
        attribution.find(document, named),
    )


def alternate(
    tasks: dict[str, Callable[[T], object]], made: Callable[[Article], T], count: int, rounds: int = 5
) -> Times:
    """Return min, median and max ms an article of each task; all run in turn in every round.

    Three things would make the figures unfair. textstat and our rooms remember what they have seen: so every round has
    texts new to all, and the first, which imports, compiles and fills the memos of words, isn't counted. The collector
    would walk the articles made ready for all during the task that happens to set it off: so they are frozen. And a
    task would pay for what the one before left behind: so that is collected between them.
    """
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        ready = [made(article) for article in generated(count, seed=100 + number)]
        gc.collect()
        gc.freeze()
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            for item in ready:
                task(item)
            if number:
                taken[name].append(1000 * (time.process_time() - start) / count)
        gc.unfreeze()
    return {name: (min(values), statistics.median(values), max(values)) for name, values in taken.items()}


def table(rows: Times, base: str) -> str:
    """Return the figures as lines: minimum, median, maximum, and the median's ratio to that of `base`."""
    against = rows[base][1]
    head = f"{'ms an article':40s} {'min':>8s} {'median':>8s} {'max':>8s} {'ratio':>8s}"
    lines = [
        f"{name:40s} {low:8.3f} {middle:8.3f} {high:8.3f} {middle / against:8.3f}"
        for name, (low, middle, high) in rows.items()
    ]
    return "\n".join([head, *lines])


def main(count: int = 300) -> None:
    """Print the tables."""
    use_our_dictionary()
    if _NEWS.exists():
        _on_news()
    print(f"{count} generated articles of about 576 words, one core, processor time\n")
    scores = "textstat, nine scores one by one"
    whole: dict[str, Callable[[Article], object]] = {
        scores: lambda article: [score(article.text) for score in SCORES],
        "whole extraction": analyze,
    }
    # Before the rooms, so that no more is in memory than a reader of articles holds.
    print(table(alternate(whole, lambda article: article, count), scores))
    rows = alternate(_ROOMS, item, count)
    print(f"\nits rooms, each apart\n{table(rows, 'dividing: all of the three below')}")
    _others(rows)
    _hostile()


_ROOT = Path(__file__).parents[2]
_NEWS = Path(os.environ.get("EVAL", "../shared/eval")).resolve() / "data/basil.jsonl"


def _on_news(rounds: int = 5) -> None:
    """Print what `core analyze` takes for news beside textstat's scores: on all articles, less that on the first alone.

    So neither pays for being started, and both meet every word for the first time.
    """
    programs = {
        "core analyze": ("core", "analyze"),
        "textstat, nine scores one by one": ("tests.benchmarks.scores",),
    }
    taken: dict[str, list[float]] = {name: [] for name in programs}
    lines = _NEWS.read_bytes().splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first.jsonl"
        first.write_bytes(lines[0])
        for _ in range(rounds):  # all in turn, so that what else the machine does falls on both
            for name, program in programs.items():
                taken[name].append(_seconds(program, _NEWS) - _seconds(program, first))
    ours, theirs = map(statistics.median, taken.values())
    print(f"{len(lines)} articles of news, each program alone, processor time: all articles less the first alone")
    for name, seconds in taken.items():
        print(f"  {name:34s} {min(seconds):6.2f} {statistics.median(seconds):6.2f} {max(seconds):6.2f} s")
    print(f"  {'ratio of the medians':34s} {ours / theirs:13.2f}\n")


def _seconds(program: tuple[str, ...], articles: Path) -> float:
    """Return the processor seconds that a module of Python takes as a program on a file."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [sys.executable, "-m", *program, str(articles)]
    subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


_ROOMS: dict[str, Callable[[Item], object]] = {
    "dividing: all of the three below": lambda item: prepare(item.article.text, item.article.title),
    "  furniture": lambda item: boilerplate.find(item.article.text),
    "  sentences": lambda item: _split(item.article.text, item.document),
    "  tokens": lambda item: divide(item.article.text),
    "publication": lambda item: (
        publication.find(item.article, item.document) or publication.unknown(item.document, item.dates)
    ),
    "readability": lambda item: readability.measure(item.document),
    "terms": lambda item: terms.count(item.document),
    "frames": lambda item: framing.find(item.document),
    "dates": lambda item: dates.find(item.document, item.article.published),
    "names": lambda item: actors.find(item.document),
    "attribution": lambda item: attribution.find(item.document, item.named),
    "figures": lambda item: figures.find(item.document),
    "context": lambda item: context.join(item.document, item.figures, item.dates, item.attributions),
}


def _split(text: str, document: Document) -> Sequence[object]:
    return [sentences.split(text, part) for part in sentences.paragraphs(text, document.boilerplate)]


def _others(rooms: Times, count: int = 12) -> None:
    """Print what others take for the same work, on fewer articles, since they take so much longer."""
    words = statistics.mean(len(article.text.split()) for article in generated(count, seed=101))
    for work, names in (
        ("attribution", ["attribution"]),
        (
            "attribution, names found and text divided for it",
            ["attribution", "names", "dividing: all of the three below"],
        ),
    ):
        rate = 1000 / sum(rooms[name][1] for name in names) * words / 600
        print(f"\n{work}: {rate:,.0f} articles of 600 words a second", end="")
    found = alternate({"dateparser's search": _dateparser, "our dates": _ROOMS["dates"]}, item, count, rounds=3)
    print(f"\n\n{count} articles\n{table(found, 'our dates')}")


def _dateparser(item: Item) -> object:
    return search_dates(item.article.text, languages=["en"])


def _hostile(size: int = 1_000_000) -> None:
    print("\nseconds for a million characters of one kind, whole extraction")
    for name, unit in (
        ("digits", "7"),
        ("commas", ","),
        ("brackets", "("),
        ("dollars", "$"),
        ("quotation marks", '"'),
        ("capitals", "A "),
        ("months", "May "),
        ("said", "said "),
        ("full stops", ". "),
        ("lines", "a\n"),
    ):
        start = time.process_time()
        analyze(Article(unit * (size // len(unit))))
        print(f"  {name:18s} {time.process_time() - start:6.2f}")
