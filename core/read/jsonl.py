"""JSON Lines and JSON exports → one article an object."""

from __future__ import annotations

import io
import json
from typing import IO, TYPE_CHECKING, Any

from core.model import Rejection
from core.read.columns import article_of_row, assign
from core.read.encodings import decode, decoded_lines
from core.read.intake import Unreadable, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article

_BROKEN = "is no valid JSON: each line must hold one article as a JSON object."


def read_json_lines(stream: IO[bytes], source: str) -> Iterator[Article | Rejection]:
    """Yield the article of each line; a broken line is one rejection that names its number.

    Raises:
        Unreadable: No line holds anything, or the file is no text.
    """
    empty = True
    for number, line in enumerate(decoded_lines(stream), start=1):
        name = f"{source}#{number}"
        if line is None:
            yield Rejection(name, f"Line {number} is too long for an article: split it.")
        elif line.strip():
            yield _article(line, name, f"Line {number} {_BROKEN}")
        else:
            continue
        empty = False
    if empty:
        raise Unreadable("The file is empty: put one article a line in it or remove it.")


def read_json(stream: IO[bytes], source: str) -> Iterator[Article | Rejection]:
    """Yield the articles of a JSON document: one object, a list, a list inside a service's answer, or JSON Lines.

    Raises:
        Unreadable: The document is broken, too large, or holds no list of articles.
    """
    data = whole(stream)
    try:
        document = json.loads(decode(data))
    except (ValueError, RecursionError):
        if data.strip().count(b"\n") and data.lstrip().startswith(b"{"):
            yield from read_json_lines(io.BytesIO(data), source)
            return
        raise Unreadable("The file is no valid JSON: export it again, as JSON Lines if you can.") from None
    found = _objects(document)
    if not found:
        raise Unreadable(
            "The file holds no articles: it must be a JSON object or a list of them, each with a text."
        )
    if found == [document]:
        yield _made(document, source)
        return
    for number, item in enumerate(found, start=1):
        yield _made(item, f"{source}#{number}")


def _article(line: str, name: str, broken: str) -> Article | Rejection:
    try:
        loaded = json.loads(line)
    except (ValueError, RecursionError):
        return Rejection(name, broken)
    return _made(loaded, name)


def _made(loaded: Any, name: str) -> Article | Rejection:
    if not isinstance(loaded, dict):
        return Rejection(name, "This is no article: each must be a JSON object with a text.")
    try:
        return article_of_row(loaded, name)
    except Unreadable as problem:
        return Rejection(name, str(problem))


def _objects(document: Any, depth: int = 3) -> list[Any]:
    """Return the list of articles, which services wrap: {"articles": {"results": […]}}."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or depth == 0:
        return []
    if "text" in assign(document) and not isinstance(document[assign(document)["text"]], dict | list):
        return [document]
    for key in ("articles", "results", "data", "items", "docs", "documents", "hits"):
        if found := _objects(document.get(key), depth - 1):
            return found
    return []
