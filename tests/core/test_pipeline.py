from __future__ import annotations

import gc
import json
import operator
import os
import socket
from concurrent.futures.process import BrokenProcessPool
from functools import partial

import pytest

from core import pipeline, rules, workers
from core.library import Filters, Library, store
from core.model import Article, Rejection


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "kept")


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for number, word in enumerate(["apples", "pears", "plums"]):
        (place / f"{number}.txt").write_text(f"The market sold 1,{number}00 {word}. Sales rose by 5 percent.\n")
    return place


def add(folder, library, **options):
    return pipeline.add([str(folder)], library, jobs=1, **options)


def test_articles_are_read_analysed_kept_and_linked(folder, library):
    report = add(folder, library)
    assert (report.added, report.rejections) == (3, [])
    assert len(library.articles()) == 3
    assert not library.stale


def test_a_second_add_changes_nothing(folder, library):
    add(folder, library)
    version = library.version
    report = add(folder, library)
    assert (report.added, report.unchanged) == (0, 3)
    assert library.version == version


def test_a_changed_file_takes_the_place_of_what_it_held(folder, library):
    add(folder, library)
    (folder / "0.txt").write_text("The market was closed on Tuesday. Nobody came.")
    report = add(folder, library)
    assert (report.added, report.replaced, report.unchanged) == (0, 1, 2)
    assert len(library.articles()) == 3
    assert len(library.articles(Filters(words="closed"))) == 1


def test_changed_rules_lead_to_a_new_analysis(folder, library, monkeypatch):
    add(folder, library)
    monkeypatch.setattr(rules, "analysis_version", lambda: "newer")
    report = add(folder, library)
    assert (report.replaced, report.unchanged) == (3, 0)
    assert len(library.articles()) == 3


def test_the_same_text_in_a_second_file_is_one_article_with_two_sources(folder, library):
    (folder / "copy.txt").write_text((folder / "0.txt").read_text())
    report = add(folder, library)
    assert (report.added, report.repeated) == (3, 1)
    assert add(folder, library).unchanged == 4
    assert len(library.articles()) == 3


def test_the_same_text_under_two_titles_is_one_article(library, tmp_path):
    rows = [{"text": "The well ran dry. Rain came late.", "title": title} for title in ("Dry", "Late")]
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    report = add(tmp_path / "two.jsonl", library)
    assert (report.added, report.repeated) == (1, 1)
    assert add(tmp_path / "two.jsonl", library).unchanged == 2
    assert len(library.articles()) == 1


def test_the_same_text_from_another_outlet_is_marked_a_copy(folder, library):
    add(folder, library, outlet="North Star")
    add(folder, library, outlet="South Star")
    (folder / "more").mkdir()
    assert set(library.articles().outlet) == {"South Star"}  # the same files: the later word counts
    for name in ("0.txt", "1.txt", "2.txt"):
        (folder / "more" / name).write_text((folder / name).read_text())
    add(folder / "more", library, outlet="North Star")
    rows = library.articles()
    assert len(rows) == 6
    assert rows.copy_of.notna().sum() == 3
    assert set(rows.copy_of.dropna()) < set(rows.key)


def test_what_cannot_be_read_or_analysed_is_told_and_the_rest_goes_on(folder, library, monkeypatch):
    analyze = pipeline.analyze

    def fail_on_pears(article):
        if "pears" in article.text:
            raise RuntimeError("no pears")
        return analyze(article)

    monkeypatch.setattr(pipeline, "analyze", fail_on_pears)
    (folder / "empty.txt").write_text("")
    report = add(folder, library)
    assert report.added == 2
    assert sorted(os.path.basename(item.source) for item in report.rejections) == ["1.txt", "empty.txt"]
    assert len(library.rejections()) == 2
    monkeypatch.undo()
    assert add(folder, library).added == 1
    assert len(library.rejections()) == 1


def test_refresh_takes_in_what_is_new_and_tells_what_is_gone(folder, library):
    add(folder, library, topic="markets")
    (folder / "0.txt").unlink()
    (folder / "3.txt").write_text("The market opened again. People came.")
    report = pipeline.refresh(library, jobs=1)
    assert (report.added, report.unchanged) == (1, 2)
    assert [os.path.basename(source) for source in report.vanished] == ["0.txt"]
    assert len(library.articles(Filters(topics=("markets",)))) == 4


def test_refresh_leaves_removed_articles_out_until_they_change(folder, library):
    add(folder, library)
    store.remove(library, source=str(folder / "0.txt"))
    assert pipeline.refresh(library, jobs=1).added == 0
    assert len(library.articles()) == 2
    (folder / "0.txt").write_text("Other words now. They differ.")
    assert pipeline.refresh(library, jobs=1).added == 1


def test_refresh_leaves_removed_articles_out_when_the_rules_have_changed(folder, library, monkeypatch):
    add(folder, library)
    store.remove(library, source=str(folder / "0.txt"))
    monkeypatch.setattr(rules, "analysis_version", lambda: "newer")
    report = pipeline.refresh(library, jobs=1)
    assert (report.replaced, report.added) == (2, 0)
    assert add(folder, library).added == 1  # who adds it wants it


def test_progress_counts_every_article(folder, library):
    done = []
    add(folder, library, progress=done.append, part_size=2)
    assert sum(done) == 3


def test_several_processes_give_the_same_library(folder, library, tmp_path):
    add(folder, library)
    other = Library(tmp_path / "other")
    pipeline.add([str(folder)], other, jobs=2, part_size=1)
    assert set(other.articles().key) == set(library.articles().key)
    assert len(other.snapshot.parts) == 3


def test_no_connection_is_opened_from_reading_to_linking(folder, library, monkeypatch):
    def refuse(*_):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert add(folder, library).rejections == []
    library.indicators()


def lose(job, perform):
    try:
        yield perform(job)
    except BrokenProcessPool:
        yield "lost"


def test_the_death_of_a_process_costs_only_the_job_that_causes_it():
    jobs = [partial(abs, -1), partial(os._exit, 9), partial(abs, -2), partial(abs, -3)]
    found = list(workers.spread(operator.call, iter(jobs), lose, 2))
    assert sorted(map(str, found)) == ["1", "2", "3", "lost"]


def test_the_collector_runs_as_before_once_the_jobs_are_done():
    before = gc.get_threshold()
    (during,) = workers.spread(operator.call, iter([gc.get_threshold]), lose, 1)
    (in_a_worker,) = workers.spread(operator.call, iter([gc.get_threshold]), lose, 2)
    assert during[0] > before[0]
    assert in_a_worker == during
    assert gc.get_threshold() == before


def test_an_article_that_ends_its_process_is_turned_away(library, make_job):
    def ending(job):
        raise BrokenProcessPool

    outcomes = list(pipeline._perform_alone(make_job(library), ending))
    assert [item.source for outcome in outcomes for item in outcome.rejections] == ["x", "y"]
    assert set(library.rejections().source) == {"x", "y", "z"}


@pytest.fixture
def make_job():
    def make(library):
        pairs = tuple(
            (Article("Words here.", source), pipeline.Holding(source, "k", "c")) for source in ("x", "y")
        )
        return pipeline.Job(library.path, "b", pairs, rejections=(Rejection("z", "It is odd."),))

    return make


def test_changed_rules_of_linking_lead_to_new_links(folder, library, monkeypatch):
    add(folder, library)
    before = library.version
    monkeypatch.setattr(rules, "link_version", lambda: "newer")
    add(folder, library)
    assert library.version != before
    assert library.linked_by == "newer"


def test_stopping_keeps_what_is_done_and_a_later_add_goes_on_from_there(folder, library):
    done = []
    report = add(folder, library, progress=done.append, stop=lambda: sum(done) >= 1, part_size=1)
    assert report.stopped
    assert 0 < report.added == len(library.articles()) < 3
    assert not library.stale
    again = add(folder, library)
    assert (again.added, again.unchanged, again.stopped) == (3 - report.added, report.added, False)


def test_a_refresh_that_was_stopped_calls_nothing_vanished(folder, library):
    add(folder, library)
    report = pipeline.refresh(library, jobs=1, stop=lambda: True)
    assert (report.stopped, report.vanished) == (True, [])


def test_new_and_changed_sources_are_named(folder, library):
    add(folder, library)
    (folder / "0.txt").write_text("The market was closed on Tuesday. Nobody came.")
    (folder / "3.txt").write_text("The market opened again. People came.")
    report = pipeline.refresh(library, jobs=1)
    assert [os.path.basename(source) for source in report.changed] == ["0.txt"]
    assert [os.path.basename(source) for source in report.new] == ["3.txt"]
