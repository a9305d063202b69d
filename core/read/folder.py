"""A folder → the articles of all files in it and below; what can't be read is rejected and the rest goes on."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.model import Article, Rejection
from core.read import sidecar
from core.read.files import READERS, read_file, shown_path
from core.read.intake import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

# What lies in folders of articles without being one.
_NO_ARTICLE = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|changelog)(?:\.\w+)?|thumbs\.db|desktop\.ini|__macosx", re.IGNORECASE
)


def read_folder(folder: Path) -> Iterator[Article | Rejection]:
    """Yield the articles of all files in a folder and its sub-folders, in the order of their names.

    Hidden files and the folder's own documents (README, LICENSE) are passed over; links that lead out of it are
    refused. The sidecar `articles.csv` of any folder gives metadata and outranks the file's own; it names files, or
    rows of a table ("export.csv#7"). An article without a topic takes the name of the first-level sub-folder it lies
    in.
    """
    entries: dict[str, sidecar.Entry] = {}  # by the source they speak of
    sidecars: set[Path] = set()
    found_articles = False
    for path, problem in _walk(folder):
        if problem:
            yield Rejection(shown_path(path), problem)
        elif path.name == sidecar.NAME and (given := _entries(path)) is not None:
            entries |= {shown_path(entry.path): entry for entry in given}
            sidecars.add(path)
        else:
            of_file, topic = entries.pop(shown_path(path), None), _topic(path, folder)
            for item in read_file(path):
                entry = (entries.pop(item.source, None) if entries else None) or of_file
                found_articles = found_articles or isinstance(item, Article)
                yield _complete(item, entry, topic) if isinstance(item, Article) else item
    for entry in entries.values():
        yield Rejection(
            f"{shown_path(entry.path.parent / sidecar.NAME)}#{entry.row}",
            f"It names {entry.path.name}, and there is no such file to read: correct the name or remove the row.",
        )
    if not found_articles:
        yield Rejection(
            shown_path(folder),
            f"The folder holds no article that can be read: put {', '.join(READERS)} files in it.",
        )


def files(folder: Path) -> Iterator[Path]:
    """Yield the files that `read_folder` would read, without opening one."""
    return (path for path, problem in _walk(folder) if not problem and path.name != sidecar.NAME)


def passes_over(name: str) -> bool:
    """Tell whether a file of that name is none of a folder's articles: hidden, a README, the sidecar."""
    return not _wanted(name) or name == sidecar.NAME


def _complete(article: Article, entry: sidecar.Entry | None, topic: str | None) -> Article:
    given = entry.known if entry else {}
    if topic and not article.topic:
        given = {"topic": topic} | given
    return replace(article, **given) if given else article


def _entries(path: Path) -> list[sidecar.Entry] | None:
    try:
        return sidecar.read_sidecar(path)
    except (OSError, Unreadable):
        return None  # read as an article, it is rejected with the reason


def _topic(path: Path, folder: Path) -> str | None:
    below = path.relative_to(folder).parts[:-1]
    return " ".join(re.split(r"[\s_-]+", shown_path(Path(below[0])))).strip() or None if below else None


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield each file, a sidecar before the files beside it, with the reason why it is refused, if it is."""
    root = folder.resolve()
    unreadable: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        here = Path(place)
        kept = sorted(name for name in folders if _wanted(name) and not _belongs_to_page(name, files))
        links = [name for name in kept if (here / name).is_symlink()]
        for name in links:
            if problem := _leads_out(here / name, root):
                yield here / name, problem
        folders[:] = [name for name in kept if name not in links]  # a link within: its files are met anyway
        for name in sorted(filter(_wanted, files), key=lambda name: (name != sidecar.NAME, name)):
            yield here / name, _leads_out(here / name, root)
    for error in unreadable:
        yield Path(os.fsdecode(error.filename)), "The folder may not be read by this user: change its permissions."


def _wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and not _NO_ARTICLE.fullmatch(name)


def _belongs_to_page(folder: str, files: list[str]) -> bool:
    """Tell whether a browser made the folder for the pictures and scripts of a page saved beside it."""
    page = folder.removesuffix("_files")
    return page != folder and not {f"{page}.html", f"{page}.htm"}.isdisjoint(files)


def _leads_out(path: Path, root: Path) -> str | None:
    if not path.is_symlink():
        return None
    try:
        inside = path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return "The link leads nowhere: remove it."
    return None if inside else "The link leads out of the folder and is not followed: copy the file in."
