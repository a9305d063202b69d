"""What is past, present and future of the times spoken of."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from core.compare import times

DAY = datetime.date(2025, 3, 5)


def dates(value, begin=None, end=None, published=DAY):
    return pd.DataFrame({"value": [value], "begin_day": [begin], "end_day": [end], "published": [published]})


@pytest.mark.parametrize(
    ("begin", "end", "tense"),
    [
        ("2025-03-04", "2025-03-04", "past"),
        ("2025-03-05", "2025-03-05", "present"),
        ("2025-03-06", "2025-03-06", "future"),
        ("2024-01-01", "2024-12-31", "past"),
        ("2025-01-01", "2025-12-31", "present"),  # a period that holds the day
        ("2025-03-05", "2025-03-31", "present"),
        ("2024-12-01", "2025-03-05", "present"),
        ("2026-01-01", "2026-12-31", "future"),
    ],
)
def test_days_are_past_present_or_future_as_seen_from_publication(begin, end, tense):
    begin, end = map(datetime.date.fromisoformat, (begin, end))
    assert list(times.tenses(dates("2025", begin, end))) == [tense]
    assert list(times.tenses(dates("2025", begin, end, None))) == ["unknown"]


@pytest.mark.parametrize(
    ("value", "tense"),
    [
        ("PAST_REF", "past"),
        ("PRESENT_REF", "present"),
        ("FUTURE_REF", "future"),
        ("P3Y", None),
        ("XXXX-02-26", None),
    ],
)
@pytest.mark.parametrize("published", [DAY, None])
def test_what_stands_on_no_calendar_is_told_by_its_own_words(value, tense, published):
    assert list(times.tenses(dates(value, published=published))) == [tense]


def test_only_what_is_known_is_told():
    begin, end = datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)
    rows = pd.concat([dates("2021", begin, end), dates("2021", begin, end, None), dates("PAST_REF"), dates("P3Y")])
    assert list(times.told(rows.reset_index(drop=True))["tense"]) == ["past", "past"]
    assert times.told(rows.head(0)).empty
