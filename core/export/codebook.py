"""What every column of every exported table means, as data: `codebook.csv` beside this module.

A row of that file may speak for a column of several tables, their names parted by spaces.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib import resources

import pandas as pd

COLUMNS = ("table", "column", "meaning", "unit", "range", "source")
_ABOUT = (
    "Offsets (`start`, `end` and their like) count characters (Unicode code points) from 0 in the article's text as it "
    "was read, the end exclusive; the table `texts` holds it. An empty cell means that it isn't known, never zero. In "
    "CSV a text that begins with = + - @ (of whatever width), a tab or a carriage return has an apostrophe before it, "
    "so that no spreadsheet takes it for a formula; JSON Lines and Parquet hold it as it is."
)


def table(tables: Iterable[str]) -> pd.DataFrame:
    """Return the meaning of every column of some tables: table, column, meaning, unit, range, source."""
    wanted = list(tables)
    rows = [row for row in _rows() if row[0] in wanted]
    rows.sort(key=lambda row: wanted.index(row[0]))
    return pd.DataFrame(rows, columns=COLUMNS)


def to_markdown(tables: Iterable[str]) -> str:
    """Return the meaning of every column of some tables as a Markdown text, a section a table."""
    parts = [f"# What the columns mean\n\n{_ABOUT}\n"]
    for name, rows in table(tables).groupby("table", sort=False):
        parts.append(f"\n## {name}\n\n| column | meaning | unit | range | source |\n|---|---|---|---|---|\n")
        parts += [
            f"| `{row.column}` | {_plain(row.meaning)} | {_plain(row.unit)} | {_plain(row.range)} "
            f"| {_plain(row.source)} |\n"
            for row in rows.itertuples()
        ]
    return "".join(parts)


def _plain(text: object) -> str:
    return str(text).replace("|", "\\|").replace("<", "\\<")


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = resources.files("core.export").joinpath("codebook.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(
        (name, *(row[column] for column in COLUMNS[1:]))
        for row in csv.DictReader(lines)
        for name in row["tables"].split()
    )
