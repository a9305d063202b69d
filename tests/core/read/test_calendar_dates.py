from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.read.calendar_dates import parse_date


@pytest.mark.parametrize(
    "said",
    [
        "2025-04-02", "2025-4-2", "2025/04/02", "2025-04-02T10:15:00Z", "2025-04-02 10:15:00.123+02:00", "20250402",
        "20250402T101500Z", "20250402101500", "2 April 2025", "2nd April 2025", "April 2, 2025", "Apr. 2 2025",
        "Wed, 02 Apr 2025 10:15:00 GMT", "Wednesday, April 2, 2025", "Wednesday 2 April 2025 at 10:15 am",
        "2-Apr-2025", "April 2, 2025, 3 pm", " 2  APRIL\n2025 ",
    ],
)  # fmt: skip
def test_dates_that_mean_one_day_are_read(said):
    assert parse_date(said) == datetime.date(2025, 4, 2)


@pytest.mark.parametrize(
    ("said", "month", "day"),
    [("14/04/2025", 4, 14), ("4/14/2025", 4, 14), ("04.04.2025", 4, 4), ("31-12-2025", 12, 31)],
)
def test_numbers_alone_are_read_where_only_one_reading_is_possible(said, month, day):
    assert parse_date(said) == datetime.date(2025, month, day)


@pytest.mark.parametrize(
    "said",
    [
        None, "", "None", "03/04/2025", "3.4.2025", "April 2025", "2025", "yesterday", "We", "December 32, 2024",
        "2025-02-30", "2025-13-01", "January 1, 10000", "1/1/25", "2025-04-02 to 2025-04-09", "29 February 2023",
        "2025-04-02 2025-04-09", "0001-01-01", "9" * 300, "2 Smarch 2025", "13/13/2025",
    ],
)  # fmt: skip
def test_what_could_mean_another_day_or_none_is_unknown(said):
    assert parse_date(said) is None


@given(st.dates(min_value=datetime.date(1600, 1, 1)))
@settings(deadline=None, max_examples=100)
def test_every_day_written_in_words_comes_back(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(day.strftime("%A, %d %B ") + f"{day.year:04}") == day


@given(st.text(max_size=80) | st.text("0123456789-/. :tzapm", max_size=30))
@settings(deadline=None, max_examples=200)
def test_no_text_makes_the_date_reader_fail(said):
    assert parse_date(said) is None or parse_date(said).year >= 1600
