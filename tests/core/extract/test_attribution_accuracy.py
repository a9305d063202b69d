"""Floors for quotations and their speakers on PolNeAR, where the evaluation kit stands beside the checkout."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from core.extract import actors, attribution
from core.extract.prepare import prepare
from core.model import to_dict

KIT = Path(__file__).parents[3] / ".." / "shared" / "eval"
ARTICLES = 25


def test_quotations_and_speakers_stay_above_their_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    gold_file = KIT / "data" / "polnear_dev.jsonl"
    if not gold_file.exists():
        pytest.skip("the evaluation kit (../shared/eval) isn't beside the checkout")
    monkeypatch.syspath_prepend(str(KIT))
    scorer = importlib.import_module("score_voices")
    with gold_file.open(encoding="utf-8") as lines:
        gold = [json.loads(line) for line, _ in zip(lines, range(ARTICLES), strict=False)]
    found = []
    for row in gold:
        document = prepare(row["text"], row["title"])
        attributions = attribution.find(document, actors.find(document))
        found.append({"id": row["id"], "attributions": [to_dict(one, row["text"]) for one in attributions]})
    result = scorer.score(gold, found)
    assert result["quoted"]["F1"] >= 0.95
    assert result["quoted"]["joint_F1"] >= 0.86
    assert result["all .8"]["F1"] >= 0.58
    assert result["all .3"]["F1"] >= 0.68
