"""The timeline in a real Chromium: from a tick to its sentence, from a stretch of the axis to the filter."""

from __future__ import annotations

import pytest

from tests.browser.conftest import words

pytestmark = pytest.mark.browser

TIMELINE = "/timeline?topic=Union+State+talks"


def test_a_click_on_a_tick_shows_its_sentence_and_undated_articles_say_why(visit, sample):
    there = visit(sample)
    page = there.open(TIMELINE)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert "Click a tick to read its sentence" in words(page)
    lines = page.locator("[data-testid=stPlotlyChart]").last
    lines.scroll_into_view_if_needed()
    place = lines.locator(".scatterlayer .trace").first.locator("path.point").first.bounding_box()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.locator(".evidence mark").first.wait_for()
    there.calm()
    assert page.locator(".evidence mark").first.inner_text()
    said = words(page)
    assert "Click a tick to read its sentence" not in said
    assert "Without a date of publication" in said
    there.sound()


def drag_across(page, row: int) -> None:
    """Drag over the right half of a row of the first chart: 0 articles, 1 days spoken of."""
    place = page.locator("[data-testid=stPlotlyChart]").first.locator(".nsewdrag").nth(row).bounding_box()
    middle = place["y"] + place["height"] / 2
    page.mouse.move(place["x"] + place["width"] * 0.5, middle)
    page.mouse.down()
    page.mouse.move(place["x"] + place["width"] * 0.7, middle, steps=6)
    page.mouse.move(place["x"] + place["width"] - 4, middle, steps=6)
    page.mouse.up()


@pytest.mark.walk
def test_a_stretch_dragged_over_is_read_below_and_becomes_the_filter_above(visit, sample):
    there = visit(sample)
    page = there.open("/timeline")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    drag_across(page, row=1)
    page.locator(".evidence mark").first.wait_for()
    there.calm()
    assert "Speaking of" in words(page)
    assert "from=" not in page.url

    drag_across(page, row=0)
    page.wait_for_url("**from=20**")
    there.calm()
    assert "to=20" in page.url
    assert "2022" not in words(page).split("Copy link")[0]
    page.get_by_role("button", name="from ").click()
    page.wait_for_url(lambda url: "from=" not in url)
    there.sound()
