"""The walk through the Union State talks, page by page: on the sample's retellings and on the real articles."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(params=["sample", pytest.param("real", marks=pytest.mark.walk)])
def walk(request: pytest.FixtureRequest, visit) -> Callable[[str], str]:
    """Open a page on the five articles and wait until it says what is wanted; return all it says."""
    library = request.getfixturevalue(request.param)
    filters = "topic=Union+State+talks" if request.param == "sample" else ""

    def go(address: str, *wanted: str) -> str:
        there = visit(library)
        there.open(f"{address}{'&' if '?' in address else '?'}{filters}")
        said = there.says(*wanted)
        there.sound()
        return said

    return go


def test_overview_says_what_is_there_and_what_recurs(walk):
    walk("/", "5 articles", "4 without a date", "rade turnover", "$38.5 bn", "$60 bn")  # as its articles write it


def test_compare_sets_five_columns_side_by_side(walk):
    said = walk("/compare", "Alexander Lukashenko", "Andrei Manoylo", "economic", "not found in this text")
    assert re.search(r"[Tt]rade turnover", said)


def test_figures_show_the_trade_turnover_with_its_three_values(walk):
    said = walk("/figures?indicator=USD%3A+trade+turnover", "$38.5 bn", "$40 bn", "$60 bn")
    assert "trade turnover" in said.lower()
    assert "BYN" not in said


def test_the_timeline_keeps_undated_articles_and_says_why(walk):
    walk("/timeline", "Without a date of publication: 4 articles", "19 Dec 2022")


def test_voices_name_those_who_speak(walk):
    walk("/voices", "Alexander Lukashenko", "Vladimir Putin", "Andrei Manoylo", "Vladimir Kireyev")


def test_readability_has_a_grade_for_each(walk):
    said = walk("/readability", "Hardest sentences", "All nine formulas")
    assert "too short for a score" not in said


def test_articles_lists_what_can_be_read(walk):
    walk("/articles", "Select a row to open its article")
