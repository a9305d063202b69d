"""What an analyst must see of the Union State talks, in the sample's retellings and in the real articles."""

from __future__ import annotations

import datetime
from pathlib import Path

import pandas as pd
import pytest

from core.compare import recurring
from core.library import Filters, Library


@pytest.fixture(params=["sample", "real"])
def talks(request: pytest.FixtureRequest) -> tuple[Library, Filters]:
    """The library, and the filters that leave the five articles."""
    library = Library(request.getfixturevalue(request.param))
    topics = ("Union State talks",) if request.param == "sample" else ()
    return library, Filters(topics=topics)


def test_the_trade_turnover_is_one_indicator_with_its_values_and_the_forecast_its_counterpart(talks):
    library, filters = talks
    indicators = recurring.indicators(library.ask, filters)
    named = indicators["measure"].str.contains("trade turnover", case=False)
    turnover = indicators[named & (indicators["unit"] == "USD")]
    assert len(turnover) == 2
    row, ahead = turnover.iloc[0], turnover.iloc[1]
    assert (row["counterpart"], ahead["counterpart"]) == (ahead["indicator"], row["indicator"])
    assert (row["articles"], row["low"], row["high"], bool(row["conflict"])) == (2, 38.5e9, 60e9, False)
    facts, forecast = (library.statements(one["indicator"], filters) for one in (row, ahead))
    statements = pd.concat([facts, forecast])
    told = {(item.low, item.period, item.status) for item in statements.itertuples()}
    assert {(38.5e9, "2021"), (40e9, "2022")} <= {(low, period) for low, period, _ in told}
    assert (40e9, "2022", "forecast") in told
    assert [item.modifier for item in statements.itertuples() if item.low == 60e9] == ["~"]


def test_lukashenko_is_one_actor_under_both_spellings_in_all_five(talks):
    library, filters = talks
    actors = library.actors(filters)
    lukashenko = actors[actors["actor"].str.contains("Lukashen")]
    assert list(lukashenko["actor"]) == ["Alexander Lukashenko"]
    row = lukashenko.iloc[0]
    assert row["articles"] == 5
    assert any("Lukashenka" in written for written in row["written"])


def test_a_speaker_of_two_articles_is_one_row(talks):
    library, filters = talks
    said = library.attributions(filters)
    assert said.loc[said["speaker"] == "Andrei Manoylo", "key"].nunique() == 2


def test_one_article_has_a_date_and_the_others_say_why_they_have_none(talks):
    library, filters = talks
    articles = library.articles(filters)
    dated = articles[articles["published"].notna()]
    assert [value.date() for value in dated["published"]] == [datetime.date(2022, 12, 19)]
    assert set(dated["published_from"]) == {"text"}
    undated = articles[articles["published"].isna()]
    assert len(undated) == 4
    assert undated["published_reason"].str.len().min() > 10


def test_the_days_they_speak_of_are_found_and_an_unknown_year_stays_unknown(talks):
    library, filters = talks
    assert {"1999-12-08", "2021", "2022", "2024/2026", "XXXX-02-26"} <= set(library.dates(filters)["value"])


def test_no_figure_comes_from_the_page_around_the_article(talks):
    library, filters = talks
    figures = library.figures(filters)
    assert not figures["text"].str.contains("BYN|min").any()
    assert {28.0, 24.0, 7.0} <= set(figures["low"])


def test_the_five_are_one_topic(talks):
    library, filters = talks
    assert len(set(library.articles(filters)["topic"])) == 1


def test_every_row_of_evidence_is_in_its_sentence_and_in_its_article(talks):
    library, filters = talks
    texts = {key: library.article(key).text for key in library.articles(filters)["key"]}
    for query in (library.figures, library.dates, library.attributions, library.frames):
        for row in query(filters).itertuples():
            text = texts[row.key]
            assert text[row.start : row.end] == row.text
            assert text[row.sentence_start : row.sentence_end] == row.sentence
            assert row.sentence_start <= row.start < row.sentence_end


def test_the_real_articles_are_read_where_they_stand(real: Path):
    assert len(Library(real).articles()) == 5
