"""Tables as parts of any form hold them → the same tables in today's form, in SQL.

Columns are read by name: what a part lacks is empty, what it has besides is passed over, and what has another type is
cast. A change of form that can't be read so has a step here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from core.library.schema import EDITS, LINK_TABLES, TABLES

Columns = tuple[tuple[str, pa.DataType], ...]


class Step(NamedTuple):
    """One change of form: in parts of a form before `form`, `column` of `table` is `sql` over the columns `of`.

    Steps are taken in order, so that a column renamed twice has two. A part without the columns `of` has no use for it.
    """

    form: int
    table: str
    column: str
    of: tuple[str, ...]
    sql: str


# In the order of their forms. A column `area` that was `place` before form 3, say, is
# Step(3, "figures", "area", ("place",), "place"), with a test in tests/core/library/test_forms.py.
STEPS: tuple[Step, ...] = ()

_SQL_TYPES = {
    pa.string(): "VARCHAR",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP",
    pa.list_(pa.string()): "VARCHAR[]",
}


def schema_of(table: str) -> pa.Schema | None:
    """Return the columns of a table today, None where there is no such table any more, or not yet."""
    return EDITS if table == "edits" else TABLES.get(table) or LINK_TABLES.get(table)


def declared(schema: pa.Schema) -> str:
    """Return columns in SQL, as a new table declares them."""
    return ", ".join(f'"{column.name}" {_SQL_TYPES[column.type]}' for column in schema)


def readable(table: str, form: int, columns: Columns) -> set[str]:
    """Return the names of today's columns that a part of a form with such columns can tell."""
    found = {name for name, _ in columns}
    for step in _steps(table, form):
        if found.issuperset(step.of):
            found.add(step.column)
    return found


def select(table: str, form: int, columns: Columns, source: str, also: Iterable[str] = ()) -> str:
    """Return a SELECT that reads a table of parts that are alike from `source`, and the columns `also` of it."""
    there = {name for name, _ in columns}
    same_type = set(columns)
    for step in _steps(table, form):
        if there.issuperset(step.of):
            other = " EXCLUDE (" + _quoted(step.column) + ")" if step.column in there else ""
            source = f"(SELECT *{other}, {step.sql} AS {_quoted(step.column)} FROM {source})"
            there.add(step.column)
            same_type = {(name, kind) for name, kind in same_type if name != step.column}
    wanted = []
    for field in schema_of(table) or ():
        name, kind = _quoted(field.name), _SQL_TYPES[field.type]
        if field.name not in there:
            wanted.append(f"NULL::{kind} AS {name}")
        elif (field.name, field.type) in same_type:
            wanted.append(name)
        else:
            wanted.append(f"TRY_CAST({name} AS {kind}) AS {name}")
    return f"SELECT {', '.join([*wanted, *also])} FROM {source}"


def _steps(table: str, form: int) -> Iterable[Step]:
    return (step for step in STEPS if step.table == table and form < step.form)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
