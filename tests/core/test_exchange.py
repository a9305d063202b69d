"""An analysis made elsewhere comes back whole, and into a library as if it had been made there."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from core import analyze, exchange, pipeline, read_articles, rules
from core.library import Library
from core.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def articles():
    found = [item for item in read_articles(SEEDS) if isinstance(item, Article)]
    return [*found, Article("Le train est parti sans nous. Il pleut.", "fr", published=datetime.date(2025, 2, 3))]


@pytest.fixture(scope="module")
def lines(articles):
    return [exchange.to_json(analyze(article)) for article in articles]


def test_an_analysis_comes_back_as_it_was(articles, lines):
    for article, line in zip(articles, lines, strict=True):
        assert exchange.from_json(line) == (analyze(article), rules.analysis_version())
        assert line.isascii()
        assert "\n" not in line


def changed(line, change):
    row = json.loads(line)
    change(row["analysis"])
    return json.dumps(row)


def test_what_an_older_or_newer_form_lacks_or_adds_costs_nothing(lines):
    older = changed(lines[0], lambda row: row["article"].pop("redated"))
    newer = changed(lines[0], lambda row: row.update(mood="fair"))
    assert exchange.from_json(older) == exchange.from_json(newer) == exchange.from_json(lines[0])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.pop("counts"),
        lambda row: row["article"].update(text=7),
        lambda row: row["article"].update(published="soon"),
        lambda row: row["sentences"].append([5, 3]),
        lambda row: row["sentences"].append([0, 10**6]),
        lambda row: row["sentences"].append([0, 1, 2]),
        lambda row: row["counts"].update(words=True),
        lambda row: row["publication"].update(origin="guessed"),
        lambda row: row.update(figures=None),
    ],
)
def test_what_is_no_analysis_is_refused(lines, spoil):
    with pytest.raises(ValueError, match="It holds no analysis"):
        exchange.from_json(changed(lines[0], spoil))


@pytest.mark.parametrize("line", ["", "{", "[]", "7", '{"made_by": "x"}', '{"made_by": 1, "analysis": {}}'])
def test_any_other_line_is_refused(line):
    with pytest.raises(ValueError, match="It holds no analysis"):
        exchange.from_json(line)


def test_kept_analyses_make_the_library_that_adding_makes(articles, lines, tmp_path):
    added, kept = Library(tmp_path / "added"), Library(tmp_path / "kept")
    pipeline.add(SEEDS, added, jobs=1)
    (tmp_path / "one.jsonl").write_text("\n".join([*lines[:-1], "{broken"]))
    report = pipeline.keep(tmp_path / "one.jsonl", kept, part_size=5)
    assert (report.added, report.unchanged) == (len(lines) - 1, 0)
    assert [item.source for item in report.rejections] == [f"{tmp_path / 'one.jsonl'}#{len(lines)}"]
    for ask in (Library.articles, Library.figures, Library.dates, Library.attributions, Library.actors):
        assert_frame_equal(ask(kept), ask(added))
    again = pipeline.keep([tmp_path / "one.jsonl"], kept)
    assert (again.added, again.unchanged) == (0, len(lines) - 1)


def test_what_was_kept_has_no_source_to_read_again_and_stays(lines, tmp_path):
    library = Library(tmp_path / "kept")
    (tmp_path / "one.jsonl").write_text("\n".join(lines))
    pipeline.keep(tmp_path / "one.jsonl", library)
    report = pipeline.refresh(library, jobs=1)
    assert (report.added, report.vanished, report.rejections) == (0, [], [])
    assert len(library.articles()) == len(lines)
