"""Keyword in context: every place where a word stands, with what stands around it."""

from __future__ import annotations

import re

import pandas as pd

from core.library.library import Library
from core.library.questions.filters import ALL, Filters
from core.library.questions.queries import Query, chosen

_ARTICLES = 1_000  # searched at most, the earliest first: more lines can't be read


def kwic(library: Library, word: str, filters: Filters = ALL, window: int = 60) -> pd.DataFrame:
    """Return each occurrence of a word or phrase, whatever its case, with `window` characters on either side.

    Columns: key, title, outlet, published, start, end, left, word, right.
    """
    words = word.split()
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    rows = []
    for article in library.run(_texts(words, filters)).itertuples() if words else ():
        text = str(article.text)
        for match in pattern.finditer(text):
            start, end = match.span()
            left, right = text[max(0, start - window) : start], text[end : end + window]
            around = " ".join(left.split()), match.group(), " ".join(right.split())
            rows.append((article.key, article.title, article.outlet, article.published, start, end, *around))
    columns = ["key", "title", "outlet", "published", "start", "end", "left", "word", "right"]
    return pd.DataFrame(rows, columns=columns)


def _texts(words: list[str], filters: Filters) -> Query:
    sql, values, _ = chosen(
        filters,
        """
        SELECT key, title_shown AS title, outlet, published, text FROM chosen JOIN texts USING (key)
        WHERE contains(lower(text), ?) ORDER BY published NULLS LAST, title_shown, key LIMIT ?
        """,
    )
    return Query(sql, [*values, max(words, key=len).lower(), _ARTICLES], limited=True)
