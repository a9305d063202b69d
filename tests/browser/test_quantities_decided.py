"""A quantity is renamed, linked, opened again by its address and from the reading pane, and all of it is taken back."""

from __future__ import annotations

import shutil

import pytest

from core.library import Library

pytestmark = pytest.mark.browser


def named(path):
    library = Library(path)
    return sorted(library.indicators()["measure"])


@pytest.mark.walk
def test_a_quantity_is_renamed_linked_read_and_put_back(visit, sample, tmp_path):
    library = shutil.copytree(sample, tmp_path / "library")
    there = visit(library)
    page = there.open("/figures?topic=Harrow+Vale+tram")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    before = named(library)
    address = page.url
    assert "indicator=" in address

    page.get_by_text("Decide by hand").click()
    page.get_by_label("What it is called").fill("what the tram costs <b>")
    page.get_by_role("button", name="Rename").click()
    there.says("what the tram costs <b>")
    there.calm()
    assert "what the tram costs <b>" in named(library)

    box = page.get_by_role("combobox", name="It tells the same as")
    box.click()
    box.press("ArrowDown")
    box.press("Enter")
    there.calm()
    page.get_by_role("button", name="Link these").last.click()
    there.calm()
    assert len(named(library)) == len(before) - 1

    page.goto(address)
    there.calm()
    there.says("what the tram costs <b>")  # the address names a statement, and opens what tells it now
    page.get_by_role("link", name="Read on").first.click()
    page.wait_for_selector(".pane .current")
    there.calm()
    page.get_by_text("Decide on a figure").click()
    page.get_by_role("link", name="what the tram costs <b>").wait_for()
    page.get_by_text("What was changed by hand").click()
    page.get_by_role("button", name="Undo").first.click()  # the link
    there.calm()
    assert len(named(library)) == len(before)
    page.goto(address)
    there.calm()
    page.get_by_text("What was changed by hand").click()
    page.get_by_role(
        "button", name="Undo"
    ).last.click()  # the name, which hangs on the first article that tells it
    there.calm()
    assert named(library) == before
    there.sound()
