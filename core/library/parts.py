"""Parts: the immutable folders of Parquet files that a library consists of.

A part is written under a temporary name, synced, then renamed. The rename is the commit: before it nothing of
the part is seen, after it all of it is, so writers never conflict and readers never wait. Its part.json tells the form
it was written in and each file's rows and hash; a part of another form is read by its columns' names.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from core.library import upgrade
from core.library.schema import COLUMNS, FORM, NEEDED, form_number

ABOUT = "part.json"
_NAME = re.compile(r"\d{20}-[0-9a-f]{8}")
_TEMPORARY = ".writing-"
_ABANDONED_AFTER = 24 * 3600  # seconds; no writer works on one part for so long


@dataclass(frozen=True, slots=True)
class Part:
    """A committed part: its name (names sort as they were written), rows of each table, facts of its making.

    `form` is the number of the form it was written in. `columns` tells what columns its tables have, where these may
    be others than today's.
    """

    name: str
    path: Path
    rows: Mapping[str, int]
    facts: Mapping[str, Any]
    form: int
    columns: Mapping[str, upgrade.Columns] | None

    def file(self, table: str) -> Path:
        """Return the path of one of its tables."""
        return self.path / f"{table}.parquet"


class DamagedPartError(Exception):
    """A part that can't be trusted; the message begins a sentence for people."""


class NewerPartError(DamagedPartError):
    """A part that only a later release can read."""


def write(
    folder: Path, tables: Mapping[str, pa.Table], facts: Mapping[str, Any] | None = None, after: str | None = None
) -> str:
    """Commit tables as one part of the folder and return its name; tables without rows are left out.

    The part sorts last or, with `after`, right behind the part of that name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = _next_name(folder, after)
    temporary = folder / f"{_TEMPORARY}{name}"
    temporary.mkdir()
    files: dict[str, dict[str, Any]] = {}
    for table, rows in tables.items():
        if rows.num_rows:
            buffer = io.BytesIO()
            pq.write_table(rows, buffer, compression="zstd")
            content = buffer.getvalue()
            files[table] = {"rows": rows.num_rows, "bytes": len(content), "hash": _hash(content)}
            write_synced(temporary / f"{table}.parquet", content)
    about = {"format": FORM, "columns": COLUMNS, "files": files, "facts": dict(facts or {})}
    write_synced(temporary / ABOUT, json.dumps(about, indent=1).encode())
    _sync_folder(temporary)
    temporary.rename(folder / name)
    _sync_folder(folder)
    return name


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of the folder's parts in order of writing."""
    try:
        return tuple(sorted(name for name in os.listdir(folder) if _NAME.fullmatch(name)))
    except (FileNotFoundError, NotADirectoryError):
        return ()


def load(folder: Path, remedy: Callable[[str], str]) -> tuple[list[Part], list[str]]:
    """Return the folder's whole parts, and a sentence on each that is left out; `remedy` says what to do of a name."""
    whole, problems = [], []
    for name in names(folder):
        try:
            whole.append(read(folder / name))
        except FileNotFoundError:
            if (folder / name).exists():
                problems.append(f"Part {name} lacks a file and is left out; {remedy(name)}.")
        except NewerPartError as problem:
            problems.append(f"{problem} and is left out; open the library with that release.")
        except DamagedPartError as problem:
            problems.append(f"{problem} and is left out; {remedy(name)}.")
    return whole, problems


def read(path: Path) -> Part:
    """Return a part after comparing every file with what its part.json says of it.

    Raises:
        DamagedPartError: A file is cut short, changed, or lacks what its rows mean nothing without.
        NewerPartError: The same of a part that a later release has written.
        FileNotFoundError: A file, or the part, is missing.
    """
    about = read_about(path)
    for table, entry in about.files.items():
        file = path / f"{table}.parquet"
        stat = file.stat()
        if stat.st_size != entry.get("bytes") or _hash_of(file, stat.st_size, stat.st_mtime_ns) != entry.get(
            "hash"
        ):
            raise DamagedPartError(f"Part {path.name} is damaged ({file.name} differs from its {ABOUT})")
    columns = None
    if about.columns != COLUMNS or about.form != FORM:
        columns = {table: _columns_of(path / f"{table}.parquet", about.columns) for table in about.files}
        _refuse_what_lacks(path.name, about.form, columns)
    return Part(path.name, path, about.rows, about.facts, about.form, columns)


@dataclass(frozen=True, slots=True)
class About:
    """What a part.json says: of each table its rows, and the bytes and hash of its file.

    Parts that name the same `columns` have the same in each table.
    """

    form: int
    columns: str
    files: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, Any]
    rows: Mapping[str, int]


def read_about(path: Path) -> About:
    """Return what a part's part.json says, without a look at its files.

    Raises:
        DamagedPartError: It can't be read.
        FileNotFoundError: It, or the part, is missing.
    """
    try:
        about = json.loads((path / ABOUT).read_text("utf-8"))
        files = {str(table): dict(entry) for table, entry in about["files"].items()}
        rows = {table: int(entry["rows"]) for table, entry in files.items()}
        columns = str(
            about.get("columns", about["format"])
        )  # before there was a number, the form named the columns
        return About(form_number(about["format"]), columns, files, dict(about["facts"]), rows)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DamagedPartError(f"Part {path.name} has no readable {ABOUT}") from None


def _columns_of(file: Path, named: str) -> upgrade.Columns:
    """Return the columns of a file; one is looked at for all that are named alike."""
    known = (file.name, named)
    if known not in _COLUMNS:
        _COLUMNS[known] = tuple((column.name, column.type) for column in pq.read_schema(file))
    return _COLUMNS[known]


_COLUMNS: dict[tuple[str, str], upgrade.Columns] = {}


def _refuse_what_lacks(name: str, form: int, columns: Mapping[str, upgrade.Columns]) -> None:
    """Raise an error where a table lacks a column that its rows mean nothing without."""
    for table, there in columns.items():
        wanted = upgrade.schema_of(table)
        missing = NEEDED.intersection(wanted.names if wanted else ()) - upgrade.readable(table, form, there)
        if missing:
            what = f"the column {min(missing)} of {table}"
            if form > FORM:
                raise NewerPartError(f"Part {name} was written by a later release, which has no more {what},")
            raise DamagedPartError(f"Part {name} lacks {what}")


def remove(paths: Iterable[Path]) -> None:
    """Remove parts: first their names, so that no reader sees half of one; another process may have been quicker."""
    doomed = {path: path.with_name(f"{_TEMPORARY}{path.name}-removed") for path in paths}
    for path, hidden in doomed.items():
        with suppress(FileNotFoundError):
            path.rename(hidden)
    for hidden in doomed.values():
        shutil.rmtree(hidden, ignore_errors=True)


def set_aside(paths: Iterable[Path]) -> None:
    """Hide damaged parts: they stay in the folder, to be looked into, and are no longer read."""
    for path in paths:
        with suppress(FileNotFoundError):
            path.rename(path.with_name(f".damaged-{path.name}"))


def sweep(folder: Path) -> None:
    """Remove what writers that were killed a day or more ago left behind."""
    for leftover in folder.glob(f"{_TEMPORARY}*"):
        if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(leftover, ignore_errors=True)


def _next_name(folder: Path, after: str | None) -> str:
    if after is None:
        last = names(folder)[-1:]  # the clock may have been set back since
        moment = max(time.time_ns(), *(_moment(name) + 1 for name in last), 0)
    else:
        moment = _moment(after) + 1
    return f"{moment:020d}-{secrets.token_hex(4)}"


def _moment(name: str) -> int:
    return int(name.partition("-")[0])


def _hash(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


@lru_cache(maxsize=65536)
def _hash_of(file: Path, size: int, changed: int) -> str:  # noqa: ARG001 - they say when the hash is outdated
    with file.open("rb") as content:
        return hashlib.file_digest(content, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and have the system keep it before this returns."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "posix":  # elsewhere folders can't be opened
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
