from __future__ import annotations

import json
import shutil
import threading

import pytest

from core import pipeline
from core.library import Library, ledger, parts, shelf, store
from core.library.edits import Change
from core.library.rows import article_key
from core.library.store import Holding


def listed(library):
    return {(item.kind, item.name) for item in ledger.expected(library.path)}


def there(library):
    return {(kind, name) for kind in ledger.KINDS for name in parts.names(library.path / kind)}


def entries(library):
    return [json.loads(file.read_text()) for file in sorted((library.path / "ledger").iterdir())]


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for number, word in enumerate(["apples", "pears", "plums"]):
        (place / f"{number}.txt").write_text(f"The market sold 1,{number}00 {word}. Sales rose by 5 percent.\n")
    return place


@pytest.fixture
def filled(folder, library):
    pipeline.add([str(folder)], library, topic="markets", outlet="Daily", jobs=1, part_size=1)
    return library


def test_whatever_is_committed_is_listed_in_order_with_rows_and_hashes(filled):
    store.edit(filled, [Change("group", "Ann", "sellers")], by="ines")
    store.remove(filled, source=filled.articles().source[0])
    pipeline.link(filled)
    pipeline.link(filled)
    assert listed(filled) == there(filled)
    names = [item.name for item in ledger.expected(filled.path) if item.kind == "parts"]
    assert names == [part.name for part in filled.snapshot.parts]
    for item in ledger.expected(filled.path):
        assert item.files == parts.read_about(filled.path / item.kind / item.name).files
    assert [entry["by"] for entry in entries(filled) if entry["act"] == "edit"] == ["ines"]


def test_every_entry_names_those_it_follows_with_their_hashes(filled):
    files = sorted((filled.path / "ledger").iterdir())
    hashes = {file.name: ledger._hash(file.read_bytes()) for file in files}
    first, *others = (json.loads(file.read_text()) for file in files)
    assert first["after"] == {}
    for entry, before in zip(others, files, strict=False):
        assert entry["after"] == {before.name: hashes[before.name]}


def test_writers_at_once_lose_nothing_and_the_next_joins_them(library, make):
    def write(number):
        for time in range(4):
            store.add(library.path, "b", [make(f"Text {number} {time}.", source=f"{number} {time}")])

    writers = [threading.Thread(target=write, args=[number]) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(there(library)) == 16
    assert listed(library) == there(library)
    store.add(library.path, "b", [make("The last.", source="last")])
    store.add(library.path, "b", [make("Really the last.", source="very last")])
    assert len(entries(library)[-1]["after"]) == 1


def test_a_part_whose_writer_was_killed_before_its_entry_is_listed_by_the_next(library, add, make):
    add(make("One.", source="a.txt"))
    add(make("Two.", source="b.txt"))
    max((library.path / "ledger").iterdir()).unlink()
    assert len(listed(library)) == 1
    add(make("Three.", source="c.txt"))
    assert listed(library) == there(library)


def test_compacting_folds_the_ledger_into_one_entry(filled):
    store.edit(filled, [Change("group", "Ann", "sellers")])
    store.edit(filled, [Change("group", "Bob", "buyers")])
    store.compact(filled)
    assert len(entries(filled)) == 1
    assert listed(filled) == there(filled)
    assert len([item for item in ledger.expected(filled.path) if item.kind == "parts"]) == 1
    store.edit(filled, [Change("group", "Cy", "buyers")])
    assert listed(filled) == there(filled)
    assert filled.problems == []


def test_an_entry_that_was_written_while_the_ledger_was_folded_still_counts(library, add, make, monkeypatch):
    add(make("One.", source="a.txt"))
    put = ledger._put

    def slowly(*arguments):
        monkeypatch.undo()
        add(make("Two.", source="b.txt"))
        return put(*arguments)

    monkeypatch.setattr(ledger, "_put", slowly)
    ledger.fold(library.path)
    assert len(there(library)) == 2
    assert listed(library) == there(library)


def lose(library, part, how):
    if how == "gone":
        shutil.rmtree(part)
    else:
        (part / "articles.parquet").write_bytes(b"")
    return Library(library.path)


@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_a_lost_part_is_named_and_refresh_reads_its_sources_again(filled, how):
    texts = set(filled.articles().key)
    part = filled.snapshot.parts[1]
    library = lose(filled, part.path, how)
    assert len(library.articles()) == 2
    assert len(library.problems) == 1
    assert part.name in library.problems[0]
    assert library.problems[0].endswith("refresh reads its sources again.")
    report = pipeline.refresh(library, jobs=1)
    assert (report.added, report.unchanged) == (1, 2)
    assert set(library.articles().key) == texts
    assert set(library.articles().topic) == {"markets"}
    assert library.problems == []
    assert Library(library.path).problems == []


@pytest.mark.parametrize("how", ["gone", "damaged"])
def test_the_only_part_is_read_again_with_what_was_given(folder, library, how):
    pipeline.add([str(folder)], library, topic="markets", outlet="Daily", jobs=1)
    before = library.articles()[["key", "topic", "outlet"]].to_numpy().tolist()
    library = lose(library, library.snapshot.parts[0].path, how)
    assert library.articles().empty
    assert pipeline.refresh(library, jobs=1).added == 3
    assert library.articles()[["key", "topic", "outlet"]].to_numpy().tolist() == before
    assert library.problems == []


def test_a_lost_part_whose_sources_have_vanished_stays_named(filled, folder):
    library = lose(filled, filled.snapshot.parts[1].path, "gone")
    shutil.rmtree(folder)
    pipeline.refresh(library, jobs=1)
    assert len(library.problems) == 1
    assert library.problems[0].endswith("add its articles again.")


def test_what_was_removed_in_a_lost_part_is_removed_again(filled):
    source = filled.articles().source[0]
    store.remove(filled, source=source)
    library = lose(filled, filled.snapshot.parts[-1].path, "gone")
    assert len(library.articles()) == 3
    assert library.problems[0].endswith("refresh removes again what was removed in it.")
    pipeline.refresh(library, jobs=1)
    assert source not in set(library.articles().source)
    assert library.problems == []


def test_a_lost_part_of_articles_that_were_read_from_nowhere_stays_named(library, make):
    taken = make("Made elsewhere.", source="elsewhere")
    name = store.add(library.path, "b", [taken], [Holding("elsewhere", article_key(taken.article), "c")])
    library = lose(library, library.path / "parts" / name, "gone")
    pipeline.refresh(library, jobs=1)
    assert library.problems == [f"Part {name} is gone; add its articles again."]


def test_lost_corrections_are_named(filled):
    store.edit(filled, [Change("group", "Ann", "sellers")])
    shutil.rmtree(next((filled.path / "edits").iterdir()))
    assert "corrections in it are lost" in Library(filled.path).problems[0]


def test_lost_links_are_no_problem_since_they_are_made_again(filled):
    shutil.rmtree(next((filled.path / "links").iterdir()))
    library = Library(filled.path)
    assert library.problems == []
    pipeline.link(library)
    assert not library.stale


def test_a_library_that_is_emptied_misses_nothing(filled):
    shelf.empty(filled.path)
    library = Library(filled.path)
    assert library.problems == []
    assert ledger.expected(library.path) == ()


def test_an_entry_that_cant_be_read_is_passed_over(filled):
    min((filled.path / "ledger").iterdir()).write_text("{")
    for kept in (ledger._read, ledger._expected):
        kept.cache_clear()
    library = Library(filled.path)
    assert library.problems == []
    assert listed(library) < there(library)
    store.edit(library, [Change("group", "Ann", "sellers")])
    assert listed(library) == there(library)
