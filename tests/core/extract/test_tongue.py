"""A language is read by whoever is registered for it, and by nobody else."""

from __future__ import annotations

import datetime

import pytest

from core.extract import READERS, analyze, reads
from core.extract.tongue import Findings, Tongue
from core.model import Actor, Article, Counts, Figure, Span

TEXT = "Ba 7 dol | Lina ku.\n\nMo 8 dol"


@pytest.fixture
def asked(monkeypatch):
    """Register a toy language: sentences end at a bar, figures are digits. Return what it was asked to read."""
    calls = []

    def split(text, paragraph):
        start = paragraph.start
        for part in paragraph.of(text).split("|"):
            first = start + len(part) - len(part.lstrip())
            yield Span(first, first + len(part.strip()))
            start += len(part) + 1

    def read(document, day):
        calls.append((document, day))
        digits = [Span(at, at + 1) for at, mark in enumerate(document.text) if mark.isdigit()]
        return Findings(
            Counts(len(document.text), 8, len(document.sentences), 9),
            figures=tuple(Figure(span, "count", float(span.of(document.text)), "dol") for span in digits),
            actors=(Actor("Lina", "person", (Span(11, 15),)),),
        )

    monkeypatch.setitem(READERS, "tok", Tongue(split, read))
    return calls


def test_the_reader_of_a_language_is_called(asked):
    found = analyze(Article(TEXT, language="tok", published=datetime.date(2025, 3, 4)))
    [(document, day)] = asked
    assert day == datetime.date(2025, 3, 4)
    assert [sentence.span.of(TEXT) for sentence in document.sentences] == ["Ba 7 dol", "Lina ku.", "Mo 8 dol"]
    assert [(figure.value, figure.unit) for figure in found.figures] == [(7.0, "dol"), (8.0, "dol")]
    assert [actor.name for actor in found.actors] == ["Lina"]
    assert found.counts.words == 8
    assert found.language == "tok"
    assert found.readability.flesch_kincaid_grade is None


def test_a_region_of_it_is_the_same_language(asked):
    assert analyze(Article(TEXT, language="TOK-xx")).figures
    assert reads("tok-XX")


def test_other_languages_go_on_as_before(asked):
    assert analyze(Article("The mayor paid $5 on Monday.", language="en-GB")).figures
    assert not analyze(Article(TEXT, language="fr")).figures
    assert not asked


def test_which_languages_are_read():
    assert reads("en")
    assert reads("en-GB")
    assert reads(None)
    assert not reads("de")
    assert not reads("tok")


def test_an_article_whose_language_nobody_reads_is_counted_and_divided():
    found = analyze(Article("Der Rat tagt. Die Stadt wartet.", language="de"))
    assert found.counts.words == 6
    assert len(found.sentences) == 2
    assert found.readability.flesch_kincaid_grade is None


def test_words_are_looked_up_only_where_their_reader_asks_for_them(asked):
    analyze(Article(TEXT, language="tok"))
    [(document, _)] = asked
    assert {sentence.known for sentence in document.sentences} == {()}
    assert {sentence.interests for sentence in document.sentences} == {""}
