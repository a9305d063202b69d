"""Collections that are hard on charts: one outlet or sixty, long titles, scripts from right to left, nothing known.

The texts are drawn from the invented tram of the sample corpus; titles, outlets and topics are made up for the eye.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path

from core import pipeline
from core.library import Library
from core.model import Article
from tests.benchmarks.texts import SEEDS, generated

_PLACES = (
    "Harrow Vale", "Brackenhall", "Eddle Valley", "Nether Eddle", "Ostwick", "Quarrymoor", "Saltfen", "Thornby Reach",
    "Upper Lindle", "Westering",
)  # fmt: skip
_PAPERS = ("Courier", "Beacon", "Ledger", "Morning Observer", "Weekly Review of Business", "Online")
_LONG = "The tram that was to open in spring is to open later and at a higher cost, says the city's own review"
_TITLES = (
    f"{_LONG}, which sets out how the line, the bridges and the depots were planned, what has changed since, why",
    "المدينة تفتتح خط الترام الجديد في الربيع بعد مراجعة التكاليف وموعد الانتهاء من الجسر",
    "העירייה פותחת את קו הרכבת הקלה החדש באביב לאחר בדיקת העלויות ומועד סיום הגשר",
    "🚋 Tram opens 🎉 – what it costs 💷, who pays 👩🏽\u200d🚒, and when 🗓️ it runs",
    "Tram: ماذا يقول السكان about the line, ומה אומרים התושבים",
    "Tram" + "line" * 49,
    "Tram",
)
_OUTLETS = (
    "صحيفة الوادي اليومية",
    "עיתון העמק",
    "🚋 The Daily Tram 🗞️",
    "The Harrow Vale and Eddle Valley Weekly Advertiser, Shipping Gazette and Agricultural Intelligencer",
    "Courier",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
)
_TOPICS = ("خط الترام", "הרכבת הקלה", "🚋 tram 🎉", f"{_LONG} and who pays for it", "Tram")


def outlets(name: str) -> list[str]:
    """Return the outlets of the collection of a name."""
    return list(dict.fromkeys(article.outlet for article in COLLECTIONS[name]() if article.outlet))


def _of_outlets(outlets: int, each: int) -> Iterator[Article]:
    names = [f"{place} {paper}" for paper, place in product(_PAPERS, _PLACES)][:outlets]
    for article, name in zip(generated(outlets * each, corpus=_TRAM), cycle(names), strict=False):
        yield replace(article, outlet=name, title=_headline(article))


def _headline(article: Article) -> str:
    """Return a text's own first words, as a headline would have them."""
    return " ".join(article.text.split()[:9]).rstrip(".,")


def _in_any_script() -> Iterator[Article]:
    named = zip(generated(42, corpus=_TRAM), cycle(_TITLES), cycle(_OUTLETS), cycle(_TOPICS), strict=False)
    for article, title, outlet, topic in named:
        yield replace(article, title=title, outlet=outlet, topic=topic)


def _unknown() -> Iterator[Article]:
    for article in generated(12, corpus=_TRAM):
        yield replace(article, title=None, outlet=None, topic=None, published=None, published_from="unknown")


_TRAM = SEEDS / "Harrow-Vale-tram"
COLLECTIONS: dict[str, Callable[[], Iterator[Article]]] = {
    "none": lambda: iter(()),
    "one-article": lambda: _of_outlets(1, 1),
    "one-outlet": lambda: _of_outlets(1, 14),
    "five-outlets": lambda: _of_outlets(5, 5),
    "sixty-outlets": lambda: _of_outlets(60, 3),
    "any-script": _in_any_script,
    "unknown": _unknown,
}


def library(name: str, folder: Path) -> Path:
    """Write the collection of a name and analyse it into a library of its own below a folder; return the library."""
    fields = ("text", "title", "outlet", "topic", "published")
    rows = [
        {field: str(value) for field in fields if (value := getattr(article, field)) is not None}
        for article in COLLECTIONS[name]()
    ]
    path = folder / name
    path.mkdir(parents=True, exist_ok=True)
    source = folder / f"{name}.jsonl"
    source.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    if rows:
        pipeline.add([str(source)], Library(path), jobs=1)
    return path
