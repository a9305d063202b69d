"""What axe-core finds on every page: nothing serious that is ours, and headings that step down one by one."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("theme", "few"),
    [
        ("light", {"Overview", "Compare", "Articles"}),
        pytest.param("light", set(), marks=pytest.mark.walk),
        pytest.param("dark", set(), marks=pytest.mark.walk),
    ],
)
def test_no_page_has_a_serious_barrier(theme, few, visit, sample):
    there = visit(sample, color_scheme=theme)
    page = there.open("/words?phrase=tram&topic=Harrow+Vale+tram")
    navigation = page.get_by_test_id("stSidebarNav")
    names = [said.splitlines()[-1] for said in page.get_by_test_id("stSidebarNavLink").all_inner_texts()]
    barriers = _barriers(page)
    for name in names:
        if name != "Words" and (not few or name in few):
            navigation.get_by_role("link", name=name, exact=True).click()
            page.wait_for_selector(f"h1:has-text('{name}')")
            there.calm()
            barriers += _barriers(page)
    assert barriers == []


def _barriers(page) -> list[str]:
    title = page.locator("[data-testid=stMain] h1").inner_text()
    return [
        f"{title}: {found['id']} ({found['help']}) at {[node['html'][:120] for node in found['nodes']]}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in ("serious", "critical") or found["id"] == "heading-order"
    ]
