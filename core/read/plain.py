"""A plain text file → the article as it was pasted, page furniture and all."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from core.read.columns import article
from core.read.encodings import to_text
from core.read.intake import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article


def read_plain(stream: IO[bytes], source: str) -> Iterator[Article]:
    """Yield the one article of a text file."""
    yield article(to_text(whole(stream)), source, {})
