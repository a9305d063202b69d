"""The dashboard stays usable while another process adds articles, and shows them as they come."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from core import pipeline
from core.library import Library

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FIRST, MORE = 3, 120


def article(number: int) -> str:
    return (
        f"Ferry {number} comes late\n\n"
        f"Ferry number {number} carried {number + 400} passengers and cost £{number + 20} million in 2024. "
        f"“We shall mend it,” said Edda Norrby, the harbour master, on {number % 28 + 1} May 2025.\n"
    )


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FIRST):
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")
    return folder


def shown(page) -> int:
    """Return the number of articles the page speaks of."""
    return int(
        re.match(r"[\d,]+", page.locator("[data-testid=stMetricValue]").first.inner_text())[0].replace(",", "")
    )


@pytest.mark.walk
def test_pages_can_be_used_while_articles_are_added_and_show_them(visit, articles, tmp_path):
    library = tmp_path / "library"
    pipeline.add([str(articles)], Library(library), jobs=1)
    there = visit(library)
    page = there.open("/")
    assert shown(page) == FIRST

    for number in range(FIRST, FIRST + MORE):
        (articles / f"{number:03}.txt").write_text(article(number), encoding="utf-8")
    command = [sys.executable, "-m", "core", "add", str(articles), "--library", str(library)]
    adding = subprocess.Popen([*command, "--part-size", "4", "--jobs", "1"], cwd=ROOT, stderr=subprocess.DEVNULL)
    seen = []
    try:
        while adding.poll() is None:
            for name in ("Figures", "Timeline", "Overview"):
                page.get_by_test_id("stSidebarNavLink").filter(has_text=name).click()
                page.wait_for_selector(f"h1:has-text('{name}')")
                there.calm()
                there.sound()
            seen.append(shown(page))
    finally:
        adding.wait(60)
    assert adding.returncode == 0
    assert seen == sorted(seen)

    page.reload()
    there.calm()
    there.sound()
    assert shown(page) == FIRST + MORE
