"""How much of each column's frame words every frame has, how sure that is, and which frame leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

FEWEST = 10  # frame words of a column, below which no frame is said to lead


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


def leading(shares: pd.DataFrame) -> Mapping[str, str]:
    """Return the frame that leads in each column of `frame_shares`, where one does.

    A frame leads that has more of at least `FEWEST` frame words than any other, beyond the intervals of both.
    """
    leads = {}
    for column, frames in shares.groupby("column"):
        ranked = frames.sort_values("hits", ascending=False)
        others = ranked["high"].iloc[1:]
        if ranked["hits"].sum() >= FEWEST and (others.empty or ranked["low"].iloc[0] > others.max()):
            leads[str(column)] = str(ranked["frame"].iloc[0])
    return leads
