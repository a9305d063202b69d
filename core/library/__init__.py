"""The only writer and the only reader of stored data."""

from __future__ import annotations

from core.library.filters import Filters, Search
from core.library.library import Library, StoredArticle

__all__ = ["Filters", "Library", "Search", "StoredArticle"]
