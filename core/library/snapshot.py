"""The library as it stands at one moment, opened in DuckDB with everything outside it locked out."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from core.library import edits, ledger, parts, upgrade
from core.library.called import CALLED
from core.library.parts import Part
from core.library.schema import ARTICLE_TABLES, EDITS, LINK_TABLES, ROOT_TABLES, SCORES, TABLES

# The last row of a source says what it holds. An article is there while a source holds it, and its rows are those
# of the part written last.
_CURRENT = """
CREATE TABLE newest AS
    SELECT source, key, content, root, given_topic, given_outlet, batch, added, removed_key, part
    FROM (SELECT *, row_number() OVER (PARTITION BY source ORDER BY filename DESC, file_row_number DESC) AS newest
          FROM all_sources)
    WHERE newest = 1;
CREATE VIEW current AS FROM newest WHERE key IS NOT NULL;
CREATE VIEW versions AS
    SELECT * EXCLUDE (filename, file_row_number, part) FROM all_versions
    WHERE source IN (SELECT source FROM current);
CREATE TABLE owners AS
    SELECT key, max(part) AS part FROM all_articles WHERE key IN (SELECT key FROM current) GROUP BY key;
CREATE TABLE dead AS
    SELECT part, key FROM all_articles EXCEPT SELECT part, key FROM owners;
"""


def _column(kind: str) -> str:
    return f"arg_max(after, place) FILTER (what = '{kind}') AS {kind.replace(' ', '_')}"


# What an analyst corrected in each article, a column for each kind of edit; an edit hangs on the source.
_CORRECTED = f"""
CREATE TABLE corrected AS
    SELECT current.key, {", ".join(_column(name) for name in edits.ARTICLE_KINDS)},
        string_agg(DISTINCT what, ', ' ORDER BY what) FILTER (what NOT IN ('note', 'labels')) AS corrected
    FROM edited JOIN current USING (source) GROUP BY current.key;
"""

# An article's story is the one its text puts it in, that of another source an analyst named, or ("") its own; what was
# named may itself have been given a story of its own.
_CATALOGUE = f"""
CREATE TABLE catalogue AS
    WITH joined AS (
        SELECT current.source, min(CASE WHEN e.story = '' THEN key ELSE s.story END) AS story
        FROM current JOIN stories s USING (key) LEFT JOIN corrected e USING (key) GROUP BY 1
    )
    SELECT a.key, nullif(coalesce(e.title, a.title), '') AS title,
        coalesce(nullif(coalesce(e.title, a.title), ''), a.first_sentence, a.source) AS title_shown,
        nullif(coalesce(e.outlet, a.outlet), '') AS outlet,
        CASE WHEN e.published IS NULL THEN a.published ELSE try_cast(e.published AS DATE) END AS published,
        CASE WHEN e.published IS NULL THEN a.published_from WHEN e.published = '' THEN 'unknown' ELSE 'given' END
            AS published_from,
        CASE WHEN e.published IS NULL THEN a.published_reason
            ELSE 'Corrected by hand; as read: ' || coalesce(strftime(a.published, '%-d %b %Y'), 'unknown') || '.' END
            AS published_reason,
        nullif(coalesce(r.name, e.topic, a.topic, t.topic), '') AS topic,
        e.topic IS NULL AND a.topic IS NULL AND t.topic IS NOT NULL AS topic_derived,
        CASE WHEN e.story = '' THEN a.key ELSE coalesce(joined.story, s.story, a.key) END AS story, e.story_name,
        c.copy_of,
        a.source, a.url, a.language, a.words, a.sentences, {", ".join(f"a.{name}" for name in SCORES)},
        a.figures, a.quotations, a.first_sentence,
        e.note, e.labels, e.corrected, a.title AS title_as_read, a.outlet AS outlet_as_read,
        a.published AS published_as_read, coalesce(a.topic, t.topic) AS topic_as_read
    FROM all_articles a JOIN owners USING (key, part)
    LEFT JOIN topics t USING (key) LEFT JOIN stories s USING (key) LEFT JOIN copies c USING (key)
    LEFT JOIN corrected e USING (key) LEFT JOIN joined ON joined.source = e.story
    LEFT JOIN renamed_topics r ON r.topic = coalesce(e.topic, a.topic, t.topic);
"""

VIEWS = {
    "merged_actors": "linked_actors"
}  # tables whose rows an analyst may correct, and what they are called as read

_ORIGIN = (
    pa.field("filename", pa.string()),
    pa.field("file_row_number", pa.int64()),
    pa.field("part", pa.string()),
)


class Snapshot:
    """One state of a library's parts as DuckDB tables and views; later changes don't show in it.

    What parts, links and edits there are is known at once. The tables are made when the first question is asked, since
    that takes longer than most questions, and whether links are stale needs none.
    """

    def __init__(self, path: Path) -> None:
        listed = {item.name: item for item in ledger.expected(path)}
        loaded, self.problems = parts.load(
            path / "parts", lambda name: listed[name].remedy() if name in listed else "add its articles again"
        )
        links, _ = parts.load(path / "links", lambda _: "")  # damaged ones are made again
        edited, spoilt = parts.load(path / "edits", lambda _: "the corrections in it are lost")
        self.problems += spoilt
        self.parts: tuple[Part, ...] = tuple(loaded)
        self.links: Part | None = links[-1] if links else None
        self.edit_parts: tuple[Part, ...] = tuple(edited)
        self._path = path
        self._lock = threading.Lock()
        self._database: duckdb.DuckDBPyConnection | None = None
        self._new = _connect(path) if self.edit_parts else None  # a database without tables
        self.edits = _read_edits(self._new, self.edit_parts) if self._new else ()

    def query(self, sql: str, values: Sequence[Any] = ()) -> duckdb.DuckDBPyConnection:
        """Run a query with its values bound; safe to call from several threads."""
        return self._defined().cursor().execute(sql, list(values))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> pa.Table:
        """Return the answer to a query as an Arrow table."""
        rows: pa.Table = self._defined().cursor().sql(sql, params=list(values)).to_arrow_table()
        return rows

    def known(self) -> dict[str, tuple[str, str]]:
        """Return for each source the key and the content of the article it holds; removed ones have the key ""."""
        if not self.parts:
            return {}
        held = "key IS NULL OR key IN (SELECT key FROM owners)"  # not held: its part is damaged
        rows = self.query(f"SELECT source, coalesce(key, ''), content FROM newest WHERE {held}").fetchall()
        return {source: (key, content) for source, key, content in rows}

    def removed(self) -> dict[str, tuple[str, str | None]]:
        """Return for each source that was removed what it held: the hash of what was read, and the article's key."""
        rows = self.query(
            "SELECT source, coalesce(content, ''), removed_key FROM newest WHERE key IS NULL"
        ).fetchall()
        return {source: (content, key) for source, content, key in rows}

    def turned_away(self) -> set[tuple[str, str]]:
        """Return the sources that were turned away, each with why."""
        return set(self.query("SELECT source, reason FROM all_rejections").fetchall()) if self.parts else set()

    def judgements(self) -> dict[str, edits.Judgement]:
        """Return what articles are analysed by, under their source and under the key of the article it holds."""
        judged = edits.judgements(self.edits)
        held = "SELECT source, key FROM current WHERE list_contains(?::VARCHAR[], source) ORDER BY source"
        by_key: dict[str, edits.Judgement] = {}
        for source, key in self.query(held, [list(judged)]).fetchall() if judged else ():
            by_key[key] = judged[source].over(by_key.get(key))
        return judged | by_key

    def _defined(self) -> duckdb.DuckDBPyConnection:
        """Return the database with the tables, which the first question makes."""
        with self._lock:
            if self._database is None:
                new, self._new = self._new or _connect(self._path), None  # one left half done isn't used again
                self._define(new)
                self._database = new
            return self._database

    def _define(self, new: duckdb.DuckDBPyConnection) -> None:
        for name in ROOT_TABLES:
            kind: Literal["VIEW", "TABLE"] = "VIEW" if name == "versions" else "TABLE"  # texts stay on the disk
            _create(new, kind, f"all_{name}", name, [part for part in self.parts if name in part.rows])
        holders = [part for part in self.parts if "articles" in part.rows]
        _create(new, "VIEW", "all_articles", "articles", holders)
        new.execute(_CURRENT)
        for name, rows in edits.tables(self.edits).items():
            _create_small(new, name, rows)
        dead: dict[str, set[str]] = defaultdict(set)
        for name, key in new.execute("SELECT part, key FROM dead").fetchall():
            dead[name].add(key)
        holders = [part for part in holders if len(dead[part.name]) < part.rows["articles"]]
        for name in ARTICLE_TABLES:
            having = [part for part in holders if name in part.rows]
            _create_live(new, name, having, {part for part, keys in dead.items() if keys})
        for name in LINK_TABLES:
            _create_live(new, name, [self.links] if self.links and name in self.links.rows else [])
        new.execute(_CORRECTED)
        new.execute(_CATALOGUE)
        new.execute(CALLED)
        new.execute("CREATE VIEW texts AS SELECT key, text FROM articles")


def _read_edits(database: duckdb.DuckDBPyConnection, edit_parts: Sequence[Part]) -> tuple[edits.Edit, ...]:
    having = [part for part in edit_parts if "edits" in part.rows]
    if not having:
        return ()
    selects = _selects("edits", having, "filename", "file_row_number")
    found = database.sql(f"SELECT * FROM ({_union(selects)}) ORDER BY filename, file_row_number")
    return edits.read(found.to_arrow_table().select(EDITS.names).to_pylist())


def _create(
    database: duckdb.DuckDBPyConnection,
    kind: Literal["VIEW", "TABLE"],
    name: str,
    table: str,
    having: Sequence[Part],
) -> None:
    """Define the rows of a table in all parts that have it, each with its part and its place there."""
    if having:
        selects = _selects(table, having, "filename", "file_row_number", "string_split(filename, '/')[-2] AS part")
        database.execute(f"CREATE {kind} {name} AS {_union(selects)}")
    else:
        _create_small(database, name, pa.schema([*_schema(table), *_ORIGIN]).empty_table())


def _create_live(
    database: duckdb.DuckDBPyConnection, table: str, having: Sequence[Part], partly_dead: Set[str] = frozenset()
) -> None:
    """Define the rows of a table that still count."""
    selects = _selects(table, [part for part in having if part.name not in partly_dead])
    selects += [
        f"{_selects(table, [part])[0]} WHERE key NOT IN (SELECT key FROM dead WHERE part = '{part.name}')"
        for part in having
        if part.name in partly_dead
    ]
    name = VIEWS.get(table, table)
    if selects:
        database.execute(f"CREATE VIEW {name} AS {_union(selects)}")
    else:
        _create_small(database, name, _schema(table).empty_table())


def _create_small(database: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    if not rows.num_rows:  # declared, a table takes a quarter of the time
        database.execute(f"CREATE TABLE {name} ({upgrade.declared(rows.schema)})")
        return
    database.register("rows_given", rows)
    database.execute(f"CREATE TABLE {name} AS SELECT * FROM rows_given")
    database.unregister("rows_given")


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Return an in-memory database that may read the library's folder and nothing else, now or later."""
    connection = duckdb.connect(
        ":memory:",
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"},
    )
    connection.execute(f"SET allowed_directories = [{_quoted(path.absolute().as_posix())}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _schema(table: str) -> pa.Schema:
    return (TABLES | LINK_TABLES)[table]


def _selects(table: str, having: Sequence[Part], *also: str) -> list[str]:
    """Return SELECTs of a table's rows in parts, those of one form together; `also` are further columns."""
    alike: dict[tuple[int, upgrade.Columns] | None, list[Part]] = defaultdict(list)
    for part in having:
        alike[(part.form, part.columns[table]) if part.columns else None].append(part)
    origin = ", filename = true, file_row_number = true" if also else ""
    selects = []
    for form, together in alike.items():
        source = f"read_parquet({_files(together, table)}{origin})"
        if form is None:
            own = "*" if not also else ", ".join([f'"{name}"' for name in _names(table)] + [*also])
            selects.append(f"SELECT {own} FROM {source}")
        else:
            selects.append(upgrade.select(table, *form, source, also))
    return selects


def _names(table: str) -> list[str]:
    schema = upgrade.schema_of(table)
    return schema.names if schema else []


def _union(selects: Sequence[str]) -> str:
    return " UNION ALL ".join(selects)


def _files(having: Sequence[Part], table: str) -> str:
    return f"[{', '.join(_quoted(part.file(table).absolute().as_posix()) for part in having)}]"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
