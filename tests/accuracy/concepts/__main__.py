"""Learn the weights of `concepts_evidence.csv` on a kit's events, and score each event by weights learnt without it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from core.link.concepts import finding
from core.link.concepts.weights import Judgement
from tests.accuracy import weights_table
from tests.accuracy.concepts import learning, sets
from tests.accuracy.concepts.sets import Kit

CUTS = (-2.0, -1.5, -1.25, -1.0, -0.75, -0.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights learnt on all events")
    parser.add_argument("--forget", action="store_true", help="score without half of the lexicon's fields")
    parser.add_argument("--enough", type=float, default=-1.0, help="the least mean of log-odds that joins")
    options = parser.parse_args()
    with sets.opened(Path(os.environ.get("EVAL", "../shared/eval"))) as kit:
        pairs = [(learning.pairs(event), learning.pairs(event, forgetting=True)) for event in kit.events]
        rows: dict[float, list[Any]] = {cut: [] for cut in CUTS}
        for number, event in enumerate(kit.events):
            rest = [one for place, both in enumerate(pairs) if place != number for one in both]
            learnt = learning.learn(rest, options.enough)
            left = learning.forgotten(event.name) if options.forget else None
            for cut in CUTS:
                rows[cut] += _rows(kit, event, learnt._replace(enough=cut), left)
        for cut in CUTS:
            print(f"joined from {cut}, events left out")
            _show(kit, rows[cut])
        if options.write:
            _write(learning.learn([one for both in pairs for one in both], options.enough))


def _rows(kit: Kit, event: sets.Event, learnt: Judgement, left: frozenset[str] | None) -> list[tuple[Any, ...]]:
    """Return the namings of what two outlets or more name, as the scorer takes them."""
    found = []
    for number, concept in enumerate(finding.find(event.texts, learnt, left)):
        if len({kit.outlet[told.key] for told in concept.told}) > 1:
            name = f"{concept.name} {number}"
            found += [
                (kit.name[told.key], name, concept.kind, told.naming.start, told.naming.end)
                for told in concept.told
            ]
    return found


def _show(kit: Kit, rows: list[tuple[Any, ...]]) -> None:
    scorer = kit.scorer
    texts = {kit.name[text.key]: text.text for event in kit.events for text in event.texts}
    scorer.product = lambda *_: (rows, texts, "")
    articles, gold = (str(kit.folder / f"naming.dev.{name}.jsonl") for name in ("articles", "gold"))
    mentions, _ = scorer.read(SimpleNamespace(articles=articles, gold=gold, baseline=None))
    for kind in dict.fromkeys(one.type for one in mentions):
        scorer.line(kind, scorer.score([one for one in mentions if one.type == kind])[0])
    scorer.line("not named", scorer.score([one for one in mentions if one.type not in scorer.NAMED])[0])


def _write(learnt: Judgement) -> None:
    column = {**learnt.of, "base": learnt.base, "enough": learnt.enough}
    weights_table.write("concepts_evidence.csv", {"weight": column})


if __name__ == "__main__":
    main()
