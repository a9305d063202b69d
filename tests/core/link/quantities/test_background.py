from __future__ import annotations

import datetime

import pytest

from core.link.quantities.background import past
from tests.core.link.quantities.mentions import mention

DAY = datetime.date(2024, 5, 6)


def told(number, sentence, period=None, key="a", published=DAY):
    return mention(key, number, start=sentence + 10, sentence_start=sentence, period=period, published=published)


@pytest.mark.parametrize(
    ("period", "over"),
    [
        ("2023", True), ("2024", False), ("2023-05", True), ("2024-04", False), ("2024-05-06", False),
        ("2023-W20", True), ("2024-W18", False), ("2023-Q1", True), ("2019/2021", True), ("2019/..", False),
        ("PAST_REF", False), (None, False),
    ],
)  # fmt: skip
def test_a_time_is_over_some_months_before_publication(period, over):
    assert past([told(0, 0, period)]) == [over]


def test_what_goes_on_about_the_past_is_of_the_past():
    assert past([told(0, 0, "2022-04"), told(1, 80), told(2, 160)]) == [True, True, True]


def test_what_has_its_own_time_or_stands_far_behind_is_not():
    assert past([told(0, 0, "2022-04"), told(1, 80, "2024-05-05")]) == [True, False]
    assert past([told(0, 0, "2022-04"), told(1, 900)]) == [True, False]
    assert past([told(0, 0, "2022-04"), told(1, 80, key="b")]) == [True, False]


def test_without_a_day_of_publication_nothing_is_over():
    assert past([told(0, 0, "1999", published=None)]) == [False]
