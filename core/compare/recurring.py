"""A library's indicators, each with what its statements come to."""

from __future__ import annotations

import pandas as pd

from core.compare import agreement
from core.library import Ask, Filters
from core.library.questions import queries
from core.library.questions.filters import ALL

JUDGED = ("conflict", "agreement", "series", "answer", "why")


def indicators(ask: Ask, filters: Filters = ALL) -> pd.DataFrame:
    """Return the indicators of the articles chosen, those in most articles first, each judged by `agreement`."""
    rows = ask(queries.indicators, filters)
    return _judged(rows, ask(queries.compared, filters))


def leading(ask: Ask, filters: Filters, most: int, also: str = "") -> pd.DataFrame:
    """Return the `most` indicators in most articles, and `also` for one by its key; the rest is as in `indicators`.

    Two columns more: `all_told`, how many there are, and `recurring`, how many of them are in two articles or more.
    """
    rows = ask(queries.leading_indicators, filters, most, also)
    return _judged(rows, ask(queries.compared, filters, tuple(rows["indicator"])))


def _judged(rows: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Return indicators with the columns `JUDGED`, behind their range."""
    found = agreement.of_quantities(statements).reindex(rows["indicator"])
    at = list(rows.columns).index("reason")
    judged = rows.copy(deep=False)
    for place, name in enumerate(JUDGED):
        judged.insert(at + place, name, found[name].to_numpy())
    return judged
