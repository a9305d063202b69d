"""Work that goes on beside the pages, in a process of its own: told of, stopped, and living through two at once."""

from __future__ import annotations

import time

import pytest

from core.library import Library
from dashboard.adding import jobs
from dashboard.adding.jobs import Job


@pytest.fixture
def folder(tmp_path):
    """Enough articles that adding them takes a while."""
    place = tmp_path / "in"
    place.mkdir()
    lines = "The ferry carried {0} people in 2024. “We lost £{0} million,” said Edda Norrby, the harbour master. "
    for number in range(400):
        (place / f"{number:04}.txt").write_text(f"Ferry {number}\n\n" + lines.format(number) * 3)
    return place


def wait(*jobs, until=lambda job: not job.running):
    deadline = time.monotonic() + 120
    while not all(until(job) for job in jobs):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_cancel_keeps_what_is_done_and_two_at_once_lose_nothing(folder, tmp_path):
    library = Library(tmp_path / "library")
    (tmp_path / "one.txt").write_text("A bus came late. Nobody minded it much.")
    long = jobs.start(library.path, "add", 400, sources=[str(folder)], part_size=4, jobs=1)
    other = jobs.start(library.path, "add", 1, sources=[str(tmp_path / "one.txt")])
    wait(long, until=lambda job: job.done > 0)
    part, told = jobs.progress(long)
    assert 0 < part <= 1
    assert "of about 400 articles" in told
    assert "left" in told
    long.cancel()
    wait(long, other)
    assert (long.problem, other.problem) == (None, None)
    assert long.report["stopped"]
    assert 0 < long.report["added"] < 400
    assert other.report["added"] == 1
    assert len(library.articles()) == long.report["added"] + 1
    assert not library.stale
    assert jobs.jobs(library.path) == [long, other]

    jobs.dismiss(library.path, other)
    assert jobs.jobs(library.path) == [long]


def test_what_the_system_refuses_is_one_sentence(tmp_path):
    (tmp_path / "library").write_text("in the way")
    (tmp_path / "one.txt").write_text("A bus came late. Nobody minded it much.")
    job = jobs.start(tmp_path / "library", "add", 1, sources=[str(tmp_path / "one.txt")])
    wait(job)
    assert job.report is None
    assert str(tmp_path / "library") in job.problem
    assert "\n" not in job.problem


@pytest.mark.parametrize(
    ("job", "seconds", "said"),
    [
        (Job("add", 10), 1, (0.0, "Starting …")),
        (Job("add", 1_000, done=250), 10, (0.25, "250 of about 1,000 articles, 25 a second, 30 seconds left.")),
        (
            Job("add", 90_000, done=9_000),
            60,
            (0.1, "9,000 of about 90,000 articles, 150 a second, 9 minutes left."),
        ),
        (Job("add", None, done=6), 60, (None, "6 articles so far, 6 a minute.")),
        (Job("refresh", 5, done=5), 9, (1.0, "5 articles read. Linking what recurs in them …")),
        (
            Job("add", 5, done=1, stopping=True),
            9,
            (None, "Stopping. What was begun is finished, and all that is done is kept."),
        ),
    ],
)
def test_progress_is_told_in_count_speed_and_time_left(job, seconds, said):
    assert jobs.progress(job, job.began + seconds) == said
