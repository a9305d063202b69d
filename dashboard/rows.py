"""Rows of a table one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Return the rows as named tuples whose fields are the columns; any type may stand in a cell."""
    return table.itertuples(index=False)
