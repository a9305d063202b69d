"""The first minute: over the sample corpus a newcomer is told what this is and led to three answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.adding import welcome
from dashboard.session import places

APP = str(Path(__file__).parents[3] / "dashboard" / "app.py")


@pytest.fixture
def app(sample: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    monkeypatch.setattr(places, "SAMPLE_LIBRARY", sample)
    return AppTest.from_file(APP, default_timeout=30).run()


def _questions(app: AppTest) -> list[str]:
    links = [link.proto.label for link in app.get("page_link")]
    return [start.question for start in welcome.STARTS if start.question in links]


def test_the_sample_corpus_is_introduced_with_three_things_to_click(app):
    assert len(_questions(app)) == 3
    assert any("prove it from the text" in item.value for item in app.markdown)


@pytest.mark.parametrize("start", welcome.STARTS, ids=lambda start: start.page)
def test_each_of_them_leads_to_a_page_with_articles_on_its_topic(start, sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    there = AppTest.from_file(APP, default_timeout=30)
    there.query_params["topic"] = start.topic
    there.run()
    there.switch_page(f"views/{start.page}.py").run()
    assert not there.exception
    assert there.session_state["topic"] == [start.topic]
    assert any(f"on {start.topic}" in str(item.proto.body) for item in there.main.get("html"))


def test_it_can_be_closed_and_stays_so(app):
    app.button(key="welcome-close").click().run()
    assert _questions(app) == []
    assert _questions(app.run()) == []


def test_a_filter_takes_it_away(sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    monkeypatch.setattr(places, "SAMPLE_LIBRARY", sample)
    there = AppTest.from_file(APP, default_timeout=30)
    there.query_params["topic"] = "Union State talks"
    assert _questions(there.run()) == []


def test_other_libraries_are_opened_without_it(sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    assert _questions(AppTest.from_file(APP, default_timeout=30).run()) == []
