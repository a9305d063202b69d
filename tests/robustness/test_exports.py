"""What leaves the library is safe to open in a spreadsheet, and complete for a program."""

from __future__ import annotations

import csv
import datetime
import io
import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from core import export, pipeline
from core.commands.command_line import main
from core.export import codebook
from core.library import Library, store
from core.library.questions.filters import Filters

ROOT = Path(__file__).parents[2]
LIVE = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet take a cell for a formula
FORMULAS = (
    '=HYPERLINK("http://evil.example/","read on")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1,2)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    '"=1+1',
    "',=1+1",
    "\n=1+1",
    "＝1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "conflict",  # a name that a table has for a column of its own
)


def row(number: int, formula: str) -> dict[str, str]:
    return {
        "title": formula,
        "outlet": formula,
        "topic": formula,
        "url": "https://harbour.example/" + formula,
        "published": f"2025-05-{number + 1:02}",
        "text": f"{formula}\n\n“{formula} is what it costs,” said Edda Norrby. "
        f"{formula} -5 per cent, +{number + 3} points and $4.5 million were lost in 2024, =1+1 of them.",
    }


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("formulas")
    lines = (json.dumps(row(number, formula)) for number, formula in enumerate(FORMULAS))
    (folder / "=articles.jsonl").write_text("\n".join(lines), encoding="ascii")
    report = pipeline.add([str(folder / "=articles.jsonl")], Library(folder / "library"), jobs=1)
    assert report.added == len(FORMULAS)
    return folder / "library"


def command(library: Path, table: str, output: Path, *options: str) -> str:
    """Export a table by the command; return what it says."""
    told = ["--library", str(library), "--table", table, "--output", str(output)]
    done = CliRunner().invoke(main, ["export", *told, *options])
    assert done.exit_code == 0, done.output
    return done.output


def exported(library: Path, table: str, form: str, output: Path) -> Path:
    command(library, table, output, "--format", form)
    return output


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def live_cells(data: bytes) -> list[str]:
    """Return the cells of a CSV that a spreadsheet would take for more than text or a number."""
    cells = [cell for cells in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in cells]
    return [cell for cell in cells if cell.startswith(LIVE) and not is_number(cell)]


def formulas_in_a_workbook(data: bytes, place: Path) -> list[str]:
    """Return what stands as a formula in the workbook that a table's CSV is turned into."""
    table = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig")
    table.to_excel(place, index=False)
    cells = (cell for cells in openpyxl.load_workbook(place).active.iter_rows() for cell in cells)
    return [str(cell.value) for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("table", export.TABLES)
def test_no_exported_table_holds_a_live_cell(table, library, tmp_path):
    export.export_tables(Library(library), table, "csv", tmp_path / "table.csv")
    data = (tmp_path / "table.csv").read_bytes()
    assert live_cells(data) == []
    assert formulas_in_a_workbook(data, tmp_path / "table.xlsx") == []


def test_the_command_writes_the_same_safe_table(library, tmp_path):
    data = exported(library, "articles", "csv", tmp_path / "articles.csv").read_bytes()
    export.export_tables(Library(library), "articles", "csv", tmp_path / "same.csv")
    assert data == (tmp_path / "same.csv").read_bytes()
    assert "'=HYPERLINK" in data.decode("utf-8-sig")
    assert live_cells(data) == []


@pytest.mark.parametrize(
    "page", ["overview", "compare", "figures", "timeline", "voices", "readability", "quality"]
)
def test_no_download_of_a_page_holds_a_live_cell(page, library, tmp_path, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library))
    downloads = []
    monkeypatch.setattr("streamlit.download_button", lambda *said, **_: downloads.append(said))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    app.query_params["tab"] = "Every figure"
    app.query_params["columns"] = "articles"
    app.run()
    if page != "overview":
        app.switch_page(f"views/{page}.py").run()
    assert not app.exception
    tables = [make for _, make, name, mime in downloads if (Path(name).suffix, mime) == (".csv", "text/csv")]
    assert tables
    for make in tables:
        data = make()
        assert live_cells(data) == []
        assert formulas_in_a_workbook(data, tmp_path / "table.xlsx") == []


@pytest.mark.parametrize("table", export.TABLES)
def test_json_lines_and_parquet_give_back_what_the_library_holds(table, library, tmp_path):
    opened = Library(library)
    held = export.rows(opened, table)
    for form in ("jsonl", "parquet"):
        assert export.export_tables(opened, table, form, tmp_path / form) == len(held)
    parquet = pq.read_table(tmp_path / "parquet").to_pandas()
    lines = (tmp_path / "jsonl").read_text(encoding="utf-8").split("\n")
    objects = [json.loads(line) for line in lines if line]
    assert len(objects) == len(parquet) == len(held)
    for name in set(held.columns) & set(parquet.columns):
        if pd.api.types.is_string_dtype(held[name]):
            assert list(parquet[name].fillna("")) == list(held[name].fillna(""))
            assert [line[name] or "" for line in objects] == list(held[name].fillna(""))


def test_the_commands_other_forms_can_be_read(library, tmp_path):
    table = pq.read_table(exported(library, "articles", "parquet", tmp_path / "articles.parquet"))
    lines = exported(library, "articles", "jsonl", tmp_path / "articles.jsonl").read_text(encoding="utf-8")
    titles = [json.loads(line)["title"] for line in lines.split("\n") if line]
    assert titles == table["title"].to_pylist()
    assert '=HYPERLINK("http://evil.example/","read on")' in titles


@pytest.fixture(scope="module")
def edited(library, tmp_path_factory):
    """The same with something in every table: a note, a label, an edit that begin like formulas."""
    own = Library(shutil.copytree(library, tmp_path_factory.mktemp("edited") / "own"))
    key = own.articles()["key"].iloc[0]
    store.correct(own, "note", {key: "=1+1"})
    store.correct(own, "labels", {key: "@check"})
    return own


@pytest.mark.parametrize("table", [*export.TABLES, export.CODEBOOK])
def test_every_column_of_every_table_says_what_it_means(table, edited):
    columns = list(export.rows(edited, table).columns)
    said = codebook.table([table]).set_index("column")
    if table != export.CODEBOOK:
        assert sorted(said.index) == sorted(columns)
        assert (said["meaning"].str.len() > 5).all()
        assert (said["unit"].str.len() > 0).all()
        assert (said["source"].str.len() > 0).all()
    markdown = codebook.to_markdown([table])
    assert all(f"| `{column}` |" in markdown for column in said.index)


def test_the_codebook_speaks_of_no_table_that_is_not_there():
    said = codebook.table(export.TABLES)
    assert set(said["table"]) == set(export.TABLES)
    assert len(codebook._rows()) == len(said)  # none of another table
    assert not said.duplicated(["table", "column"]).any()


@pytest.mark.parametrize("form", export.FORMATS)
def test_several_tables_make_a_zip_with_their_codebook(form, edited, tmp_path):
    written = export.export_tables(edited, export.TABLES, form, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        names = archive.namelist()
        assert names == [*(f"{name}.{form}" for name in export.TABLES), "codebook.csv", "codebook.md"]
        if form == "csv":
            for name in names[:-1]:
                assert live_cells(archive.read(name)) == []
                assert formulas_in_a_workbook(archive.read(name), tmp_path / "table.xlsx") == []
            assert "'@check" in archive.read("notes.csv").decode("utf-8-sig")
    assert written == sum(len(export.rows(edited, name)) for name in export.TABLES)


def test_evidence_leaves_with_its_sentence_and_its_place(sample):
    library = Library(sample)
    texts = export.rows(library, "texts").set_index("key")["text"]
    for table in ("figures", "dates", "attributions", "frames", "mentions", "statements"):
        found = export.rows(library, table)
        assert len(found)
        for row in found.itertuples():
            assert texts[row.key][row.start : row.end] == row.text
            assert texts[row.key][row.sentence_start : row.sentence_end] == row.sentence


def test_negative_numbers_stay_numbers_in_a_workbook(tmp_path):
    rows = pd.DataFrame({"low": [-5.5, 3.0], "count": [-2, 4], "text": ["-5.5", "+3"]})
    data = export.to_bytes(rows, "csv")
    pd.read_csv(io.BytesIO(data), encoding="utf-8-sig").to_excel(tmp_path / "table.xlsx", index=False)
    cells = list(openpyxl.load_workbook(tmp_path / "table.xlsx").active.iter_rows(min_row=2, values_only=True))
    assert cells == [(-5.5, -2, "'-5.5"), (3.0, 4, "'+3")]


def test_days_and_moments_are_written_as_iso_8601_has_them():
    rows = pd.DataFrame(
        {
            "day": pd.to_datetime(["2025-03-31", None]),
            "moment": pd.to_datetime(["2025-03-31T10:20:30", "2025-04-01T00:00:00"]),
        }
    )
    assert export.to_bytes(rows, "csv").decode("utf-8-sig").split("\r\n")[1] == "2025-03-31,2025-03-31T10:20:30"
    lines = [json.loads(line) for line in export.to_bytes(rows, "jsonl").decode().splitlines()]
    assert lines[0] == {"day": "2025-03-31", "moment": "2025-03-31T10:20:30"}
    assert lines[1]["day"] is None
    parquet = pq.read_table(io.BytesIO(export.to_bytes(rows, "parquet")))
    assert parquet["day"].to_pylist() == [datetime.date(2025, 3, 31), None]


def test_the_command_writes_what_filters_leave(library, tmp_path):
    said = command(library, "all", tmp_path / "none.zip", "--outlet", "=HYPERLINK")
    assert said.startswith("0 rows")
    one = Filters(outlets=(FORMULAS[0],))
    assert export.export_tables(Library(library), "articles", "csv", tmp_path / "one.csv", one) == 1
