"""Tokens: every visible character once, words kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.tokens import tokenize
from core.model import Span


def words(text):
    return [token.text for token in tokenize(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. and Ph.D. holders", ["The", "U.S.", "and", "Ph.D.", "holders"]),
        ("al-Nuri met O’Leary at AT&T", ["al-Nuri", "met", "O’Leary", "at", "AT&T"]),
        ("Ada's dogs' bowl", ["Ada", "'s", "dogs", "'", "bowl"]),
        ("ADA’S", ["ADA", "’S"]),
        ("$38.5 or 1,000.50%", ["$", "38.5", "or", "1,000.50", "%"]),
        ("a $2.8bn deal in the 1990s", ["a", "$", "2.8", "bn", "deal", "in", "the", "1990", "s"]),
        ("'single quotes'", ["'", "single", "quotes", "'"]),
        ("well-known—dash", ["well-known", "—", "dash"]),
        ("an F-16 at 10:30", ["an", "F-16", "at", "10:30"]),
        ("a 20-year-old", ["a", "20", "-", "year-old"]),
    ],
)
def test_words_numbers_and_marks_are_told_apart(text, expected):
    assert words(text) == expected


def test_lower_form_has_straight_apostrophes():
    (token,) = tokenize("O’Leary", Span(0, 7))
    assert token.lower == "o'leary"


def test_only_the_span_is_read():
    assert [token.text for token in tokenize("one two three", Span(4, 7))] == ["two"]


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_tokens_hold_every_visible_character_once_and_in_order(text):
    tokens = tokenize(text, Span(0, len(text)))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(before.end <= after.start for before, after in zip(tokens, tokens[1:], strict=False))
    assert "".join(token.text for token in tokens) == "".join(text.split())
