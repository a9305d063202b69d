"""Which frame leads, and when none is said to."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare.frame_shares import FEWEST, frame_shares, leading


def rows(**hits: int) -> pd.DataFrame:
    """Return a row for each frame word of one column."""
    return pd.DataFrame(
        [{"column": "A", "frame": frame} for frame, count in hits.items() for _ in range(count)],
        columns=["column", "frame"],
    )


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        ({"political": 60, "economic": 20}, "political"),
        ({"political": 8, "economic": 1}, None),  # too few words
        ({"political": 9}, None),
        ({"political": 10}, "political"),
        ({"political": 12, "economic": 10}, None),  # the intervals overlap
        ({"political": 120, "economic": 100}, None),
        ({"political": 40, "economic": 40}, None),
        ({}, None),
    ],
)
def test_a_frame_leads_with_enough_words_and_beyond_the_others_interval(hits, expected):
    assert leading(frame_shares(rows(**hits), ["A"])).get("A") == expected


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40), max_size=6))
def test_who_leads_has_most_words_and_more_than_chance_gives(hits):
    shares = frame_shares(rows(**hits), ["A"])
    found = leading(shares).get("A")
    if found is None:
        return
    assert sum(hits.values()) >= FEWEST
    low = shares.set_index("frame")["low"][found]
    assert all(high < low for frame, high in shares.set_index("frame")["high"].items() if frame != found)
    assert hits[found] == max(hits.values())
