"""The process that adds, refreshes or removes for the dashboard: `python -m dashboard.adding.adder`.

It reads one line of JSON from standard input, what to do, and writes lines of JSON: {"done": n} as it goes on, and at
last {"report": {…}} or {"problem": "…"}. Any further line, or the end of the input (the dashboard is gone), stops it
between two articles. It is a process of its own so that pages stay quick, and so that it can use all cores.
"""

from __future__ import annotations

import dataclasses
import json
import os
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from core import pipeline
from core.library import Library

_EVERY = 0.2  # seconds between two lines on progress
_NAMES = 1_000  # sources and rejections told at most; the library has all


def main() -> None:
    """Do what the first line of the input says."""
    asked, rest = _first_line()
    request = json.loads(asked)
    if hasattr(os, "nice"):
        os.nice(5)  # pages come first
    stop, told = threading.Event(), Told()
    if rest:
        stop.set()
    threading.Thread(target=_wait_for_more, args=(stop,), daemon=True).start()
    threading.Thread(target=told.go_on, daemon=True).start()
    try:
        told.tell(report=do(request, stop, told))
    except OSError as error:
        told.tell(problem=f"{error.filename or 'The system'}: {error.strerror or error}.")


def _first_line() -> tuple[bytes, bytes]:
    """Return the first line of the input, and what came with it.

    The descriptor is read without a buffer: at its end Python would wait for a thread that holds one.
    """
    data = b""
    while b"\n" not in data and (more := os.read(0, 65_536)):
        data += more
    line, _, rest = data.partition(b"\n")
    return line, rest


def _wait_for_more(stop: threading.Event) -> None:
    os.read(0, 1)
    stop.set()


def do(request: dict[str, Any], stop: threading.Event, told: Told) -> dict[str, Any]:
    """Add, refresh or remove as asked, and return what came of it as JSON values."""
    library = Library(Path(request["library"]))
    if request["what"] == "remove":
        return {"removed": pipeline.remove(library, batch=request["batch"])}
    options: Any = {"progress": told.count, "stop": stop.is_set, "jobs": request.get("jobs")}
    options["part_size"] = request["part_size"]
    if request["what"] == "refresh":
        report = pipeline.refresh(library, **options)
    else:
        given: Any = {"topic": request.get("topic") or None, "outlet": request.get("outlet") or None}
        report = pipeline.add(request["sources"], library, **given, **options)
    facts = dataclasses.asdict(report)
    counts = {f"{name}_count": len(value) for name, value in facts.items() if isinstance(value, list)}
    return counts | {name: value[:_NAMES] if isinstance(value, list) else value for name, value in facts.items()}


class Told:
    """Counts articles, and tells their number now and then."""

    def __init__(self) -> None:
        self._done = 0
        self._lock = threading.Lock()

    def count(self, number: int) -> None:
        """Count articles that are done."""
        self._done += number

    def go_on(self) -> None:
        """Tell the number whenever it has changed, for ever."""
        last = 0
        while True:
            time.sleep(_EVERY)
            if self._done != last:
                last = self._done
                self.tell(done=last)

    def tell(self, **said: Any) -> None:
        """Write one line."""
        with self._lock, suppress(OSError):  # the dashboard is gone; what was begun is finished all the same
            os.write(1, json.dumps(said).encode() + b"\n")


if __name__ == "__main__":
    main()
