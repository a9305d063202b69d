"""A text divided once into what every extractor reads: furniture, headline, paragraphs, sentences, tokens, words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from core.extract import boilerplate, headline, paragraphing
from core.extract.document import Document, Sentence
from core.extract.english import sentences
from core.extract.english.vocabulary import WORDS
from core.extract.tokens import divide
from core.extract.word import INTEREST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from core.extract.word import Word
    from core.model import Span


def prepare(
    text: str,
    title: str | None = None,
    by_hand: Sequence[tuple[str, bool]] = (),
    split: Callable[[str, Span], Iterable[Span]] = sentences.split,
    words: Mapping[str, Word] | None = WORDS,
    language: str | None = None,
) -> Document:
    """Divide a text.

    Args:
        text: as it was read.
        title: where known, it helps to find the headline.
        by_hand: what an analyst said of lines.
        split: yields the sentences of a paragraph of the text; English unless told otherwise.
        words: what is known of each word, by the word as it is written; None where nothing is.
        language: the code of the text's language.
    """
    furniture = boilerplate.find(text, by_hand)
    paragraphs = paragraphing.paragraphs(text, furniture)
    title_line = headline.find(text, paragraphs, title)
    spans = (
        (span, number)
        for number, paragraph in enumerate(paragraphs)
        for span in ((paragraph,) if paragraph == title_line else split(text, paragraph))
    )
    return Document(text, furniture, title_line, paragraphs, tuple(_with_tokens(text, spans, words)), language)


def _with_tokens(
    text: str, spans: Iterable[tuple[Span, int]], words: Mapping[str, Word] | None
) -> Iterator[Sentence]:
    """Yield the sentences at spans in reading order, each given with its paragraph's number.

    No token runs over a sentence's end, so the text is divided once, which is faster, and the tokens are dealt out.
    """
    tokens, written, starts = divide(text)
    known = tuple(map(words.__getitem__, written)) if words is not None else ()
    interests = "".join(map(INTEREST, known))
    end = 0
    for span, paragraph in spans:
        first = bisect_left(starts, span.start, end)
        # No sentence has more tokens than characters, so that a short one is found as fast in a long text.
        end = bisect_left(starts, span.end, first, min(first + span.end - span.start, len(starts)))
        yield Sentence(span, paragraph, tokens[first:end], known[first:end], interests[first:end])


def stretch(text: str, span: Span) -> Sentence:
    """Return any stretch of a text, such as a page's date line, as one sentence, its words those of English."""
    tokens, written, _ = divide(span.of(text), span.start)
    known = tuple(map(WORDS.__getitem__, written))
    return Sentence(span, 0, tokens, known, "".join(map(INTEREST, known)))
