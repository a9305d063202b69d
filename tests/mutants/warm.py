"""A mutant of a function put into modules that are imported already, beside tests that are collected already.

A forked process gets the mutant by changing the code of the functions that there are, so that neither the rules nor the
tests need be imported again: most mutants are told in a tenth of a second.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from tests.mutants import child


class _Session:
    """A plugin that hands the tests collected to `drive` in place of running them."""

    def __init__(self, drive: Callable[[dict[str, pytest.Item]], None]) -> None:
        self.drive = drive

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.drive({item.nodeid: item for item in session.items})
        return True


class _Failures:
    """A plugin that counts what failed."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.count += report.failed


def open_session(tree: Path, files: Sequence[str], drive: Callable[[dict[str, pytest.Item]], None]) -> None:
    """Import rules and tests in a copy of the checkout, and call `drive` with the tests by name."""
    os.chdir(tree)
    sys.path.insert(0, str(tree))
    child.forget()
    before = os.dup(1)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        chosen = child.Chosen(None)

        def loud(items: dict[str, pytest.Item]) -> None:
            os.dup2(before, 1)
            drive(items)
            os.dup2(nowhere.fileno(), 1)

        pytest.main([*child.OPTIONS, "-s", *files], plugins=[chosen, _Session(loud)])
        os.dup2(before, 1)


def run(items: dict[str, pytest.Item], names: Sequence[str]) -> int:
    """Run tests until one fails; return pytest's exit code."""
    chosen = [items[name] for name in names if name in items]
    if not chosen:
        return 5
    failures = _Failures()
    config = chosen[0].config
    config.pluginmanager.register(failures)
    for item, following in zip(chosen, [*chosen[1:], None], strict=True):
        config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failures.count:
            return 1
    return 0


def functions() -> dict[str, list[FunctionType]]:
    """Return the functions that there are, by the file they come from."""
    found: defaultdict[str, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            found[thing.__code__.co_filename].append(thing)
    return found


def put(path: Path, source: str, known: list[FunctionType]) -> bool:
    """Give the functions of a module the code of its mutant; False where that takes more than their code."""
    changed = _codes(compile(source, str(path), "exec", dont_inherit=True))
    original = _codes(compile(path.read_text(encoding="utf-8"), str(path), "exec", dont_inherit=True))
    if {name: len(codes) for name, codes in changed.items()} != {name: len(o) for name, o in original.items()}:
        return False
    new = {
        (name, before.co_firstlineno): after
        for name, codes in original.items()
        for before, after in zip(codes, changed[name], strict=True)
        if before != after
    }
    found = 0
    for function in known:
        after = new.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
        if after is not None:
            if after.co_freevars != function.__code__.co_freevars:
                return False
            function.__code__ = after
            found += 1
    return found > 0


def _codes(module: CodeType) -> dict[str, list[CodeType]]:
    """Return the code of every function of a module by its name, of like names in the order they stand in."""
    found: defaultdict[str, list[CodeType]] = defaultdict(list)
    for code in _nested(module):
        found[code.co_qualname].append(code)
    return found


def _nested(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _nested(constant)
