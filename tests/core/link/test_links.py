"""The indicators against links labelled by hand: few may be wrong, and most must be found.

`gold/links.json` groups figures that measure the same thing, in the sample corpus and, by id and offset alone, in the
articles of an evaluation kit that may lie beside the checkout. Scored are pairs of figures of different articles.
"""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from core import pipeline
from core.library import Library

HERE = Path(__file__).parent
GOLD = json.loads((HERE / "gold" / "links.json").read_text(encoding="utf-8"))
KIT = HERE.parents[2] / ".." / "shared" / "eval" / "data" / "basil.jsonl"


class Score(NamedTuple):
    """Precision and recall of the links, in percent, and the pairs that are wrong."""

    precision: float
    recall: float
    wrong: list[str]


def indicators(library: Library) -> dict[tuple[str, int], str]:
    """Return the indicator of each linked figure by its source's file name and its start."""
    rows = library.snapshot.query(
        "SELECT a.source, f.start, i.indicator FROM indicators i JOIN figures f USING (key, number) "
        "JOIN articles a USING (key)"
    )
    return {(Path(source).name, start): indicator for source, start, indicator in rows.fetchall()}


def score(groups: dict[str, list[tuple[str, int]]], linked: dict[tuple[str, int], str]) -> Score:
    labelled = [(name, place) for name, places in groups.items() for place in places]
    right, wrong, missed = 0, [], 0
    for (one, here), (other, there) in itertools.combinations(labelled, 2):
        if here[0] == there[0]:
            continue
        together = linked.get(here) is not None and linked.get(here) == linked.get(there)
        right += together and one == other
        missed += one == other and not together
        if together and one != other:
            wrong.append(f"{one} {here} with {other} {there}")
    return Score(100 * right / max(1, right + len(wrong)), 100 * right / max(1, right + missed), wrong)


def test_links_in_the_sample_are_right_and_most_are_found(sample):
    library = Library(sample)
    texts = {Path(item.source).name: library.article(item.key).text for item in library.articles().itertuples()}

    def place(file: str, figure: str, turn: int) -> tuple[str, int]:
        return file, [found.start() for found in re.finditer(rf"(?<!\w){re.escape(figure)}\b", texts[file])][turn]

    groups = {name: [place(*item) for item in items] for name, items in GOLD["sample"].items()}
    found = score(groups, indicators(library))
    assert found.precision >= 98, found
    assert found.recall >= 55, found


def test_no_figure_of_the_sample_is_linked_by_what_is_no_quantity(sample):
    library = Library(sample)
    recurring = library.indicators()
    recurring = recurring[recurring["articles"] > 1]
    assert not set(recurring["measure"]) & {"council", "harrow vale", "intends", "tram"}
    stops = recurring[recurring["measure"] == "stops"]  # a fair thing to count, but twelve are not two
    assert (stops["low"] == stops["high"]).all()
    assert all(recurring["reason"].str.len() > 0)


def test_links_in_real_articles_are_right_and_most_are_found(tmp_path):
    if not KIT.exists():
        pytest.skip("the evaluation kit with the labelled articles is not beside this checkout")
    wanted = {identity for items in GOLD["basil"].values() for identity, _ in items}
    rows = [line for line in KIT.read_text(encoding="utf-8").splitlines() if json.loads(line)["id"] in wanted]
    source = tmp_path / "real.jsonl"
    source.write_text("\n".join(rows) + "\n", encoding="utf-8")
    library = Library(tmp_path / "library")
    pipeline.add([str(source)], library, jobs=1)
    files = {json.loads(row)["id"]: f"real.jsonl#{number}" for number, row in enumerate(rows, 1)}
    groups = {
        name: [(files[identity], start) for identity, start in items] for name, items in GOLD["basil"].items()
    }
    found = score(groups, indicators(library))
    assert found.precision >= 98, found
    assert found.recall >= 73, found
