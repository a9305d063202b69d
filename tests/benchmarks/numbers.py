"""How many sentences a second the figure reader reads, beside quantulum3 and a regular expression for digits.

The sentences are NewsQuant's where an evaluation kit lies at EVAL, else those of the sample corpus.
"""

from __future__ import annotations

import gc
import json
import os
import re
import statistics
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from core.extract import figures
from core.extract.prepare import prepare
from core.workers import fewer_collections
from tests.benchmarks.texts import sample_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns of its optional classifier, which is slower still
    try:
        from quantulum3 import parser as quantulum
    except ImportError:
        quantulum = None

_KIT = Path(os.environ.get("EVAL", "../shared/eval"))
_DIGITS = re.compile(r"\d[\d,.]*")
_ROUNDS = 30
_FEW = 30  # sentences that quantulum3 reads, which takes about a hundred times as long


def rates(tasks: dict[str, Callable[[], object]], sentences: int, rounds: int) -> dict[str, tuple[float, float]]:
    """Return the median and best of `rounds` runs of each task, in sentences a second; all run in turn."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            task()
            taken[name].append(time.process_time() - start)
    return {name: (sentences / statistics.median(each), sentences / min(each)) for name, each in taken.items()}


def _newsquant() -> list[str]:
    path = _KIT / "data" / "newsquant.dev.jsonl"
    if not path.is_file():
        return []
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print the table."""
    found = _newsquant()
    texts: Sequence[str] = found or sample_sentences()
    print(f"{len(texts)} sentences of {'NewsQuant' if found else 'the sample corpus'}, one core, processor time\n")
    divided = [prepare(text) for text in texts]
    few = texts[:_FEW]

    def whole(text: str) -> object:
        return figures.find(prepare(text))

    with fewer_collections():  # as wherever articles are analysed
        start = time.process_time()
        for text in texts:
            whole(text)
        first = len(texts) / (time.process_time() - start)
        found_rates = rates(
            {
                "our figures, of sentences divided into words": lambda: [*map(figures.find, divided)],
                "our figures, dividing included": lambda: [*map(whole, texts)],
                "a regular expression for digits": lambda: [*map(_DIGITS.findall, texts)],
            },
            len(texts),
            _ROUNDS,
        )
        if quantulum:
            name = f"quantulum3, on the first {len(few)}"
            found_rates |= rates({name: lambda: [*map(quantulum.parse, few)]}, len(few), 3)
    print(f"{'sentences a second':46s} {'median':>9s} {'best':>9s}")
    for name, (middle, best) in found_rates.items():
        print(f"{name:46s} {middle:9,.0f} {best:9,.0f}")
    print(f"{'our figures, dividing included, the first time':46s} {first:9,.0f}")
    if not quantulum:
        print("quantulum3: not installed: pip install -r tests/benchmarks/requirements.txt")
