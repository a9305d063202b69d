"""A text divided once into what every extractor reads: furniture, headline, paragraphs, sentences, tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.extract import boilerplate, headline, sentences
from core.extract.tokens import tokenize

if TYPE_CHECKING:
    from core.extract.tokens import Token
    from core.model import Boilerplate, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body: its place, the paragraph it stands in and its tokens."""

    span: Span
    paragraph: int  # index into Document.paragraphs
    tokens: tuple[Token, ...]


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


def prepare(text: str, title: str | None = None) -> Document:
    """Divide a text; `title`, where known, helps to find the headline in it."""
    furniture = boilerplate.find(text)
    paragraphs = sentences.paragraphs(text, furniture)
    title_line = headline.find(text, paragraphs, title)
    divided = tuple(
        Sentence(span, number, tokenize(text, span))
        for number, paragraph in enumerate(paragraphs)
        for span in ((paragraph,) if paragraph == title_line else sentences.split(text, paragraph))
    )
    return Document(text, furniture, title_line, paragraphs, divided)
