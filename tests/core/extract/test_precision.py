"""How exactly a figure is told."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract import analyze
from core.extract.figures.precision import place, told
from core.model import Article


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Norhaven paid $38.5 billion.", 1e8),
        ("Norhaven paid $40 billion.", 1e9),
        ("Norhaven paid £7m.", 1e6),
        ("Norhaven paid between $9 million and $12.5 million.", 1e6),
        ("Norhaven paid between $9.25 million and $12.75 million.", 1e4),
        ("Exports rose by 2.25 percent.", 0.01),
        ("The quay takes 1,200 tonnes.", 100),
        ("The quay takes 1,000 tonnes.", 0),
        ("The quay takes 1,234 tonnes.", 0),
        ("The ferry has 28 cabins.", 0),
        ("The ferry has twelve cabins.", 0),
        ("Half of the cabins are empty.", 0),
        ("A third of the cabins are empty.", 100 / 30),
    ],
)
def test_the_last_digit_told(words, precision):
    [figure] = analyze(Article(words)).figures
    assert figure.precision == pytest.approx(precision)


@pytest.mark.parametrize(
    ("words", "attributive"),
    [
        ("A four-star general spoke.", True),
        ("Twenty-four boats left.", False),
        ("Between 10 and 15 boats left.", False),
        ("The ferry has 28 cabins.", False),
    ],
)
def test_a_figure_in_front_of_a_noun(words, attributive):
    [figure] = analyze(Article(words)).figures
    assert figure.attributive is attributive


@pytest.mark.parametrize(
    ("words", "modifier", "side"),
    [
        ("Nearly 40 cabins burned.", "~", "below"),
        ("Almost 40 cabins burned.", "~", "below"),
        ("The count nearly reached 40 cabins.", "~", "below"),
        ("Just under 40 cabins burned.", "<", "below"),
        ("Just short of 40 cabins burned.", "<", "below"),
        ("Slightly fewer than 40 cabins burned.", "<", "below"),
        ("Just over 40 cabins burned.", ">", "above"),
        ("A little more than 40 cabins burned.", ">", "above"),
        ("Dozens of cabins burned.", None, "above"),
        ("A dozen cabins burned.", None, "around"),
        ("Two dozen cabins burned.", None, "around"),
        ("About a dozen cabins burned.", "~", "around"),
        ("At least a dozen cabins burned.", ">", None),
        ("Nearly two dozen cabins burned.", "~", "below"),
        ("About 40 cabins burned.", "~", None),
        ("At least 40 cabins burned.", ">", None),
        ("Up to 40 cabins burned.", "<", None),
        ("Well over 40 cabins burned.", ">", None),
        ("40 cabins burned.", None, None),
    ],
)
def test_the_side_on_which_a_value_lies(words, modifier, side):
    [figure] = analyze(Article(words)).figures
    assert (figure.modifier, figure.side) == (modifier, side)


@given(st.text(max_size=50), st.floats(-1e99, 1e99))
def test_any_words_have_a_precision(words, value):
    assert 0 <= told(words, value) < math.inf
    assert 0 <= place(value) <= max(1.0, abs(value))
