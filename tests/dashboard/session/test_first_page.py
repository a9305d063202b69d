"""What makes the first page come sooner, and is gone when it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.library import Filters, Library
from core.library.questions import queries
from dashboard import serve
from dashboard.session import opened
from dashboard.session.memory import Memory

APP = Path(__file__).parents[3] / "dashboard" / "app.py"


def _open() -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    return app


def test_the_chart_that_fetches_what_draws_charts_is_gone_when_the_page_is_there(sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    app = _open()
    charts = len(app.get("plotly_chart"))
    assert charts == 3
    places = list(app.main.children)
    assert len(app.run().get("plotly_chart")) == charts
    assert list(app.main.children) == places  # what moves is made anew by the browser, and forgets where it was


def test_the_first_page_asks_for_nothing_that_the_server_read_ahead(sample, monkeypatch):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(sample))
    monkeypatch.setattr(opened, "_MEMORY", Memory(100_000_000))
    serve._read_ahead()
    asked = []
    run = Library.run
    monkeypatch.setattr(Library, "run", lambda self, query: asked.append(query.sql) or run(self, query))
    _open()
    assert queries.articles(Filters()).sql not in asked
    assert queries.leading_indicators(Filters(), 1).sql not in asked
    assert asked == []


@pytest.mark.parametrize("place", ["missing", "empty"])
def test_reading_ahead_leaves_a_library_that_is_not_there_to_the_page(tmp_path, monkeypatch, place):
    monkeypatch.setenv("COVERAGE_LIBRARY", str(tmp_path / place))
    if place == "empty":
        (tmp_path / place).mkdir()
    serve._read_ahead()
    assert any("holds no articles yet" in said.value for said in _open().info)
