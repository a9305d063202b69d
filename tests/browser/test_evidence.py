"""From a mark, row or cell one click to its sentence, one to its place in the article, one back to the same page."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlparse

import pytest

pytestmark = pytest.mark.browser

TOPIC = "topic=Union+State+talks"
HEADER, ROW, TICK_BOX = (
    34,
    33,
    15,
)  # pixels of a table: its cells are drawn, and can only be clicked by their place


def mark(chart: str, number: int = 0):
    """Return the click on a mark of the chart whose description holds these words."""

    def click(page) -> None:
        shown = page.locator(f"[role=figure][aria-label*='{chart}']")
        marks = shown.locator(".points path, .point path")
        marks.first.wait_for(state="attached")
        shown.evaluate("element => element.scrollIntoView({block: 'center'})")
        box = marks.nth(number).bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(50)
        page.mouse.down()
        page.mouse.up()

    return click


def cell(table: str, row: int, across: int = TICK_BOX):
    """Return the click on a table's row, so many pixels from the left."""

    def click(page) -> None:
        region = page.get_by_role("region", name=table, exact=True)
        region.evaluate("element => element.scrollIntoView({block: 'center'})")
        box = region.bounding_box()
        page.mouse.click(box["x"] + across, box["y"] + HEADER + ROW * row + ROW / 2)

    return click


def evidence(page) -> list[str]:
    return [re.sub(r"\s+", " ", card) for card in page.locator(".evidence").all_inner_texts()]


def state(page) -> dict[str, object]:
    """Return what a reader would miss: the page, its filters and choices, the tab, and the evidence shown."""
    return {
        "page": page.locator("[data-testid=stMain] h1").inner_text(),
        "address": parse_qs(urlparse(page.url).query),
        "tab": page.locator("[role=tab][aria-selected=true]").all_inner_texts(),
        "evidence": evidence(page),
    }


def wait_until(page, holds) -> None:
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"it never came about: {page.url} {evidence(page)}")


def is_seen(page) -> bool:
    """Tell whether the place that the reader came for stands inside the part of the text that shows."""
    pane, place = page.locator(".pane").bounding_box(), page.locator(".pane .current").first.bounding_box()
    return pane["y"] <= place["y"] and place["y"] + place["height"] <= pane["y"] + pane["height"]


CLICKS = {
    f"/?{TOPIC}": mark("that recur", 1),
    f"/compare?{TOPIC}": cell("Who reports what", 1, across=760),
    f"/figures?{TOPIC}": mark("Values of", 1),
    f"/figures?{TOPIC}&tab=Every+figure": cell("Figures", 3),
    f"/timeline?{TOPIC}": mark("One line an article", 2),
    f"/voices?{TOPIC}": mark("Number of statements", 1),
    f"/readability?{TOPIC}&formula=Gunning+fog": mark("of every article", 1),
}


@pytest.mark.walk
def test_a_click_leads_to_the_sentence_to_its_place_and_back(visit, sample):
    there = visit(sample)
    for address, click in CLICKS.items():
        there.open(address)
        _there_and_back(there, click)


def _there_and_back(there, click) -> None:
    page = there.page
    before = evidence(page)
    click(page)
    wait_until(page, lambda: evidence(page) not in ([], before))
    there.calm()
    left = state(page)
    marked = page.locator(".evidence mark").first.inner_text()

    page.locator("a[href*='at=']").first.click()
    page.locator(".pane .current").first.wait_for()
    assert "".join(page.locator(".pane .current").all_text_contents()).split() == marked.split()
    wait_until(page, lambda: is_seen(page))

    page.get_by_role("link", name=re.compile("Back to ")).click()
    wait_until(page, lambda: evidence(page) == left["evidence"])
    there.calm()
    assert state(page) == left
    there.sound()


def test_a_row_opens_its_article_and_a_find_in_the_list_its_place(visit, sample):
    there = visit(sample)
    page = there.open(f"/articles?{TOPIC}")
    cell("Articles", 1)(page)
    page.get_by_role("link", name="Read the selected article").click()
    page.locator(".finds button").last.click()
    label = page.locator(".finds [aria-current] span").last.inner_text()
    assert "".join(page.locator(".pane .current").all_text_contents()).startswith(label.rstrip("…"))
    wait_until(page, lambda: is_seen(page))
    there.calm()
    there.sound()
