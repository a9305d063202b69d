"""Charts over what libraries really hold: one outlet or sixty, none known, long titles, markup, a single value."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from core.compare import frame_shares, times
from dashboard.charts import (
    comparison_charts,
    indicator_charts,
    publication_chart,
    room,
    scores_chart,
    timeline_charts,
    voices_charts,
)
from dashboard.drawings import attributed_words
from dashboard.showing import tellers
from dashboard.showing.row_names import behind as names

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
    return rows.assign(text=HOSTILE, tense=times.tenses(rows))


def _tellers(articles: pd.DataFrame) -> tellers.Tellers:
    counts = articles["outlet"].dropna().value_counts()
    return tellers.ranked(pd.DataFrame({"value": counts.index, "articles": counts.to_numpy()}), articles)


def _legend(figure):
    """Return the names in a figure's legend."""
    return [trace.name for trace in figure.data if trace.showlegend is not False and figure.layout.showlegend]


LIBRARIES = [(1, True), (5, True), (60, True), (5, False)]


@pytest.mark.parametrize(("outlets", "known"), LIBRARIES)
def test_a_legend_never_has_more_entries_than_nine(outlets, known):
    articles = _articles(outlets, known)
    who = _tellers(articles)
    statements = _statements(articles)
    top = statements.groupby("indicator", as_index=False).first().assign(articles=outlets)
    for figure in (
        publication_chart.articles_over_time(articles, who),
        timeline_charts.shares(_dates(articles), who),
        timeline_charts.over_time(articles, _dates(articles), who)[0],
        indicator_charts.indicator(statements, "cost", who),
        indicator_charts.recurring(top, statements, who),
    ):
        assert 1 <= len(_legend(figure)) <= 9


@pytest.mark.parametrize(("outlets", "known"), LIBRARIES)
def test_every_mark_leads_to_its_evidence(outlets, known):
    articles = _articles(outlets, known)
    figure = indicator_charts.indicator(_statements(articles), "cost", _tellers(articles))
    marks = [mark for trace in figure.data if trace.customdata is not None for mark in trace.customdata]
    assert sorted(names(marks)) == sorted(articles["key"])


def test_text_from_an_article_can_not_become_markup_or_a_template():
    articles = _articles(3)
    figures = [
        publication_chart.articles_over_time(
            articles.assign(outlet=HOSTILE), _tellers(articles.assign(outlet=HOSTILE))
        ),
        scores_chart.strip(articles, "flesch_kincaid_grade", "grade", _tellers(articles)),
        timeline_charts.lines(articles, _dates(articles), _tellers(articles)),
        timeline_charts.over_time(articles, _dates(articles), _tellers(articles))[0],
        timeline_charts.shares(_dates(articles), _tellers(articles)),
    ]
    for figure in figures:
        figure.update_traces(customdata=None)  # what a click is told; never drawn
        said = figure.to_json()
        assert "<b onclick" not in said
        assert "%{x} Very" not in said


def test_a_single_value_has_an_axis_of_round_values_around_it():
    figure = indicator_charts.indicator(_statements(_articles(1)), "cost", _tellers(_articles(1)))
    low, high = figure.layout.yaxis.range
    assert low < 412e6 < high
    assert all("£" in label for label in figure.layout.yaxis.ticktext)


def test_hollow_marks_are_forecasts():
    statements = pd.concat([_statements(_articles(1)), _statements(_articles(1)).assign(status=None, row="fact")])
    figure = indicator_charts.indicator(statements, "cost", _tellers(_articles(1)))
    symbols = dict(
        zip([point[0] for point in figure.data[0].customdata], figure.data[0].marker.symbol, strict=True)
    )
    assert symbols["k0"].endswith("-open")
    assert not symbols["fact"].endswith("-open")


def test_speakers_and_columns_are_drawn_side_by_side():
    said = pd.DataFrame({"column": ["a", "a", "b"], "part": ["x", "y", "x"], "words": [10, 30, 5]})
    figure = comparison_charts.voices(said, ["a", "b", "c"])
    shares = {trace.name: list(trace.x) for trace in figure.data}
    assert shares["x"] == [25.0, 100.0, 0.0]
    grid = voices_charts.grid(pd.DataFrame({"teller": ["a"], "speaker": ["x"], "statements": [3]}), ["a"], ["x"])
    assert list(grid.data[0].customdata[0]) == ["a", "x"]


@pytest.mark.parametrize("outlets", [1, 5, 60])
def test_the_bars_over_time_hold_every_article_and_every_day_spoken_of_once(outlets):
    articles = _articles(outlets)
    figure, left_out = timeline_charts.over_time(articles, _dates(articles), _tellers(articles))
    sums = {"published": 0, "spoken": 0}
    for trace in figure.data:
        sums[trace.customdata[0][0]] += sum(trace.y)
    assert sums == {"published": outlets, "spoken": outlets}
    assert left_out == ""


def test_without_any_date_of_publication_the_days_spoken_of_are_drawn_all_the_same():
    articles = _articles(4).assign(published=pd.NaT)
    figure, left_out = timeline_charts.over_time(articles, _dates(articles), _tellers(articles))
    assert list(figure.layout.yaxis2.domain) == [0, 1]
    assert "above" not in figure.layout.title.subtitle.text
    assert [trace.customdata[0][0] for trace in figure.data] == ["spoken"]
    assert left_out == ""


def test_what_has_no_place_in_the_bars_over_time_is_said():
    articles = _articles(8)
    days = _dates(articles)
    long_ago = days.head(1).assign(begin_day=pd.Timestamp("1999-12-08"), end_day=pd.Timestamp("1999-12-08"))
    year = days.head(1).assign(begin_day=pd.Timestamp("2025-01-01"), end_day=pd.Timestamp("2025-12-31"))
    _, left_out = timeline_charts.over_time(articles, pd.concat([days, long_ago, year]), _tellers(articles))
    assert "1 period of more than a" in left_out
    assert "1 day before" in left_out


def test_a_timeline_without_a_date_of_publication_keeps_its_articles():
    articles = _articles(3).assign(published=pd.NaT)
    dates = articles.assign(
        begin_day="2025-01-01", text="January", value="2025-01-01", row="k0:0", tense="unknown"
    )
    figure = timeline_charts.lines(articles, dates, _tellers(articles))
    assert len(figure.layout.yaxis.ticktext) == 3
    assert sum(len(trace.x) for trace in figure.data if trace.name == "published") == 0


LONG = "The Harrow Vale and Eddle Valley Weekly Advertiser, Shipping Gazette and Agricultural Intelligencer"
ARABIC = "صحيفة الوادي اليومية"


@pytest.mark.parametrize("outlets", [1, 5, 60])
def test_the_lines_of_articles_tell_outlets_by_a_legend_of_at_most_nine_and_three_kinds_of_days(outlets):
    articles = _articles(outlets)
    figure = timeline_charts.lines(articles, _dates(articles), _tellers(articles))
    days = {"past day spoken of", "present day", "future day"} & set(_legend(figure))
    assert days
    assert len(_legend(figure)) - len(days) == min(outlets, 9)
    assert len(figure.layout.yaxis.ticktext) == outlets


def test_articles_of_unknown_outlets_need_no_legend_beside_their_own_names():
    articles = _articles(5, known=False)
    figure = timeline_charts.lines(articles, _dates(articles), _tellers(articles))
    assert set(_legend(figure)) <= {"past day spoken of", "present day", "future day"}


def test_an_outlet_among_the_others_is_named_at_its_mark():
    articles = _articles(60)
    figure = timeline_charts.lines(articles, _dates(articles), _tellers(articles))
    said = [hover for trace in figure.data for hover in trace.hovertext]
    assert any("Outlet 59" in hover for hover in said)


def test_a_name_is_cut_in_the_legend_and_whole_in_the_hover():
    articles = _articles(2).assign(outlet=LONG)
    figure = publication_chart.articles_over_time(articles, _tellers(articles))
    assert figure.data[0].name.endswith("…")
    assert room.width(figure.data[0].name) <= 116
    assert LONG in figure.data[0].hovertemplate


def test_a_name_beside_its_row_stands_in_two_lines_and_whole_in_the_hover():
    said = pd.DataFrame({"column": [LONG, "b"], "part": ["x", "x"], "words": [10, 5]})
    figure = comparison_charts.voices(said, [LONG, "b"])
    lines = figure.layout.yaxis.ticktext[0].split("<br>")
    assert len(lines) == 2
    assert all(room.width(line) <= room.LABEL for line in lines)
    assert figure.data[0].hovertext[0].startswith(LONG)


def test_columns_whose_names_begin_alike_have_a_row_each():
    names = [f"{LONG} {number}" for number in range(3)]
    said = pd.DataFrame({"column": names, "part": ["x"] * 3, "words": [10, 5, 7]})
    assert list(comparison_charts.voices(said, names).data[0].y) == [0, 1, 2]
    assert [mark[0] for mark in comparison_charts.voices(said, names).data[0].customdata] == names


def _frames(columns):
    shares = pd.DataFrame(
        [(column, "economic", 5, 0.5, 0.3, 0.7) for column in columns],
        columns=["column", "frame", "hits", "share", "low", "high"],
    )
    return comparison_charts.frames(shares, columns, ["economic", "political"], ["#000"] * len(columns))


@pytest.mark.parametrize(
    ("hits", "title"),
    [
        ({}, "No frame has words here"),
        ({"A": (5, 1)}, "No frame has clearly more words than the others"),  # too few words
        ({"A": (50, 45)}, "No frame has clearly more words than the others"),
        (
            {"A": (50, 5), "B": (40, 4), "C": (5, 50)},
            "Clearly most frame words are economic in 2 of 3, political in 1",
        ),
        ({"A": (50, 5), "B": (4, 4)}, "Clearly most frame words are economic in 1 of 2"),
    ],
)
def test_a_frame_is_said_to_lead_where_it_does(hits, title):
    told = [(column, *zip(("economic", "political"), counts, strict=True)) for column, counts in hits.items()]
    words = [(column, frame) for column, *frames in told for frame, count in frames for _ in range(count)]
    shares = frame_shares.frame_shares(pd.DataFrame(words, columns=["column", "frame"]), list(hits))
    figure = comparison_charts.frames(shares, list(hits) or ["A"], ["economic", "political"], ["#000"] * 3)
    assert title in figure.layout.title.text.replace("<br>", " ")


@pytest.mark.parametrize(("count", "rows"), [(2, 1), (4, 1), (5, 2), (8, 2)])
def test_small_charts_of_frames_stand_in_rows_of_at_most_four(count, rows):
    figure = _frames([f"{LONG} {number}" for number in range(count)])
    assert len({axis.domain for axis in figure.select_yaxes()}) == rows
    assert len(figure.layout.annotations) == count
    for title in figure.layout.annotations:
        lines = title.text.split("<br>")
        assert len(lines) <= 3
        assert all(room.width(line) <= (room.NARROW - room.LABEL) / min(count, 4) for line in lines)
        assert title.hovertext.startswith(LONG)


def test_what_many_outlets_state_alike_is_few_marks_that_all_lead_to_their_statements():
    articles = _articles(60)
    statements = _statements(articles)
    figure = indicator_charts.indicator(statements, "cost", _tellers(articles))
    marks = [mark for trace in figure.data if trace.customdata is not None for mark in trace.customdata]
    assert len(marks) == 9  # eight outlets and all others
    others = next(trace for trace in figure.data if trace.name == "other outlets")
    assert "52 statements of 52 outlets" in others.hovertext[0]


def _overlapping(figure, across, up):
    """Return pairs of marks nearer to each other than so much on both axes."""
    marks = [
        (x, y) for trace in figure.data if trace.mode == "markers" for x, y in zip(trace.x, trace.y, strict=True)
    ]
    pairs = [(one, two) for number, one in enumerate(marks) for two in marks[number + 1 :]]
    return [(one, two) for one, two in pairs if abs(one[0] - two[0]) < across and abs(one[1] - two[1]) < up]


@pytest.mark.parametrize("outlets", [5, 60])
def test_no_dot_of_what_recurs_stands_on_another(outlets):
    articles = _articles(outlets)
    statements = _statements(articles)
    statements["low"] = [412e6 + 20e6 * (number % 3) for number in range(outlets)]
    top = pd.DataFrame(
        {"indicator": ["GBP: cost"], "measure": ["cost"], "articles": [outlets], "unit": ["GBP"]}
        | {"kind": ["money"], "low": [412e6], "high": [452e6]}
    )
    figure = indicator_charts.recurring(top, statements, _tellers(articles))
    assert _overlapping(figure, 0.04, 0.28) == []


@pytest.mark.parametrize("outlets", [5, 60])
def test_no_value_of_an_indicator_stands_on_another(outlets):
    articles = _articles(outlets)
    statements = _statements(articles)
    statements["low"] = [412e6 + 20e6 * (number % 3) for number in range(outlets)]
    statements["high"] = statements["low"]
    figure = indicator_charts.indicator(statements, "cost", _tellers(articles))
    low, high = figure.layout.yaxis.range
    assert _overlapping(figure, 0.9, (high - low) * 0.03) == []


def test_names_of_periods_have_room_or_are_left_out():
    articles = _articles(40)
    statements = _statements(articles)
    statements["period"] = [f"{1980 + number}" for number in range(40)]
    statements["period_begin"] = [pd.Timestamp(f"{1980 + number}-01-01") for number in range(40)]
    figure = indicator_charts.indicator(statements, "cost", _tellers(articles))
    axis = figure.layout.xaxis
    assert 10 < len(axis.ticktext) < 40
    assert "2019" in axis.ticktext
    places = sorted(axis.tickvals)
    pixels = 400 / (axis.range[1] - axis.range[0])
    assert min(after - before for before, after in pairwise(places)) * pixels >= 16


def test_a_name_from_right_to_left_keeps_its_direction_to_itself():
    articles = _articles(2).assign(outlet=ARABIC)
    figure = publication_chart.articles_over_time(articles, _tellers(articles))
    assert figure.data[0].name == f"\u2068{ARABIC}\u2069"
    assert set(figure.rows["outlet"]) == {ARABIC}


def test_long_titles_of_charts_are_broken_not_cut_off():
    articles = _articles(2).assign(outlet=["Courier", LONG])
    figure = scores_chart.strip(articles, "flesch_kincaid_grade", "grade", _tellers(articles))
    assert all(room.width(line, 16) <= room.NARROW for line in figure.layout.title.text.split("<br>"))
    one = scores_chart.strip(_articles(2), "flesch_kincaid_grade", "grade", _tellers(_articles(2)))
    assert figure.layout.margin.t > one.layout.margin.t


def test_speakers_and_outlets_of_a_grid_are_named_whole_where_its_data_is_taken_home():
    counts = pd.DataFrame({"teller": [LONG], "speaker": [f"Ann {LONG}"], "statements": [2]})
    figure = voices_charts.grid(counts, [LONG], [f"Ann {LONG}"])
    assert "…" in figure.layout.yaxis.ticktext[0]
    assert list(figure.rows["told by"]) == [LONG]
    assert list(figure.rows["speaker"]) == [f"Ann {LONG}"]


def test_quotation_marks_in_a_title_are_shown_as_they_are():
    articles = _articles(1).assign(title_shown='"We\'re not going to hide", <b>she</b> said')
    said = timeline_charts.lines(articles, _dates(articles), _tellers(articles)).layout.yaxis.ticktext[0]
    assert said.startswith("\"We're not going")
    assert "<b>" not in said


def test_all_other_outlets_together_stand_below_those_that_are_named():
    sums = pd.DataFrame({"teller": ["other outlets", "Courier"], "words": [9_000, 20]})
    assert attributed_words.ranked(sums, "teller") == ["Courier", "other outlets"]


def test_what_has_no_more_than_half_is_not_called_most():
    dates = pd.DataFrame({"column": ["a"] * 4, "tense": ["past", "past", "present", "future"]})
    assert comparison_charts.times(dates, ["a"]).layout.title.text == "50% past, 25% future"
    assert timeline_charts.of_tenses(dates["tense"][2:3]) == "0% past, 0% future"
    said = pd.DataFrame({"cue_class": ["neutral", "belief", "assertive"], "part": ["x", "y", "z"]})
    said = said.assign(statements=[2, 1, 2], words=[4, 3, 3])
    assert attributed_words.finding(said, "cue_class", "statements").startswith("40% of the statements have a cue")
    assert attributed_words.finding(said, "part", "words") == "x is given the most words, 40%"


def test_a_single_article_is_not_called_the_most_and_its_day_is_named():
    figure = publication_chart.articles_over_time(_articles(1), _tellers(_articles(1)))
    assert figure.layout.title.text == "One article, on 1 Mar 2025"
    assert len(figure.layout.xaxis.tickvals) == 1
    several = publication_chart.articles_over_time(_articles(5), _tellers(_articles(5)))
    assert several.layout.title.text == "Never more than one article on one day"


def test_few_articles_are_counted_in_whole_numbers():
    figure, _ = timeline_charts.over_time(_articles(1), _dates(_articles(1)), _tellers(_articles(1)))
    assert figure.layout.yaxis.dtick == 1
    assert figure.layout.yaxis2.dtick == 1


def test_articles_without_a_title_of_their_own_stand_under_the_one_that_is_shown():
    articles = _articles(5, known=False).assign(title=None, title_shown=[f"Harbour news {n}" for n in range(5)])
    figure = scores_chart.strip(articles, "flesch_kincaid_grade", "grade", _tellers(articles))
    assert sorted(trace.name for trace in figure.data) == [f"Harbour news {n}" for n in range(5)]


def _luminance(colour):
    parts = [int(part) / 255 for part in colour[4:-1].split(",")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_numbers_in_the_squares_of_a_grid_have_contrast_whatever_the_page():
    counts = pd.DataFrame({"teller": ["a"] * 100, "speaker": map(str, range(100)), "statements": range(1, 101)})
    marks = voices_charts.grid(counts, ["a"], list(counts["speaker"])).data[0]
    for square, number in zip(marks.marker.color, marks.textfont.color, strict=True):
        light, dark = sorted((_luminance(square), 1.0 if number == "#FFFFFF" else 0.0), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
