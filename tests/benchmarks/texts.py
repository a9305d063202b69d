"""Articles to measure with: the sample corpus's own sentences, drawn anew into as many articles as are wanted."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from core import read
from core.extract.prepare import prepare
from core.model import Article, Rejection

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = 576  # of an article: the length that news of the development sets has on average


def sample_sentences(corpus: Path = SEEDS) -> list[str]:
    """Return the sentences of a corpus that have more than five words and marks."""
    return [
        sentence.span.of(article.text)
        for article in read.read_articles(corpus)
        if not isinstance(article, Rejection)
        for sentence in prepare(article.text).sentences
        if len(sentence.tokens) > 5
    ]


def generated(count: int, seed: int = 7, corpus: Path = SEEDS, words: int = WORDS) -> list[Article]:
    """Return articles of about `words` words, paragraphs of one to four sentences of a corpus; the same for a seed."""
    draw = random.Random(seed)
    sentences = sample_sentences(corpus)
    start = datetime.date(2025, 1, 1)
    return [
        Article(
            text=_text(draw, sentences, words),
            source=f"generated-{seed}-{number}",
            title=f"Generated article {number}",
            outlet=f"Outlet {draw.randrange(12)}",
            published=start + datetime.timedelta(days=draw.randrange(365)),
            published_from="given",
            topic=f"Topic {draw.randrange(6)}",
        )
        for number in range(count)
    ]


def _text(draw: random.Random, sentences: list[str], wanted: int) -> str:
    paragraphs, words = [], 0
    while words < wanted:
        paragraph = " ".join(draw.choice(sentences).replace("\n", " ") for _ in range(draw.randint(1, 4)))
        words += paragraph.count(" ") + 1
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)
