"""Evidence says who says it, and when."""

from __future__ import annotations

from types import SimpleNamespace

from dashboard.showing.evidence import source


def test_a_date_beside_a_name_from_right_to_left_stays_in_one_piece():
    row = SimpleNamespace(outlet="צופה", published="2025-01-08", title="ميناء")
    assert source(row) == "\u2068צופה\u2069 · 8 Jan 2025 · \u2068ميناء\u2069"
