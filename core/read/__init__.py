"""A source → articles, or rejections that say why.

`read` takes a file or a folder, `read_upload` a file's name and bytes. What they yield is clean: every text is
decoded, repaired and scrubbed once, here, and never changed afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.read.files import READERS, read_file, read_upload
from core.read.folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.model import Article, Rejection

__all__ = ["READERS", "read", "read_upload"]


def read(source: Path) -> Iterator[Article | Rejection]:
    """Yield the articles of a file or a folder; whatever can't be read is a rejection, and the rest goes on.

    An article's source is the path as given here, with "#" and the row or line for one of a table.
    """
    yield from read_folder(source) if source.is_dir() else read_file(source)
