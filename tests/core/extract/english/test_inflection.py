"""Nouns and verbs change as English spells them: every irregular form, every rule, and any string."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.english import word_forms
from core.extract.english.inflection import IRREGULAR, NOUNS, conjugate, plural, regular_past, singular

VOWELS = "aeiou"
CONSONANTS = "bcdfghjklmnpqrstvwxz"


@pytest.mark.parametrize(
    ("base", "third", "past", "ing"),
    [
        ("walk", "walks", "walked", "walking"),
        ("raise", "raises", "raised", "raising"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("carry", "carries", "carried", "carrying"),
        ("play", "plays", "played", "playing"),
        ("plan", "plans", "planned", "planning"),
        ("stop", "stops", "stopped", "stopping"),
        ("equip", "equips", "equipped", "equipping"),
        ("admit", "admits", "admitted", "admitting"),
        ("visit", "visits", "visited", "visiting"),
        ("open", "opens", "opened", "opening"),
        ("need", "needs", "needed", "needing"),
        ("fix", "fixes", "fixed", "fixing"),
        ("slow", "slows", "slowed", "slowing"),
        ("push", "pushes", "pushed", "pushing"),
        ("reach", "reaches", "reached", "reaching"),
        ("pass", "passes", "passed", "passing"),
        ("echo", "echoes", "echoed", "echoing"),
        ("panic", "panics", "panicked", "panicking"),
        ("tie", "ties", "tied", "tying"),
        ("quiz", "quizzes", "quizzed", "quizzing"),
    ],
)
def test_a_regular_verb(base: str, third: str, past: str, ing: str) -> None:
    assert conjugate(base) == (base, third, (past,), (past,), (ing,))


def test_a_verb_of_two_spellings_has_both() -> None:
    signal = conjugate("signal")
    assert signal.past == ("signalled", "signaled")
    assert signal.ing == ("signalling", "signaling")


@pytest.mark.parametrize("verb", IRREGULAR.values(), ids=lambda verb: verb.base)
def test_every_irregular_verb(verb) -> None:
    forms = conjugate(verb.base)
    assert forms.past == verb.past
    assert forms.participle == verb.participle
    assert forms.third.endswith("s")
    assert all(form.endswith("ing") for form in forms.ing)
    assert all(word_forms.is_participle(form) for form in verb.participle)
    assert all(form.isalpha() and form.islower() for form in (verb.base, *verb.past, *verb.participle))


@pytest.mark.parametrize(
    ("base", "ing"),
    [("begin", "beginning"), ("cut", "cutting"), ("lie", "lying"), ("be", "being"), ("see", "seeing"), ("go", "going"),
     ("quit", "quitting"), ("read", "reading"), ("forget", "forgetting"), ("have", "having"), ("spread", "spreading")],
)  # fmt: skip
def test_the_ing_form_of_an_irregular_verb(base: str, ing: str) -> None:
    assert conjugate(base).ing == (ing,)


def test_thirds_that_no_rule_makes() -> None:
    assert [conjugate(base).third for base in ("be", "have", "do", "go")] == ["is", "has", "does", "goes"]


def test_no_listed_verb_is_regular() -> None:
    rule_made = [
        verb.base for verb in IRREGULAR.values() if {*verb.past, *verb.participle} == {*regular_past(verb.base)}
    ]
    assert rule_made == []


@given(st.text(alphabet="bdgmnpt", min_size=1, max_size=2), st.sampled_from(VOWELS), st.sampled_from("bdgmnpt"))
def test_a_short_verb_doubles_its_last_letter(onset: str, vowel: str, end: str) -> None:
    base = onset + vowel + end
    if base not in IRREGULAR:
        assert conjugate(base).past == (base + end + "ed",)
        assert conjugate(base).ing == (base + end + "ing",)


@given(st.text(alphabet=CONSONANTS + VOWELS, min_size=2, max_size=8), st.sampled_from(CONSONANTS))
def test_a_consonant_before_y(stem: str, consonant: str) -> None:
    base = stem + consonant + "y"
    forms = conjugate(base)
    assert (forms.third, *forms.past, *forms.ing) == (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    if len(base) > 3:
        assert plural(base) == base[:-1] + "ies"
        assert singular(plural(base)) == base


@given(st.text(max_size=40))
def test_any_string_has_forms(word: str) -> None:
    forms = conjugate(word)
    assert forms.base == word
    assert all(isinstance(form, str) for form in (forms.third, *forms.past, *forms.participle, *forms.ing))
    assert isinstance(plural(word), str)
    assert isinstance(singular(word), str)


# What singular can't know the ending of: "axes" may be of "axe", "buses" of "buse".
UNSURE = ("s", "x", "z", "ch", "sh", "e", "i", "u", "'")


@given(st.text(alphabet="abcdefghiklmnoprtuvwy", min_size=3, max_size=10))
def test_a_plural_leads_back_to_its_noun(noun: str) -> None:
    if not noun.endswith(UNSURE) and not noun.endswith("new") and plural(noun) not in NOUNS:
        assert singular(plural(noun)) == noun


@pytest.mark.parametrize("noun", [noun for noun in NOUNS.values() if noun.singular], ids=lambda noun: noun.plural)
def test_every_irregular_noun(noun) -> None:
    assert singular(noun.plural) == noun.singular
    assert plural(noun.singular) == noun.plural
    assert word_forms.is_plural(noun.plural)


@pytest.mark.parametrize(
    ("word", "one"),
    [("taxes", "tax"), ("parties", "party"), ("losses", "loss"), ("branches", "branch"), ("prices", "price"),
     ("news", "news"), ("bus", "bus"), ("crisis", "crisis"), ("loss", "loss"), ("gas", "gas"), ("police", "police"),
     ("lives", "life"), ("ties", "tie"), ("crises", "crisis"), ("gases", "gas"), ("bias", "bias"), ("series", "series"),
     ("potatoes", "potato"), ("taxis", "taxi"), ("workers'", "workers'")],
)  # fmt: skip
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one
