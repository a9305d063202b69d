"""Rows of evidence by name: what a mark of a chart stands for, and how a click on it finds them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of evidence with a name for each in `row`."""
    return rows.assign(row=rows["key"] + ":" + rows["start"].astype(str))


def behind(marks: Iterable[Sequence[Any]]) -> list[str]:
    """Return the names of the rows behind clicked marks, whose customdata ends with them, a space between two."""
    return [name for mark in marks for name in str(mark[-1]).split()]
