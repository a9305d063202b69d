"""Rows that stand in one place of a chart, as one mark that leads to all of them.

Of marks on one another only the uppermost can be seen and clicked, and each costs the browser as much as one that can.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.showing.in_words import day, period, plural


def together(rows: pd.DataFrame, by: Sequence[str], name: str = "row", **more: tuple[str, str]) -> pd.DataFrame:
    """Return one row for those that are equal in the columns `by`: the first of them, in the order of the first.

    The column `name` has the names of all of them, `told` how many they are, `since` and `until` when they appeared.
    `more` are further columns: what they sum up and how, as pandas' `agg` takes it.
    """
    groups = rows.groupby(list(by), sort=False, dropna=False)
    sums = {
        "told": (name, "size"),
        "since": ("published", "min"),
        "until": ("published", "max"),
        name: (name, " ".join),
        **more,
    }
    found = groups.agg(**sums)
    return rows.drop_duplicates(list(by)).assign(**{column: found[column].to_numpy() for column in sums})


def appeared(row: Any, noun: str = "statement") -> str:
    """Return when the rows of a mark appeared: "3 Apr 2025", or "12 statements, 3 Apr – 9 May 2025"."""
    return day(row.published) if row.told == 1 else f"{plural(row.told, noun)}, {period(row.since, row.until)}"
