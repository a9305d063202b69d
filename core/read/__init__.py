"""A source → articles, or rejections that say why.

`read_articles` takes a file or a folder, `read_upload` a file's name and bytes. What they yield is clean: every text is
decoded, repaired and scrubbed once, here, and never changed afterwards.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.read.files import READERS, read_file, read_upload
from core.read.folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article, Rejection

__all__ = ["READERS", "read_articles", "read_upload"]


def read_articles(source: Path | str) -> Iterator[Article | Rejection]:
    """Yield the articles of a file or a folder; whatever can't be read is a rejection, and the rest goes on.

    An article's source is the path as given here, with "#" and the row or line for one of a table.
    """
    path = Path(source)
    yield from read_folder(path) if path.is_dir() else read_file(path)
