"""The walk through the Union State talks, page by page: on the sample's retellings and on the real articles."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(params=["sample", "real"])
def walk(request: pytest.FixtureRequest, visit) -> Callable[[str], str]:
    """Open a page on the five articles; return all it says, what stands in tables and charts included."""
    library = request.getfixturevalue(request.param)
    filters = "topic=Union+State+talks" if request.param == "sample" else ""

    def go(address: str) -> str:
        there = visit(library)
        page = there.open(f"{address}{'&' if '?' in address else '?'}{filters}")
        page.wait_for_timeout(500)
        there.sound()
        # A table is drawn on a canvas; what it shows stands inside it for those who can't see it.
        return re.sub(r"\s+", " ", page.locator("[data-testid=stMain]").first.text_content())

    return go


def test_overview_says_what_is_there_and_what_recurs(walk):
    said = walk("/")
    assert "5 articles" in said
    assert "4 without a date" in said
    assert "trade turnover" in said.lower()
    assert "$38.5 bn" in said
    assert "$60 bn" in said


def test_compare_sets_five_columns_side_by_side(walk):
    said = walk("/compare")
    assert "Alexander Lukashenko" in said
    assert "Andrei Manoylo" in said
    assert "economic" in said
    assert re.search(r"[Tt]rade turnover", said)
    assert "not found in this text" in said


def test_figures_show_the_trade_turnover_with_its_three_values(walk):
    said = walk("/figures?indicator=USD%3A+trade+turnover")
    assert "trade turnover" in said.lower()
    for value in ("$38.5 bn", "about $40 bn", "about $60 bn"):
        assert value.removeprefix("about ") in said
    assert "BYN" not in said


def test_the_timeline_keeps_undated_articles_and_says_why(walk):
    said = walk("/timeline")
    assert "Without a date of publication: 4 articles" in said
    assert "19 Dec 2022" in said


def test_voices_name_those_who_speak(walk):
    said = walk("/voices")
    for name in ("Alexander Lukashenko", "Vladimir Putin", "Andrei Manoylo", "Vladimir Kireyev"):
        assert name in said


def test_readability_has_a_grade_for_each(walk):
    said = walk("/readability?formula=Flesch-Kincaid+grade")
    assert "Hardest sentences" in said
    assert "too short for a score" not in said


def test_an_article_is_readable_with_its_furniture_named(visit, sample):
    there = visit(sample)
    page = there.open("/articles?topic=Union+State+talks")
    there.calm()
    assert (
        "Negotiations between Putin and Lukashenko open in Minsk"
        in page.locator("[data-testid=stMain]").first.text_content()
    )
