"""What a comparison sets side by side: conflicts, shares, names, times; each from small tables or the sample corpus."""

from __future__ import annotations

import datetime
import re
import shutil

import pandas as pd
import pytest
from click.testing import CliRunner

from core import pipeline
from core.compare import reporting
from core.library import Filters, Library, store
from core.library.edits import Change
from core.library.questions import passages, queries, summaries
from dashboard.__main__ import main
from dashboard.comparing import comparison, naming_cells, outline, report, sections
from dashboard.comparing import word_choice as put
from dashboard.comparing.compared import compare, offered
from dashboard.reading import keyword_lines
from dashboard.showing import tellers

HOSTILE = "<script>alert(1)</script> <img src=http://evil.example/x.png> \u202egnp"


def compared_in(library, by="articles"):
    def ask(query, *arguments):
        return library.run(query(*arguments))

    articles = ask(queries.articles, Filters())
    who = tellers.ranked(ask(summaries.outlets), articles)
    return compare(articles, by, offered(articles, by)[:8], who, ask)


def added(folder, texts):
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    library = Library(folder / "library")
    pipeline.add([str(folder)], library, jobs=1)
    return library


def statement(key, low, **more):
    row = {
        "key": key, "column": key, "number": 0, "kind": "money", "low": low, "high": low, "least": low, "most": low,
        "unit": "USD", "measure": "exports", "modifier": None, "status": "reported", "period": "2021", "story": "s",
        "period_begin": datetime.date(2021, 1, 1), "period_end": datetime.date(2021, 12, 31),
        "published": datetime.date(2022, 3, 1), "indicator": "USD: export",
    }  # fmt: skip
    return row | more


def conflicts(*rows):
    table = pd.DataFrame(rows)
    linked = table[["key", "number", "indicator", "least", "most"]].assign(
        aside=False, indicator_measure="exports"
    )
    figures = reporting.figures(table.drop(columns=["indicator", "least", "most"]), linked, comparison.WORDING)
    found = comparison.as_grid(reporting.matrix({"figure": figures}, ["a", "b"]), ["a", "b"])
    return set(found.cells["conflict"]) - {""}


def test_two_values_for_one_period_are_in_conflict_and_both_are_told():
    assert conflicts(statement("a", 2e9), statement("b", 3e9)) == {"$2 bn (2021) · a | $3 bn (2021) · b"}


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("another period is a series", {"period": "2022", "period_begin": datetime.date(2022, 1, 1),
                                        "period_end": datetime.date(2022, 12, 31)}),
        ("a forecast is no report", {"status": "forecast"}),
        ("the bounds of what is told overlap", {"least": 1.9e9}),
        ("an article may correct itself", {"key": "a", "number": 1}),
        ("without a period another story is another matter", {"period": None, "period_begin": None,
                                                              "period_end": None, "story": "t"}),
    ],
)  # fmt: skip
def test_what_can_both_be_right_is_no_conflict(why, other):
    assert not conflicts(statement("a", 2e9), statement(**({"key": "b", "low": 3e9} | other))), why


def test_page_and_report_have_the_sections_of_the_outline_in_its_order(sample):
    these = compared_in(Library(sample), "outlets")
    page = report.write(these, "All", "sample", "0" * 12)
    titles = re.findall("<h2>(.*?)</h2>", page)
    outlined = [section.title for section in outline.SECTIONS if section.title != outline.TEXTS]
    assert [title for title in titles if title in outlined] == outlined
    assert set(sections._DRAWN) == {*outlined, outline.TEXTS}


def test_the_matrix_begins_with_what_most_columns_share(sample):
    found = comparison.reported(compared_in(Library(sample), "outlets"))
    shared = list(found.cells["found in"])
    assert shared == sorted(shared, reverse=True)
    assert {"kind", "what", "column", "key", "start", "end", "sentence"} <= set(found.evidence.columns)


def test_an_actor_is_shown_under_the_names_each_column_gives_it(tmp_path):
    library = added(
        tmp_path,
        {
            "a": "---\ntitle: A\n---\nMayor Ines Albrecht spoke on Monday. Ines Albrecht left. The war went on.",
            "b": "---\ntitle: B\n---\nMayor Ines Albrecht spoke. Albrecht said the special military operation ended.",
        },
    )
    these = compared_in(library)
    grid = put.spellings(these.rows(passages.written), these.column_of, these.columns)
    told = {row["what"]: (row[0], row[1]) for _, row in grid.cells.iterrows()}
    assert "Albrecht 1" in told["Ines Albrecht"][1]


def test_a_cell_has_each_word_with_how_often_of_how_many_and_whose_it_is(tmp_path):
    wall = (
        "The council will build a border wall along the Orsa. The border wall is to cost millions, and the wall along "
        "the Orsa divides the council. Farmers said the border wall would cut their fields."
    )
    library = added(
        tmp_path,
        {
            "a": f"---\ntitle: A\n---\n{wall}\n\n“The wall along the Orsa is a sham,” said Ines Albrecht.",
            "b": (
                "---\ntitle: B\n---\nThe council will build a border barrier along the Orsa. The barrier along the "
                "Orsa is to be high. A border fence stood there before, and the fence along the Orsa fell. Farmers "
                "feared the border barrier and the border fence."
            ),
            "c": "---\ntitle: C\n---\nIt rained in Harle on Monday. The mayor sang.",
        },
    )
    these = compared_in(library)
    grid = naming_cells.named(these.ask, these.column_of, these.columns)
    row = grid.cells.set_index("what").loc["wall"]
    told = dict(zip(these.columns, (row[number] for number in range(3)), strict=True))
    assert told["A"].startswith("wall 4 of 5")
    assert "quoted: wall (Ines Albrecht) 1" in told["A"]
    assert re.match(r"(barrier|fence) 3 of 6", told["B"])
    assert told["C"] == naming_cells.NOT_NAMED
    assert set(grid.evidence["column"]) == {"A", "B"}


def test_rates_leave_quotations_out_and_say_so_where_words_are_few(tmp_path):
    library = added(
        tmp_path,
        {
            "a": "---\ntitle: A\n---\n“It is an outrageous sham,” said Ines Albrecht on Monday. A reckless plan.",
            "b": "---\ntitle: B\n---\nThe council met on Monday, and Ines Albrecht spoke.",
        },
    )
    these = compared_in(library)
    said = these.rows(queries.attributions)
    grid = put.rates(put.read(these.answer(passages.bodies)), said, these.column_of, these.columns)
    loaded = grid.cells.set_index("what").loc["loaded words"]
    assert re.fullmatch(r"1 in \d+ words", loaded[list(these.columns).index("A")])


def test_copies_are_said_in_words(sample):
    these = compared_in(Library(sample))
    rows = these.answer(passages.copies)
    assert len(rows)
    assert "shares" in comparison.copied(next(rows.itertuples()))
    assert "No run of" in comparison.in_common("One text.", "Another.", ())


def test_lines_are_sorted_by_the_words_on_either_side():
    rows = pd.DataFrame(
        {"left": ["the old", "a new"], "right": ["bridge fell", ", and again"], "word": ["x", "x"]}
    )
    assert list(keyword_lines.ordered(rows, "what follows")["right"]) == [", and again", "bridge fell"]
    assert list(keyword_lines.ordered(rows, "what precedes")["left"]) == ["a new", "the old"]


def test_a_report_loads_nothing_and_keeps_hostile_titles_text(tmp_path):
    body = "Exports were $2 billion in 2021. “We will see,” said Ines Albrecht. " * 3
    library = added(
        tmp_path,
        {
            name: f"---\ntitle: '{name} {HOSTILE}'\noutlet: '{name} {HOSTILE}'\n---\n{HOSTILE} {body}"
            for name in "ab"
        },
    )
    page = report.of_library(library, Filters(), "articles")
    head, _, rest = page.partition("<script>")
    page = head + rest.partition("</script>")[2]  # without plotly's own script
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert (
        re.findall(r"""<(?:script|link|img|iframe|source|object|embed)\b[^>]*(?:src|href)=["'](?!data:)""", page)
        == []
    )
    assert re.findall(r"@import|url\(\s*[\"']?http", page) == []
    assert "How to cite" in page


def test_the_command_writes_a_report_and_says_why_it_cannot(sample, tmp_path):
    run = CliRunner().invoke(
        main, ["report", str(tmp_path / "r.html"), "--library", str(sample), "--by", "outlets"]
    )
    assert run.exit_code == 0, run.output
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    run = CliRunner().invoke(
        main, ["report", str(tmp_path / "s.html"), "--library", str(sample), "--words", "zyxw"]
    )
    assert run.exit_code == 1
    assert "two are needed" in run.output


def test_the_command_takes_a_saved_search_and_names_those_there_are(sample, tmp_path):
    library = Library(shutil.copytree(sample, tmp_path / "library"))
    store.edit(library, [Change("search", "On trams", "words=tram")])
    asked = ["report", str(tmp_path / "r.html"), "--library", str(library.path)]
    written = CliRunner().invoke(main, [*asked, "--search", "On trams"])
    assert written.exit_code == 0, written.output
    assert "the saved search “On trams”" in (tmp_path / "r.html").read_text(encoding="utf-8")
    refused = CliRunner().invoke(main, [*asked, "--search", "On ferries"])
    assert refused.exit_code == 1
    assert "no saved search “On ferries” in this library; it has “On trams”" in refused.output
