"""One file or upload → its articles, each problem as a rejection."""

from __future__ import annotations

import io
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, TYPE_CHECKING

from core.model import Rejection
from core.read.encodings import clean_line, scrub
from core.read.html import read_html
from core.read.intake import Unreadable
from core.read.jsonl import read_json, read_json_lines
from core.read.markdown import read_markdown
from core.read.plain import read_plain
from core.read.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.model import Article

READERS: dict[str, Callable[[IO[bytes], str], Iterator[Article | Rejection]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".csv": read_table,
    ".tsv": read_table,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
}


def read_file(path: Path) -> Iterator[Article | Rejection]:
    """Yield the articles of one file."""
    source = shown_path(path)
    try:
        if not path.exists():
            yield Rejection(source, "There is no such file or folder: check the path.")
        elif not path.is_file():
            yield Rejection(source, "This is a device or a pipe, not a file: leave it out.")
        elif problem := _unknown_form(path.name):
            yield Rejection(source, problem)
        else:
            with path.open("rb") as stream:
                yield from _articles(stream, path.name, source)
    except PermissionError:
        yield Rejection(source, "The file may not be read by this user: change its permissions.")
    except OSError as error:
        yield Rejection(source, f"The file can't be read ({type(error).__name__}): check the disk and the path.")


def read_upload(name: str, data: bytes) -> Iterator[Article | Rejection]:
    """Yield the articles of an uploaded file. Its name tells the form and is shown; it is never used as a path."""
    bare = bare_name(name)
    if problem := _unknown_form(bare):
        yield Rejection(bare, problem)
    else:
        yield from _articles(io.BytesIO(data), bare, bare)


def bare_name(name: str) -> str:
    """Return an upload's name without the folders it may hold, those of another machine too, in either notation."""
    return clean_line(PureWindowsPath(PurePosixPath(name[-1_000:]).name).name)[-200:] or "upload"


def shown_path(path: Path) -> str:
    """Return a path as it is stored and shown: with "/", and without bytes that are no text."""
    return scrub(path.as_posix()).replace("\n", " ")


def _unknown_form(name: str) -> str | None:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in READERS:
        return None
    what = f"Files that end in {suffix} are" if suffix else "A file without an ending is"
    return f"{what} not read: save the article as {', '.join(READERS)}."


def _articles(stream: IO[bytes], name: str, source: str) -> Iterator[Article | Rejection]:
    try:
        yield from READERS[PurePosixPath(name).suffix.lower()](stream, source)
    except Unreadable as problem:
        yield Rejection(source, str(problem))
