"""The walk an analyst takes, in a real Chromium: every page, and from a number to its characters in the article."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser
# Others are opened by their addresses in other tests, which would notice an error or an outside request.
PAGES = ("/compare", *(pytest.param(page, marks=pytest.mark.walk) for page in ("/", "/figures", "/articles")))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_without_an_error_or_an_outside_request(address, visit, sample):
    there = visit(sample)
    there.open(address)
    there.says("16 articles from 5 outlets")
    there.sound()


def test_a_recurring_figure_leads_to_its_characters_in_the_article(visit, sample):
    there = visit(sample)
    page = there.open("/figures?topic=Union+State+talks")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    there.says("trade turnover")
    card = page.locator(".evidence", has_text="38.5").first
    assert "38.5" in card.locator("mark").inner_text()
    link = page.get_by_role("link", name="Read on").first
    link.click()
    page.wait_for_selector(".pane .current")
    there.calm()
    marked = page.locator(".pane .current").first
    assert re.search(r"\d", marked.inner_text())
    assert marked.is_visible()
    assert "topic=Union" in page.url
    page.get_by_role("link", name="Back to Figures").click()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    assert "topic=Union" in page.url
    there.says("trade turnover")


@pytest.mark.walk
def test_a_filter_stands_in_the_address_and_the_link_reopens_the_same_view(visit, sample):
    there = visit(sample)
    page = there.open("/")
    page.get_by_role("textbox", name="Words in the text").fill("turnover")
    page.get_by_role("textbox", name="Words in the text").press("Enter")
    page.wait_for_url("**words=turnover**")
    there.says("with the words “turnover”")
    again = visit(sample)
    again.open(page.url.removeprefix(again.base))
    again.says("with the words “turnover”")


@pytest.mark.walk
def test_the_reading_pane_steps_from_find_to_find_by_keyboard(visit, sample):
    there = visit(sample)
    page = there.open("/figures?topic=Union+State+talks")
    page.get_by_role("link", name="Read on").first.click()
    page.wait_for_selector(".pane .current")
    page.locator(".pane").focus()
    before = page.locator(".count").inner_text()
    page.keyboard.press("n")
    assert page.locator(".count").inner_text() != before
    assert page.locator(".pane .current").count() >= 1
