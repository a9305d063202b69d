"""When an article was published, as far as anything tells it."""

from __future__ import annotations

from core.extract.document import Document
from core.model import Article, Publication


def find(article: Article, document: Document) -> Publication:
    """Return the publication date with where it is known from; unknown is never a guess."""
    if article.published:
        return Publication(article.published, article.published_from)
    return Publication()
