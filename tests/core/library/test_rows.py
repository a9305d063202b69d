"""One name for one thing in records, tables, answers and JSON, and no field that gets lost on the way."""

from __future__ import annotations

import datetime
import json
from dataclasses import fields, make_dataclass, replace
from typing import Literal, get_args, get_origin, get_type_hints

import pyarrow as pa
import pytest

from core import export, model, pipeline
from core.extract import context, figures
from core.extract.prepare import prepare
from core.library import schema
from core.library.rows import content_key, to_tables
from core.model import (
    Actor,
    Article,
    Attribution,
    Boilerplate,
    Counts,
    DateMention,
    Figure,
    Frame,
    Readability,
    Span,
)

TEXT = "The port made 5 tonnes. Sales rose in 2021."
WHERE = Span(14, 15)
_SCOPE = {**vars(model), "datetime": datetime}

# The table of each record, and what of it a table tells otherwise: a range has two columns, each mention a row.
TABLES = {
    Boilerplate: ("boilerplate", {}),
    DateMention: ("dates", {}),
    Figure: ("figures", {"value": ("low", "high")}),
    Attribution: ("attributions", {}),
    Actor: ("actors", {"mentions": ("start", "end")}),
    Frame: ("frames", {"name": ("frame",), "mentions": ("start", "end")}),
    Counts: ("articles", {}),
    Readability: ("articles", {}),
}


def distinct(kind, *, other=None):
    """Return a value of a field's type that is not `other`, its default."""
    options = [option for option in get_args(kind) if option is not type(None)]
    if get_origin(kind) is Literal:
        return next(option for option in options if option != other)
    if kind is bool:
        return not other
    if kind in (str, int, float, Span, datetime.date):
        return {str: "distinct", int: 7, float: 7.5, Span: Span(4, 8), datetime.date: datetime.date(2021, 5, 1)}[
            kind
        ]
    if get_origin(kind) is tuple:
        return tuple(distinct(option) for option in options if option is not Ellipsis)
    return distinct(options[0], other=other)


def filled(record, **values):
    """Return a record with a value in every field."""
    hints = get_type_hints(record, _SCOPE)
    told = {field.name: distinct(hints[field.name], other=field.default) for field in fields(record)}
    return record(**told | values)


def names(record):
    row = model.named(filled(record))
    otherwise = TABLES[record][1]
    return {new for name in row for new in otherwise.get(name, (name,))}


@pytest.mark.parametrize("record", TABLES)
def test_a_records_fields_are_columns_of_its_table(record):
    table, _ = TABLES[record]
    missing = names(record) - set(schema.TABLES[table].names)
    assert not missing, f"give {table} in core/library/schema.py columns of these names"


@pytest.mark.parametrize("record", TABLES)
def test_json_and_tables_call_a_thing_by_one_name(record):
    as_json = set(model.to_dict(filled(record)))
    told_otherwise = set(TABLES[record][1])
    assert as_json - told_otherwise <= set(schema.TABLES[TABLES[record][0]].names)


def test_a_name_that_stands_in_several_tables_is_of_one_type():
    kinds = {}
    for name, columns in {**schema.TABLES, **schema.LINK_TABLES, "edits": schema.EDITS}.items():
        for column in columns:
            kinds.setdefault(column.name, {}).setdefault(str(column.type), []).append(name)
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_the_days_of_a_period_and_its_place_have_names_of_their_own():
    row = model.to_dict(filled(Figure), TEXT)
    assert (row["period_span_start"], row["period_span_end"]) == (4, 8)
    assert not {"period_start", "period_end", "period_begin"} & set(row)
    assert schema.TABLES["figures"].field("period_end").type == pa.date32()


def test_what_the_reader_says_of_a_figure_survives_what_stands_around_it():
    figure = filled(Figure, span=WHERE, kind="count")
    dated = DateMention(Span(38, 42), "DATE", "2021", datetime.date(2021, 1, 1), datetime.date(2021, 12, 31))
    said = Attribution(Span(0, 43), "indirect", "Mira Tolvaj", Span(0, 8))
    (joined,) = context.join(prepare(TEXT.replace(". Sales", ", sales"), None), (figure,), (dated,), (said,))
    assert (joined.period, joined.speaker) == ("2021", "Mira Tolvaj")
    given = {field.name for field in fields(Figure)} - {
        "status",
        "period",
        "period_span",
        "speaker",
        "speaker_span",
    }
    assert {name: getattr(joined, name) for name in given} == {name: getattr(figure, name) for name in given}


def test_every_field_of_a_figure_is_found_in_the_library_its_answers_and_exports(library, add, make):
    figure = filled(Figure, span=WHERE, period="2021", period_span=Span(38, 42), value=(7.5, 8.5))
    analysis = replace(make(TEXT, source="a.txt", dates=[("2021", "2021")]), figures=(figure,))
    add(analysis)
    expected = {
        name: value for name, value in model.named(figure).items() if name not in ("value", "start", "end")
    }
    expected |= {"low": 7.5, "high": 8.5, "period_begin": datetime.date(2021, 1, 1)}
    expected["context"] = [*figure.context]
    (stored,) = library.snapshot.rows("SELECT * FROM figures").to_pylist()
    assert {name: stored[name] for name in expected} == expected
    places = {name for name in expected if name.endswith(("_start", "_end")) and name != "period_end"}
    for answer in (library.figures(), export.rows(library, "figures")):
        (row,) = answer.to_dict("records")
        told = {name: expected[name] for name in expected if name not in places}
        row["period_begin"] = row["period_begin"].date()
        row["context"] = [*row["context"]]
        assert {name: row[name] for name in told} == told


@pytest.fixture
def based(monkeypatch):
    """A figure with one field more, as the next reader will tell it: `basis`."""
    record = make_dataclass("Based", [("basis", "str | None", None)], bases=(Figure,), frozen=True, slots=True)

    def find(document):
        return (record(WHERE, "count", 5.0, "tonne", basis="net"),)

    monkeypatch.setattr(figures, "find", find)
    return record


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT.replace("tonnes. Sales", "tonnes while sales") + "\n")
    return tmp_path / "in"


def test_a_field_that_is_added_is_found_in_the_table_the_answers_the_exports_and_json(
    based, folder, library, monkeypatch
):
    columns = schema.TABLES["figures"].append(pa.field("basis", pa.string()))
    monkeypatch.setitem(schema.TABLES, "figures", columns)
    pipeline.add([str(folder)], library, jobs=1)
    assert library.snapshot.query("SELECT basis, period FROM figures").fetchall() == [("net", "2021")]
    assert library.figures().basis.tolist() == ["net"]
    assert export.rows(library, "figures").basis.tolist() == ["net"]
    (line,) = export.to_bytes(export.rows(library, "figures"), "jsonl").splitlines()
    assert json.loads(line)["basis"] == "net"
    (found,) = pipeline.analyze(Article(TEXT)).to_dict()["figures"]
    assert found["basis"] == "net"


def test_a_field_without_a_column_is_refused_with_what_to_do(based, make):
    analysis = replace(make(TEXT, source="a.txt"), figures=(based(WHERE, "count", 5.0, basis="net"),))
    with pytest.raises(ValueError, match=r"it has basis, .* core/library/schema\.py"):
        to_tables([analysis])


def test_a_row_that_lacks_a_column_is_refused():
    with pytest.raises(ValueError, match="it lacks story"):
        schema.table(schema.LINK_TABLES["stories"], [{"key": "a"}])


def test_what_was_read_is_known_again_when_articles_have_got_a_field_more():
    before = Article("Words.", "a.txt", title="Title", published=datetime.date(2024, 5, 1))
    assert content_key(before) == "c76970e6bcbcee90fac5e10b"  # as it has been since the first form
    assert content_key(before) == content_key(replace(before, redated="2024-06-01", source="b.txt"))


@pytest.mark.parametrize("field", ["title", "outlet", "url", "topic", "language", "published", "updated"])
def test_whatever_was_read_counts(field):
    hints = get_type_hints(Article, _SCOPE)
    assert content_key(Article("Words.")) != content_key(
        replace(Article("Words."), **{field: distinct(hints[field])})
    )
