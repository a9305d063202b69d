from __future__ import annotations

import csv
import io
import json

import openpyxl
import pandas as pd
import pyarrow.parquet as pq

from core import export
from core.library.questions import queries

ROWS = pd.DataFrame(
    {
        "text": ['=HYPERLINK("http://x")', "+1", "-cmd", "@a", "\tb", "\rc", "fine, “quoted”", None],
        "value": [1.5, -2.0, 3.0, None, 0.0, 1e30, -1.0, 2.0],
        "published": pd.to_datetime(["2024-05-01"] * 7 + [None]),
        "names": [["=a", "b"], [], ["c"], [], [], [], [], []],
    }
)


def test_no_cell_of_a_csv_begins_like_a_formula_and_numbers_stay_numbers():
    rows = list(csv.DictReader(io.StringIO(export.to_bytes(ROWS, "csv").decode("utf-8-sig"), newline="")))
    assert not any(row[name].startswith(tuple("=+-@\t\r")) for row in rows for name in ("text", "names"))
    assert rows[0]["text"] == '\'=HYPERLINK("http://x")'
    assert [float(row["value"] or 0) for row in rows][:3] == [1.5, -2.0, 3.0]
    assert rows[0]["published"] == "2024-05-01"
    assert rows[7]["text"] == rows[7]["published"] == ""


def test_a_spreadsheet_holds_no_live_formula(tmp_path):
    book = openpyxl.Workbook()
    for row in csv.reader(io.StringIO(export.to_bytes(ROWS, "csv").decode("utf-8-sig"), newline="")):
        book.active.append([cell.replace("\t", " ").replace("\r", " ") for cell in row])
    book.save(tmp_path / "book.xlsx")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "book.xlsx").active for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)


def test_json_lines_and_parquet_hold_the_same_rows():
    lines = [json.loads(line) for line in export.to_bytes(ROWS, "jsonl").decode().split("\n") if line]
    assert len(lines) == len(ROWS)
    assert lines[0]["text"] == ROWS.text[0]
    assert pq.read_table(io.BytesIO(export.to_bytes(ROWS, "parquet"))).num_rows == len(ROWS)


def test_every_table_can_be_written_in_every_form(library, add, make, tmp_path):
    add(make("He saw 5 tons. It rained.", figures=[("5 tons", {"kind": "dimension", "value": 5.0})]))
    for form in export.FORMATS:
        for table in export.TABLES:
            export.export_tables(library, table, form, tmp_path / f"{table}.{form}")
    assert pd.read_csv(tmp_path / "figures.csv").low.tolist() == [5.0]


def test_an_export_is_not_cut_where_pages_are(library, add, make, tmp_path, monkeypatch):
    monkeypatch.setattr(queries, "EVIDENCE_LIMIT", 1)
    tons = ("5 tons", {"kind": "dimension", "value": 5.0})
    add(make("He saw 5 tons. It rained.", figures=[tons]), make("She saw 5 tons. It snowed.", figures=[tons]))
    assert len(library.figures()) == 1
    assert export.export_tables(library, "figures", "csv", tmp_path / "out.csv") == 2
