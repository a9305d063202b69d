"""What is kept between runs of a page: made once, bounded, and the same whatever readers do with their copies."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.session.memory import Memory


def test_a_value_is_made_once():
    memory, calls = Memory(1_000_000), []
    assert [memory.get("a", lambda: calls.append(1) or "made") for _ in range(3)] == ["made"] * 3
    assert len(calls) == 1


def test_what_fails_is_made_again():
    memory = Memory(1_000_000)

    def fails() -> str:
        raise OSError

    for _ in range(2):
        try:
            memory.get("a", fails)
        except OSError:
            continue
    assert memory.get("a", lambda: "made") == "made"


def test_a_reader_that_changes_its_table_changes_no_one_elses():
    memory = Memory(1_000_000)
    rows = memory.get("a", lambda: pd.DataFrame({"x": [1, 2]}))
    rows["y"] = 0
    rows.loc[0, "x"] = 99
    again = memory.get("a", pd.DataFrame)
    assert again.equals(pd.DataFrame({"x": [1, 2]}))


def test_what_was_used_longest_ago_is_forgotten_when_all_take_too_much():
    memory, made = Memory(3_000_000), []

    def table(name: str) -> pd.DataFrame:
        return memory.get(name, lambda: made.append(name) or pd.DataFrame({"x": range(125_000)}))  # a megabyte

    for name in ("a", "b", "a", "c", "a", "b"):
        table(name)
    assert made == ["a", "b", "c", "b"]


def test_one_value_that_is_too_large_is_kept_alone():
    memory, made = Memory(1_000), []
    for _ in range(2):
        memory.get("a", lambda: made.append(1) or pd.DataFrame({"x": range(10_000)}))
    assert len(made) == 1


def test_an_article_weighs_as_much_as_its_text_and_its_layers():
    @dataclass
    class Article:
        text: str
        layer: pd.DataFrame

    memory, made = Memory(3_000_000), []

    def article(name: str) -> Article:
        layer = pd.DataFrame({"x": range(62_500)})  # half a megabyte
        return memory.get(name, lambda: made.append(name) or Article("a" * 500_000, layer))

    for name in ("a", "b", "c", "a"):
        article(name)
    assert made == ["a", "b", "c", "a"]
