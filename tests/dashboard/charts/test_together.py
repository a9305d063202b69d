"""Marks that stand for several rows: nothing is lost, and a click leads to each."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts import indicator_charts, scores_chart, timeline_charts
from dashboard.charts.together import appeared, together
from dashboard.showing.each_row import each
from dashboard.showing.row_names import behind as names
from tests.dashboard.charts.test_charts import _articles, _dates, _statements, _tellers


def _clicked(figure) -> list[str]:
    return names(mark for trace in figure.data if trace.customdata is not None for mark in trace.customdata)


def test_equal_rows_are_one_and_tell_how_many_and_when():
    rows = pd.DataFrame(
        {
            "row": ["k:1", "k:2", "m:1"],
            "value": [5.0, 5.0, None],
            "published": [pd.Timestamp("2025-04-03"), pd.Timestamp("2025-05-09"), pd.NaT],
        }
    )
    found = together(rows, ["value"])
    assert list(found["row"]) == ["k:1 k:2", "m:1"]
    assert [appeared(row) for row in each(found)] == ["2 statements, 3 Apr – 9 May 2025", "no date"]
    assert names([("x", "k:1 k:2"), ("m:1",)]) == ["k:1", "k:2", "m:1"]


@pytest.mark.parametrize("count", [1, 5, 400])
def test_every_statement_stands_behind_one_mark_however_many_there_are(count):
    articles = _articles(count)
    statements = _statements(articles).assign(low=[400e6 + number % 7 for number in range(count)])
    statements = statements.assign(high=statements["low"])
    top = statements.groupby("indicator", as_index=False).first().assign(low=400e6, high=401e6, articles=count)
    for figure in (
        indicator_charts.indicator(statements, "cost", _tellers(articles)),
        indicator_charts.recurring(top, statements, _tellers(articles)),
    ):
        assert sorted(_clicked(figure)) == sorted(articles["key"])


def test_equal_statements_of_one_outlet_take_one_mark_and_other_values_their_own():
    statements = _statements(_articles(20)).assign(outlet="Valley Post")
    who = _tellers(statements)
    figure = indicator_charts.indicator(statements, "cost", who)
    assert sum(len(trace.x) for trace in figure.data if trace.customdata is not None) == 1
    assert "20 statements" in figure.data[0].hovertext[0]
    told = statements.assign(low=[400e6 + number for number in range(20)])
    figure = indicator_charts.indicator(told.assign(high=told["low"]), "cost", who)
    assert sum(len(trace.x) for trace in figure.data if trace.customdata is not None) == 20


@pytest.mark.parametrize("count", [5, 1_000])
def test_every_article_stands_behind_one_mark_of_its_score(count):
    articles = _articles(count).assign(outlet=[f"Outlet {number % 12}" for number in range(count)])
    articles["flesch_kincaid_grade"] = [8 + (number * 37 % 101) / 10 for number in range(count)]
    figure = scores_chart.strip(articles, "flesch_kincaid_grade", "grade", _tellers(articles))
    assert sorted(_clicked(figure)) == sorted(articles["key"])
    marks = sum(len(trace.x) for trace in figure.data)
    assert marks == count if count < 100 else marks < 0.8 * count


def test_a_day_that_an_article_names_twice_is_one_tick():
    articles = _articles(2)
    dates = pd.concat([_dates(articles), _dates(articles).assign(row=articles["key"] + ":2")])
    figure = timeline_charts.lines(articles, dates, _tellers(articles))
    ticks = [trace for trace in figure.data if trace.marker.symbol == "line-ns-open"]
    assert sum(len(trace.x) for trace in ticks) == 2
    assert len(names(mark for trace in ticks for mark in trace.customdata)) == 4
