"""An analyst's way in, in a real Chromium: from files on the disk to the new articles on Overview."""

from __future__ import annotations

import pytest

from core.library import shelf
from tests.browser.conftest import words

pytestmark = pytest.mark.browser
FERRY = (
    "Harbour ferry stops <img src=x onerror=alert(1)>\n\nThe ferry carried 4,100 people in 2024. Nobody minds.\n"
)


def test_files_dropped_with_a_bad_one_among_them_come_in_and_are_shown(visit, tmp_path):
    (tmp_path / "ferry.txt").write_text(FERRY)
    (tmp_path / "tram.md").write_text("---\ntitle: Tram\npublished: 2025-04-03\n---\nThe tram cost £38 million.\n")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02\x03")
    there = visit(shelf.make(tmp_path, "mine"))
    page = there.open("/")
    page.get_by_test_id("stMain").get_by_role("link", name="Add articles").click()
    page.wait_for_selector("h1:has-text('Add articles')")
    there.calm()
    names = ("ferry.txt", "tram.md", "broken.txt")
    page.locator("input[type=file]").set_input_files([tmp_path / name for name in names])
    there.says("Harbour ferry stops <img", "2025-04-03", "The file holds binary data")
    there.calm()
    page.get_by_role("button", name="Add 2 articles").click()
    page.get_by_text("2 articles added, 1 turned away.").wait_for(
        timeout=90_000
    )  # a process of its own has to start
    there.calm()
    assert "which holds 2 articles" in words(page)
    assert "dropped or pasted here" in words(page)

    page.get_by_role("link", name="Look at them").click()
    page.wait_for_selector("h1:has-text('Overview')")
    there.calm()
    there.says("2 articles", "Harbour ferry stops <img")
    there.sound()
