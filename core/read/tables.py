"""A table of articles (CSV, TSV) → one article a row."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from core.model import Rejection
from core.read import columns
from core.read.encodings import decoded_lines
from core.read.intake import MAX_TEXT, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article

csv.field_size_limit(2 * MAX_TEXT)  # the standard limit of 131,072 characters cuts long articles off
_DELIMITERS = ",;\t|"


def read_table(stream: IO[bytes], source: str) -> Iterator[Article | Rejection]:
    """Yield the article of each row; rows are numbered as a spreadsheet shows them, the names in row 1.

    Raises:
        Unreadable: The table has no rows or none of its columns holds articles' text.
    """
    table = rows(stream)
    header = next(table, None)
    if header is None:
        raise Unreadable("The file is empty: put a table with the articles in it or remove it.")
    if isinstance(header, str):
        raise Unreadable(header)
    if "text" not in columns.assign(header):
        raise Unreadable(_no_text(header))
    empty = True
    for number, cells in enumerate(table, start=2):
        name = f"{source}#{number}"
        if not isinstance(cells, str) and not any(cell.strip() for cell in cells):
            continue
        empty = False
        yield Rejection(name, cells) if isinstance(cells, str) else _article(header, cells, name)
    if empty:
        raise Unreadable("The table has names of columns and no rows: add the articles or remove it.")


def _article(header: list[str], cells: list[str], name: str) -> Article | Rejection:
    try:
        return columns.article_of_row(dict(zip(header, cells, strict=False)), name)
    except Unreadable as problem:
        return Rejection(name, str(problem))


def rows(stream: IO[bytes]) -> Iterator[list[str] | str]:
    """Yield a table's rows, the names of its columns first; a string stands for a row that can't be read."""
    text = _lines(stream)
    first = next((line for line in text if line.strip() and not line.lower().startswith("sep=")), None)
    if first is None:
        return
    delimiter = max(_DELIMITERS, key=lambda mark: len(columns.assign(next(csv.reader([first], delimiter=mark)))))
    yield next(csv.reader([first], delimiter=delimiter))
    table = csv.reader(text, delimiter=delimiter)
    while True:
        try:
            yield next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"The row can't be read ({error}): look for a quotation mark that is never closed."
        except Unreadable as problem:
            yield str(problem)
            return


def _lines(stream: IO[bytes]) -> Iterator[str]:
    for line in decoded_lines(stream):
        if line is None:
            raise Unreadable("A line of the table is too long for an article: split it.")
        yield line


def _no_text(header: list[str]) -> str:
    names = {columns.normalise(name) for name in header}
    if {"media_name", "media_url"} <= names:
        return (
            "This is a Media Cloud export: it lists addresses, not the articles' text. "
            "Collect the texts and add them as a column named text."
        )
    if {"mobileurl", "url"} <= names:
        return (
            "This is a GDELT article list: it lists addresses, not the articles' text. "
            "Collect the texts and add them as a column named text."
        )
    shown = ", ".join(name.strip()[:30] for name in header[:12])
    return f"No column holds the articles' text (the columns are: {shown}): name it text, body or content."
