"""What a chart draws leaves as a table: one row a mark, in words and numbers."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import data, voices_charts
from dashboard.charts.certainty_chart import certainty
from dashboard.charts.look import blank, text
from dashboard.showing import clicks
from dashboard.tables.quality_tables import KNOWN_FROM


def test_a_bar_chart_gives_its_bars():
    rows = data.table(certainty({"given": 3, "inferred": 1}, KNOWN_FROM))
    assert list(rows["x"]) == [3, 1]
    assert list(rows["y"]) == ["given with the article", "inferred from the text"]
    assert set(rows["measure"]) == {"articles, by where their date of publication is known from"}


def test_places_on_an_axis_go_by_their_names():
    counts = pd.DataFrame({"teller": ["A & B", "C"], "speaker": ["Edda <b>", "Edda <b>"], "statements": [4, 2]})
    rows = data.table(voices_charts.grid(counts, ["A & B", "C"], ["Edda <b>"]))
    assert list(rows["x"]) == ["A & B", "C"]
    assert set(rows["y"]) == {"Edda <b>"}
    assert list(rows["said"]) == ["Edda <b> in A & B: 4", "Edda <b> in C: 2"]


def test_marks_moved_aside_stand_in_their_row():
    figure = blank("Title", "unit", 100)
    figure.add_scatter(x=[1.5, 2.5], y=[0.9, 1.1], hovertext=["one<br>two", "three"], name=text("x<y"))
    figure.update_yaxes(tickvals=[0, 1], ticktext=["low", "high"])
    rows = data.table(figure)
    assert list(rows["y"]) == ["high", "high"]
    assert list(rows["said"]) == ["one · two", "three"]
    assert set(rows["series"]) == {"x<y"}


def test_error_bars_and_gaps():
    figure = blank("Title", "unit", 100)
    figure.add_scatter(x=[1, None, 3], y=[4, None, 6], error_x={"array": [0.1, 0, 0.3], "arrayminus": [0.2, 0, 0]})
    rows = data.table(figure)
    assert list(rows["x_more"]) == [0.1, 0.3]
    assert list(rows["x_less"]) == [0.2, 0]
    assert len(rows) == 2


def test_an_empty_chart_gives_a_table_without_rows():
    assert data.table(go.Figure()).empty


def test_a_chart_can_be_saved_and_sent_nowhere():
    config = clicks._config("some-chart")
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert config["toImageButtonOptions"]["format"] == "svg"
