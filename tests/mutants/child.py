"""Tests run in a process forked from this one, which has imported what they need but nothing of ours."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb  # noqa: F401
import hypothesis.strategies  # noqa: F401
import numpy as np  # noqa: F401
import pandas as pd  # noqa: F401
import pyarrow.parquet  # noqa: F401
import pytest
import textstat  # noqa: F401

OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore", "--no-header", "--tb=no"]
_PATIENCE = 4  # seconds of the clock for a second of the processor, before a child is taken to wait for nothing


class Chosen:
    """A plugin that runs the named tests alone, in the order given, without hypothesis' limits of time."""

    def __init__(self, tests: Sequence[str] | None) -> None:
        self.order = None if tests is None else {test: n for n, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self) -> None:
        hypothesis.settings.register_profile(
            "mutants", derandomize=True, deadline=None, max_examples=25, database=None
        )
        hypothesis.settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.order is not None:
            order = self.order
            items[:] = sorted(
                (item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid]
            )


def start(work: Callable[[], int], tree: Path | None, seconds: float) -> tuple[int, float]:
    """Do work in a forked process; return its id and when it is to be given up.

    With `tree` the process begins anew in that copy of the checkout, else it goes on with what is imported.
    """
    pid = os.fork()
    if pid:
        return pid, time.monotonic() + _PATIENCE * seconds + 30
    os.setpgid(0, 0)
    code = 70
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        if tree is not None:
            os.chdir(tree)
            sys.path.insert(0, str(tree))
            forget()
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        code = work()
    finally:
        os._exit(code)
    raise AssertionError


def forget() -> None:
    """Forget what was imported of ours, but for what runs the mutants."""
    for name in list(sys.modules):
        if name.split(".")[0] in ("core", "dashboard", "tests") and not name.startswith("tests.mutants"):
            del sys.modules[name]


def test(tests: Sequence[str] | None, files: Iterable[str], plugins: Sequence[Any] = (), *more: str) -> int:
    """Run tests with pytest; return its exit code."""
    return int(pytest.main([*OPTIONS, *more, *files], plugins=[Chosen(tests), *plugins]))


def give_up(pid: int) -> None:
    """End a child and all that it started."""
    os.killpg(pid, signal.SIGKILL)
