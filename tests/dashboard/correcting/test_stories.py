"""Stories put together and apart by hand on the page, and the filter by story."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.library import Filters, Library
from core.library.questions import queries

ROOT = Path(__file__).parents[3]


@pytest.fixture
def app(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(shutil.copytree(sample, tmp_path / "own")))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.switch_page("views/compare.py").run()
    assert not app.exception
    assert not app.error
    return app


def stories_of(tmp_path, keys):
    rows = Library(tmp_path / "own").run(queries.articles(Filters(articles=tuple(keys))))
    return list(rows.set_index("key").loc[list(keys)]["story"])


def press(app, label):
    next(button for button in app.button if button.label == label).click()
    app.run()
    assert not app.exception
    assert not app.error


def test_articles_are_made_one_story_and_parted_again(app, tmp_path):
    rows = Library(tmp_path / "own").run(queries.articles(Filters()))
    keys = list(rows.drop_duplicates("story")["key"].head(2))
    app.multiselect(key="stories-chosen").set_value(keys)
    app.run()
    press(app, "Make them one story")
    assert len(set(stories_of(tmp_path, keys))) == 1
    app.multiselect(key="stories-chosen").set_value(keys)
    app.run()
    press(app, "As the texts say")
    assert len(set(stories_of(tmp_path, keys))) == 2


def test_the_filter_by_story_offers_those_of_two_articles_or_more(app):
    app.session_state["more"] = True
    app.run()
    choice = app.multiselect(key="story-shown")
    assert choice.options
    assert all(int(option.rpartition(" · ")[2]) > 1 for option in choice.options)
    choice.select(choice.options[0])
    app.run()
    assert not app.error
    assert any("Choose at least two" in item.value for item in app.info) or app.dataframe


def test_a_topic_is_renamed_and_its_filter_follows(app, tmp_path):
    app.multiselect(key="topic").select("Union State talks")
    app.run()
    app.selectbox(key="topic-old").select("Union State talks")
    app.text_input(key="topic-new").set_value("Minsk and Moscow")
    press(app, "Rename the topic")
    assert set(Library(tmp_path / "own").articles()["topic"]) == {"Harrow Vale tram", "Minsk and Moscow"}
    assert app.multiselect(key="topic").value == ["Minsk and Moscow"]
    app.toggle(key="stories-history").set_value(True)
    app.run()
    assert any("“Union State talks” is called “Minsk and Moscow”" in item.value for item in app.text)
    press(app, "Undo")
    assert "Union State talks" in set(Library(tmp_path / "own").articles()["topic"])


def test_a_story_is_renamed_and_named_so_among_the_filters(app, tmp_path):
    app.text_input(key="story-new").set_value("The rising cost")
    press(app, "Rename the story")
    app.session_state["more"] = True
    app.run()
    assert any(option.startswith("The rising cost · ") for option in app.multiselect(key="story-shown").options)
    app.toggle(key="stories-history").set_value(True)
    app.run()
    assert any("name of its story “The rising cost”" in item.value for item in app.text)


def test_an_article_taken_out_of_its_story_is_told_in_the_history_and_put_back(app, tmp_path):
    rows = Library(tmp_path / "own").run(queries.articles(Filters()))
    together = rows[rows.duplicated("story", keep=False)]
    first, other = together[together["story"] == together["story"].iloc[0]]["key"].head(2)
    app.multiselect(key="stories-chosen").set_value([other])
    app.run()
    press(app, "Each its own story")
    assert len(set(stories_of(tmp_path, [first, other]))) == 2
    app.toggle(key="stories-history").set_value(True)
    app.run()
    assert any("a story of its own" in item.value for item in app.text)
    press(app, "Undo")
    assert len(set(stories_of(tmp_path, [first, other]))) == 1
