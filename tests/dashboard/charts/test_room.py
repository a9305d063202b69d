"""How much room words and marks take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts import room

NAMES = (
    "Courier",
    "W" * 60,
    "صحيفة الوادي اليومية",
    "עיתון העמק",
    "🚋 The Daily Tram 🗞️",
    "Tram" + "line" * 49,
    "港口日报" * 9,
)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_its_room(name):
    assert room.width(room.fitted(name, 110)) <= 110
    lines = room.in_lines(name, 80, 3)
    assert len(lines) <= 3
    assert all(room.width(line) <= 80 for line in lines)


def test_what_fits_stays_as_it_is():
    assert room.fitted("Courier", 110) == "Courier"
    assert room.in_lines("The Daily Ledger", 400, 2) == ["The Daily Ledger"]


def test_lines_break_between_words_and_the_last_is_cut():
    assert room.in_lines("Harrow Vale Courier", 75, 2) == ["Harrow Vale", "Courier"]
    assert room.in_lines("Harrow Vale Courier and Advertiser of the Valley", 75, 2)[1].endswith("…")


@given(st.text(max_size=80), st.integers(20, 300), st.integers(1, 4))
def test_lines_hold_a_text_from_its_beginning(text, pixels, lines):
    found = room.in_lines(text, pixels, lines)
    assert 1 <= len(found) <= lines
    whole = "".join(text.split())
    shown = "".join("".join(found).removesuffix("…").split())
    assert shown == whole or whole.startswith(shown)


def test_a_legend_has_as_many_rows_as_its_names_need():
    assert room.legend_rows([]) == 0
    assert room.legend_rows(["past", "present", "future"]) == 1
    assert room.legend_rows([f"The Daily Ledger of Town {number}" for number in range(9)], 460) >= 3


def test_marks_that_would_stand_on_one_another_are_moved_and_others_are_not():
    moved = room.free_places([0.0, 0.01, 0.5], 0.05, [(0, 0), (0, 1), (0, -1)])
    assert moved == [(0, 0), (0, 1), (0, 0)]


def test_more_marks_than_places_still_have_one_each():
    assert len(room.free_places([0.0] * 30, 0.05, [(0, 0), (0, 1)])) == 30


def test_names_that_begin_alike_are_cut_as_late_as_can_be():
    assert room.entry("Brackenhall Morning Observer") != room.entry("Brackenhall Weekly Review")
    assert room.entry("Brackenhall Morning Observer").startswith("Brackenhall Mor")


def test_names_that_look_alike_when_cut_are_told_apart_by_their_place():
    names = [f"Two other northern cities have given up plans for {thing}" for thing in ("trams", "trains")]
    first, second = room.labels([*names, "Courier"], 120, 2)[:2]
    assert (first[0][:2], second[0][:2]) == ("1.", "2.")
    assert room.labels(["Courier", "Ledger"], 120, 2) == [["Courier"], ["Ledger"]]


def test_labels_stand_where_nothing_else_does_or_nowhere():
    marks = [room.Box(0, 0, 10, 10), room.Box(20, 0, 10, 10)]
    above_and_below = [[room.Box(x, 20, 40, 14), room.Box(x, -20, 40, 14)] for x in (0, 20, 30)]
    assert room.placed([*above_and_below, []], marks) == [0, 1, None, None]
    assert room.placed([[room.Box(20, 0, 4, 4)]], marks) == [None]
    assert room.placed([], marks) == []
