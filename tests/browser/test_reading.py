"""The reading pane by keyboard, by mouse and on a phone: from find to find, to a mark's entry; notes and furniture."""

from __future__ import annotations

import re
import shutil

import pytest

from core.library import Library

pytestmark = pytest.mark.browser


def article_with_furniture(library):
    articles = library.articles()
    return next(
        key for key in articles.key if len(library.article(key).boilerplate) and len(library.article(key).dates)
    )


def marked(page):
    return "".join("".join(page.locator(".pane .current").all_text_contents()).split())


def entry(page):
    return page.locator(".finds [aria-current] .label").inner_text()


def test_finds_are_stepped_through_by_key_and_a_click_on_a_mark_leads_to_its_entry(visit, sample):
    library = Library(sample)
    there = visit(sample)
    page = there.open(f"/articles?article={article_with_furniture(library)}")
    page.locator(".finds button").first.wait_for()
    count = page.locator(".count")
    for key, said in (("n", "1 of"), ("n", "2 of"), ("p", "1 of")):
        page.keyboard.press(key)
        assert count.inner_text().startswith(said)
        assert marked(page)
    page.get_by_role("textbox", name="Find an article").press_sequentially("nn")
    assert count.inner_text().startswith("1 of")  # what is typed is no step

    page.locator(".pane .date").nth(1).click()
    assert page.locator(".finds [aria-current] .kind").inner_text() == "date"
    assert marked(page) == "".join(entry(page).split())

    page.locator(".pane .actor").first.click()  # names are not listed among the rest
    assert page.locator(".which").input_value() == "layer actor"
    assert marked(page) == "".join(entry(page).split())

    page.locator(".finds button").first.focus()
    page.keyboard.press("ArrowDown")
    assert count.inner_text().startswith("2 of")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.tagName") != "BODY"

    page.set_viewport_size({"width": 390, "height": 844})  # a phone: the text has its whole width
    pane = page.locator(".pane").element_handle()
    page.wait_for_function("pane => pane.getBoundingClientRect().width > 300", arg=pane)
    there.sound()


@pytest.mark.walk
def test_a_note_lasts_and_a_restored_line_changes_the_counts(visit, sample, tmp_path):
    library = Library(shutil.copytree(sample, tmp_path / "library"))
    key = article_with_furniture(library)
    there = visit(library.path)
    page = there.open(f"/articles?article={key}")
    page.get_by_role("button", name="Note and labels").click()
    page.get_by_role("textbox", name="Note").fill("Read *again*.")
    page.get_by_test_id("stBaseButton-primaryFormSubmit").filter(has_text="Save").click()
    page.get_by_text("Note: Read *again*.").wait_for()
    there.calm()
    page.reload()
    there.calm()
    there.says("Note: Read *again*.")

    words = page.locator("[data-testid=stMetricValue]").first
    before = words.inner_text()
    page.get_by_text(re.compile("Page furniture: ")).click()
    page.get_by_role("button", name="Restore").first.click()
    page.wait_for_function(
        "before => document.querySelector('[data-testid=stMetricValue]').innerText !== before", arg=before
    )
    there.calm()
    page.get_by_text("What was changed by hand").click()
    page.get_by_role("button", name="Undo").first.click()
    page.wait_for_function(
        "before => document.querySelector('[data-testid=stMetricValue]').innerText === before", arg=before
    )
    there.calm()
    there.sound()
