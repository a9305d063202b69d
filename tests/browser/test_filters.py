"""The filters in a real Chromium: chosen by hand, they stand in the address, and a reload brings them back."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.walk
def test_filters_chosen_by_hand_outlast_a_reload_and_a_change_of_page(visit, sample):
    there = visit(sample)
    page = there.open("/")
    for name in ("Daily Ledger", "The Vale Courier"):  # the list stays open for the second
        if not page.get_by_role("option").count():
            page.locator(".st-key-outlet-shown input").click()
        page.get_by_role("option", name=re.compile(rf"^{name} · \d+$")).click()
        page.wait_for_url(f"**{name.replace(' ', '+')}**")
        there.calm()
    page.keyboard.press("Escape")
    page.get_by_text("Filters", exact=True).click()
    page.locator(".st-key-more summary").click()
    box = page.locator(".st-key-actor-shown input")
    box.click()
    box.press_sequentially("okaf")
    page.get_by_role("option", name=re.compile("Ruth Okafor")).click()
    page.wait_for_url("**actor=Ruth+Okafor**")
    there.calm()
    wanted = "from Daily Ledger and The Vale Courier that name Ruth Okafor"
    before = there.says(wanted)[:200]
    address = page.url
    page.reload()
    there.calm()
    assert there.says(wanted)[:200] == before
    assert page.url == address
    assert page.locator(".st-key-carried").is_hidden()

    page.get_by_test_id("stSidebarNavLink").filter(has_text="Voices").click()
    page.wait_for_selector("h1:has-text('Voices')")
    there.says(wanted)
    there.calm()
    page.get_by_role("button", name="names Ruth Okafor").click()
    page.wait_for_url(lambda url: "actor=" not in url)
    assert "outlet=Daily+Ledger" in page.url
    there.sound()
