"""Where a noun phrase that names somebody begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.english import base_phrases
from core.extract.tokens import tokenize
from core.model import Span


class Words:
    """A sentence, none of it quoted but what stands between straight marks."""

    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text, Span(0, len(text)))
        self.words = [token.lower for token in self.tokens]
        marks = [at for at, word in enumerate(self.words) if word == '"']
        self.inside = bytearray(len(self.words))
        for first, last in zip(marks[::2], marks[1::2], strict=False):
            self.inside[first : last + 1] = b"\1" * (last + 1 - first)

    def is_capital(self, index: int) -> bool:
        return self.tokens[index].text[0].isupper()

    def written(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.tokens[first:last])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Yesterday the mayor of Arlen", "the mayor of Arlen"),
        ("but a spokesman for the ministry", "a spokesman for the ministry"),
        ("while Ada Lowe and Viktor Brandt", "Ada Lowe and Viktor Brandt"),
        ("while bakers and brewers", "brewers"),
        ("if an adviser to the mayor", "an adviser to the mayor"),
        ("what he gave to the mayor", "the mayor"),
        ("that all the residents along the road", "the road"),
        ("because the mayor's office", "the mayor 's office"),
        ("and Rep. Ada Lowe", "Rep . Ada Lowe"),
        ("because they", "they"),
        ("the mayor of", None),
        ("the", None),
        ('he said "the mayor"', None),
    ],
)
def test_where_a_phrase_begins(text: str, phrase: str | None) -> None:
    read = Words(text)
    first = base_phrases.start(read, len(read.words) - 1, 0)
    assert (None if first is None else read.written(first, len(read.words))) == phrase


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("the mayor of Arlen on Monday", "the mayor of Arlen", "the mayor"),
        ("Ada Lowe, the mayor", "Ada Lowe", "Ada Lowe"),
        ("Rep. Ada Lowe told them", "Rep . Ada Lowe told", "Rep . Ada Lowe told"),
        ("she said", "she", "she"),
        ("several officials who knew", "several officials", "several officials"),
        ("the mayor's office in Arlen", "the mayor 's office", "the mayor 's office"),
        ("officials last week", "officials", "officials"),
    ],
)
def test_where_a_phrase_ends(text: str, phrase: str, head: str) -> None:
    read = Words(text)
    found = base_phrases.end(read, 0, len(read.words))
    assert found is not None
    assert [read.written(0, at) for at in found] == [phrase, head]


def test_nothing_begins_at_a_mark_or_behind_the_end() -> None:
    read = Words(", the mayor")
    assert base_phrases.end(read, 0, 3) is None
    assert base_phrases.end(read, 3, 3) is None


WORD = st.sampled_from("the of and Lowe mayor she 's . , for to \" adviser several on Monday who Mr - x".split())


@given(st.lists(WORD, min_size=1, max_size=20))
def test_any_words_can_be_read(words: list[str]) -> None:
    read = Words(" ".join(words))
    for at in range(len(read.words)):
        first = base_phrases.start(read, at, 0)
        assert first is None or 0 <= first <= at
        found = base_phrases.end(read, at, len(read.words))
        assert found is None or at < found[1] <= found[0] <= len(read.words)
