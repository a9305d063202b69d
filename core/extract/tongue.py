"""What reading a language takes: who divides its paragraphs into sentences, who reads a document, what its words are.

`core.extract.READERS` has those there are, by the ISO 639-1 code of the language.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from core.extract.document import Document
from core.extract.word import Word
from core.model import (
    Actor,
    Attribution,
    Counts,
    DateMention,
    Figure,
    Frame,
    Readability,
    Span,
)


class Findings(NamedTuple):
    """What only who knows the language finds in a document; each field as in `Analysis`."""

    counts: Counts
    readability: Readability = Readability()
    grades: tuple[float | None, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    frames: tuple[Frame, ...] = ()


class Named(NamedTuple):
    """What a figure measures, in the normal form by which different ways of naming one measure meet."""

    normal: str
    shown: str  # the same as it may be shown
    head: str  # the noun that says which quantity it is
    measurable: bool  # it is a quantity: "tram cost", not "council"
    plain: bool  # it is shown by the words of its normal form, not by synonyms
    fixed: frozenset[str]  # words of the normal form that can't be left out: those of countries and peoples


def as_written(measure: str) -> Named | None:
    """Return the normal form of a measure in a language that has no other: its words in lower case."""
    words = measure.lower().split()
    return Named(" ".join(words), " ".join(words), words[-1], True, True, frozenset(words)) if words else None


class Tongue(NamedTuple):
    """How one language is read.

    `split` yields the sentences of a paragraph of a text, in order and without the white space between them. `read`
    gets the whole document and the day its dates are told from, None where that isn't known. `words` has what is known
    of each word as it is written, where `read` asks for it. `normalise` gives the normal form of what is measured, None
    for words too general to compare figures by. `stopwords` tell nothing of a text's subject.
    """

    split: Callable[[str, Span], Iterable[Span]]
    read: Callable[[Document, datetime.date | None], Findings]
    words: Mapping[str, Word] | None = None
    normalise: Callable[[str], Named | None] = as_written
    stopwords: frozenset[str] = frozenset()
