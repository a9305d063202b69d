"""Loaded and hedging words, persons, passives and competing terms, with their places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import wording


def terms(text, measure, left_out=()):
    return [use.term for use in wording.read(text, left_out).uses if use.measure == measure]


@pytest.mark.parametrize(
    ("text", "measure", "found"),
    [
        ("A reckless plan, and a catastrophic one.", wording.LOADED, ["reckless", "catastrophic"]),
        ("The mayor’s regime fell.", wording.LOADED, ["regime"]),
        ("It may rain, perhaps, and is likely to.", wording.HEDGE, ["may", "perhaps", "likely"]),
        ("The bridge opens in May.", wording.HEDGE, []),
        ("They gave us our boats; the US Navy did not.", wording.FIRST, ["us", "our"]),
        ("He saw them.", wording.THIRD, ["he", "them"]),
        ("The pier was quickly built and has been sold.", wording.PASSIVE, ["was quickly built", "been sold"]),
        ("The pier was red. They were there.", wording.PASSIVE, []),
    ],
)
def test_words_of_a_measure_are_found(text, measure, found):
    assert terms(text, measure) == found


def test_a_longer_term_hides_the_shorter_one_inside_it():
    text = "They call it a special military operation; others call it a war."
    assert terms(text, wording.RIVAL) == ["special military operation", "war"]


def test_forms_of_a_term_count_as_the_term():
    uses = wording.read("Protesters met demonstrators.", ()).uses
    assert [(use.term, use.thing) for use in uses if use.measure == wording.RIVAL] == [
        ("protest", "crowd in the street"),
        ("demonstration", "crowd in the street"),
    ]


def test_what_is_left_out_counts_nowhere():
    text = "The clerk called it “an outrageous sham” on Monday."
    quoted = (text.index("an out"), text.index("”"))
    assert terms(text, wording.LOADED) == ["outrageous", "sham"]
    assert terms(text, wording.LOADED, [quoted]) == []
    assert wording.read(text, [quoted]).words == wording.read(text).words - 3


def test_a_quotation_parts_what_stands_around_it():
    text = "It was “x” built."
    assert wording.read(text, [(7, 10)]).words == 3


@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4))
@settings(deadline=None, max_examples=150)
def test_every_use_stands_in_the_text_and_outside_what_is_left_out(text, left_out):
    found = wording.read(text, left_out)
    for use in found.uses:
        assert 0 <= use.span.start < use.span.end <= len(text)
    assert found.words >= 0


@pytest.mark.parametrize("bit", ["was ", "special military ", "“", "a-", "may be ", "9, "])
def test_a_megabyte_is_read_in_time(bit):
    start = time.process_time()
    wording.read(bit * (1_000_000 // len(bit)))
    assert time.process_time() - start < 5
