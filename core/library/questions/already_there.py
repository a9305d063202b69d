"""Which of some articles a library holds already, under the same key or as the same text of another outlet."""

from __future__ import annotations

from collections.abc import Sequence

from core.library.library import Library
from core.library.questions.queries import Query
from core.library.rows import article_key, text_key
from core.model import Article


def held(keys: Sequence[str], texts: Sequence[str]) -> Query:
    """Ask for the articles that have one of the keys or one of the hashes of text: key, text_hash."""
    return Query(
        "SELECT key, text_hash FROM articles WHERE list_contains(?::VARCHAR[], key) "
        "OR list_contains(?::VARCHAR[], text_hash)",
        [list(keys), list(texts)],
    )


def standing(library: Library, articles: Sequence[Article]) -> list[str]:
    """Return for each article "new", "already there", "twice here", or "copy" of the same text in another outlet."""
    keys = [article_key(article) for article in articles]
    texts = [text_key(article.text) for article in articles]
    rows = library.run(held(keys, texts))
    there, known_texts = set(rows["key"]), set(rows["text_hash"])
    found, seen = [], set[str]()
    for key, text in zip(keys, texts, strict=True):
        if key in there:
            found.append("already there")
        elif key in seen:
            found.append("twice here")
        else:
            found.append("copy" if text in known_texts else "new")
        seen.add(key)
        known_texts.add(text)
    return found
