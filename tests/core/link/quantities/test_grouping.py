from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.link.quantities.grouping import group

SIZE = 8
indices = st.integers(0, SIZE - 1)
pairs = st.tuples(indices, indices).filter(lambda pair: pair[0] < pair[1])
judged = st.dictionaries(pairs, st.floats(-3, 4))


def places(groups):
    return {index: number for number, members in enumerate(groups) for index in members}


@given(judged, st.floats(-2, 2))
def test_every_member_is_in_one_group(odds, enough):
    found = group(SIZE, odds, odds.values(), enough)
    assert sorted(index for members in found for index in members) == list(range(SIZE))


@given(judged, st.lists(pairs, max_size=3))
def test_what_was_joined_by_hand_is_together(odds, together):
    of = {
        index: number
        for number, members in enumerate(group(SIZE, odds, odds.values(), 0.0, together=together))
        for index in members
    }
    assert all(of[one] == of[other] for one, other in together)


@given(judged, st.lists(pairs, max_size=3))
def test_what_was_told_apart_by_hand_never_meets(odds, apart):
    of = {
        index: number
        for number, members in enumerate(group(SIZE, odds, odds.values(), -3.0, apart=apart))
        for index in members
    }
    assert all(of[one] != of[other] for one, other in apart)


def test_the_mean_between_groups_decides():
    odds = {(0, 1): 3.0, (2, 3): 3.0, (0, 2): 2.0, (0, 3): -3.0, (1, 2): -3.0, (1, 3): -3.0}
    assert group(4, odds, odds.values(), 0.0) == [[0, 1], [2, 3]]
    assert group(4, odds, odds.values(), -2.0) == [[0, 1, 2, 3]]


def test_pairs_that_were_not_looked_at_count_neither_way():
    assert group(3, [(0, 1), (1, 2)], [3.0, 1.0], 0.5) == [[0, 1, 2]]
