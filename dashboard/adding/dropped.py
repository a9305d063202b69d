"""What is dropped or pasted, as files: under names that are safe, in a folder that can be read again.

An upload's name is what a stranger chose: it may hold folders, controls, or what a system or a reader of folders takes
for something else. Nothing of it but its last part is used.
"""

from __future__ import annotations

import datetime
import re
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from core.library import shelf
from core.model import Rejection
from core.read import READERS, Unreadable, bare_name, passes_over, shown_path, sidecar
from dashboard.adding.preview import Corrections, fields
from dashboard.showing.in_words import clip, plural, visible

MOST_FILES = 1_000
MOST_BYTES = 200_000_000  # of all files that are dropped together
_UNSAFE = re.compile(r"[^\w .,()+=@&'–—-]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 180  # bytes of a name, its ending aside; disks take 255


class Upload(NamedTuple):
    """A file as it came: the name it was given, and its bytes."""

    name: str
    data: bytes


class TooMuch(ValueError):  # noqa: N818 - a finding about what was dropped, in a sentence for people
    """More than is taken at once; the message says what to do."""


def pasted(text: str) -> Upload:
    """Return a pasted text as a file, named by its first words."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return Upload(f"{clip(first, 60).rstrip('….') or 'Pasted'}.txt", text.encode("utf-8", "replace"))


def new_batch(library: Path) -> Path:
    """Return a folder inside a library, not there yet, for what is added now; no two calls return the same."""
    now = datetime.datetime.now(datetime.UTC)
    return library / shelf.ADDED / f"{now:%Y-%m-%d %H%M%S} {secrets.token_hex(3)}"


def by_upload(source: str, library: Path) -> bool:
    """Tell whether a source, a folder or a file in it, is what a library keeps of what was dropped or pasted."""
    return source.startswith(f"{shown_path(library / shelf.ADDED)}/")


def shown(source: str, library: Path) -> str:
    """Return a source as people know it: what was dropped by its name, all else by its whole path."""
    return visible(PurePosixPath(source).name if by_upload(source, library) else source)


def keep(folder: Path, uploads: Sequence[Upload]) -> list[Rejection]:
    """Write uploads into a new folder; return those that can't be, with the reason.

    Raises:
        TooMuch: There are too many, or they are too large together; nothing is written then.
        OSError: The system refuses: a full disk, a folder that may not be written.
    """
    size = sum(len(upload.data) for upload in uploads)
    if len(uploads) > MOST_FILES or size > MOST_BYTES:
        raise TooMuch(
            f"These are {plural(len(uploads), 'file')} of {size / 1e6:,.0f} MB together, and {MOST_FILES:,} files of "
            f"{MOST_BYTES // 1_000_000} MB are taken at once: put them in a folder and name that instead."
        )
    folder.mkdir(parents=True)
    try:
        return _write(folder, uploads)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _write(folder: Path, uploads: Sequence[Upload]) -> list[Rejection]:
    taken: set[str] = set()
    refused = []
    for upload in uploads:
        name = safe_name(upload.name, taken)
        if Path(name).suffix.lower() not in READERS:
            problem = f"Only files that end in {', '.join(READERS)} are read: save the article as one of them."
            refused.append(Rejection(bare_name(upload.name), problem))
            continue
        if name.lower() == sidecar.NAME and not _is_sidecar(folder, upload.data):
            name = safe_name("articles export.csv", taken)
        taken.add(name.lower())
        (folder / name).write_bytes(upload.data)
    return refused


def safe_name(name: str, taken: set[str]) -> str:
    """Return a name for an upload that is none of those taken (in lower case), and that leads nowhere else.

    It keeps its ending. What a folder's reader passes over (a README, a hidden file) is named so that it is read.
    """
    bare = _UNSAFE.sub("_", bare_name(name))
    stem, dot, ending = bare.rpartition(".")
    stem, ending = (stem, ending) if dot else (bare, "")
    stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore").strip(" .") or "article"
    suffix = f".{ending[:10].lower()}" if ending else ""
    is_sidecar = f"{stem}{suffix}".lower() == sidecar.NAME
    if not is_sidecar and (passes_over(f"{stem}{suffix}") or _RESERVED.fullmatch(stem)):
        stem = f"article {stem}"
    number, free = 1, f"{stem}{suffix}"
    while free.lower() in taken:
        number += 1
        free = f"{stem} {number}{suffix}"
    return free


def _is_sidecar(folder: Path, data: bytes) -> bool:
    file = folder / sidecar.NAME
    file.write_bytes(data)
    try:
        return sidecar.read_sidecar(file) is not None
    except (OSError, Unreadable):
        return False
    finally:
        file.unlink()


def correct(folder: Path, corrections: Corrections) -> None:
    """Write what an analyst said of kept articles into the folder's sidecar, beside what stands there.

    Corrections go by the article's source below the folder. A value that was emptied isn't a sidecar's to say.
    """
    file = folder / sidecar.NAME
    entries = (sidecar.read_sidecar(file) if file.is_file() else None) or ()
    known = {entry.path.name: dict(entry.known) for entry in entries}
    for name, said in corrections.items():
        given = fields({field: value for field, value in said.items() if value})
        of_file = known.get(name.partition("#")[0], {})
        if given:
            known[name] = of_file | known.get(name, {}) | given
    if known:
        sidecar.write_sidecar(folder, known)
