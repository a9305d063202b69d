"""Compare in a real Chromium: from a cell to its sentences, from a word to its contexts, and the report in a file."""

from __future__ import annotations

import pytest

from tests.browser.conftest import words

pytestmark = pytest.mark.browser
TRAM = "/compare?topic=Harrow+Vale+tram"
HEADER, ROW = 36, 35  # pixels of a table's lines


def click_cell(page, key, row, x):
    """Click in a drawn table: row from 0, x from its left edge."""
    table = page.locator(f".st-key-{key} .dvn-scroller").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": x, "y": HEADER + ROW * row + ROW / 2}, force=True)


@pytest.mark.walk
def test_a_cell_opens_its_sentences_and_the_buttons_narrow_the_rows(visit, sample):
    there = visit(sample)
    page = there.open(TRAM)
    click_cell(page, "compare-matrix", 0, 520)
    there.calm()
    page.wait_for_selector(".evidence mark")
    for choice in ("everyone", "only one"):
        page.get_by_test_id("stButtonGroup").get_by_text(choice, exact=True).first.click()
        there.calm()
        assert "Nothing of that kind" in words(page) or page.locator(".st-key-compare-matrix canvas").count()
    there.sound()


@pytest.mark.walk
def test_a_word_opens_its_contexts_and_leads_to_the_page_of_words(visit, sample):
    there = visit(sample)
    page = there.open(TRAM)
    bar = page.locator(".st-key-compare-words-0 .js-plotly-plot .bars .point path").first
    bar.scroll_into_view_if_needed()
    bar.click(force=True)
    there.calm()
    page.wait_for_selector(".st-key-compare-word canvas")
    page.get_by_role("link", name="The word in all filtered articles").click()
    page.wait_for_selector("h1:has-text('Words')")
    page.wait_for_selector(".st-key-words-lines canvas")
    assert "phrase=" in page.url
    there.calm()
    there.sound()


@pytest.mark.walk
def test_the_report_is_one_file_that_opens_without_a_request(visit, sample, browser, tmp_path):
    there = visit(sample)
    page = there.open(TRAM)
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a report").click()
    file = tmp_path / "report.html"
    download.value.save_as(file)
    context = browser.new_context(offline=True)
    opened, errors, asked = context.new_page(), [], []
    opened.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    opened.wait_for_selector(".js-plotly-plot .main-svg")
    assert "How to cite" in opened.inner_text("body")
    assert [url for url in asked if not url.startswith(("data:", file.as_uri()))] == []
    assert errors == []
    context.close()
