"""A text divided once into what every extractor reads: furniture, headline, paragraphs, sentences, tokens."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.extract import boilerplate, headline, sentences
from core.extract.tokens import LOWER, divide
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from core.extract.tokens import Token
    from core.model import Boilerplate


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body: its place, the paragraph it stands in, its tokens and their lower-cased words.

    The words are listed apart because most rooms look up every word and few its place.
    """

    span: Span
    paragraph: int  # index into Document.paragraphs
    tokens: tuple[Token, ...]
    words: tuple[str, ...] = ()  # made of the tokens where they aren't given

    def __post_init__(self) -> None:
        if len(self.words) != len(self.tokens):
            object.__setattr__(self, "words", tuple(map(LOWER, self.tokens)))


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


def prepare(
    text: str,
    title: str | None = None,
    by_hand: Sequence[tuple[str, bool]] = (),
    split: Callable[[str, Span], Iterable[Span]] = sentences.split,
) -> Document:
    """Divide a text.

    Args:
        text: as it was read.
        title: where known, it helps to find the headline.
        by_hand: what an analyst said of lines.
        split: yields the sentences of a paragraph of the text; English unless told otherwise.
    """
    furniture = boilerplate.find(text, by_hand)
    paragraphs = sentences.paragraphs(text, furniture)
    title_line = headline.find(text, paragraphs, title)
    spans = (
        (span, number)
        for number, paragraph in enumerate(paragraphs)
        for span in ((paragraph,) if paragraph == title_line else split(text, paragraph))
    )
    return Document(text, furniture, title_line, paragraphs, tuple(_with_tokens(text, spans)))


def _with_tokens(text: str, spans: Iterable[tuple[Span, int]]) -> Iterator[Sentence]:
    """Yield the sentences at spans in reading order, each given with its paragraph's number.

    No token runs over a sentence's end, so the text is divided once, which is faster, and the tokens are dealt out.
    """
    tokens, words, starts = divide(text)
    end = 0
    for span, paragraph in spans:
        first = bisect_left(starts, span.start, end)
        # No sentence has more tokens than characters, so that a short one is found as fast in a long text.
        end = bisect_left(starts, span.end, first, min(first + span.end - span.start, len(starts)))
        yield Sentence(span, paragraph, tokens[first:end], words[first:end])
