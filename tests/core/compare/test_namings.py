"""How outlets name the same things: whose words, which of them are shown, and in which order."""

from __future__ import annotations

import pytest

from core import export, pipeline
from core.compare import namings
from core.library import Filters, Library

POST = """---
title: A wall
outlet: Hill Post
topic: Orsa
---
The council will build a border wall along the Orsa. The border wall is to cost millions, and the wall along the Orsa
divides the council. “The wall along the Orsa is a sham,” said Ines Albrecht, the reformer.

Farmers said the border wall would cut their fields. The so-called reform of the council came first.
"""
DAILY = """---
title: A barrier
outlet: Coast Daily
topic: Orsa
---
The council will build a border barrier along the Orsa. The barrier along the Orsa is to be high. A border fence stood
there before, and the fence along the Orsa fell. Farmers feared the border barrier and the border fence.

Ines Albrecht is the reformer. On Monday the reformer spoke of the border barrier.
"""


@pytest.fixture
def told(tmp_path):
    """Return the namings of two outlets' articles, and their texts by key."""
    for name, text in {"a": POST, "b": DAILY}.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "library")
    pipeline.add([str(tmp_path)], library, jobs=1)
    texts = export.rows(library, "texts")
    return namings.of_events(library.ask), dict(zip(texts["key"], texts["text"], strict=True))


def test_the_words_for_one_thing_stand_in_one_row_that_is_shown(told):
    rows, _ = told
    wall = rows[rows["concept"] == "wall"]
    assert {"wall", "barrier", "fence"} <= set(wall["term"])
    assert set(wall["shown"]) == {namings.SHOWN}
    assert set(wall["event"]) == {"Orsa"}


def test_every_naming_leads_to_its_characters(told):
    rows, texts = told
    assert len(rows)
    for row in rows.itertuples():
        assert " ".join(texts[row.key][row.start : row.end].split()) == row.text


def test_what_is_quoted_has_its_speaker_and_what_is_set_apart_is_distanced(told):
    rows, texts = told
    quoted = rows[rows["voice"] == namings.QUOTED]
    assert set(quoted["term"]) >= {"wall"}
    assert set(quoted["speaker"]) == {"Ines Albrecht"}
    assert namings.OWN in set(rows[rows["concept"] == "wall"]["voice"])


def test_a_person_has_the_descriptions_that_stand_for_her(told):
    rows, _ = told
    person = rows[rows["concept"] == "Ines Albrecht"]
    assert set(person["kind"]) == {"person"}
    assert "reformer" in set(person["term"])


def test_only_what_two_tellers_name_is_there(told):
    rows, _ = told
    assert (rows.groupby(["event", "concept"])["key"].nunique() > 1).all()
    assert "reform" not in set(rows["term"])


def test_nothing_is_compared_where_there_is_one_teller(tmp_path):
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    library = Library(tmp_path / "library")
    pipeline.add([str(tmp_path)], library, jobs=1)
    found = namings.of_events(library.ask)
    assert found.empty
    assert list(found.columns) == list(namings.COLUMNS)
    assert namings.of_events(library.ask, Filters(outlets=("nobody",))).empty
