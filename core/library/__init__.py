"""The only writer and the only reader of stored data."""

from __future__ import annotations

from core.library.library import Ask, Library, StoredArticle
from core.library.questions.filters import Filters, Search

__all__ = ["Ask", "Filters", "Library", "Search", "StoredArticle"]
