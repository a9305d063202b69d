from __future__ import annotations

import json
import threading

import pytest

from core.library import Library, parts, store
from core.library.rows import article_key
from core.library.store import Holding
from core.model import Rejection


def texts(library):
    return sorted(library.article(key).text for key in library.articles().key)


def test_a_changed_source_puts_its_new_article_in_the_place_of_the_old(library, add, make):
    add(make("Old words.", source="a.txt"), make("Other.", source="b.txt"))
    add(make("New words.", source="a.txt"))
    assert texts(library) == ["New words.", "Other."]


def test_a_held_library_answers_from_one_state_until_its_parts_are_merged(library, add, make):
    add(make("One.", source="a.txt"))
    held = library.held()
    add(make("Two.", source="b.txt"))
    assert texts(held) == ["One."]
    assert held.version != library.version
    assert texts(library) == ["One.", "Two."]
    store.compact(library)
    assert held.article(held.articles().key.iloc[0]).text == "One."
    assert texts(held) == ["One.", "Two."]


def test_the_same_text_from_another_outlet_is_kept_and_from_the_same_is_one(library, add, make):
    add(make("Wire text.", source="a.txt", outlet="One"), make("Wire text.", source="b.txt", outlet="Two"))
    add(make("Wire text.", source="c.txt", outlet="Two"))
    assert sorted(library.articles().outlet) == ["One", "Two"]


def test_an_article_stays_while_one_source_holds_it(library, add, make):
    add(make("Shared.", source="a.txt"))
    add(make("Shared.", source="b.txt"))
    store.remove(library, source="a.txt")
    assert texts(library) == ["Shared."]
    assert store.remove(library, source="b.txt") == 1
    assert texts(library) == []


def test_removal_by_key_batch_folder_and_row_of_a_table(library, add, make, tmp_path):
    inside = tmp_path / "folder" / "a.txt"
    add(make("One.", source=str(inside)), make("Two.", source=f"{tmp_path}/t.csv#1"), batch="b1")
    add(make("Three.", source="c.txt"), make("Four.", source="d.txt"), batch="b2")
    key = library.articles()[library.articles().source == "c.txt"].key.iloc[0]
    assert store.remove(library, keys=[key]) == 1
    assert store.remove(library, source=str(tmp_path / "folder")) == 1
    assert store.remove(library, source=str(tmp_path / "t.csv")) == 1
    assert texts(library) == ["Four."]
    assert store.remove(library, batch="b2") == 1
    assert store.remove(library, batch="b2") == 0


def test_compacting_changes_no_answer_and_drops_what_is_dead(library, add, make):
    for number in range(6):
        add(make(f"Text number {number}. More.", source=f"{number}.txt"))
    add(make("Replaced.", source="3.txt"))
    store.remove(library, source="0.txt")
    before = texts(library)
    assert store.compact(library) == (8, 1)
    assert texts(library) == before
    assert library.snapshot.parts[0].rows["articles"] == 5
    assert library.snapshot.known()["0.txt"][0] == ""


def test_what_is_added_while_parts_are_merged_stays_newer(library, add, make):
    add(make("First.", source="a.txt"))
    add(make("Second.", source="b.txt"))
    merged_from = list(library.snapshot.parts)
    add(make("First, corrected.", source="a.txt"))
    store._merge(library, merged_from)
    assert texts(library) == ["First, corrected.", "Second."]


def test_the_version_changes_with_the_content_and_only_then(library, add, make):
    add(make("One.", source="a.txt"))
    version = library.version
    library.articles()
    assert Library(library.path).version == version
    add(make("Two.", source="b.txt"))
    assert library.version != version


@pytest.mark.parametrize("harm", ["truncate", "flip", "delete", "about", "format", "empty"])
def test_a_damaged_part_is_told_in_one_sentence_and_left_out(library, add, make, harm):
    add(make("Kept.", source="a.txt"))
    part = library.path / "parts" / add(make("Harmed.", source="b.txt"))
    file, about = part / "articles.parquet", part / parts.ABOUT
    content = file.read_bytes()
    if harm == "truncate":
        file.write_bytes(content[:-40])
    elif harm == "flip":
        file.write_bytes(content[:50] + bytes([content[50] ^ 1]) + content[51:])
    elif harm == "delete":
        file.unlink()
    elif harm == "about":
        about.write_text("{")
    elif harm == "format":
        about.write_text(json.dumps({"format": 99}))
    else:
        for inner in part.iterdir():
            inner.unlink()
    library = Library(library.path)
    assert texts(library) == ["Kept."]
    assert len(library.problems) == 1
    assert part.name in library.problems[0]
    assert "\n" not in library.problems[0]


def test_a_source_in_a_damaged_part_is_no_longer_known_so_that_it_is_read_again(library, add, make):
    part = library.path / "parts" / add(make("Harmed.", source="b.txt"))
    (part / "articles.parquet").write_bytes(b"")
    assert "b.txt" not in Library(library.path).snapshot.known()


def test_foreign_files_and_half_written_parts_are_ignored(library, add, make):
    add(make("Kept.", source="a.txt"))
    (library.path / "parts" / ".writing-00000000000000000001-aaaaaaaa").mkdir()
    (library.path / "parts" / "notes.txt").write_text("hello")
    assert texts(library) == ["Kept."]
    assert library.problems == []


def test_readers_see_whole_parts_while_others_write_and_merge(library, add, make):
    add(make("Seed.", source="seed.txt"))
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append(len(library.articles()))
            library.figures()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        for number in range(10):
            add(make(f"Text {number}.", source=f"{number}a"), make(f"Text {number}, again.", source=f"{number}b"))
        store.compact(library)
    finally:
        stop.set()
        reader.join()
    assert seen == sorted(seen)
    assert all(count % 2 == 1 for count in seen)
    assert len(library.articles()) == 21


def test_what_was_turned_away_is_kept_until_its_source_is_read_well(library, make):
    store.add(library.path, "b", rejections=[Rejection("a.txt", "It is empty.")])
    assert library.rejections().source.tolist() == ["a.txt"]
    repaired = make("Words.", source="a.txt")
    store.add(library.path, "b", [repaired], [Holding("a.txt", article_key(repaired.article), "c")])
    assert library.rejections().empty


def test_numbers_beyond_floats_are_left_out(library, add, make):
    huge = ("one", {"kind": "count", "value": 10**5000})
    endless = ("two", {"kind": "count", "value": float("inf")})
    add(make("He said one and two.", figures=[huge, endless]))
    assert library.figures().empty


@pytest.mark.parametrize("name", ["it's", "a [b] c", "what?", "star*", "ünï 🚢", "per%20cent", "semi;colon"])
def test_a_library_may_have_any_folder_name(tmp_path, make, name):
    kept = make("Words here.", source="a.txt")
    library = Library(tmp_path / name)
    store.add(library.path, "b", [kept], [Holding("a.txt", article_key(kept.article), "c")])
    assert texts(library) == ["Words here."]
    assert library.name == name
