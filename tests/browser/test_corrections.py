"""Corrections of speakers on the page: two become one, stay one after a reload, and come apart again."""

from __future__ import annotations

import shutil

import pytest

from core.library import Library
from core.library.questions import summaries
from core.library.questions.filters import ALL
from tests.browser.conftest import words

pytestmark = pytest.mark.browser


def speakers(path):
    return set(Library(path).run(summaries.speakers(ALL)).speaker.dropna())


def choose(page, label, name):
    """Choose from a list by keyboard alone."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.press_sequentially(name)
    box.press("Enter")


@pytest.mark.walk
def test_two_speakers_become_one_stay_so_and_come_apart_again(visit, sample, tmp_path):
    library = shutil.copytree(sample, tmp_path / "library")
    there = visit(library)
    page = there.open("/voices")
    choose(page, "This name", "Martin Keele")
    there.calm()
    choose(page, "is the same speaker as", "Ruth Okafor")
    there.calm()
    page.get_by_role("button", name="Make them one").click()
    there.calm()
    assert "Martin Keele" not in speakers(library)

    page.reload()
    there.calm()
    page.get_by_text("What was changed by hand").click()
    page.get_by_text("Martin Keele goes under the name “Ruth Okafor”").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Martin Keele is a speaker of its own again").wait_for()
    there.calm()
    assert {"Martin Keele", "Ruth Okafor"} <= speakers(library)
    assert "Martin Keele" in words(page)
    there.sound()
