"""Who reports what, as a notebook has it: from a library alone, and from small tables."""

from __future__ import annotations

import datetime

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
    named = {"number": 0, "indicator": "GBP: cost · tram", "measure": "cost", "unit": "GBP", "kind": "money"}
    named |= {"worth": 1.0, "counterpart": None, "aside": False}
    rows = [
        {
            **named,
            "key": article_key(one.article),
            "least": value - 0.5,
            "most": value + 0.5,
            "reason": "“cost”",
            "low": value,
            "high": value,
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
    assert (cost["what"], cost["found in"], cost["conflict"], cost["differs"]) == ("cost, GBP", 2, True, False)
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
