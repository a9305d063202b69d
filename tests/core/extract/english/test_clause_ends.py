"""Where a clause ends in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.english.clause_ends import holds_end


@pytest.mark.parametrize(
    "stretch",
    [" rose; ", ": ", ", and exports ", ", but ", " while imports ", ", which ", " though ", " Although "],
)
def test_a_clause_ends(stretch: str) -> None:
    assert holds_end(stretch)


@pytest.mark.parametrize("stretch", ["", " in ", ", ", " and ", " meanwhile ", ", or ", " thought ", " which "])
def test_no_clause_ends(stretch: str) -> None:
    assert not holds_end(stretch)


def test_what_only_adds_to_a_clause_may_be_read_through() -> None:
    assert not holds_end(", which ", relative=False)
    assert holds_end(", which fell, but ", relative=False)


@given(st.text(max_size=80), st.text(max_size=80))
def test_more_text_ends_no_fewer_clauses(before: str, after: str) -> None:
    assert holds_end(f"{before} ; {after}")
    assert not holds_end(before) or holds_end(f"{before} {after}")
