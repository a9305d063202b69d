"""What leaves the dashboard in a real Chromium: a chart's data and picture, tables, and the way to an article."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def taken(page, click) -> tuple[str, bytes]:
    """Return the name and the content of what a click downloads."""
    with page.expect_download() as waiting:
        click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.mark.walk
def test_a_chart_leaves_as_data_and_as_a_picture_in_both_forms(visit, sample):
    there = visit(sample)
    page = there.open("/quality")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    save = page.get_by_test_id("stMain").get_by_test_id("stPopoverButton").filter(has_text="Save")
    save.click()
    name, data = taken(page, page.get_by_role("button", name="Data as CSV").click)
    assert name == "quality-dates.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert sum(int(row["articles"]) for row in rows) == 16
    for form, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        page.get_by_role("radio", name=form).click()
        there.calm()
        page.keyboard.press("Escape")
        page.locator(".js-plotly-plot").hover()
        camera = page.locator(".modebar-btn[data-title^='Download']")
        name, picture = taken(page, camera.click)
        assert name == f"quality-dates.{form.lower()}"
        assert picture.startswith(begins)
        save.click()
    titles = page.locator(".modebar-btn").evaluate_all("all => all.map(button => button.dataset.title || '')")
    assert not [title for title in titles if "loud" in title or "Edit" in title]


def test_no_table_offers_a_download_past_our_own(visit, sample):
    there = visit(sample)
    page = there.open("/quality")
    tables = page.locator("[data-testid=stDataFrame]")
    tables.first.wait_for()
    there.calm()
    offered = page.locator("[data-testid=stElementToolbarButton] [aria-label]")
    labels = offered.evaluate_all("all => all.map(button => button.getAttribute('aria-label'))")
    assert len([label for label in labels if label.startswith("Search")]) == tables.count()
    assert not [label for label in labels if "ownload" in label]


def test_the_filtered_set_leaves_as_a_zip_with_its_codebook(visit, sample):
    there = visit(sample)
    page = there.open("/quality")
    name, data = taken(page, page.get_by_role("button", name="Download 4 tables as ZIP").click)
    assert name == "coverage.zip"
    assert "codebook.md" in zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.walk
def test_a_row_of_the_articles_to_correct_leads_to_its_article(visit, sample):
    there = visit(sample)
    page = there.open("/quality")
    table = page.locator("[data-testid=stDataFrame]").first
    table.wait_for()
    there.calm()
    table.evaluate("table => table.scrollIntoView({block: 'center'})")
    box = table.bounding_box()
    page.mouse.move(box["x"] + 18, box["y"] + 54)  # the table makes a link of a cell the pointer rests on
    page.wait_for_timeout(500)
    with page.context.expect_page() as waiting:
        page.mouse.click(box["x"] + 18, box["y"] + 54, delay=80)
    assert "/articles?article=" in waiting.value.url
    waiting.value.wait_for_selector(".pane")
