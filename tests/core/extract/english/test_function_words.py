"""The closed classes: what belongs to each, and that none is empty, doubled or unknown."""

from __future__ import annotations

import pytest

from core.extract.english import function_words
from core.extract.english.function_words import ends_as_adverb, of_class
from core.lexicon import load

CLASSES = load.classes("english_words.txt")


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("DETERMINER", "the an this their every both whichever", "several four of she"),
        ("PRONOUN", "she them himself everything mine there", "her who the"),
        ("RELATIVE", "which who whom whose where that", "what when"),
        ("AUXILIARY", "was been has hadn't would don't shouldn't 'll", "get become to"),
        ("PREPOSITION", "of throughout alongside versus above than", "and the not"),
        ("CONJUNCTION", "and although whereas since how why", "the of then"),
        ("ADVERB", "not never still nearly annually ago", "family the of"),
        ("MONTH", "may sept december", "monday spring"),
        ("WEEKDAY", "tuesday thurs", "january"),
        ("SEASON", "fall winter", "may"),
        ("FUNCTION", "of the was she and not whose ago", "old high wide further rose tax"),
        ("RELATIVE_SUBJECT", "who which that", "whose where"),
    ],
)
def test_a_class(name: str, inside: str, outside: str) -> None:
    words = getattr(function_words, name)
    assert words.issuperset(inside.split())
    assert words.isdisjoint(outside.split())


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_holds_plain_words(name: str) -> None:
    assert CLASSES[name]
    assert all(word == word.lower() for word in CLASSES[name])


def test_several_classes_are_one() -> None:
    assert of_class("article", "negation") == {"a", "an", "the", "not", "never", "n't"}


def test_a_class_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        of_class("gerundive")


def test_adverbs_by_their_ending() -> None:
    assert ends_as_adverb("slowly")
    assert not any(map(ends_as_adverb, ("family", "italy", "rally", "fly", "slow", "")))
