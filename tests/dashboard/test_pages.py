"""Each page over each kind of library, without a browser: it runs to its end and says what it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.library import Filters, Library
from core.library.questions import summaries
from dashboard.comparing import compared

ROOT = Path(__file__).parents[2]
# The page that adds articles shows none; test_add has it.
PAGES = sorted(path.name for path in (ROOT / "dashboard" / "views").glob("*.py") if path.name != "add.py")


def _open(monkeypatch: pytest.MonkeyPatch, library: Path, page: str, **parameters: str) -> AppTest:
    monkeypatch.setenv("COVERAGE_LIBRARY", str(library))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page != "overview.py":
        app.switch_page(f"views/{page}")
        app.run()
    assert not app.exception, [error.value for error in app.exception]
    assert not app.error, [error.value for error in app.error]
    return app


def _said(app: AppTest) -> str:
    shown = [*app.main.get("html"), *app.caption, *app.info, *app.warning, *app.header, *app.metric]
    return "\n".join(
        str(getattr(item, "value", "")) + str(getattr(getattr(item, "proto", None), "body", "")) for item in shown
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_sample_corpus(page, sample, monkeypatch):
    app = _open(monkeypatch, sample, page)
    assert "articles from" in _said(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stays_useful_when_every_outlet_and_most_dates_are_unknown(page, real, monkeypatch):
    app = _open(monkeypatch, real, page)
    assert "5 articles" in _said(app)
    assert "4 without a date" in _said(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_one_article_alone(page, tmp_path, monkeypatch):
    (tmp_path / "one.txt").write_text("Harbour ferry stops\n\nThe ferry stopped on Monday.", encoding="utf-8")
    pipeline.add([str(tmp_path / "one.txt")], Library(tmp_path / "library"), jobs=1)
    assert "1 article" in _said(_open(monkeypatch, tmp_path / "library", page))


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_library_says_what_to_do(page, tmp_path, monkeypatch):
    assert "make run" in _said(_open(monkeypatch, tmp_path / "nothing", page))


def test_filters_that_leave_nothing_say_so(sample, monkeypatch):
    app = _open(monkeypatch, sample, "overview.py", words="xylophonically")
    assert "No article is left" in _said(app)


def test_a_link_reopens_the_same_view(sample, monkeypatch):
    app = _open(monkeypatch, sample, "overview.py", words="turnover")
    assert app.text_input(key="words").value == "turnover"
    assert "with the words" in _said(app)


def test_a_page_that_fails_says_so_in_a_sentence(sample, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("a detail for the terminal")

    monkeypatch.setattr("dashboard.filtering.header.draw", fail)
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=30).run()
    assert not app.exception
    assert [error.value[:20] for error in app.error] == ["Something went wrong"]
    assert "a detail" not in app.error[0].value


def test_the_timeline_can_show_its_bars_by_topic(sample, monkeypatch):
    app = _open(monkeypatch, sample, "timeline.py")
    app.session_state["bars"] = "topic"
    app.run()
    assert not app.exception
    assert not app.error
    drawn = str(app.get("plotly_chart")[0].proto.spec)
    assert "Harrow Vale tram" in drawn
    assert "Daily Ledger" not in drawn


SPOKEN = """Ferry stops

Ada Lowe said the ferry was late. Viktor Brandt denounced the ferry. John Ray wants to stop the ferry. Ada Lowe told
reporters that the pier would close.
"""


@pytest.fixture
def spoken(tmp_path):
    """A library of two articles where somebody speaks, somebody is told to speak, and somebody wants something."""
    for name, more in (("one", "The tide was low."), ("two", "The wind was high.")):
        (tmp_path / f"{name}.txt").write_text(f"{name.title()}: {SPOKEN}\n{more}\n", encoding="utf-8")
    pipeline.add([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")], Library(tmp_path / "library"), jobs=1)
    return tmp_path / "library"


def _statements(app: AppTest) -> str:
    return next(one.value for one in app.metric if one.label == "Attributed statements")


def test_voices_count_what_is_said_and_with_the_switch_what_is_thought(spoken, monkeypatch):
    app = _open(monkeypatch, spoken, "voices.py")
    assert _statements(app) == "4"
    drawn = str(app.get("plotly_chart")[0].proto.spec)
    assert "Ada Lowe" in drawn
    assert "John Ray" not in drawn
    assert "Viktor Brandt" not in drawn
    app.toggle(key="thoughts").set_value(True).run()
    assert not app.exception
    assert _statements(app) == "8"
    drawn = str(app.get("plotly_chart")[0].proto.spec)
    assert "John Ray" in drawn
    assert "Viktor Brandt" in drawn


def test_an_address_says_what_voices_and_compare_count(spoken, monkeypatch):
    assert _statements(_open(monkeypatch, spoken, "voices.py", thoughts="true")) == "8"
    for value, there in (("true", True), ("false", False)):
        app = _open(monkeypatch, spoken, "compare.py", thoughts=value)
        assert app.toggle(key="thoughts").value is there
        assert any("John Ray" in str(chart.proto.spec) for chart in app.get("plotly_chart")) is there


def test_voices_say_where_nothing_is_said_but_much_is_thought(tmp_path, monkeypatch):
    (tmp_path / "one.txt").write_text("Ferry stops\n\nJohn Ray wants to stop the ferry.", encoding="utf-8")
    pipeline.add([str(tmp_path / "one.txt")], Library(tmp_path / "library"), jobs=1)
    app = _open(monkeypatch, tmp_path / "library", "voices.py")
    assert "nothing that anybody says" in _said(app)
    app.toggle(key="thoughts").set_value(True).run()
    assert _statements(app) == "1"


def test_voices_calls_the_same_words_quoted_above_and_speaker_by_speaker(sample, monkeypatch):
    app = _open(monkeypatch, sample, "voices.py", topic="Harrow Vale tram")
    share = next(item.value for item in app.metric if item.label == "Quoted")
    of_speakers = Library(sample).run(summaries.speakers(Filters(topics=("Harrow Vale tram",))))
    assert f"{of_speakers['direct_words'].sum() / of_speakers['words'].sum():.0%}" == share


def test_one_article_alone_has_nothing_to_be_compared_with(tmp_path, monkeypatch):
    (tmp_path / "one.txt").write_text("Harbour ferry stops\n\nThe ferry stopped on Monday.", encoding="utf-8")
    pipeline.add([str(tmp_path / "one.txt")], Library(tmp_path / "library"), jobs=1)
    assert "only one article" in _said(_open(monkeypatch, tmp_path / "library", "compare.py"))


def test_very_many_articles_are_compared_only_when_that_is_asked_for(sample, monkeypatch):
    monkeypatch.setattr(compared, "MANY", 11)
    app = _open(monkeypatch, sample, "compare.py")
    assert "narrow them to one subject" in _said(app)
    assert "Head to head" not in _said(app)
    app.toggle(key="compare-many").set_value(True).run()
    assert not app.exception
    assert "Head to head" in _said(app)
    assert "Head to head" in _said(_open(monkeypatch, sample, "compare.py", topic="Harrow Vale tram"))
