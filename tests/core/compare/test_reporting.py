"""Who reports what, as a notebook has it: from a library alone, and from small tables."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from core.compare import reporting
from core.library import Filters, store
from core.library.rows import article_key
from core.library.schema import LINK_TABLES, table

DAY = datetime.date(2025, 3, 4)
TEXT = "The tram costs {cost} pounds in 2025. Ines Albrecht said the line is late. Two stops close."


@pytest.fixture
def told(library, add, make):
    """Three articles of two outlets that tell what a tram costs, one of them ahead."""
    made = []
    for name, outlet, cost, status in (
        ("a", "Hill Post", 412.0, "reported"),
        ("b", "Coast Daily", 500.0, "reported"),
        ("c", "Coast Daily", 300.0, "forecast"),
    ):
        figure = {
            "kind": "money", "value": cost, "unit": "GBP", "measure": "cost", "period": "2025", "status": status,
        }  # fmt: skip
        made.append(
            make(
                TEXT.format(cost=f"{cost:.0f}") + f" {name}",
                source=f"{name}.txt",
                outlet=outlet,
                published=DAY,
                figures=[(f"{cost:.0f}", figure)],
                dates=[("2025", "2025")],
                quotations=[("the line is late", "Ines Albrecht")],
                actors={"a": ["Ines Albrecht", "Two"], "b": ["Ines Albrecht"], "c": []}[name],
            )
        )
    add(*made)
    named = {
        "number": 0, "indicator": "GBP: cost · tram", "measure": "cost of the tram", "unit": "GBP", "kind": "money",
        "worth": 0.5, "counterpart": None, "aside": False, "reason": "“cost”",
    }  # fmt: skip
    rows = [
        {
            **named,
            "key": article_key(one.article),
            "low": value,
            "high": value,
            "least": value - 0.5,
            "most": value + 0.5,
        }
        for one in made
        for value in [one.figures[0].value]
    ]
    store.replace_links(
        library, {"indicators": table(LINK_TABLES["indicators"], rows)}, library.content_version, "test"
    )
    return library


def row(found, kind):
    return found.cells[found.cells["kind"] == kind].iloc[0]


def test_outlets_stand_side_by_side_with_what_each_tells(told):
    found = reporting.side_by_side(told.ask)
    cost = row(found, "figure")
    assert (cost["what"], cost["found in"], cost["conflict"], cost["differs"]) == (
        "cost of the tram",
        2,
        True,
        False,
    )
    assert {cost[0], cost[1]} == {("412 (2025)",), ("300 (2025)", "500 (2025)")}
    ends = found.evidence[found.evidence["end_told"] != ""].set_index("end_told")["told"]
    assert dict(ends) == {"below": "412 (2025)", "above": "500 (2025)"}
    assert row(found, "speaker")[[0, 1]].tolist() in ([("4 words",), ("8 words",)], [("8 words",), ("4 words",)])


def test_a_forecast_against_a_result_differs_and_is_no_conflict(told):
    key = dict(told.articles()[["source", "key"]].itertuples(index=False))
    found = reporting.side_by_side(told.ask, Filters(articles=(key["a.txt"], key["c.txt"])), "articles")
    cost = row(found, "figure")
    assert (cost["conflict"], cost["differs"]) == (False, True)
    assert (found.evidence["end_told"] == "").all()


def test_things_are_chosen_by_how_many_columns_report_them(told):
    cells = reporting.side_by_side(told.ask, by="articles").cells
    assert set(reporting.among(cells, "everyone", 3)["kind"]) == {"figure", "date", "speaker"}
    assert set(reporting.among(cells, "all but one", 3)["what"]) == {"Ines Albrecht"}
    assert set(reporting.among(cells, "only one", 3)["what"]) == {"Two"}
    assert set(reporting.among(cells, "in conflict", 3)["kind"]) == {"figure"}
    assert set(reporting.among(cells, "values differ", 3)["kind"]) == {"figure"}
    assert len(reporting.among(cells, "all", 3)) == len(cells)
    assert reporting.among(cells, "all but one", 2).empty  # that is "only one"


def test_nothing_is_reported_of_no_articles(told):
    assert reporting.side_by_side(told.ask, Filters(outlets=("none",))).cells.empty


ROW = {"kind": "money", "unit": "GBP", "measure": "cost", "status": None, "period": None, "period_begin": None,
       "period_end": None, "published": None, "story": "s", "column": "a"}  # fmt: skip


def of_tables(*given):
    """Return figures as things: each given as its quantity's key and name, whether it is set aside, and its value."""
    rows = [
        {**ROW, "key": f"k{number}", "number": 0, "low": value, "high": value, "text": f"£{value:.0f}"}
        for number, (*_, value) in enumerate(given)
    ]
    linked = [
        {"key": f"k{number}", "number": 0, "indicator": key, "indicator_measure": name, "least": value, "most": value,
         "aside": aside}
        for number, (key, name, aside, value) in enumerate(given)
    ]  # fmt: skip
    wording = reporting.Wording(lambda row: f"{row.low:.0f}", exact=lambda row: f"{row.low:g}")
    return reporting.figures(pd.DataFrame(rows), pd.DataFrame(linked), wording)


def test_a_value_is_rounded_unless_that_hides_a_difference_of_its_quantity():
    found = of_tables(("q", "cost", False, 145.5), ("q", "cost", False, 146.0), ("p", "fines", False, 7.25))
    assert found["told"].tolist() == ["145.5", "146", "7"]


def test_two_quantities_of_one_name_are_two_rows_that_say_which():
    found = of_tables(("q", "killed", False, 84.0), ("q", "killed", False, 86.0), ("p", "killed", False, 3.0))
    assert found["what"].tolist() == ["killed (84)", "killed (84)", "killed (3)"]
    assert of_tables(("q", "killed", False, 3.0), ("p", "killed", False, 3.0))["what"].is_unique


def test_what_is_set_aside_is_not_compared():
    assert of_tables(("q", "cost", False, 5.0), ("p", "photos", True, 6.0))["what"].tolist() == ["cost"]
