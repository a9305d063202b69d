"""The room for labels: enough for what plotly will draw, and never less than a chart asked for."""

from __future__ import annotations

import pytest

from dashboard.charts import margins
from dashboard.charts.look import blank


@pytest.mark.parametrize(
    ("label", "measured"),  # in a browser, in pixels
    [
        ("passengers per year · 378 articles", 154),
        ("compensation fund · 144 articles", 152),
        ("Alexander Lukashenko", 106),
        ("other outlets", 61),
        ("Generated article 760 · Outlet 10", 151),
        ("speaker not named", 90),
    ],
)
def test_a_label_is_taken_for_as_wide_as_it_is_or_a_little_wider(label, measured):
    assert measured <= margins.width(label) <= 1.05 * measured


def test_a_letter_written_as_an_entity_is_one_letter():
    assert margins.width("A &amp; B") == margins.width("A & B")


def test_margins_grow_with_labels_and_never_shrink():
    figure = blank("Title", "unit", 100)
    figure.add_bar(y=["a", "A very long name of an outlet"], x=[1, 2], orientation="h")
    before = figure.layout.margin
    kept = before.t, before.b
    margins.fit(figure)
    assert figure.layout.margin.l > margins.width("A very long name of an outlet")
    assert figure.layout.margin.t == kept[0]
    assert figure.layout.margin.b >= kept[1]


@pytest.mark.parametrize("values", [[], [None], [3.5, None, 12_000.0]])
def test_a_chart_of_numbers_or_of_nothing_has_room_too(values):
    figure = blank("Title", "unit", 100)
    figure.add_scatter(x=list(range(len(values))), y=values)
    assert margins.fit(figure).layout.margin.l >= 8
