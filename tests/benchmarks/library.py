"""What a library costs against its size: adding, linking, and the queries of the pages."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from core import pipeline
from core.library import Filters, Library
from core.library.questions import choices, queries, summaries
from tests.benchmarks.texts import WORDS, generated


def build(folder: Path, count: int, words: int = WORDS) -> tuple[Library, float]:
    """Add generated articles of so many words to a library in a folder; return it and the seconds taken."""
    source = folder / f"{count}.jsonl"
    with source.open("w", encoding="utf-8") as out:
        for article in generated(count, words=words):
            row = {"title": article.title, "text": article.text, "outlet": article.outlet, "topic": article.topic}
            out.write(json.dumps({**row, "published": str(article.published), "id": article.source}) + "\n")
    library = Library(folder / f"library-{count}")
    start = time.perf_counter()
    pipeline.add([str(source)], library)
    return library, time.perf_counter() - start


def _milliseconds(task: Callable[[], object], times: int = 5) -> float:
    task()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        taken.append(1000 * (time.perf_counter() - start))
    return sorted(taken)[len(taken) // 2]


def main(sizes: tuple[int, ...] = (100, 1_000, 10_000)) -> None:
    """Print the tables."""
    asked = {
        "articles": queries.articles,
        "choices": choices.choices,
        "people to choose": choices.people,
        "indicators": queries.indicators,
        "figures": queries.figures,
        "dates": queries.dates,
        "attributions": queries.attributions,
        "speakers": summaries.speakers,
        "hardest sentences": summaries.hardest,
    }
    filters = {"all": Filters(), "one topic": Filters(topics=("Topic 1",))}
    with tempfile.TemporaryDirectory() as place:
        for count in sizes:
            library, seconds = build(Path(place), count)
            size = sum(file.stat().st_size for file in library.path.rglob("*.parquet"))
            print(
                f"\n{count:,} articles: added and linked in {seconds:.1f} s ({count / seconds:,.0f} a second), "
                f"{size / 1e6:.1f} MB"
            )
            for label, chosen in filters.items():
                said = []
                for name, ask in asked.items():
                    query = ask(chosen)
                    said.append(f"{name} {_milliseconds(partial(library.run, query)):.0f}")
                print(f"  ms, {label}: {', '.join(said)}")
