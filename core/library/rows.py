"""Records → rows: what of an analysis stands in which table, and the keys that articles go by.

A row maps columns to values. A record's fields are columns by themselves, under the names that `core.model.named` gives
them; what is said here is what a table has besides.
"""

from __future__ import annotations

import hashlib
import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from core.library.schema import ARTICLE_TABLES, TABLES, table
from core.model import Article, Span, named

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    import pyarrow as pa

    from core.model import Analysis, Attribution

Row = dict[str, Any]

# What has always counted as read. A field that an article got since counts where it isn't empty, so that what was read
# before is known again. `redated` was counted once and stands for its being empty.
_CONTENT = "text title outlet published published_from url topic language updated redated".split()
_NOT_READ = frozenset({"source", "furniture", "redated"})
_ADDED = tuple(field for field in fields(Article) if field.name not in _NOT_READ.union(_CONTENT))


def article_key(article: Article) -> str:
    """Return the article's key: a hash of its text and its outlet or, without one, its address."""
    return _digest(article.text, article.outlet or article.url or "")


def content_key(article: Article) -> str:
    """Return a hash of all that was read of an article but its source, so that any change is noticed."""
    read = [str(None if name in _NOT_READ else getattr(article, name)) for name in _CONTENT]
    added = ((field.name, getattr(article, field.name)) for field in _ADDED)
    return _digest(*read, *(f"{name}: {value}" for name, value in added if value))


def analysed_key(article: Article, rules: str) -> str:
    """Return a hash of all that an analysis comes from: what was read, the rules, and what was judged by hand.

    It begins with the content's key and "-", as `read_part` has it.
    """
    judged = (sorted(article.furniture), article.redated)
    by_hand = "" if judged == ([], None) else f"-{_digest(repr(judged))}"
    return f"{content_key(article)}-{rules}{by_hand}"


def read_part(analysed: str) -> str:
    """Return of such a hash the content's key: what was read, whatever it was analysed by."""
    return analysed.partition("-")[0]


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
    rows: dict[str, list[Row]] = {name: [] for name in ARTICLE_TABLES}
    for analysis in analyses:
        key = article_key(analysis.article)
        place = _Places(analysis)
        for name, make in _ROWS.items():
            for row in make(analysis, place):
                row["key"] = key
                rows[name].append(row)
    rows["terms"].sort(key=lambda row: str(row["term"]))  # so that a word is found in few row groups
    return {name: table(TABLES[name], found) for name, found in rows.items()}


class _Places:
    """Finds the sentence around a span, or where it stands in none (a headline, furniture), its line."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.article.text
        self._sentences = analysis.sentences
        self._starts = [span.start for span in analysis.sentences]

    def of(self, span: Span) -> Row:
        """Return the span's start and end, the characters there, and the ends of the sentences it runs over."""
        row: Row = {"start": span.start, "end": span.end, "text": self._text[span.start : span.end]}
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if first >= 0 and self._sentences[first].end > span.start and self._sentences[last].end >= span.end:
            row["sentence_start"], row["sentence_end"] = self._sentences[first].start, self._sentences[last].end
        else:
            line_end = self._text.find("\n", span.end)
            row["sentence_start"] = self._text.rfind("\n", 0, span.start) + 1
            row["sentence_end"] = line_end if line_end >= 0 else len(self._text)
        return row


def _ends(name: str, span: Span | None) -> Row:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


_SMALL_WORD = re.compile(r"\b[a-z]{2,}\b")


def _first_sentence(analysis: Analysis) -> str:
    text = analysis.article.text
    body = [span for span in analysis.sentences if span != analysis.title_span]
    # Many articles open with a date line, a byline or a dateline; a sentence has small words.
    span = next((span for span in body if len(_SMALL_WORD.findall(span.of(text))) > 2), body[0] if body else None)
    return " ".join((span.of(text) if span else text[:300]).split())[:300]


def _article_rows(analysis: Analysis, _: _Places) -> Iterator[Row]:
    article, published = analysis.article, analysis.publication
    yield {
        "text": article.text,
        "text_hash": text_key(article.text),
        "source": article.source,
        "url": article.url,
        "title": analysis.title,
        **_ends("title", analysis.title_span),
        "outlet": analysis.outlet,
        **_ends("outlet", analysis.outlet_span),
        "published": published.date,
        "published_from": published.origin,
        "published_reason": published.reason,
        **_ends("published", published.span),
        "updated": article.updated,
        "topic": article.topic,
        "language": analysis.language,
        **named(analysis.counts),
        **named(analysis.readability),
        "figures": len(analysis.figures),
        "quotations": sum(item.kind != "indirect" for item in analysis.attributions),
        "first_sentence": _first_sentence(analysis),
    }


def _date_rows(analysis: Analysis, places: _Places) -> Iterator[Row]:
    for item in analysis.dates:
        yield named(item) | places.of(item.span)


def _figure_rows(analysis: Analysis, places: _Places) -> Iterator[Row]:
    days = {item.span: (item.begin, item.end) for item in analysis.dates}
    values = {item.value: (item.begin, item.end) for item in analysis.dates}
    for number, item in enumerate(analysis.figures):
        row = named(item) | places.of(item.span)
        value = row.pop("value")
        low, high = map(_finite, value if isinstance(value, tuple) else (value, value))
        if low is None or high is None:
            continue
        period: tuple[datetime.date | None, datetime.date | None] = (None, None)
        if item.period:
            span = item.period_span or Span(-1, -1)
            period = values.get(item.period) or _interval(item.period, values) or days.get(span) or (None, None)
        yield row | {
            "number": number,
            "low": low,
            "high": high,
            "period_begin": period[0],
            "period_end": period[1],
        }


def _interval(
    period: str, values: Mapping[str, tuple[datetime.date | None, datetime.date | None]]
) -> tuple[datetime.date | None, datetime.date | None] | None:
    """Return the days of a period that goes from one date to another ("2007/2012") or on ("2007/..")."""
    first, slash, last = period.partition("/")
    if not slash or first not in values:
        return None
    return values[first][0], values[last][1] if last in values else None


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:  # an int beyond the range of floats
        return None
    return number if math.isfinite(number) else None


def _attribution_rows(analysis: Analysis, places: _Places) -> Iterator[Row]:
    for item in analysis.attributions:
        row = named(item) | places.of(item.span)
        row["words"] = len(re.findall(r"\w+", row["text"]))
        if _is_nobody(item):
            row["speaker"] = None
        yield row


_PRONOUNS = frozenset("he she they it we i you who which that".split())


def _is_nobody(item: Attribution) -> bool:
    """Tell whether the speaker is a pronoun that nothing resolves: over articles, "they" are many."""
    return not item.named and (item.speaker or "").lower() in _PRONOUNS


def _actor_rows(analysis: Analysis, places: _Places) -> Iterator[Row]:
    for item in analysis.actors:
        row = named(item)
        mentions = row.pop("mentions")
        row["aliases"] = list(item.aliases)
        for span in mentions:
            yield row | places.of(span)


def _frame_rows(analysis: Analysis, places: _Places) -> Iterator[Row]:
    for item in analysis.frames:
        row = named(item)
        row["frame"], mentions = row.pop("name"), row.pop("mentions")
        for span in mentions:
            yield row | places.of(span)


def _sentence_rows(analysis: Analysis) -> Iterator[Row]:
    for span, grade in zip_longest(analysis.sentences, analysis.grades):
        yield {"start": span.start, "end": span.end, "grade": grade}


_ROWS: dict[str, Callable[[Analysis, _Places], Iterable[Row]]] = {
    "articles": _article_rows,
    "boilerplate": lambda analysis, _: map(named, analysis.boilerplate),
    "sentences": lambda analysis, _: _sentence_rows(analysis),
    "dates": _date_rows,
    "figures": _figure_rows,
    "attributions": _attribution_rows,
    "actors": _actor_rows,
    "frames": _frame_rows,
    "terms": lambda analysis, _: ({"term": term, "count": count} for term, count in analysis.terms),
}
