"""A saved page → its article: main text, title, outlet and dates. Never asks the network for anything."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

from trafilatura import bare_extraction
from trafilatura.utils import load_html

from core.read.calendar_dates import parse_date
from core.read.columns import article, language_code, line, web_address
from core.read.encodings import clean, decode
from core.read.intake import Unreadable, whole

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from core.model import Article

MAX_ELEMENTS = 30_000  # ten times a long news page; beyond it the extraction takes seconds
_MAX_TAGS = 20 * MAX_ELEMENTS  # "<" in the source, scripts included
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{2,40})", re.IGNORECASE)
_MODIFIED = (
    '//meta[@property="article:modified_time" or @property="og:updated_time" or @itemprop="dateModified"'
    ' or @name="last-modified"]/@content | //time[@itemprop="dateModified"]/@datetime'
)
_MODIFIED_IN_JSON = re.compile(r'"dateModified"\s{0,9}:\s{0,9}"([^"]{8,40})"')


def read_html(stream: IO[bytes], source: str) -> Iterator[Article]:
    """Yield the one article of a page."""
    data = whole(stream)
    declared = _CHARSET.search(data, 0, 4_096)
    page = decode(data, declared[1].decode("ascii", "replace") if declared else None)
    tree = _tree(page)
    text, known = _extract(tree)
    if not text.strip():
        raise Unreadable("No article's text was found in the page: save it as plain text instead.")
    yield article(text, source, known)


def _tree(page: str) -> HtmlElement:
    if page.count("<") > _MAX_TAGS:
        raise Unreadable(_too_complex())
    tree = load_html(page)
    if tree is None:
        raise Unreadable("The file is no HTML page: save the article as HTML or plain text.")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise Unreadable(_too_complex())
    return tree


def _too_complex() -> str:
    return f"The page has more than {MAX_ELEMENTS:,} elements, too many for an article: save its text only."


def _extract(tree: HtmlElement) -> tuple[str, dict[str, Any]]:
    """Return the main text and what the page's metadata say, as keyword arguments for `Article`."""
    updated = _updated(tree)
    try:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": True, "original_date": True},
        )
    except Exception as error:  # noqa: BLE001 - whatever a hostile page makes a parser of others raise
        raise Unreadable("The page's HTML is too broken to read: save the article as plain text.") from error
    if found is None or isinstance(found, dict):
        return "", {}
    candidates = {
        "title": line(found.title),
        "outlet": line(found.sitename),
        "url": web_address(line(found.url)),
        "language": language_code(line(found.language) or tree.get("lang")),
    }
    known: dict[str, Any] = {field: value for field, value in candidates.items() if value}
    published = parse_date(found.date)
    if published:
        known |= {"published": published, "published_from": "metadata"}
    if updated and (published is None or updated > published):
        known["updated"] = updated
    return clean(found.text or ""), known


def _updated(tree: HtmlElement) -> datetime.date | None:
    """Return the day of the last change that the page itself declares, in its head or its JSON-LD."""
    declared = list(tree.xpath(_MODIFIED))
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        declared += _MODIFIED_IN_JSON.findall(str(script))
    dates = [date for date in map(parse_date, map(str, declared)) if date]
    return max(dates, default=None)
