from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from dashboard.reading.pane import Mark, pieces


def _mark(start: int, end: int, layer: str = "figure") -> Mark:
    return Mark(Span(start, end), layer, layer, "tip")


def test_overlapping_marks_share_the_pieces_they_both_cover():
    found = pieces("He paid $5 today", [_mark(3, 10, "quote"), _mark(8, 10, "figure")])
    assert [(piece["text"], piece["layers"]) for piece in found] == [
        ("He ", []),
        ("paid ", ["quote"]),
        ("$5", ["figure", "quote"]),
        (" today", []),
    ]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cf"]), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
)
def test_the_pieces_together_are_the_text(text, ends):
    marks = [_mark(min(pair), max(pair)) for pair in ends if min(pair) < max(pair) <= len(text)]
    found = pieces(text, marks)
    assert "".join(piece["text"] for piece in found) == text
    covered = "".join(piece["text"] for piece in found if piece["layers"])
    assert covered == "".join(
        c for place, c in enumerate(text) if any(m.span.start <= place < m.span.end for m in marks)
    )
