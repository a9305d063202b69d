"""The only writer and the only reader of stored data."""

from __future__ import annotations

from core.library.edits import ARTICLE_KINDS, FIGURE_KINDS, ArticleKind, Change
from core.library.library import Ask, Library, StoredArticle
from core.library.questions.filters import Filters, Search
from core.library.questions.queries import Query

__all__ = [
    "ARTICLE_KINDS",
    "FIGURE_KINDS",
    "ArticleKind",
    "Ask",
    "Change",
    "Filters",
    "Library",
    "Query",
    "Search",
    "StoredArticle",
]
