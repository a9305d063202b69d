"""Verbs, noun phrases and subjects in sentences of our own; a token is named by its first place in the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.english import looks
from core.extract.english.noun_phrases import Phrase, beginning, complement, ending, is_time_phrase
from core.extract.english.subjects import subject
from core.extract.english.verbs import group_start, is_verb
from core.extract.tokens import tokenize
from core.model import Span


class Read:
    """A sentence as the grammar reads it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokenize(text, Span(0, len(text)))
        self.low = [token.lower for token in self.tokens] + [""] * 8
        self.looks = [looks.of(word) for word in self.low]

    def glued(self, i: int) -> bool:
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end

    def at(self, word: str) -> int:
        return self.low.index(word)

    def words(self, phrase: Phrase | None) -> str | None:
        return (
            None if phrase is None else " ".join(token.text for token in self.tokens[phrase.first : phrase.stop])
        )


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Prices rose sharply", "rose", True),
        ("The council has cut the grant", "cut", True),
        ("The final cost was high", "cost", False),
        ("They will cost more", "cost", True),
        ("The company expects a loss", "expects", True),
        ("The rises of last year", "rises", False),
        ("The bank is spending more", "spending", True),
        ("Spending on roads fell", "spending", False),
        ("The last quarter was weak", "last", False),
        ("A quake struck the island", "struck", True),
        ("The forecast growth is small", "forecast", False),
        ("It chose a new route", "chose", True),
        ("They want to hold a vote", "hold", True),
        ("It was finished in 2020", "finished", True),
    ],
)
def test_which_word_is_a_verb(text: str, word: str, verb: bool) -> None:
    read = Read(text)
    assert is_verb(read, read.at(word)) is verb


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        ("The rate is expected to rise", "rise", "is"),
        ("Exports have also fallen", "fallen", "have"),
        ("The line has recently been built", "built", "has"),
        ("Prices rose", "rose", "rose"),
    ],
)
def test_where_a_verb_group_begins(text: str, word: str, first: str) -> None:
    read = Read(text)
    assert group_start(read, read.at(word)) == read.at(first)


@pytest.mark.parametrize(
    ("text", "stop", "inner", "phrase"),
    [
        ("The price of the flat rose", "rose", True, "price of the flat"),
        ("The price of the flat rose", "rose", False, "flat"),
        ("Then new car sales rose", "rose", True, "new car sales"),
        ("They said exports fell", "fell", True, "exports"),
        ("The mayor's budget rose", "rose", True, "mayor 's budget"),
        ("Sales in the quarter rose", "rose", True, "Sales"),
        ("Oil and gas exports rose", "rose", True, "Oil and gas exports"),
    ],
)
def test_a_noun_phrase_that_ends(text: str, stop: str, inner: bool, phrase: str) -> None:
    read = Read(text)
    assert read.words(ending(read, read.at(stop), inner=inner)) == phrase


@pytest.mark.parametrize(
    ("text", "first", "phrase"),
    [
        ("a tax on cars from May", "tax", "tax on cars"),
        ("new homes were built", "new", "new homes"),
        ("sales of the firm rose", "sales", "sales of the firm"),
        ("exports in 2021 rose", "exports", "exports"),
        ("growth last year", "growth", "growth"),
    ],
)
def test_a_noun_phrase_that_begins(text: str, first: str, phrase: str) -> None:
    read = Read(text)
    assert read.words(beginning(read, read.at(first))) == phrase


@pytest.mark.parametrize(
    ("text", "end"),
    [("jobs related to tourism fell", "fell"), ("plans to build the port", ""), ("homes in the valley", ""),
     ("homes in 2021", "in"), ("homes were built", "were")],
)  # fmt: skip
def test_what_specifies_a_counted_noun(text: str, end: str) -> None:
    read = Read(text)
    assert read.low[complement(read, 1)] == end


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("the quarter", True),
        ("2018", True),
        ("last year", True),
        ("early May", True),
        ("the flat", False),
        ("", False),
    ],
)
def test_a_phrase_of_time(text: str, time: bool) -> None:
    assert is_time_phrase(Read(text), 0) is time


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Trade turnover rose by a third", "third", "Trade turnover"),
        ("The bank said it made £4m", "£", "bank"),
        ("The bridge, which opened in May, cost £4m", "£", "bridge"),
        ("The council, before the vote, cut £4m", "£", "council"),
        ("They paid £4m", "£", None),
        ("£4m", "£", None),
    ],
)
def test_the_subject_of_a_clause(text: str, word: str, found: str | None) -> None:
    read = Read(text)
    assert read.words(subject(read, read.at(word))) == found


WORDS = st.sampled_from(
    "the of a which that , ; and but to rose cut has been price sales Lowe it she last 2021 £ 5 ( ) in by while".split()
)


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_can_be_read(words: list[str]) -> None:
    read = Read(" ".join(words))
    for k in range(len(read.tokens)):
        for phrase in (ending(read, k), beginning(read, k), subject(read, k)):
            assert phrase is None or 0 <= phrase.first < phrase.stop <= len(read.tokens)
        assert 0 <= group_start(read, k) <= k
        assert complement(read, k) >= k
