"""Things × columns, as a page and a report show them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Grid(NamedTuple):
    """A table of things × columns whose cells lead to their evidence.

    `cells`: one row a thing, with kind, what, and a text under each column's number, since a column may be named like
    anything. `evidence`: its places, with kind, what, column, key, start, end, and `told`.
    """

    cells: pd.DataFrame
    evidence: pd.DataFrame
