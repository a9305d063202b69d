"""Paragraphs and sentences: boundaries where readers see them, nothing lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import boilerplate, paragraphing
from core.extract.english import sentences
from core.model import Boilerplate, Span


def split(text):
    return [
        span.of(text)
        for paragraph in paragraphing.paragraphs(text, boilerplate.find(text))
        for span in sentences.split(text, paragraph)
    ]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Hale and Dr. Osei met Gen. Ruiz.",
        "Prices rose 38.5 percent to $3.5m.",
        "The U.S. Treasury met in Geneva.",
        "J. R. Okafor spoke for Acme Inc. chairman Lee.",
        "See No. 5 and p. 12 for more.",
        "On Jan. 5 they left at 5 p.m. Friday.",
        "We must find (them. – Ed.) these solutions.",
        "“Why now?” he asked.",
        "“Why now?” Mr. Hale asked.",
        "Rep. Ada Lum (D-Mass.) said so.",
        "He waited... and left.",
    ],
)
def test_what_looks_like_an_end_inside_a_sentence_is_none(whole):
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    "parts",
    [
        ["He lives in the U.S.", "The house is old."],
        ["They joined Acme Inc.", "It paid well."],
        ["“I stay.”", "He left."],
        ["“First part.", "Second part.”", "“Third.”"],
        ["They won.", "30 people cheered."],
        ["Wait…", "Nothing came."],
        ["We lost the first.", "... And we won the last."],
        ["No.", "He won't."],
        ["Plan B.", "He had one."],
        ["It ended (at last.)", "Then it began."],
        ["He said so.[2]", "She agreed."],
        ["What?!", "No!"],
    ],
)
def test_sentences_end_with_their_closing_marks(parts):
    assert split(" ".join(parts)) == parts


def test_a_space_lost_after_a_full_stop_still_parts_sentences():
    assert split("They paid last year.The bank closed.") == ["They paid last year.", "The bank closed."]
    assert split("Visit news.example for more.") == ["Visit news.example for more."]


def test_lines_without_a_full_stop_are_sentences_of_their_own():
    assert split("A short headline\nThe body begins here. It goes on.\n\nAda Lum, farmer:\n“Yes.”") == [
        "A short headline",
        "The body begins here.",
        "It goes on.",
        "Ada Lum, farmer:",
        "“Yes.”",
    ]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The council of the little town met again on Tuesday night to\n"
        "talk about the bridge, which has been closed since a lorry hit\n"
        "it. Nobody knows when it will open.\n"
        "\n"
        "The mayor said that the money was there, and that work could\n"
        "begin as soon as the engineers were done with their report.\n"
    )
    assert len(paragraphing.paragraphs(text, ())) == 2
    assert [part.split("\n")[0] for part in split(text)][1] == "Nobody knows when it will open."


def test_list_lines_are_not_joined():
    assert split("Three things:\n- bread\n- milk\n1. salt") == ["Three things:", "- bread", "- milk", "1. salt"]


def test_furniture_is_left_out_of_paragraphs():
    text = "Keep this. MENU Keep that."
    kept = paragraphing.paragraphs(text, (Boilerplate(Span(11, 15), "navigation"),))
    assert [span.of(text) for span in kept] == ["Keep this.", "Keep that."]


newsy = st.text(alphabet=st.sampled_from("aAbT19 .!?…,:;\"'“”‘’()[]-–\n\r\t$%U"), max_size=120)


@settings(deadline=None, max_examples=200)
@given(st.one_of(newsy, st.text(max_size=120)))
def test_sentences_cover_every_visible_character_in_order(text):
    paragraphs = paragraphing.paragraphs(text, ())
    spans = [span for paragraph in paragraphs for span in sentences.split(text, paragraph)]
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize(
    "unit", [".", "\n", " ", '"', "”", ". ", "?” ", "a.", "Mr. ", "…", ". ''", "(", "[1]", ".\n"]
)
def test_hostile_text_takes_linear_time(unit):
    def seconds(length):
        text = unit * (length // len(unit))
        begin = time.process_time()
        for paragraph in paragraphing.paragraphs(text, ()):
            sentences.split(text, paragraph)
        return time.process_time() - begin

    seconds(1000)
    assert seconds(100_000) < 2


@pytest.mark.parametrize("word", ["Him", "Unless", "Many", "Five", "He'll", "However"])
def test_a_function_word_behind_an_abbreviation_opens_a_sentence(word):
    assert len(split(f"The ship belongs to Quill Inc. {word} sailed away.")) == 2


@pytest.mark.parametrize("word", ["May", "Long", "Senate"])
def test_what_may_be_a_name_behind_an_abbreviation_opens_none(word):
    assert len(split(f"The ship belongs to Quill Inc. {word} sailed away.")) == 1
