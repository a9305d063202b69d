"""How long a body is and how hard to read.

Nine scores from one pass over the words. textstat (MIT) is the reference: its functions give each word's syllables and
whether it is difficult, and on text without the traps of its own sentence splitter every score equals its public score
to the digit (the tests hold this). What differs is said here: sentences are ours ("Mr. Smith paid $3.5m." is one, not
three), curly quotation marks count as straight ones, and a dash parts two words. What each formula reads, is good for
and comes from stands in `text_readability.csv`.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from core.extract import pronunciation
from core.model import Counts, Readability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.document import Document

_LANGUAGE = "en_US"
_FEWEST_WORDS, _FEWEST_SENTENCES = 30, 2
_FEWEST_WORDS_IN_SENTENCE = 5  # for a sentence to be called hard
_LINSEAR_WORDS = 100
_LOWEST_GRADE, _HIGHEST_GRADE = 1, 18  # of the consensus: first grade to graduate school
_LONGEST = 60  # characters of a stretch that are weighed: more is an address or rubbish, and would take seconds
_MOST_STRETCHES = 1 << 16  # remembered
_POLYSYLLABLE = 3  # syllables from which SMOG, Fog and Linsear Write call a word hard
_PLAIN = {"‘’‛": "'", "“”„": '"', "‐‑": "-", "–—―…": " "}


class _Word(NamedTuple):
    """What the formulas need of one stretch between white space; a stretch without a word has `words` 0."""

    words: int
    length: int
    letters: int
    syllables: int
    polysyllables: int
    unlisted: int  # not on Dale and Chall's list of easy words
    complex: int  # unlisted and of three syllables or more


class _Totals(NamedTuple):
    """The sums over a sentence or a text."""

    sentences: int = 0
    stretches: int = 0
    words: int = 0
    length: int = 0
    letters: int = 0
    syllables: int = 0
    polysyllables: int = 0
    unlisted: int = 0
    complex: int = 0


class Measurement(NamedTuple):
    """What was measured of a body; `grades` has the Flesch–Kincaid grade of each sentence of the document.

    A grade tells how hard the sentence is by itself, and is None for one of fewer than five words.
    """

    counts: Counts
    readability: Readability
    grades: tuple[float | None, ...]


class Formula(NamedTuple):
    """What a reader should know of a score; the fields are the columns of `text_readability.csv`."""

    name: str
    label: str
    scale: str
    reads: str
    good_for: str
    formula: str
    source: str


@cache
def formulas() -> tuple[Formula, ...]:
    """Return what each score reads, is good for and comes from, in the order to show them."""
    lines = files("core.lexicon").joinpath("text_readability.csv").read_text(encoding="utf-8").splitlines()
    return tuple(Formula(**row) for row in csv.DictReader(line for line in lines if not line.startswith("#")))


def measure(document: Document) -> Measurement:
    """Return the counts of a body, its nine readability scores and the grade of each sentence.

    The headline, where the text holds it, counts as a sentence. Scores are None for fewer than 30 words or 2 sentences.
    """
    weigh = _weights().__getitem__
    sentences = [list(map(weigh, stretches)) for stretches in _stretches(document)]
    sums = list(map(_sums, sentences))
    grades = tuple(map(_grade, sums))
    totals = _total([sentence for sentence in sums if sentence.words])
    counts = Counts(totals.letters, totals.words, totals.sentences, totals.syllables)
    if totals.words < _FEWEST_WORDS or totals.sentences < _FEWEST_SENTENCES:
        return Measurement(counts, Readability(), grades)
    return Measurement(counts, _scores(totals, _linsear_write(sentences)), grades)


def _stretches(document: Document) -> Iterator[list[str]]:
    """Yield the stretches between white space of each sentence, with marks made plain; no offset moves."""
    text = document.text.replace("--", "  ")
    if not text.isascii():
        for marks, plain in _PLAIN.items():
            for mark in marks:
                text = text.replace(mark, plain)
    for sentence in document.sentences:
        stretches = text[sentence.span.start : sentence.span.end].split()
        too_long = max(map(len, stretches), default=0) > _LONGEST
        yield [stretch[:_LONGEST] for stretch in stretches] if too_long else stretches


class _Weights(dict[str, _Word]):
    """What the formulas need of each stretch seen so far: most stretches of an article are known from others."""

    def __init__(self) -> None:
        pronunciation.provide()
        # textstat takes half a second to import: paid by who measures, not by who reads.
        from textstat.backend.counts import count_syllables  # noqa: PLC0415
        from textstat.backend.transformations import remove_punctuation  # noqa: PLC0415
        from textstat.backend.validations import is_difficult_word  # noqa: PLC0415

        self._without_marks = remove_punctuation
        self._syllables = count_syllables
        self._is_difficult = is_difficult_word

    def __missing__(self, stretch: str) -> _Word:
        if len(self) >= _MOST_STRETCHES:
            self.clear()
        found = self[stretch] = self._weigh(stretch)
        return found

    def _weigh(self, stretch: str) -> _Word:
        letters = len(self._without_marks(stretch, rm_apostrophe=True))
        word = self._without_marks(stretch, rm_apostrophe=False)
        if not word:
            return _Word(0, len(stretch), letters, 0, 0, 0, 0)
        syllables = self._syllables(word, _LANGUAGE)
        return _Word(
            1,
            len(stretch),
            letters,
            syllables,
            syllables >= _POLYSYLLABLE,
            self._is_difficult(word, 0, _LANGUAGE),
            self._is_difficult(word, _POLYSYLLABLE, _LANGUAGE),
        )


@cache
def _weights() -> _Weights:
    return _Weights()


def _sums(sentence: list[_Word]) -> _Totals:
    if not sentence:
        return _Totals()
    return _Totals(1, len(sentence), *map(sum, zip(*sentence, strict=True)))


def _grade(sentence: _Totals) -> float | None:
    """Return the Flesch–Kincaid grade of a sentence."""
    if sentence.words < _FEWEST_WORDS_IN_SENTENCE:
        return None
    return _flesch_kincaid(sentence.words, 1, sentence.syllables)


def _total(sentences: list[_Totals]) -> _Totals:
    return _Totals(*map(sum, zip(*sentences, strict=True)))


def _scores(totals: _Totals, linsear_write: float) -> Readability:
    sentence_length = totals.words / totals.sentences
    graded = {
        "flesch_kincaid_grade": _flesch_kincaid(totals.words, totals.sentences, totals.syllables),
        "smog_index": 1.043 * (30 * (totals.polysyllables / totals.sentences)) ** 0.5 + 3.1291,
        "coleman_liau_index": _coleman_liau(totals),
        "automated_readability_index": 4.71 * (totals.length / totals.stretches) + 0.5 * sentence_length - 21.43,
        "dale_chall": _dale_chall(100 * totals.unlisted / totals.words, sentence_length),
        "linsear_write": linsear_write,
        "gunning_fog": 0.4 * (sentence_length + 100 * totals.complex / totals.words),
    }
    ease = 206.835 - 1.015 * sentence_length - 84.6 * (totals.syllables / totals.words)
    return Readability(flesch_reading_ease=ease, text_standard=_consensus(ease, graded), **graded)


def _flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


def _coleman_liau(totals: _Totals) -> float:
    letters = totals.letters / totals.words * 100
    return 0.058 * letters - 0.296 * (totals.sentences / totals.words * 100) - 15.8


def _dale_chall(unlisted_percent: float, sentence_length: float) -> float:
    score = 0.1579 * unlisted_percent + 0.0496 * sentence_length
    return score + 3.6365 if unlisted_percent > 5 else score


def _linsear_write(sentences: list[list[_Word]]) -> float:
    """Return the Linsear Write score of the first hundred words.

    A sentence the hundredth word cuts off counts from its third word on.
    """
    left, points, counted = _LINSEAR_WORDS, 0, 0
    for sentence in sentences:
        words = [word for word in sentence if word.words]
        if not words:
            continue
        taken = words[:left]
        points += sum(3 if word.polysyllables else 1 for word in taken if word.syllables)
        counted += len(taken) == len(words) or len(taken) > 2
        left -= len(taken)
        if not left:
            break
    score = points / max(1, counted)
    return (score - 2 if score <= 20 else score) / 2


def _consensus(ease: float, graded: dict[str, float]) -> float:
    """Return the school grade most scores agree on: each votes for itself rounded down, up and to the nearest.

    Reading ease votes for the grade or grades of its band. Among equals the score named first wins. School ends at 18.
    """
    votes: list[int] = []
    for name, score in graded.items():
        votes += (math.floor(score), math.ceil(score), round(score))
        if name == "flesch_kincaid_grade":
            votes += _grades_of_ease(ease)
    grade = Counter(votes).most_common(1)[0][0]
    return float(max(_LOWEST_GRADE, min(grade, _HIGHEST_GRADE)))


def _grades_of_ease(ease: float) -> tuple[int, ...]:
    if not 30 <= ease < 100:
        return (13,)
    return {9: (5,), 8: (6,), 7: (7,), 6: (8, 9), 5: (10,), 4: (11,), 3: (12,)}[int(ease // 10)]
