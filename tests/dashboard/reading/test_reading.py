"""The reading pane's page: the way from article to article, notes, corrections, page furniture; all of it lasts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.library import Library, store
from core.model import Span
from dashboard.reading import notes, pane, picker
from dashboard.reading.pane import Mark

ROOT = Path(__file__).parents[3]


@pytest.fixture
def library(sample, tmp_path, monkeypatch):
    path = shutil.copytree(sample, tmp_path / "library")
    monkeypatch.setenv("COVERAGE_LIBRARY", str(path))
    return Library(path)


def read(key: str) -> AppTest:
    """Open the reading pane at an article."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    app.query_params["article"] = key
    return sound(app.switch_page("views/articles.py").run())


def sound(app: AppTest) -> AppTest:
    assert not app.exception, [error.value for error in app.exception]
    assert not app.error, [error.value for error in app.error]
    return app


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    return sound([button for button in app.button if button.label == label][number].click().run())


def title(app: AppTest) -> str:
    return next(html.proto.body for html in app.main.get("html") if "<h2" in html.proto.body)


def reading(app: AppTest) -> str:
    """Return the article that the address asks for."""
    asked = app.query_params["article"]
    return asked if isinstance(asked, str) else asked[0]


def texts(app: AppTest) -> str:
    return "\n".join(str(item.value) for item in app.text)


def row(library, key):
    rows = library.articles()
    return rows[rows.key == key].iloc[0]


def test_next_and_previous_walk_through_the_filtered_articles(library):
    articles = library.articles()
    app = read(articles.key[0])
    assert [button.disabled for button in app.button if button.label in ("Previous", "Next")] == [True, False]
    app = press(app, "Next")
    assert reading(app) == articles.key[1]
    app = press(press(app, "Next"), "Previous")
    assert reading(app) == articles.key[1]


def test_the_list_is_searched_by_title_and_outlet_and_opens_what_is_chosen(library):
    articles = library.articles()
    wanted = articles[articles.outlet.notna()].iloc[0]
    app = read(articles.key[0])
    app = sound(app.text_input(key="articles-search").set_value(wanted.outlet.upper()).run())
    (listed,) = [radio for radio in app.radio if radio.label == "Articles"]
    found = articles[articles.outlet == wanted.outlet].key
    assert len(listed.options) == min(len(found), picker.SHOWN)
    listed.set_value(found.iloc[-1] if len(found) <= picker.SHOWN else found.iloc[0])
    sound(app.run())
    assert reading(app) in set(found)
    app = sound(app.text_input(key="articles-search").set_value("xylophone").run())
    assert any("No title or outlet" in caption.value for caption in app.caption)


def test_a_hundred_thousand_articles_are_listed_a_part_at_a_time():
    count = 100_000
    articles = pd.DataFrame(
        {
            "key": [f"k{number}" for number in range(count)],
            "title_shown": [f"Title *{number}*" for number in range(count)],
            "outlet": None,
            "published": pd.NaT,
        }
    )
    assert picker.position(articles, "k99999") == 99_999
    assert picker.position(articles, "gone") is None
    assert list(picker.matching(articles, "title *777*").key) == ["k777"]


def test_a_note_and_labels_last_and_stand_in_table_and_history(library):
    key = library.articles().key[0]
    app = read(key)
    app.text_area[0].set_value("*Read* again\nbefore Monday")
    labels = next(box for box in app.multiselect if box.label == "Labels")
    labels.set_value(["local", "ports, ships"])
    app = press(app, "Save", 1)
    assert (row(library, key).note, row(library, key).labels) == (
        "*Read* again\nbefore Monday",
        "local, ports, ships",
    )
    app = read(key)
    assert "*Read* again" in texts(app)
    assert app.text_area[0].value == "*Read* again\nbefore Monday"
    assert notes.used(library) == ["local", "ports", "ships"]
    app = press(app, "Undo", 1)
    assert pd.isna(row(library, key).note)
    assert pd.notna(row(library, key).labels)

    table = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    table = sound(table.switch_page("views/articles.py").run())
    assert "local, ports, ships" in set(table.dataframe[0].value["Labels"])
    assert "Note" not in table.dataframe[0].value.columns


def test_an_article_is_corrected_where_it_is_read_and_the_correction_taken_back(library):
    before = library.articles().iloc[0]
    app = read(before.key)
    field = {
        box.label.partition(" (")[0]: box
        for box in [*app.main.text_input, *app.main.date_input, *app.main.selectbox]
    }
    assert f"as read: {before.topic}" in field["Topic"].label
    field["Title"].set_value("A <b>new</b> title")
    field["Published"].set_value(pd.Timestamp("2024-02-29").date())
    field["Story"].set_value("")
    app = press(app, "Save")
    after = row(library, before.key)
    assert (after.title, after.published, after.story) == (
        "A <b>new</b> title",
        pd.Timestamp("2024-02-29"),
        after.key,
    )
    assert after.outlet is before.outlet or after.outlet == before.outlet
    assert "A &lt;b&gt;new&lt;/b&gt; title" in title(app)
    assert not library.stale
    assert "Title “A <b>new</b> title”" in texts(app)
    for _ in range(3):
        open_ones = library.edits().query("last and in_force").id
        app = press(app, "Undo", list(library.edits().query("last").id).index(open_ones.iloc[0]))
    assert row(library, before.key).drop("corrected").equals(before.drop("corrected"))


def test_writing_what_was_read_again_takes_a_correction_back(library):
    key = library.articles().key[1]
    read_as = row(library, key).outlet
    store.correct(library, "outlet", {key: "Another"})
    app = read(key)
    next(box for box in app.text_input if box.label.startswith("Outlet")).set_value(read_as)
    press(app, "Save")
    assert row(library, key).outlet == read_as
    assert pd.isna(row(library, key).corrected)


def test_page_furniture_is_restored_and_marked_and_every_count_follows(library):
    articles = library.articles()
    key = next(key for key in articles.key if len(library.article(key).boilerplate))
    before, marked = row(library, key), len(library.article(key).boilerplate)
    app = press(read(key), "Restore")
    assert len(library.article(key).boilerplate) < marked
    assert row(library, key).words > before.words
    choice = next(box for box in app.selectbox if box.label == "Mark a line as furniture")
    app = sound(choice.select_index(len(choice.options) - 1).run())
    app = press(app, "Mark as furniture")
    assert "marked by hand" in "\n".join(caption.value for caption in app.caption).replace("\\", "")
    press(press(app, "Undo", 0), "Undo", 1)
    assert row(library, key).drop("corrected").equals(before.drop("corrected"))


def test_an_article_outside_the_filters_can_still_be_read(library):
    articles = library.articles()
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    app.query_params["article"] = articles.key[0]
    app.query_params["topic"] = next(topic for topic in articles.topic if topic != articles.topic[0])
    app = sound(app.switch_page("views/articles.py").run())
    assert any("Outside the filters" in caption.value for caption in app.caption)


def test_the_most_quoted_speakers_look_each_their_own_way_and_the_rest_alike():
    marks = [Mark(Span(0, 1), "quote", "quote", "", speaker=name) for name in "aaaabbbccdef"]
    marks += [Mark(Span(0, 1), "quote", "quote", "", speaker="speaker unknown")] * 9
    assert pane.voices(marks) == {"a": "voice0", "b": "voice1", "c": "voice2", "d": "voice3"}


def test_labels_are_parted_by_commas_and_each_kept_once():
    assert notes.parted(" local,ports , Local,,") == ["Local", "ports"]
    assert notes.joined(["b, c", "a", " "]) == "b, c, a"
    assert notes.joined([]) is None
