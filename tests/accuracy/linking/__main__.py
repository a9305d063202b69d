"""Learn the linker's weights on one set and score them on another: python -m tests.accuracy.linking dev dev2.

The least mean of log-odds that joins groups is chosen on the set that is learnt from, its events left out by quarters:
by what is joined rightly, and by which pairs that look alike are kept apart.
With --write the weights are learnt on all sets named and written into the lexicon, as the project ships them.
"""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.link.quantities import judgement
from core.link.quantities.judgement import Judgement
from core.link.quantities.linking import Linked
from tests.accuracy import weights_table
from tests.accuracy.linking import learning, sets
from tests.accuracy.linking.sets import Links

CUTS = tuple(
    (enough, more) for enough in (-1.75, -1.5, -1.25, -1.0, -0.75, -0.5, -0.25) for more in (0.0, 0.25, 0.5, 0.75)
)
FOLDS = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", help="sets to learn from, + between: dev+dev2")
    parser.add_argument("test", nargs="?", help="the set to score on")
    parser.add_argument("--no-topics", action="store_true", help="score without the topics that were given")
    parser.add_argument("--shipped", action="store_true", help="score what the project ships; learn nothing")
    parser.add_argument("--write", action="store_true", help="write the weights into the lexicon")
    options = parser.parse_args()
    kit = Path(os.environ.get("EVAL", "../shared/eval"))
    with contextlib.ExitStack() as stack:
        learnt = judgement.shipped()
        if not options.shipped:
            chosen = [
                stack.enter_context(sets.opened(kit, name, topics=True)) for name in options.train.split("+")
            ]
            learnt = _learnt(chosen)
            print(f"learnt on {options.train}: one from {learnt.enough}, of different values {learnt.more} more")
        if options.write:
            _write(learnt)
        if options.test:
            links = stack.enter_context(sets.opened(kit, options.test, topics=not options.no_topics))
            _show(sets.score(links, sets.linked(links, learnt)))


def _learnt(chosen: Sequence[Links]) -> Judgement:
    """Return weights learnt on sets, with the cut that serves them best where their events are left out."""
    walls = [(links, _pairs(links)) for links in chosen]
    told: dict[tuple[float, float], list[list[Linked]]] = {cut: [[] for _ in walls] for cut in CUTS}
    for fold in range(FOLDS):
        rest = [pairs[wall] for _, pairs in walls for wall in pairs if _fold(wall) != fold]
        found = learning.learn(rest, 0.0)
        for (enough, more), rows in told.items():
            for (links, pairs), own in zip(walls, rows, strict=True):
                held = [wall for wall in pairs if _fold(wall) == fold]
                own += sets.linked(links, found._replace(enough=enough, more=more), held)
    fair = {
        cut: sum(_worth(sets.score(links, own)) for (links, _), own in zip(walls, rows, strict=True))
        for cut, rows in told.items()
    }
    best = max(CUTS, key=lambda cut: fair[cut])
    everything = [pair for _, pairs in walls for pair in pairs.values()]
    return learning.learn(everything, best[0])._replace(more=best[1])


def _worth(scores: dict[str, Any]) -> float:
    """Return what is joined rightly, of all pairs and of those of different values, and what is kept apart rightly."""
    negatives = scores["hard negatives"]
    kept = negatives["of_these_apart"] / max(1, negatives["both_in_indicators"])
    return float(sum(scores[name]["F1"] for name in (*sets.SCORES[:3], sets.SCORES[4])) + kept)


def _fold(wall: str) -> int:
    return sum(wall.encode()) % FOLDS


def _pairs(links: Links) -> dict[str, learning.Pairs]:
    quantity, apart = sets.known(links), sets.known_apart(links)
    return {wall: learning.pairs(rows, quantity, apart) for wall, rows in links.figures.items()}


def _show(scores: dict[str, Any]) -> None:
    for name, value in scores.items():
        told = value if isinstance(value, dict) else {"": value}
        if name == "pairs by kind":
            for kind, row in told.items():
                print(f"  {kind:30} P {row['P']:.3f} R {row['R']:.3f} F1 {row['F1']:.3f}")
            continue
        words = (
            f"{part} {number:.3f}" if isinstance(number, float) else f"{part} {number}"
            for part, number in told.items()
        )
        print(f"{name:40} {'  '.join(words)}")


def _write(learnt: Judgement) -> None:
    columns = {}
    for model, weights in (("equal", learnt.equal), ("different", learnt.different)):
        enough = learnt.enough + (learnt.more if model == "different" else 0.0)
        columns[model] = {**weights.of, "base": weights.base, "enough": enough}
    weights_table.write("quantities_evidence.csv", columns)


if __name__ == "__main__":
    main()
