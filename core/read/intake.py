"""Bounded reads from a stream, and the one exception that readers raise."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_ARTICLE_BYTES = 20_000_000  # a saved page with its pictures inside; a row or a line of an export
MAX_TEXT = 2_000_000  # characters: some twenty times the longest of newspaper articles


class Unreadable(Exception):  # noqa: N818 - it is a finding about the source, reported and never an error of ours
    """A source, or a part of it, that can't be read; the message is the sentence a person is shown."""


def whole(stream: IO[bytes]) -> bytes:
    """Return all that a stream holds.

    Raises:
        Unreadable: The stream is empty or holds more than `MAX_ARTICLE_BYTES`.
    """
    data = stream.read(MAX_ARTICLE_BYTES + 1)
    if len(data) > MAX_ARTICLE_BYTES:
        raise Unreadable(
            f"The file is larger than {MAX_ARTICLE_BYTES // 1_000_000} MB, too large for one article: "
            "split it, or export many articles as CSV or JSON Lines."
        )
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Unreadable("The file is empty: put the article's text in it or remove it.")
    return data


def lines(stream: IO[bytes]) -> Iterator[bytes | None]:
    r"""Yield a stream's lines with their "\n"; None stands for a line of more than `MAX_ARTICLE_BYTES`."""
    while line := stream.readline(MAX_ARTICLE_BYTES + 1):
        if len(line) <= MAX_ARTICLE_BYTES:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(MAX_ARTICLE_BYTES)):
            pass
        yield None
