"""Which tests run which line of the rules, measured once and kept in `build/mutants` until code or test changes."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import coverage
import pytest

from tests.mutants import child
from tests.mutants.mutations import ROOMS, Mutant

# The tests of the rooms themselves. Others run rules too, through whole libraries and pages, for many times the time.
FOLDERS = ("tests/core/casebook", "tests/core/extract", "tests/core/link", "tests/core/compare", "tests/accuracy")
_SLOW = 3.0  # seconds: a test that takes longer holds no single rule
_TIMED = ("_in_time", "time_grows")  # tests of speed: on a busy machine they fail for no fault
_FILES = 3  # of tests that are tried first
_NEAREST = 12  # tests of a file kept for a line: the quickest


class Test(NamedTuple):
    """One test, with the seconds it took."""

    name: str
    seconds: float


class Tests(NamedTuple):
    """The tests of one file and the lines they run: module → line → numbers of tests, and those run at import."""

    file: str
    tests: list[Test]
    lines: dict[str, dict[int, list[int]]]
    imported: dict[str, list[int]]


class _Watch:
    """A plugin that tells coverage which test runs."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.measured.switch_context(item.nodeid)
        before = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - before
            self.measured.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.passed:
            self.failed.add(report.nodeid)


def files(root: Path) -> list[str]:
    """Return the files of tests that may hold a rule."""
    return [
        str(path.relative_to(root)) for folder in FOLDERS for path in sorted((root / folder).rglob("test_*.py"))
    ]


def keys(root: Path) -> dict[str, str]:
    """Return for each file of tests what its measurement depends on, as a hash."""
    code = hashlib.sha256()
    for path in sorted((root / "core").rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            code.update(str(path.relative_to(root)).encode() + path.read_bytes())
    found = {}
    for file in files(root):
        own = code.copy()
        own.update((root / file).read_bytes())
        for path in sorted((root / file).parent.rglob("*")):
            if path.is_file() and (path.name == "conftest.py" or path.suffix not in (".py", ".pyc")):
                own.update(path.read_bytes())
        found[file] = own.hexdigest()[:20]
    return found


def measure(tree: Path, file: str, target: Path) -> int:
    """Run a file's tests and write which lines each ran; work for a child."""
    measured = coverage.Coverage(data_file=None, include=[f"{tree}/{room}/*" for room in ROOMS])
    watch = _Watch(measured)
    measured.start()
    child.test(None, [file], [watch])
    measured.stop()
    tests = [
        Test(name, seconds)
        for name, seconds in watch.seconds.items()
        if name not in watch.failed and seconds < _SLOW and not any(word in name for word in _TIMED)
    ]
    tests.sort(key=lambda test: test.seconds)
    numbers = {test.name: n for n, test in enumerate(tests)}
    lines: dict[str, dict[int, list[int]]] = {}
    imported: dict[str, list[int]] = {}
    data = measured.get_data()
    for path in data.measured_files():
        runs = lines[os.path.relpath(path, tree)] = {}
        at_import = imported[os.path.relpath(path, tree)] = []
        for line, contexts in data.contexts_by_lineno(path).items():
            if "" in contexts:
                at_import.append(line)
            known = sorted(numbers[name] for name in contexts if name in numbers)
            if known or contexts != [""]:
                runs[line] = known[:_NEAREST]
    target.write_text(json.dumps(Tests(file, tests, lines, imported)), encoding="utf-8")
    return 0


def load(path: Path) -> Tests:
    """Return what was measured of one file of tests."""
    file, tests, lines, imported = json.loads(path.read_text(encoding="utf-8"))
    return Tests(
        file,
        [Test(*test) for test in tests],
        {module: {int(line): runs for line, runs in of.items()} for module, of in lines.items()},
        imported,
    )


def runs_at_import(mutant: Mutant, measured: list[Tests]) -> bool:
    """Tell whether a mutant's line is run when the module is imported, be it by a function called there."""
    lines = range(mutant.first, mutant.line + 1)
    return mutant.at_import or any(not {*of.imported.get(mutant.path, ())}.isdisjoint(lines) for of in measured)


def choose(mutant: Mutant, measured: list[Tests], budget: float) -> tuple[list[list[str]], float]:
    """Return the tests for a mutant, the likeliest to tell first, in groups, and the seconds they take.

    First those of the nearest files that ran the line, then those of the other files, then the rest of all these
    files: what is known of a word is remembered, so the second test that needs it doesn't run the line. What runs at
    import counts for every test that runs the module, or, where that holds data alone, its room.
    """
    found = [(of, direct) for of in measured if (direct := _direct(mutant, of)) is not None]
    found.sort(key=lambda item: (not _near(mutant, item[0].file), -len(item[1])))
    groups = [
        [of.tests[n] for of, direct in found[:_FILES] for n in sorted(direct)],
        [of.tests[n] for of, direct in found[_FILES:] for n in sorted(direct)],
        sorted((test for of, direct in found for n, test in enumerate(of.tests) if n not in direct), key=_cost),
    ]
    seconds = 0.0
    chosen: list[list[str]] = []
    for group in groups:
        names = []
        for test in group:
            if seconds + test.seconds <= budget:
                seconds += test.seconds
                names.append(test.name)
        chosen.append(names)
    return chosen, seconds


def _cost(test: Test) -> float:
    return test.seconds


def _direct(mutant: Mutant, of: Tests) -> set[int] | None:
    """Return the tests of a file that run a mutant's line, or None if none does."""
    runs = of.lines.get(mutant.path, {})
    if not mutant.at_import:
        line = next((n for n in range(mutant.line, mutant.first - 1, -1) if n in runs), None)
        if line is not None and runs[line]:
            return set(runs[line])
        if not runs_at_import(mutant, [of]):
            return None
    if not runs:
        room = str(Path(mutant.path).parent)
        runs = {
            n: tests for path, lines in of.lines.items() if path.startswith(room) for n, tests in lines.items()
        }
    often: dict[int, int] = defaultdict(int)
    for tests in runs.values():
        for test in tests:
            often[test] += 1
    if not runs:
        return None
    return set(sorted(often, key=lambda test: -often[test])[: 4 * _NEAREST])


def _near(mutant: Mutant, file: str) -> bool:
    """Tell whether a file of tests is named for a module or its room."""
    path = Path(mutant.path)
    names = [name for name in (path.stem, path.parent.name) if name not in ("__init__", "extract", "link")]
    return "casebook" in file or any(name in Path(file).stem for name in names)
