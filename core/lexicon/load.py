"""The one reader of the lexicon: lists, lists in sections, tables.

One form for all files: UTF-8; blank lines and lines that begin with "#" are skipped; white space at a line's ends means
nothing. A file is a list (one entry a line, or words, any number a line), a list under `[headings]`, or a table (CSV,
whose first line names the columns). What is returned can't be changed.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Row = TypeVar("Row")

_HEADING = re.compile(r"\[([a-z][\w -]*)\]")
_CELLS: dict[Any, Callable[[str], object]] = {
    int: int,
    float: float,
    frozenset[str]: lambda cell: frozenset(cell.split()),
    tuple[str, ...]: lambda cell: tuple(filter(None, cell.split(";"))),
}


class LexiconError(ValueError):
    """A file of the lexicon that isn't in its form; the message names the file and the line."""

    def __init__(self, name: str, line: int, fault: str) -> None:
        super().__init__(f"{name}, line {line}: {fault}")


class Entry(NamedTuple):
    """A line that is no comment, and its number in the file."""

    number: int
    text: str


def entries(name: str) -> tuple[Entry, ...]:
    """Return the lines of a file that are neither blank nor comments, headings among them."""
    text = files("core.lexicon").joinpath(name).read_text(encoding="utf-8").removeprefix("\ufeff")
    numbered = enumerate(map(str.strip, text.splitlines()), start=1)
    return tuple([Entry(number, line) for number, line in numbered if line and line[0] != "#"])


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the entries of a list that has one a line.

    Raises:
        LexiconError: the list has sections.
    """
    return tuple(_unsectioned(name))


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list that has any number a line.

    Raises:
        LexiconError: the list has sections.
    """
    return frozenset([word for line in _unsectioned(name) for word in line.split()])


def _unsectioned(name: str) -> list[str]:
    found = entries(name)
    for number, line in found:
        if line[0] == "[" and _HEADING.fullmatch(line):
            raise LexiconError(name, number, "a heading, where a list without sections is expected")
    return [line for _, line in found]


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the entries of a list under their headings, one entry a line.

    Raises:
        LexiconError: an entry stands before the first heading, or a heading twice.
    """
    found: dict[str, list[str]] = {}
    heading = ""
    for number, line in entries(name):
        if match := _HEADING.fullmatch(line):
            heading = match[1]
            if heading in found:
                raise LexiconError(name, number, f"the heading [{heading}] stands there twice")
            found[heading] = []
        elif heading:
            found[heading].append(line)
        else:
            raise LexiconError(name, number, "an entry before the first heading")
    return MappingProxyType({heading: tuple(listed) for heading, listed in found.items()})


@cache
def classes(name: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a list under their headings, any number a line.

    Raises:
        LexiconError: as `sections`.
    """
    return MappingProxyType(
        {
            heading: frozenset(word for line in listed for word in line.split())
            for heading, listed in sections(name).items()
        }
    )


def table(name: str, row: Callable[..., Row]) -> tuple[Row, ...]:
    """Return the rows of a table as records.

    Args:
        name: a CSV file in `core/lexicon`; its columns are the fields of the record, in their order. A field whose name
            Python keeps for itself ends in "_": `class_` is the column class.
        row: a class of records whose fields are str, int, float, frozenset[str] (a cell of words) or tuple[str, ...] (a
            cell of phrases with semicolons between).

    Raises:
        LexiconError: a header or row doesn't fit the record.
    """
    fields = get_type_hints(row)
    columns = [field.removesuffix("_") for field in fields]
    numbers, divided = _divided(name)
    header, *rows = divided
    if header != columns:
        raise LexiconError(name, numbers[0], f"the columns should be {', '.join(columns)}")
    if not rows:
        return ()
    for number, cells in zip(numbers[1:], rows, strict=True):
        if len(cells) != len(columns):
            raise LexiconError(name, number, f"{len(cells)} cells where there are {len(columns)} columns")
    try:
        return tuple(map(row, *map(_converted, fields.values(), zip(*rows, strict=True))))
    except ValueError:
        for number, cells in zip(numbers[1:], rows, strict=True):
            try:
                [*map(_converted, fields.values(), zip(cells, strict=True))]
            except ValueError as error:
                raise LexiconError(name, number, str(error)) from error
        raise


def _converted(kind: object, cells: Iterable[str]) -> Iterable[object]:
    """Return the cells of a column as what its field holds."""
    return cells if kind is str else [*map(_CELLS[kind], cells)]


def _divided(name: str) -> tuple[list[int], list[list[str]]]:
    """Return the numbers of a table's lines, and the lines divided into cells; its header first."""
    listed = entries(name) or (Entry(1, ""),)
    reader = csv.reader([line.text for line in listed], strict=True)
    try:
        return [line.number for line in listed], list(reader)
    except csv.Error as error:
        raise LexiconError(name, listed[reader.line_num - 1].number, str(error)) from error
