"""A source → articles, or rejections that say why.

`read_articles` takes a file or a folder, `read_upload` a file's name and bytes. What they yield is clean: every text is
decoded, repaired and scrubbed once, here, and never changed afterwards.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.read.calendar_dates import parse_date
from core.read.encodings import clean_line
from core.read.files import READERS, bare_name, read_file, read_upload, shown_path
from core.read.folder import files as files_in
from core.read.folder import passes_over, read_folder
from core.read.intake import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article, Rejection

__all__ = [
    "READERS",
    "Unreadable",
    "bare_name",
    "clean_line",
    "files_in",
    "parse_date",
    "passes_over",
    "read_articles",
    "read_upload",
    "shown_path",
]


def read_articles(source: Path | str) -> Iterator[Article | Rejection]:
    """Yield the articles of a file or a folder; whatever can't be read is a rejection, and the rest goes on.

    An article's source is the path as given here, with "#" and the row or line for one of a table.
    """
    path = Path(source)
    yield from read_folder(path) if path.is_dir() else read_file(path)
