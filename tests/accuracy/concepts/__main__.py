"""Learn the weights of `concepts_evidence.csv` on a kit's events, and score each event by weights learnt without it."""

from __future__ import annotations

import argparse
import csv
import io
import os
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from core.link.concepts import finding
from core.link.concepts.weights import Judgement
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
    """Write weights into the lexicon's table, its comments and meanings kept."""
    path = Path(str(files("core.lexicon").joinpath("concepts_evidence.csv")))
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for row in rows:
        value = {"base": learnt.base, "enough": learnt.enough}.get(
            row["evidence"], learnt.of.get(row["evidence"], 0.0)
        )
        row["weight"] = f"{value:g}"
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text("\n".join(head) + "\n" + out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
