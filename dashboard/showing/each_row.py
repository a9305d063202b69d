"""Rows of a table one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

_FEW = 100  # rows


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Return the rows as named tuples whose fields are the columns; any type may stand in a cell."""
    if len(table) > _FEW:  # texts one by one out of pandas' own arrays take as long as all else done with a row
        table = table.astype({name: object for name, kind in table.dtypes.items() if kind == "str"})
    return table.itertuples(index=False)
