"""A library's tables as files for other programs: one as CSV, JSON Lines or Parquet, several as a ZIP of these.

Every CSV is safe to open in a spreadsheet: a text that would be taken for a formula has an apostrophe before it.
"""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from core.compare import namings, recurring
from core.export import codebook
from core.library.library import Library
from core.library.questions import queries
from core.library.questions.filters import ALL, Filters
from core.library.questions.queries import Query, chosen, evidence, told

FORMATS = ("csv", "jsonl", "parquet")
# What makes a spreadsheet take a text for a formula; some take the full-width forms for it, too.
_LIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def mentions(filters: Filters) -> Query:
    """Ask for every mention of a person, organisation or place, with the actor it stands for."""
    return evidence(filters, "mentioned", "x.actor, x.kind, x.name, x.text, x.role")


def statements(filters: Filters) -> Query:
    """Ask for every figure of an indicator, with the bounds that its stated precision leaves its value."""
    return evidence(
        filters,
        "(SELECT f.*, i.indicator, i.least, i.most, i.reason FROM figures f JOIN indicators i USING (key, number))",
        f"x.indicator, {told('figures')}, x.least, x.most, x.reason",
    )


def notes(filters: Filters) -> Query:
    """Ask for the articles that an analyst gave a note or labels."""
    return chosen(
        filters,
        "SELECT key, title_shown AS title, outlet, published, source, note, labels FROM chosen "
        "WHERE note IS NOT NULL OR labels IS NOT NULL ORDER BY published NULLS LAST, title, key",
    )


def texts(filters: Filters) -> Query:
    """Ask for the texts as they were read, which all offsets count in."""
    return chosen(filters, "SELECT key, t.text FROM chosen JOIN texts t USING (key) ORDER BY key")


_QUERIES: dict[str, Callable[[Filters], Query]] = {
    "articles": queries.articles,
    "figures": queries.figures,
    "dates": queries.dates,
    "attributions": queries.attributions,
    "frames": queries.frames,
    "actors": queries.actors,
    "mentions": mentions,
    "statements": statements,
    "repeated": queries.repeated,
    "notes": notes,
    "texts": texts,
}
_ORDER = (
    "articles figures dates attributions frames actors mentions namings indicators statements repeated notes texts "
    "edits"
)
TABLES = tuple(_ORDER.split())
CODEBOOK = "codebook"


def rows(library: Library, table: str, filters: Filters = ALL) -> pd.DataFrame:
    """Return all rows of a table for the articles that the filters let pass; `CODEBOOK` says what columns mean."""
    if table == CODEBOOK:
        return codebook.table(TABLES)
    if table == "edits":  # what an analyst changed has no filter: its rows aren't all about articles
        return library.edits()
    if table == "indicators":
        return recurring.indicators(library.ask, filters)
    if table == "namings":
        return namings.of_events(library.ask, filters)
    return library.run(_QUERIES[table](filters).whole())


def export_tables(
    library: Library, table: str | Sequence[str], form: str, output: Path | str, filters: Filters = ALL
) -> int:
    """Write one of `TABLES` in one of `FORMATS`, or several as a ZIP with their codebook; return the number of rows."""
    if isinstance(table, str):
        found = rows(library, table, filters)
        Path(output).write_bytes(to_bytes(found, form))
        return len(found)
    with Path(output).open("wb") as file:
        return _pack(library, table, form, file, filters)


def bundle(library: Library, tables: Sequence[str], form: str, filters: Filters = ALL) -> bytes:
    """Return several tables and what their columns mean as a ZIP."""
    packed = io.BytesIO()
    _pack(library, tables, form, packed, filters)
    return packed.getvalue()


def _pack(library: Library, tables: Collection[str], form: str, file: Any, filters: Filters) -> int:
    total = 0
    wanted = [name for name in tables if name != CODEBOOK]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in wanted:
            found = rows(library, name, filters)
            archive.writestr(f"{name}.{form}", to_bytes(found, form))
            total += len(found)
        archive.writestr("codebook.csv", to_bytes(codebook.table(wanted), "csv"))
        archive.writestr("codebook.md", codebook.to_markdown(wanted))
    return total


def to_bytes(rows: pd.DataFrame, form: str) -> bytes:
    """Return a table in one of `FORMATS`; CSV is safe to open in a spreadsheet."""
    if form == "parquet":
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pandas(_with_days(rows), preserve_index=False), sink)
        return bytes(sink.getvalue())
    if form == "jsonl":
        columns = [[_json(value) for value in rows[name]] for name in rows.columns]
        names = list(map(str, rows.columns))
        lines = (
            json.dumps(dict(zip(names, values, strict=True)), ensure_ascii=False)
            for values in zip(*columns, strict=True)
        )
        return "".join(line + "\n" for line in lines).encode("utf-8", "replace")
    safe = pd.DataFrame({name: rows[name].map(_cell) for name in rows.columns}, columns=rows.columns)
    return b"\xef\xbb\xbf" + safe.rename(columns=_cell).to_csv(index=False, lineterminator="\r\n").encode()


def plain(value: Any) -> str:
    """Return a value as one line of text, the empty string for None and its like."""
    if value is None or (not isinstance(value, list) and pd.isna(value)):
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return " ".join(str(value).split())


def _moment(value: Any) -> str:
    """Return a day, or a moment to the second where it isn't midnight; both as ISO 8601 writes them."""
    if pd.isna(value):
        return ""
    return str(value.date() if value.time() == datetime.time() else value.isoformat(timespec="seconds"))


def _with_days(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows whose moments that are days in every row are days."""
    found = rows.copy(deep=False)
    for name in rows.select_dtypes("datetime").columns:
        if (rows[name].dropna() == rows[name].dropna().dt.normalize()).all():
            found[name] = rows[name].dt.date
    return found


def _json(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return _moment(value) or None
    if isinstance(value, str | list | tuple) or hasattr(value, "tolist"):
        value = value.tolist() if hasattr(value, "tolist") else value
        if not isinstance(value, float):
            return value
    return None if pd.isna(value) else value


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return "'" + value if value.startswith(_LIVE) else value
    if isinstance(value, datetime.datetime):
        return _moment(value)
    return _cell("; ".join(map(str, value))) if hasattr(value, "__len__") else value
