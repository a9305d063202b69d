"""The words of the generic policy frames."""

from __future__ import annotations

import csv
import math
from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.extract import framing
from core.extract.prepare import prepare

# Words of several frames, their beginnings, and what may stand between them.
TEXTS = st.lists(
    st.sampled_from(
        [
            "court",
            "Supreme Court",
            "economy",
            "econom",
            "police",
            "faith",
            "public health",
            "health",
            "the",
            "law-making",
        ]
        + ["prime minister", "prime", "İstanbul", "ﬁscal", "👩‍⚖️", " ", "\n\n", ". ", ", ", "“", "’s", "-", "1.5"]
    ),
    max_size=40,
).map(" ".join) | st.text(max_size=200)


def found(text: str) -> dict[str, list[str]]:
    return {frame.name: [span.of(text) for span in frame.mentions] for frame in framing.find(prepare(text))}


def test_words_of_a_frame_are_found_where_they_stand():
    text = "The budget deficit grew, and the Economy slowed."
    assert found(text)["economic"] == ["budget", "deficit", "Economy"]


def test_a_stem_stands_for_all_its_words_and_a_word_for_itself_only():
    assert found("Economists spoke.")["economic"] == ["Economists"]
    assert "legality_constitutionality" not in found("A lawn was mown.")


def test_the_longest_phrase_counts_and_its_words_do_not_count_again():
    assert found("The defense attorney spoke.") == {"legality_constitutionality": ["defense attorney"]}


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence():
    assert found("He was prime. Minister she was not.") == {}


def test_a_word_with_a_hyphen_is_found_by_one_of_its_parts():
    assert found("A court-ordered pause followed.")["legality_constitutionality"] == ["court-ordered"]


def test_shares_follow_the_number_of_mentions():
    frames = framing.find(prepare("Police arrested a suspect. The economy grew."))
    assert [(frame.name, frame.share) for frame in frames] == [("crime_and_punishment", 0.75), ("economic", 0.25)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The president spoke at the museum.", "cultural_identity"),
        ("The museum welcomed the president.", "cultural_identity"),
        ("Police questioned the shareholders.", "economic"),
        ("The nurse spoke to the police.", "health_and_safety"),
    ],
)
def test_of_frames_with_as_many_words_the_rarer_one_stands_first(text, first):
    frames = framing.find(prepare(text))
    assert frames[0].share == frames[1].share
    assert frames[0].name == first


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Women at the mill are paid less than the men beside them.", "fairness_and_equality"),
        ("Newcomers ought to keep to our ways, the reader wrote.", "cultural_identity"),
        ("He felt dizzy after the pill.", "health_and_safety"),
        ("There are too few buses in the valley.", "capacity_and_resources"),
        ("The firm laid off half its workers.", "economic"),
        ("Seven in ten residents say no.", "public_opinion"),
        ("They are glad to be back to normal.", "quality_of_life"),
    ],
)
def test_arguments_of_the_codebook_have_words(text, frame):
    assert frame in found(text)


def test_a_text_without_such_words_has_no_frames():
    assert framing.find(prepare("")) == ()
    assert framing.find(prepare("It rained on and off until noon.")) == ()


@given(TEXTS)
@example("Court court-court COURT’s")
@settings(deadline=None, max_examples=200)
def test_mentions_lie_in_the_text_in_order_and_shares_sum_to_one(text):
    frames = framing.find(prepare(text))
    assert not frames or math.isclose(sum(frame.share for frame in frames), 1.0)
    assert [frame.share for frame in frames] == sorted((frame.share for frame in frames), reverse=True)
    for frame in frames:
        assert frame.name in framing.FRAMES
        assert frame.mentions == tuple(sorted(frame.mentions))
        assert all(0 <= span.start < span.end <= len(text) for span in frame.mentions)
        assert all(one.end <= two.start for one, two in zip(frame.mentions, frame.mentions[1:], strict=False))


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_case_makes_no_difference(text):
    if text.isascii():
        assert {k: len(v) for k, v in found(text).items()} == {k: len(v) for k, v in found(text.upper()).items()}


def terms() -> list[tuple[str, str]]:
    lines = resources.files("core.lexicon").joinpath("framing_terms.csv").read_text(encoding="utf-8").splitlines()
    return [
        (row["frame"], row["term"]) for row in csv.DictReader(line for line in lines if not line.startswith("#"))
    ]


def test_the_dictionary_is_in_order():
    listed = terms()
    assert len(listed) == len(set(listed))
    assert {frame for frame, _ in listed} == set(framing.FRAMES)
    for _, term in listed:
        assert term == " ".join(term.lower().split())
        assert all("*" not in word.removesuffix("*") and len(word.removesuffix("*")) > 0 for word in term.split())


@pytest.mark.parametrize("frame", framing.FRAMES)
def test_every_term_of_the_dictionary_can_be_found(frame):
    missed = [
        term
        for name, term in terms()
        if name == frame and term.replace("*", "") not in found(f"x {term.replace('*', '')} x.").get(frame, [])
    ]
    assert missed == []


def test_every_frame_was_measured():
    measured = framing.measured()
    assert tuple(measured) == framing.FRAMES
    for frame in measured.values():
        assert 0 <= frame.auc <= 1
        assert 0 < frame.positive < frame.articles
        assert frame.reliable == (frame.auc >= framing.RELIABLE_AUC)
