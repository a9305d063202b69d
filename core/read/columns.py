"""The names under which exports, front matter and sidecars keep what an article has, and the article made of them.

Known: Media Cloud, GDELT DOC, news-please, Event Registry, NewsAPI, and the names people choose themselves.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.core import get_global

from core.model import Article
from core.read.calendar_dates import parse_date
from core.read.encodings import clean, clean_line
from core.read.intake import Unreadable
from core.read.markup import looks_like_html, strip_markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Field of an article → names it is known by, the most telling first.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "maintext", "main_text", "full_text", "fulltext", "article_text",
        "article_body", "articlebody", "body_text", "article", "story_text", "plain_text",
    ),
    "title": ("title", "headline", "article_title", "head"),
    "outlet": (
        "outlet", "media_name", "source_name", "publication", "newspaper", "publisher", "source", "sitename",
        "site", "source_domain", "media", "domain",
    ),
    "published": (
        "published", "publish_date", "date_publish", "date_published", "published_at", "publishedat", "pub_date",
        "pubdate", "publication_date", "datepublished", "seendate", "date", "datetime",
    ),
    "updated": ("updated", "date_modify", "date_modified", "modified", "updated_at", "datemodified", "lastmod"),
    "url": ("url", "link", "article_url", "web_url", "permalink"),
    "topic": ("topic", "subject", "theme"),
    "language": ("language", "lang"),
}  # fmt: skip
_EMPTY = frozenset({"", "none", "null", "nan", "n/a", "na", "-"})
_MAX_LINE = 1_000  # characters of a title, a name, an address
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


@lru_cache(maxsize=1_000)
def normalise(name: str) -> str:
    """Return a column's name lower-cased, with underscores between its words."""
    return "_".join(re.split(r"[\s_\-.]+", clean_line(name).lower())).strip("_")


def assign(names: Iterable[str]) -> dict[str, str]:
    """Return which of the names given holds which field of an article: {field: name}."""
    given: dict[str, str] = {}
    for name in names:
        given.setdefault(normalise(name), name)
    return {
        field: next(given[known] for known in known_names if known in given)
        for field, known_names in NAMES.items()
        if any(known in given for known in known_names)
    }


def metadata(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values named in any known way as keyword arguments for `Article`, its text left out.

    What is empty, "None" or can't be told for sure (an ambiguous date) is not in the result.
    """
    columns = assign(values)
    found = {field: line(values[name]) for field, name in columns.items() if field != "text"}
    known: dict[str, Any] = {field: value for field in ("title", "outlet", "topic") if (value := found.get(field))}
    if published := parse_date(found.get("published")):
        known |= {"published": published, "published_from": "given"}
    if updated := parse_date(found.get("updated")):
        known["updated"] = updated
    if url := web_address(found.get("url")):
        known["url"] = url
    if language := language_code(found.get("language")):
        known["language"] = language
    return known


def article(text: str, source: str, known: Mapping[str, Any]) -> Article:
    """Return the article of a clean text and what `metadata` found.

    Raises:
        Unreadable: There is no text.
    """
    if not text.strip():
        raise Unreadable("It holds no text: put the article's text in it or remove it.")
    return Article(text=text, source=source, **known)


def article_of_row(values: Mapping[str, Any], source: str) -> Article:
    """Return the article that a row of an export holds.

    Raises:
        Unreadable: The row has no text, or too much for one article.
    """
    name = assign(values).get("text")
    text = values[name] if name is not None else None
    if not isinstance(text, str) or text.strip().lower() in _EMPTY:
        raise Unreadable("The row has no text: fill its text column or remove the row.")
    text = clean(strip_markup(text) if looks_like_html(text) else text)
    return article(text, source, metadata(values))


def line(value: object) -> str | None:
    """Return a value of an export as one line, None where it says nothing.

    Of a nested value, such as Event Registry's `source: {"title": …}`, the title or name counts.
    """
    if isinstance(value, dict):
        value = value.get("title") or value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        said = clean_line(str(value)[:_MAX_LINE])
    except ValueError:  # an integer of more digits than Python turns into text
        return None
    return None if said.lower() in _EMPTY else said


def web_address(value: str | None) -> str | None:
    """Return an http or https address; None for anything else, a script or a path among it."""
    return value if value and _ADDRESS.fullmatch(value) else None


def language_code(value: str | None) -> str | None:
    """Return a language's two-letter code, given a code ("en-GB", "eng") or an English name; else None."""
    if not value:
        return None
    code = re.split(r"[-_]", value.lower())[0]
    return _languages().get(code)


@cache
def _languages() -> dict[str, str]:
    names = {name.lower(): code for code, name in Locale("en").languages.items() if len(code) == 2}
    codes = {code: code for code in names.values()}
    aliases = {old: new for old, new in get_global("language_aliases").items() if new in codes}
    return names | codes | aliases
