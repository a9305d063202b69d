"""The memo of words: asked once, and never more than so many held."""

from __future__ import annotations

from core.extract import memo


def test_a_word_is_worked_out_once():
    asked = []
    lengths = memo.Memo(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("one", "three", "one")] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_neither_many_words_nor_long_ones_fill_the_memory(monkeypatch):
    monkeypatch.setattr(memo, "_MOST", 10)
    lengths = memo.Memo(len)
    assert [lengths[str(number)] for number in range(95, 130)] == [2] * 5 + [3] * 30
    assert len(lengths) <= 10
    assert lengths["a" * 1000] == 1000
    assert "a" * 1000 not in lengths
