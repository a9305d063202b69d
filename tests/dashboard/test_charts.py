"""Charts over what libraries really hold: one outlet or sixty, none known, long titles, markup, a single value."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard import tellers
from dashboard.charts import comparison, indicators, publication, readability, timeline, voices

HOSTILE = "<b onclick=a()>%{x} " + "Very long title " * 20


def _articles(outlets: int, known: bool = True) -> pd.DataFrame:
    names = [f"Outlet {number}" if known else None for number in range(outlets)]
    return pd.DataFrame(
        {
            "key": [f"k{number}" for number in range(outlets)],
            "title_shown": [f"{HOSTILE}{number}" for number in range(outlets)],
            "title": [f"{HOSTILE}{number}" for number in range(outlets)],
            "outlet": names,
            "published": pd.date_range("2025-03-01", periods=outlets, freq="3D"),
            "flesch_kincaid_grade": [8.0 + number % 7 for number in range(outlets)],
        }
    )


def _statements(articles: pd.DataFrame) -> pd.DataFrame:
    return articles.assign(
        row=articles["key"],
        indicator="GBP: cost",
        low=412e6,
        high=412e6,
        unit="GBP",
        kind="money",
        modifier="~",
        status="forecast",
        period="2025",
        period_begin=pd.Timestamp("2025-01-01"),
        period_end=pd.Timestamp("2025-12-31"),
        measure="cost",
    )


def _dates(articles: pd.DataFrame) -> pd.DataFrame:
    rows = articles.assign(
        begin_day=pd.Timestamp("2025-03-02"),
        end_day=pd.Timestamp("2025-03-02"),
        value="2025-03-02",
        row=articles["key"],
    )
    return rows.assign(text=HOSTILE, tense=timeline.tenses(rows))


def _tellers(articles: pd.DataFrame) -> tellers.Tellers:
    counts = articles["outlet"].dropna().value_counts()
    return tellers.ranked(pd.DataFrame({"value": counts.index, "articles": counts.to_numpy()}), articles)


LIBRARIES = [(1, True), (5, True), (60, True), (5, False)]


@pytest.mark.parametrize(("outlets", "known"), LIBRARIES)
def test_a_legend_never_has_more_entries_than_nine(outlets, known):
    articles = _articles(outlets, known)
    who = _tellers(articles)
    statements = _statements(articles)
    top = statements.groupby("indicator", as_index=False).first().assign(articles=outlets)
    for figure in (
        publication.articles_over_time(articles, who),
        timeline.shares(_dates(articles), who),
        indicators.indicator(statements, "cost", who),
        indicators.recurring(top, statements, who),
    ):
        assert 1 <= len(figure.data) <= 9


@pytest.mark.parametrize(("outlets", "known"), LIBRARIES)
def test_every_mark_leads_to_its_evidence(outlets, known):
    articles = _articles(outlets, known)
    figure = indicators.indicator(_statements(articles), "cost", _tellers(articles))
    rows = [point[0] for trace in figure.data if trace.customdata is not None for point in trace.customdata]
    assert sorted(rows) == sorted(articles["key"])


def test_text_from_an_article_can_not_become_markup_or_a_template():
    articles = _articles(3)
    figures = [
        publication.articles_over_time(articles.assign(outlet=HOSTILE), _tellers(articles.assign(outlet=HOSTILE))),
        readability.strip(articles, "flesch_kincaid_grade", "grade", _tellers(articles)),
        timeline.lines(articles, _dates(articles), _tellers(articles)),
        timeline.over_time(articles, _dates(articles), _tellers(articles))[0],
        timeline.shares(_dates(articles), _tellers(articles)),
    ]
    for figure in figures:
        figure.update_traces(customdata=None)  # what a click is told; never drawn
        said = figure.to_json()
        assert "<b onclick" not in said
        assert "%{x} Very" not in said


def test_a_single_value_has_an_axis_of_round_values_around_it():
    figure = indicators.indicator(_statements(_articles(1)), "cost", _tellers(_articles(1)))
    low, high = figure.layout.yaxis.range
    assert low < 412e6 < high
    assert all("£" in label for label in figure.layout.yaxis.ticktext)


def test_hollow_marks_are_forecasts():
    statements = pd.concat([_statements(_articles(1)), _statements(_articles(1)).assign(status=None, row="fact")])
    figure = indicators.indicator(statements, "cost", _tellers(_articles(1)))
    symbols = dict(
        zip([point[0] for point in figure.data[0].customdata], figure.data[0].marker.symbol, strict=True)
    )
    assert symbols["k0"].endswith("-open")
    assert not symbols["fact"].endswith("-open")


def test_speakers_and_columns_are_drawn_side_by_side():
    said = pd.DataFrame({"column": ["a", "a", "b"], "part": ["x", "y", "x"], "words": [10, 30, 5]})
    figure = comparison.voices(said, ["a", "b", "c"])
    shares = {trace.name: list(trace.x) for trace in figure.data}
    assert shares["x"] == [25.0, 100.0, 0.0]
    grid = voices.grid(pd.DataFrame({"teller": ["a"], "speaker": ["x"], "statements": [3]}), ["a"], ["x"])
    assert list(grid.data[0].customdata[0]) == ["a", "x"]


def test_days_spoken_of_are_past_present_or_future_as_seen_from_publication():
    rows = pd.DataFrame(
        {
            "published": ["2025-03-05", "2025-03-05", "2025-03-05", None],
            "begin_day": ["2025-03-04", "2025-01-01", "2025-03-06", "2025-03-06"],
            "end_day": ["2025-03-04", "2025-12-31", "2025-03-06", "2025-03-06"],
        }
    )
    assert list(timeline.tenses(rows)) == ["past", "present", "future", "unknown"]


@pytest.mark.parametrize("outlets", [1, 5, 60])
def test_the_bars_over_time_hold_every_article_and_every_day_spoken_of_once(outlets):
    articles = _articles(outlets)
    figure, left_out = timeline.over_time(articles, _dates(articles), _tellers(articles))
    sums = {"published": 0, "spoken": 0}
    for trace in figure.data:
        sums[trace.customdata[0][0]] += sum(trace.y)
    assert sums == {"published": outlets, "spoken": outlets}
    assert left_out == ""


def test_without_any_date_of_publication_the_days_spoken_of_are_drawn_all_the_same():
    articles = _articles(4).assign(published=pd.NaT)
    figure, left_out = timeline.over_time(articles, _dates(articles), _tellers(articles))
    assert [trace.customdata[0][0] for trace in figure.data] == ["spoken"]
    assert left_out == ""


def test_what_has_no_place_in_the_bars_over_time_is_said():
    articles = _articles(8)
    days = _dates(articles)
    long_ago = days.head(1).assign(begin_day=pd.Timestamp("1999-12-08"), end_day=pd.Timestamp("1999-12-08"))
    year = days.head(1).assign(begin_day=pd.Timestamp("2025-01-01"), end_day=pd.Timestamp("2025-12-31"))
    _, left_out = timeline.over_time(articles, pd.concat([days, long_ago, year]), _tellers(articles))
    assert "1 period of more than a" in left_out
    assert "1 day before" in left_out


def test_a_timeline_without_a_date_of_publication_keeps_its_articles():
    articles = _articles(3).assign(published=pd.NaT)
    dates = articles.assign(
        begin_day="2025-01-01", text="January", value="2025-01-01", row="k0:0", tense="unknown"
    )
    figure = timeline.lines(articles, dates, _tellers(articles))
    assert len(figure.layout.yaxis.ticktext) == 3
    assert sum(len(trace.x) for trace in figure.data if trace.name == "published") == 0
