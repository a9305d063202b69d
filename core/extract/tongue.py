"""What reading a language takes: one who divides its paragraphs into sentences, and one who reads a document.

`core.extract.READERS` has those there are, by the ISO 639-1 code of the language.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from core.extract.document import Document
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


class Tongue(NamedTuple):
    """How one language is read.

    `split` yields the sentences of a paragraph of a text, in order and without the white space between them. `read`
    gets the whole document and the day its dates are told from, None where that isn't known.
    """

    split: Callable[[str, Span], Iterable[Span]]
    read: Callable[[Document, datetime.date | None], Findings]
