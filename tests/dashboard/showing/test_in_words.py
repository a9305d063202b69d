from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.showing import in_words


@pytest.mark.parametrize(
    ("value", "unit", "kind", "said"),
    [
        (38_500_000_000.0, "USD", "money", "$38.5 bn"),
        (412_000_000.0, "GBP", "money", "£412 m"),
        (3.76, "BYN", "money", "BYN 3.76"),
        (100 / 3, "percent", "percent", "33.3 %"),
        (28.0, "union programmes", "count", "28 union programmes"),
        (1250.0, None, "other", "1,250"),
        (0.0, None, "other", "0"),
        (-2.5, "percent", "percent", "-2.5 %"),
    ],
)
def test_an_amount_is_said_with_its_unit_and_one_scale_word(value, unit, kind, said):
    assert in_words.amount(value, unit, kind) == said


def test_a_modifier_and_a_range_are_said():
    row = SimpleNamespace(low=89e9, high=93e9, unit="USD", kind="money", modifier="~")
    assert in_words.stated(row) == "about $89 bn – $93 bn"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("2025-03-04", "2025-03-04", "4 Mar 2025"),
        ("2025-03-04", "2025-03-29", "4 – 29 Mar 2025"),
        ("2025-03-04", "2025-04-29", "4 Mar – 29 Apr 2025"),
        ("2022-12-19", "2026-02-26", "19 Dec 2022 – 26 Feb 2026"),
        (None, None, "no date"),
    ],
)
def test_a_period_is_shortened_where_its_ends_share_a_month_or_year(begin, end, said):
    assert in_words.period(begin, end) == said


@given(st.text(max_size=300), st.integers(5, 80))
def test_a_clipped_text_is_never_longer_than_asked(text, length):
    assert len(in_words.clip(text, length)) <= length


def test_marks_that_turn_the_direction_of_writing_are_shown():
    assert in_words.visible("gnp.\u202egpj") == "gnp.\\u202egpj"


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NaT, "", [], pd.NA])
def test_a_cell_without_a_value_holds_nothing(nothing):
    assert not in_words.present(nothing)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("P10M", "10 months"),
        ("P1D", "1 day"),
        ("PT2H", "2 hours"),
        ("PXC", "some centuries"),
        ("199", "1990s"),
        ("19", "1900s"),
        ("PAST_REF", "the past"),
        ("PXX", "some time"),
        ("P1X", "P1X"),
    ],
)
def test_durations_decades_and_references_are_said_in_words(value, said):
    assert in_words.when(value) == said


def test_a_name_from_right_to_left_is_isolated_and_others_stay_as_they_are():
    assert in_words.isolated("Valley Post") == "Valley Post"
    assert in_words.isolated("عיתון") == "\u2068عיתון\u2069"
    assert in_words.literal("صحيفة") == "\u2068صحيفة\u2069"


def test_an_isolate_in_the_text_itself_is_shown_not_obeyed():
    assert in_words.isolated("\u2069a\u202eb") == "\\u2069a\\u202eb"


def test_a_weekday_without_a_date_is_said_in_words():
    assert in_words.when("XXXX-WXX-1") == "Monday"


def test_what_is_cut_never_ends_in_a_joiner_of_emoji():
    assert in_words.clip("👩\u200d🚒👩\u200d🚒", 6).rstrip("…")[-1] != "\u200d"


@pytest.mark.parametrize(
    ("value", "kind", "unit", "rounded", "exact"),
    [
        (145.5e6, "money", "GBP", "£146 m", "£145.5 m"),
        (146e6, "money", "GBP", "£146 m", "£146 m"),
        (1_250.5, "dimension", "hectare", "1,250 hectare", "1,250.5 hectare"),
        (33.333, "percent", "percent", "33.3 %", "33.333 %"),
        (0.1 + 0.2, "other", None, "0.3", "0.3"),
        (123_456, "count", "people", "123,456 people", "123,456 people"),
    ],
)
def test_a_value_is_said_rounded_or_exactly(value, kind, unit, rounded, exact):
    row = pd.Series({"low": value, "high": value, "kind": kind, "unit": unit, "modifier": None})
    assert (in_words.stated(row), in_words.exactly(row)) == (rounded, exact)
