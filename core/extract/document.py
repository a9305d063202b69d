"""The records of a divided text, which every extractor reads; `prepare` makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from core.extract.tokens import LOWER
from core.model import Span

if TYPE_CHECKING:
    from core.extract.tokens import Token
    from core.extract.word import Word
    from core.model import Boilerplate


class Sentence(NamedTuple):
    """A sentence of the body: its place, the paragraph it stands in, its tokens and what is known of their words.

    `interests` has a character for each word, which says what rooms it may interest (see `interest`). Of the words of a
    language nobody reads nothing is known: both are empty.
    """

    span: Span
    paragraph: int  # index into Document.paragraphs
    tokens: tuple[Token, ...]
    known: tuple[Word, ...]
    interests: str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the lower-cased words of the tokens."""
        return tuple(map(LOWER, self.tokens))


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text with its furniture marked and its body divided; spans are in reading order.

    Paragraphs and sentences cover the body only: furniture is in neither. The headline, where the text holds
    it, is a paragraph and a sentence of its own.
    """

    text: str
    boilerplate: tuple[Boilerplate, ...]
    headline: Span | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    language: str | None = None  # as far as it is known, with its region where that is ("en-GB")
