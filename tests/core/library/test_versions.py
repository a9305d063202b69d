from __future__ import annotations

import pytest

from core import pipeline, rules
from core.library import store


def versions(library):
    rows = library.snapshot.query("SELECT title, text FROM versions ORDER BY replaced, source").fetchall()
    return [(title, text.strip()) for title, text in rows]


@pytest.fixture
def source(tmp_path, library):
    file = tmp_path / "in" / "a.md"
    file.parent.mkdir()
    write(file, "Fines of 412 million", library)
    return file


def write(file, words, library):
    file.write_text(f"---\ntitle: {words}\n---\n{words} were paid. Nobody said why.\n")
    return pipeline.add([str(file.parent)], library, jobs=1)


def test_what_a_source_held_before_its_text_changed_is_kept(source, library):
    write(source, "Fines of 418 million", library)
    assert versions(library) == [("Fines of 412 million", "Fines of 412 million were paid. Nobody said why.")]
    write(source, "Fines of 420 million", library)
    assert [title for title, _ in versions(library)] == ["Fines of 412 million", "Fines of 418 million"]
    row = library.snapshot.query(
        "SELECT source, added < replaced, batch FROM versions ORDER BY replaced"
    ).fetchall()[-1]
    assert row[:2] == (str(source), True)
    assert row[2] in set(library.batches().batch)


def test_questions_dont_see_earlier_versions_and_compact_keeps_them(source, library):
    write(source, "Fines of 418 million", library)
    kept = versions(library)
    assert len(library.articles()) == 1
    assert set(library.figures().text) == {"418 million"}
    store.compact(library)
    assert library.snapshot.query("SELECT count(*) FROM all_articles").fetchall() == [(1,)]
    assert versions(library) == kept


def test_other_rules_another_outlet_or_title_make_no_version(source, library, monkeypatch):
    monkeypatch.setattr(rules, "analysis_version", lambda: "other rules")
    assert pipeline.refresh(library, jobs=1).replaced == 1
    pipeline.add([str(source)], library, outlet="Another", jobs=1)
    source.write_text(source.read_text().replace("title: Fines", "title: New fines"))
    assert pipeline.refresh(library, jobs=1).replaced == 1
    assert versions(library) == []


def test_versions_go_with_their_article(source, library):
    write(source, "Fines of 418 million", library)
    store.remove(library, source=str(source))
    assert versions(library) == []
    store.compact(library)
    assert library.snapshot.query("SELECT count(*) FROM all_versions").fetchall() == [(0,)]


def test_a_source_that_takes_over_another_ones_text_keeps_its_own_as_a_version(source, library):
    other = source.parent / "b.md"
    other.write_text("Rain fell. It was cold.\n")
    pipeline.add([str(source.parent)], library, jobs=1)
    other.write_text(source.read_text())
    assert pipeline.add([str(source.parent)], library, jobs=1).repeated == 1
    assert [text for _, text in versions(library)] == ["Rain fell. It was cold."]
