"""Which values a statement leaves open, by how it is written and bounded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.figures import precision
from core.link.left_open import left_open

KINDS = ("count", "money", "percent", "dimension", "other")


@pytest.mark.parametrize(
    ("kind", "text", "value", "modifier", "expected"),
    [
        ("money", "$38.5 billion", 38.5e9, None, (38.45e9, 38.55e9)),
        ("money", "$1.9 billion", 1.9e9, None, (1.85e9, 1.95e9)),
        ("money", "$40 billion", 40e9, None, (39.5e9, 40.5e9)),
        ("money", "$700 billion", 700e9, None, (665e9, 735e9)),  # rounded to its first digit
        ("money", "$40.0 million", 40e6, None, (39.95e6, 40.05e6)),
        ("money", "about $60 billion", 60e9, "~", (54e9, 66e9)),
        ("money", "about $3.6 billion", 3.6e9, "~", (3.55e9, 3.65e9)),
        ("money", "$23.44", 23.44, None, (23.435, 23.445)),
        ("count", "over 1,000", 1000.0, ">", (1000.0, None)),
        ("count", "up to 80", 80.0, "<", (None, 80.0)),
        ("count", "1,234", 1234.0, None, (1234.0, 1234.0)),
        ("count", "1,200", 1200.0, None, (1150.0, 1250.0)),
        ("count", "2,000", 2000.0, None, (1900.0, 2100.0)),
        ("count", "600", 600.0, None, (570.0, 630.0)),
        ("count", "150", 150.0, None, (150.0, 150.0)),
        ("count", "28", 28.0, None, (28.0, 28.0)),
        ("count", "90", 90.0, None, (90.0, 90.0)),
        ("count", "ten", 10.0, None, (10.0, 10.0)),
        ("count", "2 million", 2e6, None, (1.8e6, 2.2e6)),
        ("count", "two million", 2e6, None, (1.9e6, 2.1e6)),
        ("count", "nearly 40", 40.0, "~", (36.0, 44.0)),
        ("count", "some 150", 150.0, "~", (145.0, 155.0)),
        ("percent", "9 percent", 9.0, None, (8.5, 9.5)),
        ("percent", "9.4 percent", 9.4, None, (9.35, 9.45)),
        ("percent", "a third", 100 / 3, None, (31.67, 35.0)),
        ("dimension", "34 miles", 34.0, None, (33.5, 34.5)),
        ("dimension", "180 miles", 180.0, None, (175.0, 185.0)),
        ("dimension", "2,352 feet", 2352.0, None, (2351.5, 2353.0)),  # cut or rounded
    ],
)
def test_a_value_is_as_exact_as_it_is_told(kind, text, value, modifier, expected):
    for found, end in zip(
        left_open(kind, value, value, modifier, precision.told(text, value)), expected, strict=True
    ):
        assert found == (end if end is None else pytest.approx(end, rel=1e-3))


@pytest.mark.parametrize(
    ("text", "modifier", "side", "expected"),
    [
        ("nearly 40", "~", "below", (36.0, 40.0)),
        ("just under 6,200", "<", "below", (6150.0, 6200.0)),
        ("just over 40", ">", "above", (40.0, 44.0)),
        ("over 40", ">", None, (40.0, None)),
        ("dozens", None, "above", (12.0, None)),
        ("a dozen", None, "around", (10.8, 13.2)),
        ("about a dozen", "~", "around", (10.8, 13.2)),
    ],
)
def test_a_value_keeps_the_side_it_lies_on(text, modifier, side, expected):
    value = float("".join(filter(str.isdigit, text)) or 12)
    found = left_open("count", value, value, modifier, precision.told(text, value), side)
    for one, end in zip(found, expected, strict=True):
        assert one == (end if end is None else pytest.approx(end, rel=1e-3))


@pytest.mark.parametrize(
    ("kind", "one", "other", "meet"),
    [
        ("percent", ("1.8 percent", 1.8), ("1.9 percent", 1.9), False),
        ("percent", ("9 percent", 9.0), ("9.4 percent", 9.4), True),
        ("count", ("2,000", 2000.0), ("1,500", 1500.0), False),
        ("count", ("150", 150.0), ("148", 148.0), False),
        ("count", ("2 million", 2e6), ("2.1 million", 2.1e6), True),
        ("count", ("2.0 million", 2e6), ("2.1 million", 2.1e6), False),
        ("count", ("1.5 million", 1.5e6), ("1.6 million", 1.6e6), False),
        ("count", ("160,000", 160e3), ("170,000", 170e3), False),
        ("count", ("31", 31.0), ("34", 34.0), False),
        ("count", ("600", 600.0), ("612", 612.0), True),
        ("money", ("$5 billion", 5e9), ("$5.6 billion", 5.6e9), False),
    ],
)
def test_rounding_is_taken_no_wider_than_told(kind, one, other, meet):
    ends = [left_open(kind, value, value, None, precision.told(text, value)) for text, value in (one, other)]
    (least, most), (low, high) = ends
    assert (max(least, low) <= min(most, high)) == meet


def test_a_range_leaves_open_what_lies_beyond_its_ends_by_rounding():
    assert left_open("money", 9e9, 12e9, None, 1e9) == pytest.approx((8.5e9, 12.5e9))


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(KINDS),
    st.sampled_from([0.0, 0.1, 1.0, 100.0, 1e6]),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300),
    st.sampled_from([None, "~"]),
)
def test_the_value_told_is_always_left_open(kind, unit, value, modifier):
    least, most = left_open(kind, value, value, modifier, unit)
    assert least <= value <= most
