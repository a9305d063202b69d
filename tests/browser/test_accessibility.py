"""What axe-core finds on every page: nothing serious that is ours."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
PAGES = (
    "/",
    "/compare?topic=Harrow+Vale+tram",
    "/words?word=tram",
    "/figures",
    "/timeline",
    "/voices",
    "/readability",
    "/articles",
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_page_has_a_serious_barrier(theme, visit, sample):
    there = visit(sample, color_scheme=theme)
    barriers = []
    for address in PAGES:
        page = there.open(address)
        for found in Axe().run(page).response["violations"]:
            if found["impact"] in ("serious", "critical"):
                places = [node["html"][:120] for node in found["nodes"]]
                barriers.append(f"{address}: {found['id']} ({found['help']}) at {places}")
    assert barriers == []
