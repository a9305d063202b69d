"""Analyses made by hand, so that the library is tested apart from the extractors."""

from __future__ import annotations

import datetime
from functools import partial

import pytest

from core.library import Library, store
from core.library.rows import article_key
from core.library.store import Holding
from core.model import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Boilerplate,
    Counts,
    DateMention,
    Figure,
    Frame,
    Publication,
    Readability,
    Span,
)


def span(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def analysis(text, *, figures=(), dates=(), quotations=(), actors=(), frames=(), **given):
    """Return an analysis; `figures` and the like name parts of the text."""
    article = Article(text=text, **given)
    sentences = []
    start = 0
    for piece in text.split(". "):
        sentences.append(Span(start, min(len(text), start + len(piece) + 1)))
        start += len(piece) + 2
    words = text.lower().replace(".", " ").replace(",", " ").split()
    return Analysis(
        article=article,
        title=article.title,
        title_span=None,
        outlet=article.outlet,
        outlet_span=None,
        publication=Publication(article.published, "given" if article.published else "unknown"),
        language="en",
        counts=Counts(len(text), len(words), len(sentences), len(words) * 2),
        readability=Readability(flesch_reading_ease=60.0),
        boilerplate=(Boilerplate(Span(0, 1), "test"),),
        sentences=tuple(sentences),
        dates=tuple(
            DateMention(
                span(text, part), "DATE", value, datetime.date(int(value), 1, 1), datetime.date(int(value), 12, 31)
            )
            for part, value in dates
        ),
        figures=tuple(Figure(span(text, part), **values) for part, values in figures),
        attributions=tuple(Attribution(span(text, part), "direct", speaker) for part, speaker in quotations),
        actors=tuple(Actor(name, "person", (span(text, name),)) for name in actors),
        frames=tuple(Frame(name, 1.0, (span(text, part),)) for name, part in frames),
        terms=tuple((word, words.count(word)) for word in sorted(set(words))),
    )


def commit(library, *analyses, batch="first"):
    """Commit analyses to a library as one part; a source is the analysis's own or its number."""
    holdings = [
        Holding(item.article.source or f"file{number}", article_key(item.article), "c", "root")
        for number, item in enumerate(analyses)
    ]
    return store.add(library.path, batch, analyses, holdings)


@pytest.fixture(scope="session")
def make():
    return analysis


@pytest.fixture(scope="session")
def add_to():
    return commit


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "kept")


@pytest.fixture
def add(library):
    """Commit analyses to the library as one part."""
    return partial(commit, library)
