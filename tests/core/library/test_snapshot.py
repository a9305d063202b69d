"""The database of a library's state: made once it is asked, in one piece, or not at all."""

from __future__ import annotations

import duckdb
import pytest

from core import pipeline
from core.library import Library, snapshot, store


@pytest.fixture
def made(monkeypatch):
    """The folders that a database was made for, in order."""
    folders = []
    connect = snapshot._connect
    monkeypatch.setattr(snapshot, "_connect", lambda path: folders.append(path) or connect(path))
    return folders


def test_one_database_is_made_to_link_what_an_empty_library_takes_in(library, made, tmp_path):
    (tmp_path / "a.txt").write_text("The market sold 1,200 apples.")
    pipeline.add(tmp_path / "a.txt", library, jobs=1)
    assert made == [library.path]
    assert not library.stale
    assert made == [library.path]


def test_whether_links_are_stale_asks_no_question_whatever_was_edited(library, add, make, made):
    add(make("One.", source="a.txt"))
    store.correct(library, "title", {library.articles().key.iloc[0]: "First"})
    again = Library(library.path)
    made.clear()
    assert again.stale
    assert [edit.after for edit in again.snapshot.edits] == ["First"]
    assert len(made) <= 1  # that reads the edits
    assert again.articles().title.tolist() == ["First"]
    assert len(made) <= 1  # and is asked afterwards


def test_a_database_that_could_not_be_made_whole_is_made_anew(library, add, make):
    add(make("One.", source="a.txt"))
    state = library.snapshot
    (part,) = (library.path / "parts").iterdir()
    away = part.rename(library.path / "away")
    with pytest.raises(duckdb.IOException):
        state.known()
    away.rename(part)
    assert set(state.known()) == {"a.txt"}
