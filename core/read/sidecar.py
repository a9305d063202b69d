"""The sidecar `articles.csv` in a folder: what is known of files that can't say it themselves."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.read.columns import assign, metadata, normalise
from core.read.encodings import clean_line
from core.read.tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "articles.csv"
_COLUMNS = ("title", "outlet", "published", "updated", "topic", "url", "language")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a sidecar: the file it speaks of, its row and the fields of `Article` it gives."""

    path: Path
    row: int
    known: dict[str, Any]


def read_sidecar(path: Path) -> list[Entry] | None:
    """Return a sidecar's entries; None where the table has no column `file`, and so is an export like others.

    Columns beside `file` bear any of the names that exports use: title, outlet, published, topic, url, language.
    """
    with path.open("rb") as stream:
        table = rows(stream)
        header = next(table, None)
        if not isinstance(header, list) or "text" in assign(header):
            return None
        names = [normalise(name) for name in header]
        if "file" not in names:
            return None
        place = names.index("file")
        return [
            Entry(path.parent / name, number, metadata(dict(zip(header, cells, strict=False))))
            for number, cells in enumerate(table, start=2)
            if isinstance(cells, list) and len(cells) > place and (name := clean_line(cells[place]))
        ]


def write_sidecar(folder: Path, known: Mapping[str, Mapping[str, Any]]) -> None:
    """Write a folder's sidecar: what is known, by field of `Article`, of each file or row of a table ("t.csv#7")."""
    with (folder / NAME).open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(("file", *_COLUMNS))
        table.writerows((name, *(fields.get(column) for column in _COLUMNS)) for name, fields in known.items())
