from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.english.normal_forms import normalise


@pytest.mark.parametrize(
    "written",
    ["trade turnover", "Trade turnover", "our trade turnover", "the record trade turnover", "mutual trade",
     "turnover of trade", "bilateral trade turnover", "commodity turnover", "trade turnover in 2022"],
)  # fmt: skip
def test_ways_of_naming_one_measure_become_one(written):
    assert normalise(written).normal == "trade turnover"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Belarusian exports", "Russian exports"),
        ("exports", "imports"),
        ("nominal wage", "wage"),
        ("foreign trade turnover", "trade turnover"),
        ("oil price", "gas price"),
    ],
)
def test_different_measures_stay_apart(one, other):
    assert normalise(one).normal != normalise(other).normal


@pytest.mark.parametrize(
    "words", ["", "level", "the amount", "people", "two countries", "of", "the value of the deal", "2022"]
)
def test_general_words_have_no_normal_form(words):
    assert normalise(words) is None


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("cost of the bridge", "bridge cost"),
        ("budget for the bridge", "bridge budget"),
        ("final cost of the bridge", "bridge cost"),
    ],
)
def test_a_quantity_is_found_wherever_its_noun_stands(written, normal):
    assert normalise(written).normal == normal


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_measure_has_a_normal_form_or_none_and_the_form_is_stable(words):
    named = normalise(words)
    if named is not None:
        assert named.normal == named.normal.strip()
        assert named.normal
