"""Libraries of every form that a release has written open whole; `forms/make.py` keeps the present one.

Where this fails since a column was added, renamed or dropped: raise `schema.FORM` by one, unless no release has written
the form of that number yet; give `upgrade.STEPS` what can't be read by name; keep the new form with
`python -m tests.core.library.forms.make`, and leave the files of the forms before as they are.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core import pipeline
from core.library import Library, ledger, parts, schema, store, upgrade
from core.library.edits import Change
from core.library.upgrade import Step
from tests.core.library.forms import make

NUMBERS = range(1, schema.FORM + 1)
GIVEN = "key title outlet published topic note labels corrected story_name copy_of source".split()


def digest(content):
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def moved(rows, old, new):
    """Return a table whose texts tell another folder."""
    for place, field in enumerate(rows.schema):
        if field.type == pa.string() and field.name != "text":
            values = [value and value.replace(old, new) for value in rows.column(place).to_pylist()]
            rows = rows.set_column(place, field, pa.array(values, pa.string()))
    return rows


@pytest.fixture
def kept(tmp_path):
    """Unpack the library of a form, as if it had been made of articles in a folder of this test."""

    def unpack(number):
        with zipfile.ZipFile(make.HERE / f"form-{number}.zip") as packed:
            packed.extractall(tmp_path)
        old, new = f"{make.PLACE}/", f"{tmp_path}/"
        hashes = {}
        for file in sorted(tmp_path.glob("library/*/*/*.parquet")):
            before = digest(file.read_bytes())
            pq.write_table(moved(pq.read_table(file), old, new), file, compression="zstd")
            about = file.parent / parts.ABOUT
            told = json.loads(about.read_text())
            hashes[before] = digest(file.read_bytes())
            told["files"][file.stem] |= {"bytes": file.stat().st_size, "hash": hashes[before]}
            about.write_text(json.dumps(told))
        for entry in sorted(tmp_path.glob("library/ledger/*.json")):
            before = digest(entry.read_bytes())
            text = entry.read_text().replace(old, new)
            for one, other in hashes.items():
                text = text.replace(one, other)
            entry.write_text(text)
            hashes[before] = digest(entry.read_bytes())
        return (
            Library(tmp_path / "library"),
            tmp_path / "articles",
            json.loads((tmp_path / "answers.json").read_text()),
        )

    return unpack


def given(answers):
    return [{name: row[name] for name in GIVEN} for row in answers["articles"]], answers["edits"]


def test_the_present_form_is_kept_with_a_library():
    file = make.HERE / f"form-{schema.FORM}.json"
    assert file.exists(), __doc__
    assert json.loads(file.read_text()) == make.described(), __doc__
    assert all((make.HERE / f"form-{number}.zip").stat().st_size < 300_000 for number in NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_library_of_any_form_opens_with_everything_in_place(kept, number):
    library, articles, answers = kept(number)
    assert make.answers(library, articles) == answers
    assert library.problems == []


@pytest.mark.parametrize("number", NUMBERS)
def test_compact_brings_it_into_todays_form_and_changes_no_answer(kept, number):
    library, articles, answers = kept(number)
    store.compact(library)
    assert make.answers(library, articles) == answers
    assert [part.form for part in (*library.snapshot.parts, *library.snapshot.edit_parts)] == [schema.FORM] * 2
    assert {part.columns for part in library.snapshot.parts} == {None}
    assert library.problems == []


@pytest.mark.parametrize("number", NUMBERS)
def test_refresh_analyses_it_by_todays_rules_and_keeps_what_was_given(kept, monkeypatch, number):
    library, articles, answers = kept(number)
    monkeypatch.setattr("core.rules.analysis_version", lambda: "other rules")
    report = pipeline.refresh(library, jobs=1)
    assert (report.replaced, report.added, report.vanished) == (4, 0, [])
    assert given(make.answers(library, articles)) == given(answers)
    assert library.rejections().source.tolist() == [str(articles / "harbour/empty.txt")]
    assert all(content.split("-")[1] == "other rules" for key, content in library.snapshot.known().values() if key)
    assert library.snapshot.known()[str(articles / "harbour/fish.txt")][0] == ""
    assert pipeline.refresh(library, jobs=1).replaced == 0


@pytest.mark.parametrize("number", NUMBERS)
def test_articles_whose_sources_have_vanished_stay_as_they_are(kept, number):
    library, articles, answers = kept(number)
    shutil.rmtree(articles)
    assert len(pipeline.refresh(library, jobs=1).vanished) == 4
    assert given(make.answers(library, articles)) == given(answers)
    assert make.answers(library, articles)["figures"] == answers["figures"]


def test_what_an_older_release_wrote_is_listed_by_the_first_to_write(kept):
    library, articles, answers = kept(1)
    assert ledger.expected(library.path) == ()
    store.correct(library, "note", {answers["articles"][0]["key"]: "Another note."})
    there = {(kind, name) for kind in ledger.KINDS for name in parts.names(library.path / kind)}
    assert {(item.kind, item.name) for item in ledger.expected(library.path)} == there
    roots = {root for item in ledger.expected(library.path) for root in item.roots}
    assert roots == {
        (str(articles / "harbour"), "harbours", None),
        (str(articles / "towns"), None, "Hill Gazette"),
    }
    removed = [removed.source for item in ledger.expected(library.path) for removed in item.removed]
    assert removed == [str(articles / "harbour/fish.txt")]


# What follows changes the present form, and reads what was written before.


def changed(monkeypatch, table, columns):
    """Let a table have other columns, as a later release would."""
    for tables in (schema.TABLES, schema.LINK_TABLES):
        if table in tables:
            monkeypatch.setitem(tables, table, columns)
    if table == "edits":
        for module in ("schema", "upgrade", "snapshot", "edits"):
            monkeypatch.setattr(f"core.library.{module}.EDITS", columns)
    for module in (schema, parts):
        monkeypatch.setattr(module, "COLUMNS", "other columns")
    for module in (schema, parts, store):
        monkeypatch.setattr(module, "FORM", schema.FORM + 1 if module is schema else schema.FORM)


def with_column(columns, name, kind):
    return columns.append(pa.field(name, kind))


def test_a_column_that_older_parts_lack_is_empty(library, add, make, monkeypatch):
    add(make("It cost 5 pounds.", source="a.txt", figures=[("5", {"kind": "money", "value": 5.0})]))
    changed(monkeypatch, "figures", with_column(schema.TABLES["figures"], "basis", pa.int32()))
    changed(monkeypatch, "articles", with_column(schema.TABLES["articles"], "authors", pa.list_(pa.string())))
    library = Library(library.path)
    assert library.snapshot.query("SELECT text, basis FROM figures").fetchall() == [("5", None)]
    assert library.snapshot.query("SELECT authors FROM articles").fetchall() == [(None,)]
    store.compact(library)
    assert pq.read_schema(library.snapshot.parts[0].file("figures")).field("basis").type == pa.int32()
    assert library.problems == []


def test_older_and_newer_parts_are_read_together_and_their_dead_rows_left_out(library, add, make, monkeypatch):
    older = add(make("Old words.", source="a.txt"), make("Kept words.", source="b.txt"))
    path = library.path / "parts" / older
    without = pq.read_table(path / "articles.parquet").drop_columns(["updated", "first_sentence"])
    rewrite(path, "articles", without, form="6a")
    add(make("New words.", source="a.txt", title="New"))
    rows = Library(library.path).snapshot.query("SELECT source, title FROM catalogue ORDER BY source").fetchall()
    assert rows == [("a.txt", "New"), ("b.txt", None)]
    assert Library(library.path).snapshot.query("SELECT count(*) FROM articles").fetchall() == [(2,)]


def test_a_column_that_was_renamed_twice_is_read_by_its_steps(library, add, make, monkeypatch):
    add(make("It cost 5 pounds.", source="a.txt", figures=[("5", {"kind": "money", "value": 5.0, "unit": "GBP"})]))
    columns = schema.TABLES["figures"]
    place = columns.get_field_index("unit")
    changed(monkeypatch, "figures", columns.set(place, pa.field("of", pa.string())))
    steps = (
        Step(schema.FORM + 1, "figures", "per", ("unit",), "unit"),
        Step(schema.FORM + 2, "figures", "of", ("per",), "lower(per)"),
    )
    monkeypatch.setattr(upgrade, "STEPS", steps)
    snapshot = Library(library.path).snapshot
    assert snapshot.query("SELECT of FROM figures").fetchall() == [("gbp",)]


def test_a_column_of_another_type_is_cast(library, add, make, monkeypatch):
    add(make("One word.", source="a.txt"))
    columns = schema.TABLES["articles"]
    place = columns.get_field_index("words")
    changed(monkeypatch, "articles", columns.set(place, pa.field("words", pa.float64())))
    assert Library(library.path).snapshot.query("SELECT words, typeof(words) FROM articles").fetchall() == [
        (2.0, "DOUBLE")
    ]


def test_a_column_that_older_edits_lack_is_empty(kept):
    library, _, answers = kept(1)
    store.edit(library, [Change("group", "Jonas Pell", "boats")], by="ines")
    assert [edit.by for edit in library.snapshot.edits] == [None] * len(answers["edits"]) + ["ines"]
    store.compact(library)
    assert [edit.by for edit in library.snapshot.edits] == [None] * len(answers["edits"]) + ["ines"]


def rewrite(path, table, rows, form):
    """Write a table of a part again, as a release of another form would have."""
    file = path / f"{table}.parquet"
    pq.write_table(rows, file)
    about = json.loads((path / parts.ABOUT).read_text())
    about["files"][table] = {
        "rows": rows.num_rows,
        "bytes": file.stat().st_size,
        "hash": digest(file.read_bytes()),
    }
    columns = {file.stem: str(pq.read_schema(file)) for file in path.glob("*.parquet")}
    (path / parts.ABOUT).write_text(
        json.dumps(about | {"format": form, "columns": digest(repr(columns).encode())})
    )


def test_what_a_later_release_added_is_passed_over_and_compact_leaves_it(library, add, make):
    part = library.path / "parts" / add(make("Words here.", source="a.txt"))
    rows = pq.read_table(part / "articles.parquet")
    rewrite(part, "articles", rows.append_column("mood", pa.array(["calm"])), schema.FORM + 1)
    rewrite(part, "moods", rows.select(["key"]), schema.FORM + 1)
    add(make("More words.", source="b.txt"))
    library = Library(library.path)
    assert sorted(library.articles().source) == ["a.txt", "b.txt"]
    assert library.problems == []
    store.compact(library)
    assert pq.read_schema(part / "articles.parquet").names[-1] == "mood"
    assert sorted(library.articles().source) == ["a.txt", "b.txt"]


def test_a_part_of_a_later_release_that_cant_be_read_is_named_and_stays(library, add, make):
    add(make("Kept.", source="a.txt"))
    part = library.path / "parts" / add(make("Words here.", source="b.txt"))
    rewrite(part, "articles", pq.read_table(part / "articles.parquet").drop_columns(["text"]), schema.FORM + 1)
    library = Library(library.path)
    assert library.articles().source.tolist() == ["a.txt"]
    assert "later release" in library.problems[0]
    assert part.name in library.problems[0]
    pipeline.refresh(library, jobs=1)
    assert part.is_dir()
