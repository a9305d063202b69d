"""What an analyst says of page furniture holds: at once, after new rules, after changed files; and can be undone."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest

from core import by_hand, export, pipeline, rules
from core.extract import boilerplate
from core.extract.memo import Memo
from core.library import Library, store
from core.library.edits import Change

ARTICLE = """Quay to go

3 minutes read
The harbour at Saltmouth will be rebuilt next year at a cost of £12 million, the council decided on Monday.
Ferry fares rise by 20 percent and the night boat is gone, our readers say.
The old quay is sixty years old and leaks.
"""
OTHER = "Rain again\n\n5 minutes read\nIt rained in Saltmouth for 40 days, the weather office said on Tuesday.\n"
RESTORED, MARKED = "3 minutes read", "Ferry fares rise by 20 percent and the night boat is gone, our readers say."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "b.txt").write_text(OTHER)
    return folder


@pytest.fixture(scope="module")
def analysed(folder, tmp_path_factory):
    library = Library(tmp_path_factory.mktemp("once") / "library")
    pipeline.add([str(folder)], library, jobs=1)
    return library


@pytest.fixture
def library(analysed, tmp_path):
    return Library(shutil.copytree(analysed.path, tmp_path / "library"))


def row(library, name="a.txt"):
    rows = library.articles()
    return rows[rows.source.str.endswith(name)].iloc[0]


def furniture(library, name="a.txt"):
    article = library.article(row(library, name).key)
    return {article.text[item.start : item.end]: item.reason for item in article.boilerplate.itertuples()}


def test_a_restored_line_and_a_marked_one_change_every_count_at_once(library):
    before = row(library)
    assert furniture(library) == {RESTORED: "reading time"}
    assert by_hand.judge(library, before.key, RESTORED, furniture=False) == 1
    assert row(library).words == before.words + 3
    assert by_hand.judge(library, before.key, MARKED, furniture=True) == 1
    after = row(library)
    assert furniture(library) == {MARKED: boilerplate.BY_HAND}
    assert after.words == before.words + 3 - len(MARKED.split())
    assert after.figures == before.figures + 1 - 1  # "3 minutes" came, "20 percent" went
    assert "20 percent" not in set(library.figures().text)
    assert after.corrected == "furniture"
    assert not library.stale


def test_nothing_else_in_the_library_is_touched(library):
    other, parts = row(library, "b.txt"), set((library.path / "parts").iterdir())
    by_hand.judge(library, row(library).key, MARKED, furniture=True)
    (new,) = set((library.path / "parts").iterdir()) - parts
    held = library.snapshot.query("SELECT key FROM all_articles WHERE part = ?", [new.name]).fetchall()
    assert held == [(row(library).key,)]
    derived = ["topic", "topic_as_read", "story"]  # of both articles: they come from the other's words, too
    assert row(library, "b.txt").drop(derived).equals(other.drop(derived))
    assert library.batches().articles.tolist() == [2]


def test_what_was_judged_holds_after_the_rules_have_changed(library, monkeypatch):
    by_hand.judge(library, row(library).key, RESTORED, furniture=False)
    by_hand.judge(library, row(library).key, MARKED, furniture=True)
    judged = row(library)
    monkeypatch.setattr(rules, "analysis_version", lambda: "other rules")
    changed = Memo(lambda words: boilerplate._Line("new rule" if "minutes" in words else None))
    monkeypatch.setattr(boilerplate, "_LINES", changed)
    assert pipeline.refresh(library, jobs=1).replaced == 2
    assert furniture(library) == {MARKED: boilerplate.BY_HAND}
    assert furniture(library, "b.txt") == {"5 minutes read": "new rule"}
    assert (row(library).words, row(library).figures) == (judged.words, judged.figures)


def test_what_was_judged_holds_while_the_rest_of_the_file_changes(library, folder):
    by_hand.judge(library, row(library).key, MARKED, furniture=True)
    try:
        (folder / "a.txt").write_text(ARTICLE.replace("sixty", "seventy").replace("Ferry fares", "Ferry  fares"))
        assert pipeline.refresh(library, jobs=1).replaced == 1
        assert boilerplate.BY_HAND in furniture(library).values()
    finally:
        (folder / "a.txt").write_text(ARTICLE)


def test_the_next_reading_finds_nothing_new_after_an_edit(library, folder):
    by_hand.judge(library, row(library).key, MARKED, furniture=True)
    report = pipeline.add([str(folder)], library, jobs=1)
    assert (report.added, report.replaced, report.unchanged) == (0, 0, 2)
    assert furniture(library)[MARKED] == boilerplate.BY_HAND


def test_the_same_text_from_another_file_brings_no_mark_back(library, tmp_path):
    by_hand.judge(library, row(library).key, MARKED, furniture=True)
    (tmp_path / "again.txt").write_text(ARTICLE)
    assert pipeline.add([str(tmp_path / "again.txt")], library, jobs=1).repeated == 1
    assert MARKED in {text for key in library.articles().key for text in _marked(library, key)}


def _marked(library, key):
    article = library.article(key)
    return [article.text[item.start : item.end] for item in article.boilerplate.itertuples()]


def test_undo_counts_as_before_step_by_step_and_can_itself_be_undone(library):
    before = row(library)
    by_hand.judge(library, before.key, RESTORED, furniture=False)
    by_hand.judge(library, before.key, MARKED, furniture=True)
    for _ in range(2):
        latest = library.edits().query("last and in_force").id
        assert by_hand.undo(library, [latest.iloc[0]]) == 1
    assert row(library).drop("corrected").equals(before.drop("corrected"))
    assert furniture(library) == {RESTORED: "reading time"}
    assert len(library.edits()) == 4
    by_hand.undo(library, [library.edits().id[0]])
    assert len(furniture(library)) in (0, 2)


def days(library, name="a.txt"):
    found = library.dates()
    return dict(found.loc[found.key == row(library, name).key, ["text", "value"]].itertuples(index=False))


def test_a_corrected_day_of_publication_tells_the_days_that_are_counted_from_it(library):
    key, unknown = row(library).key, days(library)
    assert unknown["Monday"].startswith("XXXX")
    assert by_hand.correct(library, {"published": {key: "2025-03-05"}}) == 1
    assert (days(library)["next year"], days(library)["Monday"]) == ("2026", "2025-03-03")
    assert row(library).published_as_read is pd.NaT
    assert not library.stale
    by_hand.correct(library, {"published": {key: ""}, "title": {key: "The quay"}})
    assert days(library) == unknown
    assert row(library).title == "The quay"


def test_corrected_days_hold_when_the_files_are_read_again_and_can_be_undone(library, folder):
    before = days(library)
    by_hand.correct(library, {"published": {row(library, name).key: "2025-03-05" for name in ("a.txt", "b.txt")}})
    corrected = days(library), days(library, "b.txt")
    assert corrected[1]["Tuesday"] == "2025-03-04"
    assert pipeline.add([str(folder)], library, jobs=1).unchanged == 2
    assert (days(library), days(library, "b.txt")) == corrected
    by_hand.undo(library, library.edits().id)
    assert days(library) == before


def test_a_day_corrected_in_a_large_library_waits_for_the_next_reading(library):
    key, before = row(library).key, days(library)
    by_hand.correct(library, {"published": {key: "2025-03-05"}}, most=1)
    assert days(library) == before
    assert str(row(library).published.date()) == "2025-03-05"
    assert pipeline.refresh(library, jobs=1).replaced == 1
    assert days(library)["next year"] == "2026"
    by_hand.undo(library, library.edits().id, most=1)
    assert days(library)["next year"] == "2026"
    assert pipeline.refresh(library, jobs=1).replaced == 1
    assert days(library) == before


def test_an_undone_date_links_the_articles_anew(library):
    store.correct(library, "published", {row(library).key: "2025-03-04"})
    pipeline.link(library)
    by_hand.undo(library, [library.edits().id[0]])
    assert not library.stale


def test_what_came_with_an_article_and_what_was_found_in_it_stay_apart(tmp_path):
    (tmp_path / "files").mkdir()
    front = "---\ntitle: Quay to go\noutlet: Hill Post\npublished: 2024-02-03\ntopic: ports\n---\n"
    (tmp_path / "files" / "a.md").write_text(front + ARTICLE)
    (tmp_path / "files" / "a.txt").write_text("Saltmouth, 4 March 2025 - " + ARTICLE)
    library = Library(tmp_path / "library")
    pipeline.add([str(tmp_path / "files")], library, topic="ports", jobs=1)
    for name in ("a.md", "a.txt"):
        before = row(library, name)
        by_hand.judge(library, before.key, MARKED, furniture=True)
        after = row(library, name)
        same = ["title", "outlet", "published", "published_from", "topic", "language", "source"]
        assert after[same].equals(before[same])
    assert pipeline.add([str(tmp_path / "files")], library, topic="ports", jobs=1).unchanged == 2


def test_every_line_can_be_marked_and_the_article_stays(library):
    key = row(library).key
    for line in filter(str.strip, ARTICLE.splitlines()):
        by_hand.judge(library, key, line, furniture=True)
    assert (row(library).words, row(library).figures) == (0, 0)


def test_judgements_are_exported(library, tmp_path):
    by_hand.judge(library, row(library).key, RESTORED, furniture=False)
    assert export.export_tables(library, "edits", "jsonl", tmp_path / "edits.jsonl") == 1
    assert RESTORED in (tmp_path / "edits.jsonl").read_text()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change("furniture", "a", "furniture", " "), "which line"),
        (Change("furniture", "a", "furniture", "x" * 10_001), "10,000"),
        (Change("furniture", "a", "perhaps", "a line"), "furniture or text"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_words(library, change, why):
    with pytest.raises(ValueError, match=why):
        store.edit(library, [change])
    assert library.edits().empty


def test_no_day_of_publication_lies_in_the_future_and_nothing_else_is_saved_beside_one(library):
    key = row(library).key
    with pytest.raises(ValueError, match="2 May 2099 lies in the future; nothing was saved"):
        by_hand.correct(library, {"title": {key: "Another"}, "published": {key: "2099-05-02"}})
    with pytest.raises(ValueError, match="lies in the future"):
        store.edit(library, [Change("published", row(library).source, "2099-05-02")])
    assert library.edits().empty
    assert by_hand.correct(library, {"title": {key: "Another"}, "published": {key: "2025-05-02"}}) == 2
    assert (row(library).title, str(row(library).published.date())) == ("Another", "2025-05-02")
