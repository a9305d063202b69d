"""How long a body is and how hard to read.

Nine scores from one pass over the words. textstat (MIT) is the reference: its functions tell what of a stretch is a
word and which words are easy, `pronunciation` counts syllables as it does, and on text without the traps of its own
sentence splitter every score equals its public score to the digit (the tests hold this). What differs is said here:
sentences are ours ("Mr. Smith paid $3.5m." is one, not three), curly quotation marks count as straight ones, and a dash
parts two words. What each formula reads, is good for and comes from stands in `text_readability.csv`.
"""

from __future__ import annotations

import math
import re
import struct
import threading
from collections import Counter
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from core.extract import pronunciation
from core.extract.memo import Memo
from core.lexicon import load
from core.model import Counts, Readability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.extract.document import Document

_LANGUAGE = "en_US"
_ONE_AT_A_TIME = threading.Lock()
_FEWEST_WORDS, _FEWEST_SENTENCES = 30, 2
_FEWEST_WORDS_IN_SENTENCE = 5  # for a sentence to be called hard
_LINSEAR_WORDS = 100
_LOWEST_GRADE, _HIGHEST_GRADE = 1, 18  # of the consensus: first grade to graduate school
_LONGEST = 60  # characters of a stretch that are weighed: more is an address or rubbish, and would take seconds
_POLYSYLLABLE = 3  # syllables from which SMOG, Fog and Linsear Write call a word hard
_PLAIN = {"‘’‛": "'", "“”„": '"', "‐‑": "-", "–—―…": " "}


class _Totals(NamedTuple):
    """What the formulas need of a stretch between white space, of a sentence or of a text."""

    stretches: int
    words: int  # of a stretch 1, or 0 where it holds only marks
    length: int
    letters: int
    syllables: int
    polysyllables: int
    unlisted: int  # not on Dale and Chall's list of easy words
    complex: int  # unlisted and of three syllables or more
    points: int  # Linsear Write's


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
    return load.table("text_readability.csv", Formula)


def measure(document: Document) -> Measurement:
    """Return the counts of a body, its nine readability scores and the grade of each sentence.

    The headline, where the text holds it, counts as a sentence. Scores are None for fewer than 30 words or 2 sentences.
    """
    sentences = list(_stretches(document))
    weigh = _weights().__getitem__
    sums = [sum(map(weigh, stretches)) for stretches in sentences]
    grades = tuple(map(_grade, sums))
    held = [number for number, packed in enumerate(sums) if _words(packed)]
    totals = _unpack(sum(map(sums.__getitem__, held)))
    counts = Counts(totals.letters, totals.words, len(held), totals.syllables)
    if totals.words < _FEWEST_WORDS or len(held) < _FEWEST_SENTENCES:
        return Measurement(counts, Readability(), grades)
    linsear_write = _linsear_write((sums[number], sentences[number]) for number in held)
    return Measurement(counts, _scores(totals, len(held), linsear_write), grades)


def _stretches(document: Document) -> Iterator[list[str]]:
    """Yield the stretches between white space of each sentence, with marks made plain; no offset moves."""
    text = document.text.replace("--", "  ")
    if not text.isascii():
        for marks, plain in _PLAIN.items():
            for mark in marks:
                text = text.replace(mark, plain)
    for sentence in document.sentences:
        yield text[sentence.span.start : sentence.span.end].split()


# The nine counts of a stretch stand in one whole number, 32 bits each, so that one addition adds them all.
_COUNTS = struct.Struct("<9I")
_NOTHING = _Totals(*[0] * 9)
_MARKS = re.compile(r"[^\w\s]")  # what textstat takes out of a stretch


_ONE = _Totals(*(1 << 32 * place for place in range(9)))  # one of each count, packed
# Of a sentence alone only these two are asked: where they begin, and how wide a count is.
_WORDS, _SYLLABLES = (32 * _Totals._fields.index(name) for name in ("words", "syllables"))
_COUNT = (1 << 32) - 1


def _unpack(packed: int) -> _Totals:
    return _Totals(*_COUNTS.unpack(packed.to_bytes(_COUNTS.size, "little"))) if packed else _NOTHING


def _words(packed: int) -> int:
    return packed >> _WORDS & _COUNT


def _weights() -> Memo[int]:
    """Return what each stretch weighs, packed: most stretches of an article are known from others."""
    with _ONE_AT_A_TIME:
        return _made_weights()


@cache
def _made_weights() -> Memo[int]:
    # textstat takes half a second to import: paid by who measures, not by who reads.
    with pronunciation.without_statistics():
        from textstat.backend.transformations import remove_punctuation  # noqa: PLC0415
        from textstat.backend.utils._get_lang_easy_words import get_lang_easy_words  # noqa: PLC0415

    easy = frozenset(get_lang_easy_words(_LANGUAGE))
    syllables_of_word, syllables_of_stretch = pronunciation.entries().syllables, pronunciation.counter()

    def weigh_word(lower: str) -> int:
        """Return what a word weighs without its length, which the marks beside it add to."""
        syllables = syllables_of_word(lower) if lower.isalpha() else None
        if syllables is None:
            syllables = syllables_of_stretch(lower)
        many, unlisted = syllables >= _POLYSYLLABLE, lower not in easy
        points = (3 if many else 1) if syllables else 0
        told = _ONE.stretches + _ONE.words + syllables * _ONE.syllables + points * _ONE.points
        if many:
            told += _ONE.polysyllables
        if unlisted:
            told += _ONE.unlisted + _ONE.complex if many else _ONE.unlisted
        return told

    words = Memo(weigh_word)  # a word has many stretches: with each mark behind it, and with a capital

    def weigh(stretch: str) -> int:
        stretch = stretch[:_LONGEST]
        bare = stretch if stretch.isalpha() else _MARKS.sub("", stretch)
        word = remove_punctuation(stretch, rm_apostrophe=False) if "'" in stretch else bare
        known = words[word.lower()] if word else _ONE.stretches
        return known + len(stretch) * _ONE.length + len(bare) * _ONE.letters

    return Memo(weigh)


def _grade(packed: int) -> float | None:
    """Return the Flesch–Kincaid grade of a sentence, given its counts packed."""
    words = _words(packed)
    return None if words < _FEWEST_WORDS_IN_SENTENCE else _flesch_kincaid(words, 1, packed >> _SYLLABLES & _COUNT)


def _scores(totals: _Totals, sentences: int, linsear_write: float) -> Readability:
    sentence_length = totals.words / sentences
    graded = {
        "flesch_kincaid_grade": _flesch_kincaid(totals.words, sentences, totals.syllables),
        "smog_index": 1.043 * (30 * (totals.polysyllables / sentences)) ** 0.5 + 3.1291,
        "coleman_liau_index": _coleman_liau(totals, sentences),
        "automated_readability_index": 4.71 * (totals.length / totals.stretches) + 0.5 * sentence_length - 21.43,
        "dale_chall": _dale_chall(100 * totals.unlisted / totals.words, sentence_length),
        "linsear_write": linsear_write,
        "gunning_fog": 0.4 * (sentence_length + 100 * totals.complex / totals.words),
    }
    ease = 206.835 - 1.015 * sentence_length - 84.6 * (totals.syllables / totals.words)
    return Readability(flesch_reading_ease=ease, text_standard=_consensus(ease, graded), **graded)


def _flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


def _coleman_liau(totals: _Totals, sentences: int) -> float:
    letters = totals.letters / totals.words * 100
    return 0.058 * letters - 0.296 * (sentences / totals.words * 100) - 15.8


def _dale_chall(unlisted_percent: float, sentence_length: float) -> float:
    score = 0.1579 * unlisted_percent + 0.0496 * sentence_length
    return score + 3.6365 if unlisted_percent > 5 else score


def _linsear_write(sentences: Iterable[tuple[int, list[str]]]) -> float:
    """Return the Linsear Write score of the first hundred words, given each sentence's packed counts and stretches.

    A sentence the hundredth word cuts off counts from its third word on.
    """
    left, points, counted = _LINSEAR_WORDS, 0, 0
    for packed, stretches in sentences:
        count = _words(packed)
        if count > left:
            words = filter(_words, map(_weights().__getitem__, stretches))
            points += sum(_unpack(word).points for word in islice(words, left))
            counted += left > 2
            break
        points += _unpack(packed).points
        counted += 1
        left -= count
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
