"""The libraries that stand in one folder: which are there, make one, empty one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from core.library import ledger, parts

ADDED = "added"  # the folder of a library that keeps what was uploaded to it or pasted
_NAME = re.compile(r"[^\W_][\w .-]{0,59}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # by Windows, as names of files


def is_library(path: Path) -> bool:
    """Tell whether a folder is a library: it holds parts, and where parts stand there is nothing else."""
    folder = path / "parts"
    if path.is_symlink() or folder.is_symlink() or not folder.is_dir():
        return False
    committed = set(parts.names(folder))
    return all(entry.name in committed or entry.name.startswith(".") for entry in folder.iterdir())


def names(shelf: Path) -> list[str]:
    """Return the names of the libraries in a folder, in order."""
    try:
        return sorted(entry.name for entry in shelf.iterdir() if is_library(entry))
    except OSError:
        return []


def make(shelf: Path, name: str) -> Path:
    """Make a library without articles and return its folder.

    Raises:
        ValueError: No folder can have the name, or one has it already; the message says so, for people.
    """
    if not _NAME.fullmatch(name) or name != name.rstrip(" .") or _RESERVED.fullmatch(name):
        raise ValueError(
            "A library's name begins with a letter or digit and goes on with letters, digits, spaces, points, - and _, "
            "at most 60 of them: choose another."
        )
    there = shelf.iterdir() if shelf.is_dir() else ()
    if name.casefold() in {entry.name.casefold() for entry in there}:
        raise ValueError(f"There is a library or folder “{name}” already: choose another name.")
    (shelf / name / "parts").mkdir(parents=True)
    return shelf / name


def empty(path: Path) -> None:
    """Remove what a library holds: articles, links, corrections, kept uploads. Links out of it are not followed.

    Raises:
        ValueError: The folder is no library, or holds a link where its own folders should be; nothing is removed then.
    """
    if not is_library(path):
        raise ValueError(f"{path} is no library, so nothing was removed from it.")
    own = [path / name for name in (ledger.FOLDER, *ledger.KINDS, ADDED)]
    for folder in own:
        if folder.is_symlink():
            raise ValueError(
                f"{folder} is a link to another place, so nothing was removed: remove the link first."
            )
    ledger.clear(path)
    for folder in own[1:-1]:
        parts.remove([folder / name for name in parts.names(folder)])
    for batch in own[-1].iterdir() if own[-1].is_dir() else ():
        if batch.is_symlink():
            batch.unlink()
        elif batch.is_dir():
            shutil.rmtree(batch)
