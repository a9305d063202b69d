"""The Readability page: what scores mean in words, and a pasted text beside the articles."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.library import Filters, Library
from core.library.questions import summaries
from dashboard.charts import scores_chart as charts
from dashboard.showing import bands
from dashboard.showing.in_words import day
from dashboard.showing.tellers import ranked
from dashboard.tables.scores_table import FORMULAS

ROOT = Path(__file__).parents[3]
TEXT = (
    "The council met on Monday evening to talk about the budget. Members argued for three hours about the price of "
    "the new bridge. Nobody was happy, and the mayor said that the matter would come back in the spring."
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_score_has_one_word_and_harder_scores_harder_words(formula):
    scores = [-20 + step / 4 for step in range(600)]
    words = [bands.WORDS.index(bands.word(formula, score)) for score in scores]
    assert words == sorted(words, reverse=formula == bands.EASE)
    assert set(words) == {0, 1, 2, 3}
    assert all(name in bands.told(formula) for name in bands.WORDS)


@pytest.mark.parametrize(
    ("formula", "score", "word"),
    [
        ("flesch_reading_ease", 65, "plain"),
        ("flesch_reading_ease", 10, "academic"),
        ("flesch_kincaid_grade", 5, "plain"),
        ("flesch_kincaid_grade", 17, "academic"),
        ("dale_chall", 6.5, "plain"),
        ("dale_chall", 8.2, "newspaper"),
        ("dale_chall", 10.4, "academic"),
    ],
)
def test_words_fit_the_scale_of_their_formula(formula, score, word):
    assert bands.word(formula, score) == word


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("reference", [None, -8.0, 40.0])
def test_words_on_the_chart_never_overlap(sample, formula, reference):
    library = Library(sample)
    articles = library.articles()
    who = ranked(library.run(summaries.outlets()), articles)
    figure = charts.strip(articles, formula, formula, who, reference)
    low, high = figure.layout.xaxis.range
    words = [item for item in figure.layout.annotations if item.text in bands.WORDS]
    half = {item.text: len(item.text) * 7 / 330 * (high - low) / 2 for item in words}
    ends = sorted((item.x - half[item.text], item.x + half[item.text]) for item in words)
    assert all(low <= start < end <= high for start, end in ends)
    assert all(first[1] <= second[0] for first, second in zip(ends, ends[1:], strict=False))
    assert all(item.y < -0.6 for item in words)  # below the marks
    lines = [item.text for item in figure.layout.annotations if item.text.startswith("your text")]
    assert lines == ([] if reference is None else [f"your text: {reference:.1f}"])
    assert reference is None or low < reference < high


def open_page(monkeypatch, library) -> AppTest:
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    app = app.switch_page("views/readability.py").run()
    assert not app.exception
    return app


def test_a_pasted_text_is_scored_beside_the_median_of_the_articles_and_not_stored(sample, monkeypatch):
    before = sorted(path.name for path in sample.rglob("*"))
    app = open_page(monkeypatch, sample)
    app.text_area(key="reference").set_value(TEXT).run()
    assert not app.exception
    table = next(frame.value for frame in app.dataframe if "Your text" in frame.value.columns)
    assert list(table["Score"]) == [formula.label for formula in FORMULAS.values()]
    assert table["Your text"].notna().all()
    medians = Library(sample).articles()[list(FORMULAS)].median()
    assert all(math.isclose(told, median) for told, median in zip(table["Articles"], medians, strict=True))
    assert set(table["Your text is"]) <= {"easier", "harder", "as hard"}
    assert sorted(path.name for path in sample.rglob("*")) == before


@pytest.mark.parametrize("text", ["Too short.", "word " * 29, "word " * 40, "*" * 500])
def test_a_text_that_is_too_short_is_told_so(sample, monkeypatch, text):
    app = open_page(monkeypatch, sample)
    app.text_area(key="reference").set_value(text).run()
    assert not app.exception
    assert any("30 words and 2 sentences" in info.value for info in app.info)


def test_a_text_in_another_language_is_scored_with_a_warning(sample, monkeypatch):
    text = (
        "Der Rat tagte am Montag und sprach über den Haushalt der Stadt und die neue Brücke. Die Mitglieder stritten "
        "sich drei Stunden lang über den Preis, und der Bürgermeister sagte, dass die Sache im Frühjahr wieder kommt."
    )
    app = open_page(monkeypatch, sample)
    app.text_area(key="reference").set_value(text).run()
    assert any("English" in warning.value for warning in app.warning)


def test_a_clicked_mark_leads_to_the_sentences_of_its_article_however_easy_they_are(sample, monkeypatch):
    library = Library(sample)
    among_hardest = set(library.run(summaries.hardest(Filters()))["key"])
    articles = library.articles()
    scored = articles[articles["flesch_kincaid_grade"].notna()]
    easy = scored[~scored["key"].isin(among_hardest)]
    row = (easy if len(easy) else scored).iloc[0]
    app = open_page(monkeypatch, sample)
    app.session_state["readability-strip-kept"] = {}, {"points": [{"customdata": [row["key"]]}]}
    app.run()
    assert not app.exception
    assert any("Of what you clicked" in said.value for said in app.caption)
    cards = [item.proto.body for item in app.get("html") if 'class="evidence"' in item.proto.body]
    assert cards
    assert all(day(row["published"]) in card for card in cards)
