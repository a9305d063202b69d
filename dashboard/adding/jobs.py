"""Work on a library that goes on while pages are used: started, watched, stopped. Nothing here knows Streamlit."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from dashboard.session.places import HOME
from dashboard.showing.in_words import plural

What = Literal["add", "refresh", "remove"]
_KEPT = 2  # jobs that are over and still told of, when another one starts
_LONG = 5_000  # articles, from which on large parts are written
_PART, _LARGE_PART = 50, 250  # articles committed together: what is waited for when it is stopped
_BROKEN = "It ended before it was done. What was added so far is kept; do the same again to go on from there."


@dataclass(slots=True)
class Job:
    """One addition, refresh or removal. `report` or `problem` is there when it is over."""

    what: What
    total: int | None = None  # articles expected, about; None where nobody knows
    done: int = 0
    began: float = field(default_factory=time.monotonic)
    stopping: bool = False
    report: dict[str, Any] | None = None
    problem: str | None = None
    process: subprocess.Popen[str] | None = None

    @property
    def running(self) -> bool:
        """Whether it isn't over."""
        return self.report is None and self.problem is None

    def cancel(self) -> None:
        """Let it end between two articles; what is done is kept."""
        self.stopping = True
        if self.process and self.process.stdin:
            with suppress(OSError, ValueError):  # it has ended by itself meanwhile
                self.process.stdin.write("stop\n")
                self.process.stdin.flush()


_jobs: dict[Path, list[Job]] = defaultdict(list)
_lock = threading.Lock()


def start(library: Path, what: What, total: int | None = None, **request: Any) -> Job:
    """Start work on a library and return at once."""
    job = Job(what, total)
    with _lock:
        over = [item for item in _jobs[library] if not item.running]
        _jobs[library] = [*over[-_KEPT:], *(item for item in _jobs[library] if item.running), job]
    size = _LARGE_PART if total is None or total > _LONG else _PART
    asked = {"library": str(library), "what": what, "part_size": size, **request}
    threading.Thread(target=_run, args=(job, asked), daemon=True).start()
    return job


def jobs(library: Path) -> list[Job]:
    """Return the work on a library that goes on, or ended and wasn't dismissed, in order of its beginning."""
    with _lock:
        return list(_jobs[library])


def dismiss(library: Path, job: Job) -> None:
    """Forget a job that is over."""
    with _lock:
        _jobs[library] = [item for item in _jobs[library] if item is not job]


def _run(job: Job, request: dict[str, Any]) -> None:
    try:
        with subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "dashboard.adding.adder"],
            cwd=HOME,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl+C in the terminal ends the dashboard; this ends by itself, in order
        ) as process:
            if process.stdin is None or process.stdout is None:
                return
            job.process = process
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            if job.stopping:
                job.cancel()
            for line in process.stdout:
                with suppress(ValueError):  # whatever else wrote it
                    _hear(job, json.loads(line))
    except OSError as error:
        job.problem = job.problem or f"It couldn't be started or followed ({error})."
    finally:
        if job.running:
            job.problem = _BROKEN


def _hear(job: Job, said: dict[str, Any]) -> None:
    job.done = said.get("done", job.done)
    job.problem = said.get("problem")
    job.report = said.get("report")


def progress(job: Job, now: float | None = None) -> tuple[float | None, str]:
    """Return which part of a job is done, 0 to 1, and in words how many articles, how fast, and what time is left."""
    seconds = (time.monotonic() if now is None else now) - job.began
    if job.stopping:
        return None, "Stopping. What was begun is finished, and all that is done is kept."
    if job.what == "remove":
        return None, "Removing …"
    if not job.done:
        return 0.0 if job.total else None, "Starting …"
    rate = job.done / max(seconds, 0.1)
    speed = f"{rate:,.0f} a second" if rate >= 1 else f"{rate * 60:,.0f} a minute"
    if not job.total:
        return None, f"{plural(job.done, 'article')} so far, {speed}."
    if job.done >= job.total:
        return 1.0, f"{plural(job.done, 'article')} read. Linking what recurs in them …"
    left = duration((job.total - job.done) / rate)
    return job.done / job.total, f"{job.done:,} of about {plural(job.total, 'article')}, {speed}, {left} left."


def duration(seconds: float) -> str:
    """Return a stretch of time as a person says it: "12 seconds", "3 minutes", "2 hours"."""
    if seconds < 60:
        return plural(max(1, round(seconds)), "second")
    return plural(round(seconds / 60), "minute") if seconds < 5_400 else plural(round(seconds / 3600), "hour")
