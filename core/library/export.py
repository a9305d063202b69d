"""A library's tables as files for other programs."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from core.library import queries
from core.library.filters import ALL, Filters
from core.library.library import Library

FORMATS = ("csv", "jsonl", "parquet")
TABLES = ("articles", "figures", "dates", "attributions", "frames", "actors", "indicators", "repeated", "edits")


def write(library: Library, table: str, form: str, output: Path, filters: Filters = ALL) -> int:
    """Write a table of the articles that the filters let pass, or all edits; return the number of rows."""
    rows = library.edits() if table == "edits" else library.run(getattr(queries, table)(filters).whole())
    output.write_bytes(to_bytes(rows, form))
    return len(rows)


def to_bytes(rows: pd.DataFrame, form: str) -> bytes:
    """Return a table in one of `FORMATS`; CSV is safe to open in a spreadsheet."""
    if form == "parquet":
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pandas(rows, preserve_index=False), sink)
        return bytes(sink.getvalue())
    if form == "jsonl":
        return rows.to_json(orient="records", lines=True, date_format="iso").encode()
    safe = pd.DataFrame({name: rows[name].map(_cell) for name in rows.columns}, columns=rows.columns)
    return b"\xef\xbb\xbf" + safe.to_csv(index=False, lineterminator="\r\n").encode()


def plain(value: Any) -> str:
    """Return a value as one line of text, the empty string for None and its like."""
    if value is None or (not isinstance(value, list) and pd.isna(value)):
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return " ".join(str(value).split())


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return "'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
    if isinstance(value, datetime.datetime):
        return plain(value)
    return _cell("; ".join(map(str, value))) if hasattr(value, "__len__") else value
