from __future__ import annotations

import pytest

from core import pipeline
from core.library import Library, shelf


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "shelf" / "mine"
    (tmp_path / "a.txt").write_text("The ferry stopped. Nobody knows why it did.")
    pipeline.add([str(tmp_path / "a.txt")], Library(path), jobs=1)
    (path / "added" / "batch").mkdir(parents=True)
    (path / "added" / "batch" / "a.txt").write_text("Words.")
    return path


def test_a_library_is_told_from_other_folders(filled, tmp_path):
    assert shelf.is_library(filled)
    assert not shelf.is_library(tmp_path)
    assert not shelf.is_library(tmp_path / "a.txt")
    (tmp_path / "project" / "parts").mkdir(parents=True)
    (tmp_path / "project" / "parts" / "wheel.cad").write_text("no library's")
    assert not shelf.is_library(tmp_path / "project")
    (tmp_path / "shelf" / "link").symlink_to(filled)
    assert shelf.names(tmp_path / "shelf") == ["mine"]
    assert shelf.names(tmp_path / "none") == []


def test_emptying_removes_what_the_library_holds_and_nothing_else(filled, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("Mine.")
    (filled / "added" / "link").symlink_to(outside)
    (filled / "added" / "batch" / "link").symlink_to(outside)
    (filled / "parts" / "00000000000000000001-00000000").symlink_to(outside)
    (filled / "note.txt").write_text("Mine too.")
    shelf.empty(filled)
    assert Library(filled).articles().empty
    assert (outside / "kept.txt").read_text() == "Mine."
    assert (filled / "note.txt").read_text() == "Mine too."
    assert (tmp_path / "a.txt").exists()
    assert list((filled / "added").iterdir()) == []
    assert shelf.names(filled.parent) == ["mine"]
    assert pipeline.add([str(tmp_path / "a.txt")], Library(filled), jobs=1).added == 1


def test_a_folder_that_is_no_library_is_not_emptied(filled, tmp_path):
    for place in (tmp_path, tmp_path / "nothing", filled / "parts"):
        with pytest.raises(ValueError, match="no library"):
            shelf.empty(place)
    (tmp_path / "link").symlink_to(filled)
    with pytest.raises(ValueError, match="no library"):
        shelf.empty(tmp_path / "link")
    assert len(Library(filled).articles()) == 1


def test_a_library_whose_folders_are_links_is_not_emptied(filled, tmp_path):
    (filled / "edits").symlink_to(tmp_path)
    with pytest.raises(ValueError, match="link"):
        shelf.empty(filled)
    assert len(Library(filled).articles()) == 1


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x", "a/b", "a\\b", ".x", "-x", " x", "x.", "x ", "nul", "COM1", "x" * 61, "a\0", "a\n"],
)
def test_a_name_that_is_no_folders_is_refused(name, tmp_path):
    with pytest.raises(ValueError, match="name"):
        shelf.make(tmp_path / "shelf", name)
    assert not (tmp_path / "shelf").exists()


def test_a_new_library_stands_on_the_shelf_and_takes_no_others_place(tmp_path):
    assert shelf.is_library(shelf.make(tmp_path, "Żółw 2.1"))
    for taken in ("Żółw 2.1", "żółw 2.1"):
        with pytest.raises(ValueError, match="already"):
            shelf.make(tmp_path, taken)
    assert shelf.names(tmp_path) == ["Żółw 2.1"]
