"""Records → rows: what of an analysis stands in which table, and the keys that articles go by."""

from __future__ import annotations

import hashlib
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, fields
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from core.library.schema import ARTICLE_TABLES, TABLES, table
from core.model import Article, Span

if TYPE_CHECKING:
    import datetime

    import pyarrow as pa

    from core.model import Analysis, Attribution

_CONTENT = tuple(field.name for field in fields(Article) if field.name not in ("source", "furniture"))


def article_key(article: Article) -> str:
    """Return the article's key: a hash of its text and its outlet or, without one, its address."""
    return _digest(article.text, article.outlet or article.url or "")


def content_key(article: Article) -> str:
    """Return a hash of all that was read of an article but its source, so that any change is noticed."""
    return _digest(*(str(getattr(article, name)) for name in _CONTENT))


def analysed_key(article: Article, rules: str) -> str:
    """Return a hash of all that an analysis comes from: what was read, the rules, and what was judged by hand.

    It begins with the content's key and "-".
    """
    judged = (sorted(article.furniture), article.redated)
    by_hand = "" if judged == ([], None) else f"-{_digest(repr(judged))}"
    return f"{content_key(article)}-{rules}{by_hand}"


def _digest(*values: str) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for value in values:
        digest.update(value.encode("utf-8", "surrogatepass") + b"\x00")
    return digest.hexdigest()


def text_key(text: str) -> str:
    """Return a hash of a text's words, by which the same text is found under other keys."""
    return _digest(" ".join(text.split()))


def to_tables(analyses: Iterable[Analysis]) -> dict[str, pa.Table]:
    """Return the rows of the analyses, one table each of `ARTICLE_TABLES`."""
    rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in ARTICLE_TABLES}
    for analysis in analyses:
        key = article_key(analysis.article)
        place = _Places(analysis)
        for name, make in _ROWS.items():
            rows[name] += [(key, *row) for row in make(analysis, place)]
    rows["terms"].sort(key=lambda row: str(row[1]))  # so that a word is found in few row groups
    return {name: table(TABLES[name], found) for name, found in rows.items()}


class _Places:
    """Finds the sentence around a span, or where it stands in none (a headline, furniture), its line."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.article.text
        self._sentences = analysis.sentences
        self._starts = [span.start for span in analysis.sentences]

    def of(self, span: Span) -> tuple[int, int, int, int]:
        """Return the span's start and end, and those of the sentences it runs over."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if first >= 0 and self._sentences[first].end > span.start and self._sentences[last].end >= span.end:
            return *span, self._sentences[first].start, self._sentences[last].end
        line_start = self._text.rfind("\n", 0, span.start) + 1
        line_end = self._text.find("\n", span.end)
        return *span, line_start, line_end if line_end >= 0 else len(self._text)


def _optional(span: Span | None) -> tuple[int | None, int | None]:
    return span or (None, None)


_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")


def _first_sentence(analysis: Analysis) -> str:
    text = analysis.article.text
    body = [span for span in analysis.sentences if span != analysis.title_span]
    # Many articles open with a date line, a byline or a dateline; a sentence has small words.
    span = next((span for span in body if len(_SMALL_WORD.findall(span.of(text))) > 2), body[0] if body else None)
    return " ".join((span.of(text) if span else text[:300]).split())[:300]


def _article_rows(analysis: Analysis, _: _Places) -> Iterator[tuple[Any, ...]]:
    article, published = analysis.article, analysis.publication
    yield (
        article.text,
        text_key(article.text),
        article.source,
        article.url,
        analysis.title,
        *_optional(analysis.title_span),
        analysis.outlet,
        *_optional(analysis.outlet_span),
        published.date,
        published.origin,
        published.reason,
        *_optional(published.span),
        article.updated,
        article.topic,
        analysis.language,
        *astuple(analysis.counts),
        *astuple(analysis.readability),
        len(analysis.figures),
        sum(item.kind != "indirect" for item in analysis.attributions),
        _first_sentence(analysis),
    )


def _date_rows(analysis: Analysis, places: _Places) -> Iterator[tuple[Any, ...]]:
    text = analysis.article.text
    for item in analysis.dates:
        yield (
            *places.of(item.span),
            item.span.of(text),
            item.type,
            item.value,
            item.begin,
            item.end,
            item.anchor,
        )


def _figure_rows(analysis: Analysis, places: _Places) -> Iterator[tuple[Any, ...]]:
    text = analysis.article.text
    days = {item.span: (item.begin, item.end) for item in analysis.dates}
    values = {item.value: (item.begin, item.end) for item in analysis.dates}
    for number, item in enumerate(analysis.figures):
        value = item.value if isinstance(item.value, tuple) else (item.value, item.value)
        limits = [_finite(end) for end in value]
        if None in limits:
            continue
        period: tuple[datetime.date | None, datetime.date | None] = (None, None)
        if item.period:
            period = days.get(item.period_span or Span(-1, -1)) or values.get(item.period) or (None, None)
        yield (
            number,
            *places.of(item.span),
            item.span.of(text),
            item.kind,
            *limits,
            item.unit,
            item.measure,
            *_optional(item.measure_span),
            item.modifier,
            item.change,
            item.status,
            item.period,
            *_optional(item.period_span),
            *period,
            item.speaker,
            *_optional(item.speaker_span),
        )


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:  # an int beyond the range of floats
        return None
    return number if math.isfinite(number) else None


def _attribution_rows(analysis: Analysis, places: _Places) -> Iterator[tuple[Any, ...]]:
    text = analysis.article.text
    for item in analysis.attributions:
        words = item.span.of(text)
        yield (
            *places.of(item.span),
            words,
            len(re.findall(r"\w+", words)),
            item.kind,
            None if _is_nobody(item) else item.speaker,
            *_optional(item.speaker_span),
            item.cue,
            *_optional(item.cue_span),
            item.cue_class,
            item.named,
        )


_PRONOUNS = frozenset("he she they it we i you who which that".split())


def _is_nobody(item: Attribution) -> bool:
    """Tell whether the speaker is a pronoun that nothing resolves: over articles, "they" are many."""
    return not item.named and (item.speaker or "").lower() in _PRONOUNS


def _actor_rows(analysis: Analysis, places: _Places) -> Iterator[tuple[Any, ...]]:
    text = analysis.article.text
    for item in analysis.actors:
        for span in item.mentions:
            yield *places.of(span), item.name, item.kind, span.of(text), item.role, list(item.aliases)


def _frame_rows(analysis: Analysis, places: _Places) -> Iterator[tuple[Any, ...]]:
    text = analysis.article.text
    for item in analysis.frames:
        for span in item.mentions:
            yield *places.of(span), item.name, item.share, span.of(text)


def _sentence_rows(analysis: Analysis) -> Iterator[tuple[Any, ...]]:
    for span, grade in zip_longest(analysis.sentences, analysis.grades):
        yield *span, grade


_ROWS: dict[str, Callable[[Analysis, _Places], Iterable[tuple[Any, ...]]]] = {
    "articles": _article_rows,
    "boilerplate": lambda analysis, _: [(*item.span, item.reason) for item in analysis.boilerplate],
    "sentences": lambda analysis, _: _sentence_rows(analysis),
    "dates": _date_rows,
    "figures": _figure_rows,
    "attributions": _attribution_rows,
    "actors": _actor_rows,
    "frames": _frame_rows,
    "terms": lambda analysis, _: analysis.terms,
}
