"""What leaves the library is safe to open in a spreadsheet, and complete for a program."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.library import Library, export

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


def exported(library: Path, table: str, form: str, output: Path) -> Path:
    command = [sys.executable, "-m", "core", "export", "--library", str(library), "--table", table]
    subprocess.run(
        [*command, "--format", form, "--output", str(output)], cwd=ROOT, check=True, capture_output=True
    )
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
    export.write(Library(library), table, "csv", tmp_path / "table.csv")
    data = (tmp_path / "table.csv").read_bytes()
    assert live_cells(data) == []
    assert formulas_in_a_workbook(data, tmp_path / "table.xlsx") == []


def test_the_command_writes_the_same_safe_table(library, tmp_path):
    data = exported(library, "articles", "csv", tmp_path / "articles.csv").read_bytes()
    export.write(Library(library), "articles", "csv", tmp_path / "same.csv")
    assert data == (tmp_path / "same.csv").read_bytes()
    assert "'=HYPERLINK" in data.decode("utf-8-sig")
    assert live_cells(data) == []


@pytest.mark.parametrize("page", ["overview", "compare", "figures", "timeline", "voices", "readability"])
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
    held: pd.DataFrame = getattr(Library(library), table)()
    opened = Library(library)
    for form in ("jsonl", "parquet"):
        assert export.write(opened, table, form, tmp_path / form) == len(held)
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
