"""Each page over each kind of library, without a browser: it runs to its end and says what it should."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import pipeline
from core.library import Library
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
