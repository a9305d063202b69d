"""What the form of a word tells: plural, past, participle, listed verb."""

from __future__ import annotations

import pytest

from core.extract.english import word_forms
from core.lexicon import load


@pytest.mark.parametrize(
    ("told", "words", "others"),
    [
        ("is_plural", "boats people women taxes species", "boat bus loss analysis is his"),
        (
            "is_past",
            "rose fell raised used died sought stolen chosen",
            "speed need indeed exceed run come forecast rise red",
        ),
        ("is_irregular_past", "took fled chose struck", "raised stolen taken bid"),
        ("is_participle", "taken sunk raised born split", "took speed indeed tired"),
        ("is_third_person", "rises says carries costs", "rise said"),
        ("is_base", "rise cost total", "rises said took"),
        ("is_ing", "rising cutting totaling totalling", "rise king ceiling"),
    ],
)
def test_form(told: str, words: str, others: str) -> None:
    tell = getattr(word_forms, told)
    assert [word for word in words.split() if not tell(word)] == []
    assert [word for word in others.split() if tell(word)] == []


def test_verbs_of_change_are_verbs() -> None:
    rows = [line.split(",") for line in load.lines("figures_changes.csv")]
    assert {word for word, pos, _ in rows if pos == "verb"} <= word_forms.BASES
