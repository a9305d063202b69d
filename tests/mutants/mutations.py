"""One small change to a rule, as mutmut's operators make it: every one that a room's modules have room for."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import mutmut.configuration
from mutmut.mutation.file_mutation import Mutation, create_mutations

ROOMS = ("core/extract", "core/link", "core/compare")
_LEFT_OUT = Path(__file__).with_name("left_out.csv")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where it is, what was written, what is written now, and the module's source with it."""

    path: str
    line: int
    first: int  # the line on which the statement begins
    at_import: bool  # stands outside functions, so runs once, when the module is imported
    was: str
    now: str
    source: str

    @property
    def room(self) -> str:
        """The folder of the module, below `core`."""
        return str(Path(self.path).parent).removeprefix("core/")

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.was.strip()}  →  {self.now.strip()}"


def modules(root: Path) -> list[str]:
    """Return the modules that hold rules, by path below `root`."""
    return sorted(str(path.relative_to(root)) for room in ROOMS for path in (root / room).rglob("*.py"))


def count(root: Path, path: str) -> int:
    """Return how many mutants a module has."""
    return len(_changes((root / path).read_text(encoding="utf-8"), path))


def make(root: Path, path: str, number: int) -> Mutant:
    """Return one of a module's mutants."""
    source = (root / path).read_text(encoding="utf-8")
    module, changes = _parsed(source, path)
    change = changes[number]
    mutated = module.deep_replace(change.original_node, change.mutated_node).code  # type: ignore[arg-type]
    was, now = source.splitlines(), mutated.splitlines()
    line = next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), len(now) - 1)
    first, at_import = _statement(source, line + 1)
    same = next((n for n, (a, b) in enumerate(zip(was[::-1], now[::-1], strict=False)) if a != b), 0)
    before = " ".join(text.strip() for text in was[line : max(line + 1, len(was) - same)])
    after = " ".join(text.strip() for text in now[line : max(line + 1, len(now) - same)])
    return Mutant(path, line + 1, first, at_import, before, after, mutated)


def tells(mutant: Mutant) -> bool:
    """Tell whether a mutant changes more than what is left out of account in a line."""
    was, now = mutant.was, mutant.now
    for where, part, _ in _read_left_out("parts"):
        if re.fullmatch(where, mutant.path):
            was, now = re.sub(part, "", was), re.sub(part, "", now)
    return was != now


def _changes(source: str, path: str) -> list[Mutation]:
    return _parsed(source, path)[1]


@cache
def _parsed(source: str, path: str) -> tuple[object, list[Mutation]]:
    config = mutmut.configuration.config()
    config.do_not_mutate_patterns = [
        line for where, line, _ in _read_left_out("lines") if re.fullmatch(where, path)
    ]
    module, changes, _, _ = create_mutations(path, source)
    return module, changes


@cache
def _read_left_out(of: str) -> tuple[tuple[str, str, str], ...]:
    """Return what isn't mutated: a pattern of modules, one of lines or parts of them, and why no test could tell."""
    with _LEFT_OUT.open(encoding="utf-8", newline="") as lines:
        return tuple(
            (row["modules"], row["pattern"], row["why"]) for row in csv.DictReader(lines) if row["of"] == of
        )


def _statement(source: str, line: int) -> tuple[int, bool]:
    """Return the line on which the innermost statement around a line begins, and whether it runs at import."""
    first, at_import = line, True
    for node, inside in _statements(ast.parse(source), False):
        if node.lineno <= line <= (node.end_lineno or node.lineno):
            first, at_import = node.lineno, not inside
    return first, at_import


def _statements(tree: ast.AST, inside: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """Return all statements, outer ones first, each with whether it stands inside a function."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.stmt):
            yield node, inside
        yield from _statements(node, inside or isinstance(node, ast.FunctionDef))
