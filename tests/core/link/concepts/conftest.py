"""Invented articles, read for what they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.extract import analyze
from core.link.concepts.named_phrases import Name
from core.link.concepts.reading import Text
from core.model import Article

Given = Callable[..., list[Text]]


def text_of(key: str, text: str) -> Text:
    """Return an article as it is read for naming, analysed as any is."""
    found = analyze(Article(text=text, source=key))
    names = sorted(
        Name(span.start, span.end, actor.name, actor.kind) for actor in found.actors for span in actor.mentions
    )
    return Text(key, text, tuple((span.start, span.end) for span in found.sentences), tuple(names))


@pytest.fixture
def given() -> Given:
    """Return a function that reads texts, each as an article of its own called by its number."""

    def read(*texts: str) -> list[Text]:
        return [text_of(str(number), text) for number, text in enumerate(texts)]

    return read
