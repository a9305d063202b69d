"""What a chart draws leaves as the rows it was drawn from: names whole, columns in plain words with their units."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from dashboard.charts import (
    comparison_charts,
    indicator_charts,
    publication_chart,
    scores_chart,
    timeline_charts,
    voices_charts,
)
from dashboard.charts.certainty_chart import certainty
from dashboard.showing import clicks
from dashboard.tables.quality_tables import KNOWN_FROM
from tests.dashboard.charts.test_charts import LONG, _articles, _dates, _statements, _tellers


def records(figure):
    return figure.rows.to_dict("records")


def test_how_sure_dates_are():
    assert records(certainty({"given": 3, "inferred": 1}, KNOWN_FROM)) == [
        {"date known from": "given with the article", "articles": 3},
        {"date known from": "inferred from the text", "articles": 1},
    ]


def test_who_is_quoted_by_whom():
    counts = pd.DataFrame({"teller": ["A & B", LONG], "speaker": ["Edda <b>", "Edda <b>"], "statements": [4, 2]})
    assert records(voices_charts.grid(counts, ["A & B", LONG], ["Edda <b>"])) == [
        {"told by": "A & B", "speaker": "Edda <b>", "attributed statements": 4},
        {"told by": LONG, "speaker": "Edda <b>", "attributed statements": 2},
    ]


def test_speakers_have_their_words_in_both_kinds_of_speech():
    rows = pd.DataFrame({"speaker": [LONG], "direct_words": [12], "indirect_words": [3]})
    assert records(voices_charts.speakers(rows)) == [
        {"speaker": LONG, "words in direct speech": 12, "words in indirect speech": 3}
    ]


def test_bars_of_a_hundred_per_cent_give_numbers_and_shares():
    counts = pd.DataFrame({"teller": ["a", "a", "b"], "part": ["x", "y", "x"], "words": [1, 3, 5]})
    figure = voices_charts.stacked(counts, ["a", "b"], {"x": "#000", "y": "#111"}, "Title", "share", "words")
    assert records(figure) == [
        {"told by": "a", "speaker": "x", "words": 1, "share of words, %": 25.0},
        {"told by": "a", "speaker": "y", "words": 3, "share of words, %": 75.0},
        {"told by": "b", "speaker": "x", "words": 5, "share of words, %": 100.0},
        {"told by": "b", "speaker": "y", "words": 0, "share of words, %": 0.0},
    ]


def test_columns_of_a_comparison_are_named_whole():
    said = pd.DataFrame({"column": [LONG, "b"], "part": ["x", "x"], "words": [10, 5]})
    rows = comparison_charts.voices(said, [LONG, "b"]).rows
    assert list(rows.columns) == ["column", "speaker", "words", "share of attributed words, %"]
    assert list(rows["column"]) == [LONG, "b"]
    dates = pd.DataFrame({"column": ["b", "b"], "tense": ["past", "future"]})
    rows = comparison_charts.times(dates, ["b"]).rows.set_index("past, present or future")
    assert rows["dates"].to_dict() == {"past": 1, "present": 0, "future": 1}


def test_frames_have_their_interval_and_are_0_where_there_are_no_words():
    shares = pd.DataFrame({"column": ["a"], "frame": ["public_opinion"], "hits": [5], "share": [0.5]})
    shares = shares.assign(low=0.3, high=0.7)
    rows = comparison_charts.frames(shares, ["a"], ["public_opinion", "political"], ["#000"]).rows
    assert list(rows["frame"]) == ["public opinion", "political"]
    assert list(rows["share of the frame words, %"]) == [50.0, 0.0]
    assert list(rows["95 % interval to, %"].round(6))[0] == 70.0
    assert list(rows["frame words"]) == [5, 0]


def test_distinctive_words_have_their_counts():
    found = pd.DataFrame({"word": ["tram"], "z": [3.2], "target": [9], "reference": [1], "q": [0.01]})
    found = found.assign(target_articles=3, reference_articles=1)
    (row,) = records(comparison_charts.words(found, "a", "#000"))
    assert row["word"] == "tram"
    assert (row["times here"], row["times elsewhere"], row["articles here"]) == (9, 1, 3)


@pytest.mark.parametrize("outlets", [1, 60])
def test_values_leave_as_numbers_with_their_unit_and_days(outlets):
    articles = _articles(outlets)
    statements = _statements(articles)
    top = statements.groupby("indicator", as_index=False).first().assign(articles=outlets)
    recurring = indicator_charts.recurring(top, statements, _tellers(articles)).rows
    values = indicator_charts.indicator(statements, "cost", _tellers(articles)).rows
    for rows in (recurring, values):
        assert rows["statements"].sum() == outlets
        assert set(rows["unit"]) == {"GBP"}
        assert set(rows["lowest value"]) == {412e6}
        assert rows["first published"].min() == pd.Timestamp("2025-03-01")
    assert set(recurring["what is measured"]) == {"cost"}
    assert set(values["period spoken of"]) == {"2025"}
    assert set(values["said as"]) == {"about"}
    assert set(values["status"]) == {"forecast"}


@pytest.mark.parametrize(("outlets", "unit"), [(5, "day"), (60, "first day of the week")])
def test_articles_over_time_name_whose_they_are(outlets, unit):
    articles = _articles(outlets)
    rows = publication_chart.articles_over_time(articles, _tellers(articles)).rows
    assert list(rows.columns) == ["outlet", unit, "articles published"]
    assert rows["articles published"].sum() == outlets


def test_scores_leave_article_by_article_however_many_share_a_mark():
    articles = _articles(400).assign(outlet="Courier")
    rows = scores_chart.strip(articles, "flesch_kincaid_grade", "Flesch–Kincaid grade", _tellers(articles)).rows
    assert len(rows) == 400
    assert rows["Flesch–Kincaid grade"].mean() == pytest.approx(articles["flesch_kincaid_grade"].mean())


def test_days_published_and_spoken_of():
    articles = _articles(3)
    dates, who = _dates(articles), _tellers(articles)
    bars = timeline_charts.over_time(articles, dates, who)[0].rows
    assert bars.groupby("what is counted")["number"].sum().to_dict() == {
        "articles published": 3,
        "days spoken of": 3,
    }
    assert bars["first day"].min().date() == datetime.date(2025, 3, 1)
    undated = articles.assign(published=pd.NaT)
    only = timeline_charts.over_time(undated, _dates(undated), _tellers(undated))[0].rows
    assert set(only["what is counted"]) == {"days spoken of"}
    shares = timeline_charts.shares(dates, who).rows
    assert shares["times spoken of"].sum() == 3
    lines = timeline_charts.lines(articles, dates, who).rows
    assert (lines["what"] == "published").sum() == 3
    assert lines.loc[lines["what"] != "published", "times"].sum() == 3


def test_a_chart_can_be_saved_and_sent_nowhere():
    config = clicks._config("some-chart")
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert config["toImageButtonOptions"]["format"] == "svg"
