"""The ledger: which parts, edits and links a library should hold, in which order and with what in them.

A folder of small JSON files that are never changed. Every commit writes one: what it adds (name, form, each file's rows
and hash, and of articles where they were read from), what it takes away, who wrote it and when, and the entries it saw
last, with their hashes, as a commit of git names its parents. Names are unique and sort as they were written. So
writers never conflict, a missing entry is noticed by those that came after it, and writing is the putting of one new
object: it needs no lock and overwrites nothing, in a folder as in an object store.

The part is the commit, its entry follows. A whole part that no entry lists, since its writer was killed between the two
or was of a release that knew no ledger, is listed by the next entry.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pyarrow.parquet as pq

from core.library import parts
from core.library.parts import DamagedPartError

Kind = Literal["parts", "edits", "links"]
Act = Literal["add", "remove", "edit", "link", "merge", "reread", "fold"]

FOLDER = "ledger"
KINDS: tuple[Kind, ...] = ("parts", "edits", "links")
_NAME = re.compile(r"\d{20}-[0-9a-f]{8}\.json")


class Root(NamedTuple):
    """A file or folder that was read, with what was said of all its articles."""

    path: str
    topic: str | None
    outlet: str | None


class Removed(NamedTuple):
    """A source that was removed by hand: the hash and the key of what it held, and where it was read from."""

    source: str
    content: str | None
    root: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A part that should be there. `files` tells of each table its rows, and the bytes and hash of its file."""

    kind: Kind
    name: str
    form: int
    files: Mapping[str, Mapping[str, Any]]
    roots: tuple[Root, ...] = ()
    removed: tuple[Removed, ...] = ()

    def is_made_again(self) -> bool:
        """Tell whether a refresh can make again what the part held: all that its articles were read from is there."""
        return ("articles" not in self.files or bool(self.roots)) and all(
            os.path.exists(root.path) for root in self.roots
        )

    def remedy(self) -> str:
        """Return in words for people what to do where the part is lost."""
        if self.kind == "edits":
            return "the corrections in it are lost unless a copy is put back"
        if not self.is_made_again():
            return "add its articles again"
        return "refresh reads its sources again" if self.roots else "refresh removes again what was removed in it"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `after` are the entries it follows, with their hashes; `stands_for` those that it replaces."""

    name: str
    hash: str
    act: str
    by: str | None
    made: str
    after: Mapping[str, str]
    adds: tuple[Listed, ...]
    takes: frozenset[tuple[str, str]]
    stands_for: frozenset[str]


def write(
    path: Path,
    act: Act,
    adds: Iterable[tuple[Kind, str]] = (),
    takes: Iterable[tuple[Kind, str]] = (),
    by: str | None = None,
) -> str:
    """Write the entry of a commit to the library at a path, once its parts are there; return the entry's name.

    Whole parts that no entry knows are listed with it.
    """
    names = _names(path)
    entries = _entries(path, names)
    known: set[tuple[str, str]] = {(item.kind, item.name) for entry in entries for item in entry.adds}
    known |= {taken for entry in entries for taken in entry.takes}
    wanted = dict.fromkeys(adds)
    for kind in KINDS:
        wanted |= dict.fromkeys((kind, name) for name in parts.names(path / kind) if (kind, name) not in known)
    listed = [item for kind, name in wanted if (item := _look(path, kind, name))]
    return _put(path, names, _row_of(act, by, entries, listed, takes))


def expected(path: Path) -> tuple[Listed, ...]:
    """Return the parts, edits and links that a library should hold, each kind in order of writing."""
    return _expected(path, _names(path))


def gone(path: Path) -> list[Listed]:
    """Return what should be there and isn't, links aside, which are made again."""
    for _ in range(2):  # what is taken away has an entry before it goes: the first look may have come before that
        missing = [item for item in expected(path) if item.kind != "links" and not _is_there(path, item)]
        if not missing:
            break
    return missing


def problems(path: Path) -> list[str]:
    """Return a sentence on each part that should be there and isn't."""
    return [f"Part {item.name} is gone; {item.remedy()}." for item in gone(path)]


def fold(path: Path) -> None:
    """Put one entry in the place of all that are there, and remove those."""
    names = _names(path)
    entries = _entries(path, names)
    takes = {taken for entry in entries if not entry.stands_for for taken in entry.takes}
    row = _row_of("fold", None, entries, expected(path), takes)
    _put(path, names, row | {"stands_for": [entry.name for entry in entries]})
    for name in names:
        with suppress(FileNotFoundError):
            (path / FOLDER / name).unlink()


def clear(path: Path) -> None:
    """Remove all entries, of a library that is emptied."""
    for name in _names(path):
        with suppress(FileNotFoundError):
            (path / FOLDER / name).unlink()


def _is_there(path: Path, item: Listed) -> bool:
    return (path / item.kind / item.name).is_dir()


def _names(path: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(name for name in os.listdir(path / FOLDER) if _NAME.fullmatch(name)))
    except (FileNotFoundError, NotADirectoryError):
        return ()


def _entries(path: Path, names: Sequence[str]) -> list[Entry]:
    """Return the entries of the names that can be read, but for those that another stands for."""
    found = []
    folder = str(path / FOLDER)
    for name in names:
        try:
            found.append(_read(f"{folder}/{name}"))
        except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
            continue
    replaced = {name for entry in found for name in entry.stands_for}
    return [entry for entry in found if entry.name not in replaced] if replaced else found


@lru_cache(maxsize=65536)
def _read(file: str) -> Entry:
    content = Path(file).read_bytes()
    row = json.loads(content)
    return Entry(
        name=os.path.basename(file),
        hash=_hash(content),
        act=row["act"],
        by=row["by"],
        made=row["made"],
        after=row["after"],
        adds=tuple(_listed(item) for item in row["adds"]),
        takes=frozenset((kind, name) for kind, name in row["takes"]),
        stands_for=frozenset(row.get("stands_for", ())),
    )


def _listed(row: Mapping[str, Any]) -> Listed:
    roots = tuple(Root(*root) for root in row.get("roots", ()))
    return Listed(
        row["kind"],
        row["name"],
        row["form"],
        row["files"],
        roots,
        tuple(Removed(*item) for item in row["removed"]),
    )


@lru_cache(maxsize=16)
def _expected(path: Path, names: tuple[str, ...]) -> tuple[Listed, ...]:
    entries = _entries(path, names)
    taken = frozenset[tuple[str, str]]().union(*(entry.takes for entry in entries))
    listed = {(item.kind, item.name): item for entry in entries for item in entry.adds}
    return tuple(item for place, item in sorted(listed.items()) if place not in taken)


def _look(path: Path, kind: Kind, name: str) -> Listed | None:
    """Return what is to be said of a part that is there, None where it is damaged or has just been taken away."""
    part = path / kind / name
    try:
        about = parts.read_about(part)
    except (DamagedPartError, FileNotFoundError):
        return None
    roots, removed = _origins(part / "sources.parquet") if "sources" in about.files else ((), ())
    return Listed(kind, name, about.form, about.files, roots, removed)


def _origins(file: Path) -> tuple[tuple[Root, ...], tuple[Removed, ...]]:
    """Return where the articles of a part were read from, and which sources it removes."""
    try:
        rows = pq.read_table(file).to_pylist()
    except (OSError, ValueError):  # damaged
        return (), ()
    roots = {
        Root(row.get("root") or "", row.get("given_topic"), row.get("given_outlet")): None
        for row in rows
        if row.get("key")
    }
    removed = (
        Removed(row["source"], row.get("content"), row.get("root") or "", row.get("removed_key"))
        for row in rows
        if not row.get("key")
    )
    return tuple(roots), tuple(removed)


def _row_of(
    act: Act, by: str | None, entries: Iterable[Entry], adds: Iterable[Listed], takes: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Return the content of an entry that follows others."""
    heads = {entry.name: entry.hash for entry in entries}
    for entry in entries:
        for name in entry.after:
            heads.pop(name, None)
    return {
        "act": act,
        "by": by,
        "made": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "after": heads,
        "adds": [_row(item) for item in adds],
        "takes": sorted(takes),
    }


def _put(path: Path, names: Sequence[str], row: Mapping[str, Any]) -> str:
    """Write an entry that sorts behind those of the names, and return its name."""
    last = int(names[-1].partition("-")[0]) + 1 if names else 0  # the clock may have been set back since
    name = f"{max(time.time_ns(), last):020d}-{secrets.token_hex(4)}.json"
    folder = path / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".writing-{name}"  # a file is not put at once, as an object is
    parts.write_synced(temporary, json.dumps(row, indent=1).encode())
    temporary.rename(folder / name)
    return name


def _row(item: Listed) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "name": item.name,
        "form": item.form,
        "files": {table: dict(entry) for table, entry in item.files.items()},
        "roots": [list(root) for root in item.roots],
        "removed": [list(removed) for removed in item.removed],
    }


def _hash(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
