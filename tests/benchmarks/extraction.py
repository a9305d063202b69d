"""What reading an article costs, on one core, beside textstat's nine scores called one by one on the same texts."""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import textstat
from dateparser.search import search_dates

from core.extract import (
    actors,
    analyze,
    attribution,
    boilerplate,
    dates,
    figures,
    framing,
    pronunciation,
    readability,
    sentences,
)
from core.extract.document import Document, prepare
from core.model import Actor, Article
from tests.benchmarks.texts import generated

_SCORES: tuple[Callable[[str], float], ...] = (
    textstat.flesch_reading_ease,
    textstat.flesch_kincaid_grade,
    textstat.gunning_fog,
    textstat.smog_index,
    textstat.automated_readability_index,
    textstat.coleman_liau_index,
    textstat.dale_chall_readability_score,
    textstat.linsear_write_formula,
    lambda text: textstat.text_standard(text, float_output=True),
)
_DIGITS = re.compile(r"\d[\d,.]*")


class Item(NamedTuple):
    """An article with what the parts of the extraction start from."""

    article: Article
    document: Document
    named: tuple[Actor, ...]


Task = Callable[[Item], object]
Times = dict[str, tuple[float, float, float]]


def items(count: int, seed: int) -> list[Item]:
    """Return fresh articles, made ready outside the clock."""
    found = []
    for article in generated(count, seed):
        document = prepare(article.text, article.title)
        found.append(Item(article, document, actors.find(document)))
    return found


def alternate(tasks: dict[str, Task], count: int, rounds: int = 5) -> Times:
    """Return min, median and max ms an article of each task; all run in turn in every round, on articles new to all.

    textstat remembers a text it has seen, so a text measured twice would cost it nothing the second time.
    """
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        fresh = items(count, seed=100 + number)
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            for item in fresh:
                task(item)
            if number:  # the first round imports, compiles and fills the memos of words
                taken[name].append(1000 * (time.process_time() - start) / count)
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
    pronunciation.provide()
    tasks: dict[str, Task] = {
        "textstat, nine scores one by one": lambda item: [score(item.article.text) for score in _SCORES],
        "whole extraction": lambda item: analyze(item.article),
        "  dividing: furniture, sentences, tokens": lambda item: prepare(item.article.text, item.article.title),
        "  furniture": lambda item: boilerplate.find(item.article.text),
        "  sentences": lambda item: _split(item.article),
        "  readability": lambda item: readability.measure(item.document),
        "  dates": _dates,
        "  figures": lambda item: figures.find(item.document),
        "  names": lambda item: actors.find(item.document),
        "  attribution": lambda item: attribution.find(item.document, item.named),
        "  frames": lambda item: framing.find(item.document),
        "a regular expression for digits": lambda item: _DIGITS.findall(item.article.text),
    }
    print(f"{count} generated articles of about 576 words, one core, processor time\n")
    rows = alternate(tasks, count)
    print(table(rows, "textstat, nine scores one by one"))
    sentences_each = statistics.mean(len(item.document.sentences) for item in items(count, seed=100))
    print(f"\nfigures: {1000 * sentences_each / rows['  figures'][1]:,.0f} sentences a second")
    slow = alternate({"dateparser's search": _dateparser, "our dates": _dates}, count=12, rounds=3)
    print(f"\n12 articles\n{table(slow, 'our dates')}")
    _hostile()


def _dates(item: Item) -> object:
    return dates.find(item.document, item.article.published)


def _dateparser(item: Item) -> object:
    return search_dates(item.article.text, languages=["en"])


def _split(article: Article) -> Sequence[object]:
    furniture = boilerplate.find(article.text)
    return [
        sentences.split(article.text, paragraph) for paragraph in sentences.paragraphs(article.text, furniture)
    ]


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
