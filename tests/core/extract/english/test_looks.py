"""What is asked of a word's bits is what its letters and the lexicon tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.english import function_words, looks, word_forms
from core.extract.tokens import tokenize
from core.model import Span


@pytest.mark.parametrize(
    ("word", "told", "not_told"),
    [
        ("table", looks.PLAIN | looks.ALPHA | looks.ALNUM, looks.VERBAL | looks.FUNCTION),
        ("rose", looks.VERBAL | looks.PAST | looks.LISTED_VERB, looks.PLAIN),
        ("the", looks.DETERMINER | looks.FUNCTION | looks.BEFORE_TIME, looks.PLAIN),
        ("monday", looks.TIME | looks.ALPHA, looks.PLAIN),
        ("2018", looks.TIME | looks.ALNUM, looks.ALPHA),
        ("2218", looks.PLAIN | looks.ALNUM, looks.TIME),
        ("boats", looks.PLURAL | looks.PLAIN, looks.VERBAL),
        (",", 0, looks.ALNUM | looks.PLAIN),
        ("", 0, looks.ALNUM | looks.PLAIN),
    ],
)
def test_look(word: str, told: int, not_told: int) -> None:
    assert looks.of(word) & told == told
    assert not looks.of(word) & not_told


@given(st.text(max_size=60))
def test_bits_agree_with_the_words_classes(text: str) -> None:
    for token in tokenize(text, Span(0, len(text))):
        look = looks.of(token.lower)
        assert bool(look & looks.PAST) == word_forms.is_past(token.lower)
        assert bool(look & looks.PLURAL) == word_forms.is_plural(token.lower)
        assert bool(look & looks.FUNCTION) == (token.lower in function_words.FUNCTION)
        assert look == looks.of(token.lower)
