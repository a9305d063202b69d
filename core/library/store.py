"""The only writer of a library: all it does is to add a part, or to put one part in the place of several.

What an analyst changes is added in the same way, beside the articles. Each commit has its entry in the ledger.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from core.library import edits, ledger, parts
from core.library.edits import ArticleKind, Change
from core.library.library import Library
from core.library.rows import to_tables
from core.library.schema import ARTICLE_TABLES, FORM, TABLES, table
from core.library.shelf import ADDED
from core.library.snapshot import Snapshot
from core.model import Analysis, Rejection, named

COMPACTED = 50_000  # articles in a merged part, at most


@dataclass(frozen=True, slots=True)
class Holding:
    """What a source holds from now on: the article's key (None: removed) and the hash of what was read.

    `removed_key` is the key of the article that was removed.
    """

    source: str
    key: str | None
    content: str | None
    root: str = ""
    given_topic: str | None = None
    given_outlet: str | None = None
    removed_key: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What a source held, and since when, before its text changed."""

    source: str
    key: str
    content: str | None
    title: str | None
    outlet: str | None
    published: datetime.date | None
    updated: datetime.date | None
    text: str
    added: datetime.datetime  # UTC, without a zone


def add(
    path: Path,
    batch: str,
    analyses: Iterable[Analysis] = (),
    holdings: Sequence[Holding] = (),
    rejections: Sequence[Rejection] = (),
    versions: Sequence[Version] = (),
) -> str:
    """Commit analyses, what their sources hold and held, and what was turned away, as one part; return its name."""
    now = _now()
    tables = to_tables(analyses)
    tables["sources"] = _source_table(holdings, batch, now)
    tables["rejections"] = table(
        TABLES["rejections"], [{**named(item), "batch": batch, "added": now} for item in rejections]
    )
    tables["versions"] = table(
        TABLES["versions"], [{**named(item), "replaced": now, "batch": batch} for item in versions]
    )
    name = parts.write(path / "parts", tables)
    ledger.write(path, "add", [("parts", name)])
    return name


def held_versions(snapshot: Snapshot, sources: Sequence[str]) -> list[Version]:
    """Return what sources hold now, to be kept where their text is about to change."""
    rows = snapshot.rows(
        "SELECT c.source, c.key, c.content, a.title, a.outlet, a.published, a.updated, a.text, c.added "
        "FROM current c JOIN articles a USING (key) WHERE list_contains(?::VARCHAR[], c.source)",
        [list(sources)],
    )
    return [Version(**row) for row in rows.to_pylist()]


def remove(
    library: Library, *, keys: Sequence[str] = (), batch: str | None = None, source: str | None = None
) -> int:
    """Remove articles by key, by the batch they came with, or by file or folder; return how many went.

    With the last article of what was dropped or pasted go the files that the library kept of it.
    """
    snapshot = library.snapshot
    folder = os.path.abspath(source) if source else None
    rows = snapshot.query(
        """
        SELECT source, content, root, key FROM current
        WHERE list_contains(?::VARCHAR[], key) OR batch = ? OR source IN (?, ?) OR root = ?
            OR starts_with(source, ?) OR starts_with(source, ? || '#')
        """,
        [list(keys), batch, source, folder, folder, os.path.join(folder, "") if folder else None, folder],
    ).fetchall()
    if not rows:
        return 0
    gone = [Holding(name, None, content, root, removed_key=key) for name, content, root, key in rows]
    _remove(library.path, gone)
    _discard(library, {root for _, _, root, _ in rows})
    kept = library.snapshot.query("SELECT key FROM owners").fetchall()
    return len({row[3] for row in rows} - {row[0] for row in kept})


def _remove(path: Path, gone: Sequence[Holding]) -> None:
    name = parts.write(path / "parts", {"sources": _source_table(gone, "removal", _now())})
    ledger.write(path, "remove", [("parts", name)])


def _discard(library: Library, roots: set[str]) -> None:
    """Delete the folders of the library's own among the roots that hold no article any more."""
    held = {root for (root,) in library.snapshot.query("SELECT DISTINCT root FROM current").fetchall()}
    own = Path(os.path.abspath(library.path / ADDED))
    for root in sorted(roots - held):
        if Path(root).parent == own:
            shutil.rmtree(root, ignore_errors=True)


def replace_links(library: Library, tables: Mapping[str, pa.Table], made_from: str, made_by: str) -> None:
    """Store links with the state of the articles and the version of the rules they come from; drop older ones."""
    folder = library.path / "links"
    name = parts.write(folder, tables, {"made_from": made_from, "made_by": made_by})
    older = parts.names(folder)[:-2]  # a reader may still use the last ones
    ledger.write(library.path, "link", [("links", name)], [("links", name) for name in older])
    parts.remove([folder / name for name in older])


def edit(library: Library, changes: Iterable[Change], by: str | None = None) -> int:
    """Commit changes an analyst makes as one part; return how many there are, those left out that change nothing.

    `by` is who makes them, where users are told apart.

    Raises:
        ValueError: A change can't be made; the message says why, for people. None of the others is made then.
    """
    composed = edits.compose(changes, library.snapshot.edits, _now(), by)
    if composed:
        name = parts.write(library.path / "edits", {"edits": edits.to_table(composed)})
        ledger.write(library.path, "edit", [("edits", name)], by=by)
    return len(composed)


def undo(library: Library, ids: Iterable[str]) -> int:
    """Take edits back, by the ids of their history; return how many. One that a later edit replaced stays as it is."""
    return edit(library, edits.reverse(ids, library.snapshot.edits))


def correct(library: Library, what: ArticleKind, values: Mapping[str, str | None]) -> int:
    """Make the `corrections` of one kind; return the number of edits."""
    return edit(library, corrections(library, what, values))


def corrections(library: Library, what: ArticleKind, values: Mapping[str, str | None]) -> list[Change]:
    """Return the changes that correct one kind of thing in articles: their keys with the value from now on.

    "" says that there is none; None takes corrections back. A story's value is the key of an article whose story
    this one belongs to.
    """
    keys = [*values, *(values.values() if what == "story" else ())]
    held = library.snapshot.query(
        "SELECT source, key FROM current WHERE list_contains(?::VARCHAR[], key)", [keys]
    ).fetchall()
    sources: dict[str, list[str]] = defaultdict(list)
    for source, key in sorted(held):
        sources[key].append(source)
    changes: list[Change] = []
    for key, value in values.items():
        if what == "story" and value:
            value = sources[value][0]  # noqa: PLW2901 - sources outlast keys
        changes += [Change(what, source, value) for source in sources[key]]
    return changes


def remove_again(library: Library, lost: Iterable[ledger.Listed]) -> None:
    """Remove what was removed by hand in lost parts and hasn't come in anew since."""
    newest = dict(library.snapshot.query("SELECT source, part FROM newest WHERE key IS NOT NULL").fetchall())
    gone = {
        removed.source: Holding(removed.source, None, removed.content, removed.root, removed_key=removed.key)
        for item in lost
        for removed in item.removed
        if newest.get(removed.source, item.name) < item.name
    }
    if gone:
        _remove(library.path, list(gone.values()))


def settle(library: Library, lost: Iterable[ledger.Listed]) -> None:
    """Take from the ledger the lost parts that a refresh has made again; set damaged ones aside."""
    settled = [item for item in lost if item.is_made_again()]
    if settled:
        ledger.write(library.path, "reread", takes=[("parts", item.name) for item in settled])
        parts.set_aside([library.path / "parts" / item.name for item in settled])


def compact(library: Library) -> tuple[int, int]:
    """Merge small parts without their dead rows and bring older ones into today's form.

    Returns the number of parts before and after. What another process adds meanwhile is left as it is and stays newer
    than the merged part; so is what a later release has written, since this one doesn't know all of it.
    """
    folder = library.path / "parts"
    parts.sweep(folder)
    snapshot = library.snapshot
    before = len(snapshot.parts)
    run: list[parts.Part] = []
    for part in [*snapshot.parts, None]:
        size = sum(item.rows.get("articles", 0) for item in run)
        if part is None or part.form > FORM or size + part.rows.get("articles", 0) > COMPACTED:
            if len(run) > 1 or any(item.columns for item in run):
                _merge(library, run)
            run = []
        if part is not None and part.form <= FORM:
            run.append(part)
    _merge_edits(library)
    ledger.fold(library.path)
    return before, len(library.snapshot.parts)


def _merge_edits(library: Library) -> None:
    folder = library.path / "edits"
    parts.sweep(folder)
    snapshot = library.snapshot
    whole = snapshot.edit_parts
    if any(part.form > FORM for part in whole):
        return
    if len(whole) > 1 or any(part.columns for part in whole):
        _replace(library.path, "edits", {"edits": edits.to_table(snapshot.edits)}, whole)


def _merge(library: Library, run: Sequence[parts.Part]) -> None:
    names = [part.name for part in run]
    _replace(library.path, "parts", library.read(lambda snapshot: _live_rows(snapshot, names)), run)


def _replace(path: Path, kind: ledger.Kind, tables: Mapping[str, pa.Table], run: Sequence[parts.Part]) -> None:
    """Put one part in the place of several, behind the last of which it sorts."""
    name = parts.write(path / kind, tables, after=run[-1].name)
    ledger.write(path, "merge", [(kind, name)], [(kind, part.name) for part in run])
    parts.remove([part.path for part in run])


def _live_rows(snapshot: Snapshot, names: list[str]) -> dict[str, pa.Table]:
    """Return what of some parts still counts.

    These are rows of live articles, the last row of each source, what sources that are still there held before, and
    rejections.
    """
    owned = "WHERE key IN (SELECT key FROM owners WHERE list_contains(?::VARCHAR[], part))"
    written = "WHERE list_contains(?::VARCHAR[], part)"
    wanted = {name: f"{name} {owned}" for name in ARTICLE_TABLES}
    wanted |= {"sources": f"newest {written}", "rejections": f"all_rejections {written}"}
    wanted["versions"] = f"all_versions {written} AND source IN (SELECT source FROM current)"
    wanted["terms"] += " ORDER BY term"
    tables = {}
    for name, source in wanted.items():
        columns = ", ".join(f'"{column}"' for column in TABLES[name].names)
        tables[name] = snapshot.rows(f"SELECT {columns} FROM {source}", [names]).cast(TABLES[name])
    return tables


def _source_table(holdings: Iterable[Holding], batch: str, now: datetime.datetime) -> pa.Table:
    rows = [{**named(item), "batch": batch, "added": now} for item in holdings]
    return table(TABLES["sources"], rows)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
