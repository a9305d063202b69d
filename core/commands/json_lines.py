"""JSON Lines in, JSON Lines out: the records as other programs exchange them with the command line."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from core.extract import analyze
from core.model import Analysis, Article

_SURROGATE = re.compile("[\ud800-\udfff]")


class NoArticleError(ValueError):
    """A row that can't become an article; the message says why."""


def rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any] | str]:
    """Yield each line's object or, where it holds none, a sentence that says which and what to do."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_constant=_number, parse_float=_number)
        except (ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, json.JSONDecodeError) else "it can't be decoded"
            yield f"line {number}: not JSON ({reason}); correct or remove the line. The rest goes on."
            continue
        if isinstance(row, dict):
            yield row
        else:
            yield f'line {number}: no object with "id" and "text"; correct or remove the line. The rest goes on.'


def _number(written: str) -> float | None:
    """Return a number; infinity and NaN, which Python reads and no other program could read back, are null."""
    value = float(written)
    return value if math.isfinite(value) else None


def to_article(row: dict[str, Any]) -> Article:
    """Return the article of a row; a lone surrogate is replaced one for one, so that offsets stay true.

    Raises:
        NoArticleError: The row has no text.
    """
    text = row.get("text")
    if not isinstance(text, str):
        raise NoArticleError('no "text", or one that is no string')
    published = _day(row.get("published"))
    return Article(
        text=_scrub(text),
        source=str(row.get("id", "")),
        title=_line(row, "title"),
        outlet=_line(row, "outlet"),
        published=published,
        published_from="given" if published else "unknown",
        url=_line(row, "url"),
        topic=_line(row, "topic"),
        language=_line(row, "language"),
    )


def analyses(found: Iterable[dict[str, Any]], *, whole: bool = False) -> Iterator[str]:
    """Yield the analysis of each row's article as a line of JSON, or `{"id", "error"}`.

    With `whole` the lines are those of `core.exchange`, which a library takes in.
    """
    for row in found:
        try:
            analysis = analyze(to_article(row))
            yield _sent(analysis) if whole else _dump({"id": row.get("id"), **analysis.to_dict()})
        except NoArticleError as error:
            yield _dump({"id": row.get("id"), "error": str(error)})
        except Exception as error:  # noqa: BLE001 - whatever one article does to a rule, the others go on
            yield _dump({"id": row.get("id"), "error": f"{type(error).__name__}: {_scrub(str(error))}"})


def stories(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield `{"id", "story"}` for each row as a line of JSON, or `{"id", "error"}`; a story is a row's id."""
    from core.link import signatures  # noqa: PLC0415 - `analyze` shall not wait for NumPy and SciPy
    from core.link import stories as link_stories  # noqa: PLC0415

    read: list[tuple[Any, Article | str]] = []
    for row in found:
        try:
            read.append((row.get("id"), to_article(row)))
        except NoArticleError as error:
            read.append((row.get("id"), str(error)))
    articles = [(str(number), item) for number, (_, item) in enumerate(read) if isinstance(item, Article)]
    labels = link_stories.group([signatures.signature(key, article) for key, article in articles])
    story = {key: label for (key, _), label in zip(articles, labels, strict=True)}
    for number, (name, item) in enumerate(read):
        if isinstance(item, Article):
            yield _dump({"id": name, "story": str(read[int(story[str(number)])][0])})
        else:
            yield _dump({"id": name, "error": item})


def _sent(analysis: Analysis) -> str:
    from core import exchange  # noqa: PLC0415 - it asks which rules these are, for which others shall not wait

    return exchange.to_json(analysis)


def _dump(row: dict[str, Any]) -> str:
    return json.dumps(row, allow_nan=False)  # ASCII, so that no reader parts lines at U+2028 or its like


def _scrub(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _line(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    return (_scrub(value).strip() or None) if isinstance(value, str) else None


def _day(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
