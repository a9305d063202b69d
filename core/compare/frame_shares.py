"""How much of each column's frame words every frame has, with an interval for how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def frame_shares(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return each column's frames: column, frame, hits, share of the column's frame words, 95 % interval low, high.

    The interval is Wilson's (1927) for a proportion. It takes hits for independent draws, which hits of one article
    aren't, so it is rather too narrow than too wide.
    """
    hits = rows.groupby(["column", "frame"]).size().rename("hits").reset_index()
    total = hits.groupby("column")["hits"].transform("sum")
    share, z = hits["hits"] / total, 1.96
    middle = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z / (1 + z**2 / total) * ((share * (1 - share) + z**2 / (4 * total)) / total) ** 0.5
    table = hits.assign(share=share, low=(middle - half).clip(lower=0), high=(middle + half).clip(upper=1))
    return table[table["column"].isin(columns)]
