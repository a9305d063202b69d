"""A kill at any moment loses nothing that was committed, and the next `add` completes the library."""

from __future__ import annotations

import multiprocessing
import random
import time

import pytest

from core import pipeline
from core.library import Library

ARTICLES = 32
PART_SIZE = 4
KILLS = 12

# Processes forked from a clean server that has all that is made once: the kill hits the work.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.robustness.ready"])


def start_adding(folder, library):
    options = {"jobs": 1, "part_size": PART_SIZE}
    process = processes.Process(target=pipeline.add, args=([str(folder)], Library(library)), kwargs=options)
    process.start()
    return process


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("articles")
    for number in range(ARTICLES):
        (place / f"{number:03}.txt").write_text(
            f"The ferry number {number} carried {number + 5} cars. It was late."
        )
    return place


@pytest.fixture(scope="module")
def duration(folder, tmp_path_factory):
    """How long a whole `add` takes in a process of its own, in seconds; the first run warms the server up."""
    for attempt in range(2):
        start = time.monotonic()
        process = start_adding(folder, tmp_path_factory.mktemp(f"whole{attempt}"))
        process.join()
        assert process.exitcode == 0
    return time.monotonic() - start


# One kill in each stretch of the work, at a random moment of it.
@pytest.mark.parametrize("stretch", range(KILLS))
def test_a_killed_add_leaves_the_library_whole_and_the_next_completes_it(folder, duration, tmp_path, stretch):
    moment = duration * (stretch + random.Random(stretch).uniform(0.05, 1)) / KILLS
    process = start_adding(folder, tmp_path)
    process.join(moment)
    process.kill()
    process.join()

    library = Library(tmp_path)
    held = library.articles()
    assert library.problems == []
    assert len(held) % PART_SIZE == 0
    assert len(library.figures()) == held.figures.sum()

    report = pipeline.add([str(folder)], library, jobs=1, part_size=PART_SIZE)
    assert report.added == ARTICLES - len(held)
    assert len(library.articles()) == ARTICLES
    assert not library.stale


def test_two_adds_at_once_lose_nothing_and_double_nothing(folder, tmp_path):
    both = [start_adding(folder, tmp_path / "kept") for _ in range(2)]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    library = Library(tmp_path / "kept")
    assert library.problems == []
    assert len(library.articles()) == ARTICLES
    assert len(library.figures()) == library.articles().figures.sum()
