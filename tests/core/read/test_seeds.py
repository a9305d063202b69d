from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.model import Article
from core.read import read_articles

PROJECT = Path(__file__).parents[3]
SEEDS = PROJECT / "seeds"
ORIGINALS = PROJECT.parent / "shared" / "seeds"
QUOTATION_MARKS = set('"“”«»')


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = list(read_articles(SEEDS))
    assert all(isinstance(item, Article) for item in found), found
    return found


def words_in_runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[place : place + length]) for place in range(len(words) - length + 1)}


def test_the_sample_is_read_whole_in_every_form_people_have(articles):
    assert {Path(article.source.partition("#")[0]).suffix for article in articles} == {
        ".txt",
        ".md",
        ".html",
        ".csv",
    }
    assert {article.topic for article in articles} == {"Union State talks", "Harrow Vale tram"}
    assert len(articles) == 16


def test_the_fiction_is_dated_and_has_outlets_that_disagree(articles):
    fiction = [article for article in articles if article.topic == "Harrow Vale tram"]
    assert len({article.outlet for article in fiction}) >= 4
    assert all(article.published and article.published.year == 2025 for article in fiction)
    assert sum(article.updated is not None for article in fiction) == 1
    assert all(250 <= len(article.text.split()) <= 650 for article in fiction)


def test_real_people_are_not_quoted_word_for_word(articles):
    for article in articles:
        if article.topic == "Union State talks":
            assert not QUOTATION_MARKS & set(article.text), article.source


def test_no_sentence_of_the_original_reports_is_repeated(articles):
    originals = sorted(ORIGINALS.glob("*.txt"))
    if not originals:
        pytest.skip("the original reports are not beside this checkout (../shared/seeds)")
    theirs = set().union(*(words_in_runs(path.read_text(encoding="utf-8")) for path in originals))
    for article in articles:
        assert not words_in_runs(article.text) & theirs, article.source
