"""Readability: textstat's scores to the digit where its traps are absent, better where they aren't."""

from __future__ import annotations

import random

import pytest
import textstat
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import readability
from core.extract.prepare import prepare
from core.model import Readability
from tests.textstat_reference import use_our_dictionary

use_our_dictionary()

ORACLES = {
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid_grade": textstat.flesch_kincaid_grade,
    "gunning_fog": textstat.gunning_fog,
    "smog_index": textstat.smog_index,
    "automated_readability_index": textstat.automated_readability_index,
    "coleman_liau_index": textstat.coleman_liau_index,
    "dale_chall": textstat.dale_chall_readability_score,
    "linsear_write": textstat.linsear_write_formula,
    "text_standard": lambda text: textstat.text_standard(text, float_output=True),
}
WORDS = (
    "the a in of and harbour boats council said agreement international people children don't it's we'll cooperation "
    "economy development simple rain responsibility over administration very good ministers ports zyxgrob brzt tsk"
).split()


def generated(seed):
    """Return a text without the traps: sentences of three words or more, ended by a mark, nothing abbreviated."""
    rng = random.Random(seed)
    sentences = (
        " ".join(rng.choices(WORDS, k=rng.randint(3, 28))).capitalize() + rng.choice(".!?")
        for _ in range(rng.randint(11, 25))
    )
    return " ".join(sentences)


def scores(text):
    measured = readability.measure(prepare(text))[1]
    return {name: getattr(measured, name) for name in ORACLES}


def test_every_score_equals_textstats_own_to_the_digit():
    for seed in range(120):
        text = generated(seed)
        assert scores(text) == {name: oracle(text) for name, oracle in ORACLES.items()}, text


def test_counts_equal_textstats_own():
    text = generated(1)
    counts, *_ = readability.measure(prepare(text))
    assert counts.words == textstat.lexicon_count(text)
    assert counts.sentences == textstat.sentence_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert counts.characters == textstat.letter_count(text)


@pytest.mark.parametrize("text", ["", "A word.", "One two three. " * 9, "word " * 40 + "."])
def test_too_little_text_has_no_scores(text):
    assert set(scores(text).values()) == {None}


def test_abbreviations_and_decimals_end_no_sentence():
    text = "Mr. Hale paid $3.5m to the U.S. Treasury on Jan. 5. " * 5
    assert readability.measure(prepare(text))[0].sentences == 5


def test_curly_marks_and_dashes_make_no_difference():
    straight = "They don't know \" what \" it is - but they'll ask and ask again until somebody knows. " * 4
    curly = straight.replace("'", "’").replace(' " what " ', " “ what ” ")
    assert scores(curly) == scores(straight)
    glued = "It rained—hard—for days on end–all week, and nobody in the town went out. " * 4
    parted = glued.replace("—", " ").replace("–", " ")
    assert scores(glued) == scores(parted)


def test_the_process_wide_language_of_textstat_makes_no_difference():
    text = generated(7)
    before = scores(text)
    textstat.set_lang("de_DE")
    try:
        assert scores(text) == before
    finally:
        textstat.set_lang("en_US")


def test_each_sentence_has_a_grade_of_its_own_unless_it_is_too_short():
    hard = "International administrative responsibilities necessitate considerable institutional cooperation."
    measured = readability.measure(prepare(f"The rain fell on the town. {hard} Boats came in at noon. He ran."))
    assert len(measured.grades) == 4
    assert measured.grades[3] is None
    assert measured.grades[1] == max(grade for grade in measured.grades if grade is not None)


def test_every_score_is_explained():
    assert {formula.name for formula in readability.formulas()} == set(ORACLES)
    assert all(all(formula) for formula in readability.formulas())


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_measured_without_error(text):
    counts, *_ = readability.measure(prepare(text))
    assert 0 <= counts.sentences <= max(counts.words, counts.sentences)
    assert (counts.words == 0) == (counts.sentences == 0)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="aeoslt'SÉé1,.$", min_size=1, max_size=8) | st.sampled_from(WORDS))
def test_a_words_counts_equal_textstats_own(stretch):
    counts, *_ = readability.measure(prepare(stretch))
    if counts.sentences == 1:
        assert counts.characters == textstat.letter_count(stretch)
        assert counts.syllables == textstat.syllable_count(stretch)


@pytest.mark.parametrize("unit", ["a", "1", "_", "é", "中", "a'"])
def test_an_endless_word_is_one_word(unit):
    counts, scores, _ = readability.measure(prepare(unit * 50_000))
    assert counts.words == 1
    assert scores == Readability()
