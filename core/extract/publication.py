"""When an article was published, as far as anything tells it.

In this order: what came with the article; a date line of the page ("Published 4 March 2025"); a dateline with its
year ("MINSK, December 19, 2022 –"); the article's address or file name. Nothing else is taken for a date: where none
of these speaks, the reason says what the text does tell. A date line that disagrees with what came with the article is
kept beside it.
"""

from __future__ import annotations

import datetime
import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from core.extract import dates
from core.extract.prepare import stretch
from core.lexicon import load
from core.model import Publication, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from core.extract.document import Document
    from core.model import Article, DateMention, PublishedFrom

_HEAD_LINES, _TAIL_LINES = 20, 20  # in which a page's date line may stand
_LONGEST_LINE = 160  # characters; a longer line is prose
_DATELINE_PARAGRAPHS = 6
_LONGEST_DATELINE = 90

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# What every day with its year shows: four digits, or two after a slash ("3/5/24"). Few first lines have it, and to
# look for it costs a hundredth of reading them.
_YEAR = re.compile(r"\d{4}|\d/\d\d?/\d\d")
_SAID = load.sections("text_publication.txt")
_PUBLISHED, _UPDATED = (
    re.compile(
        rf"\b(?:{'|'.join(_SAID[heading])})\b(?: (?:on|at|am|vom|el|le|il|em|a|dnia|в))?[\s:|–—-]{{0,4}}\Z",
        re.IGNORECASE,
    )
    for heading in ("published", "updated")
)
_BARE_BEFORE = re.compile(r"(?:\A|[|·•\t]|\A(?:[Bb]y|BY) [^.,|]{3,40}[,–—-])\s*(?:on\s)?\Z")
# After a bare date: nothing, a delimiter, a clock time with its zone, or a section's name.
_BARE_AFTER = re.compile(
    r"\s*(?:\Z|[|·•\t]"
    r"|(?:at |[,–—-] ?)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?\s*(?:\Z|[|·•])"
    r"|[A-Z][a-z]+\s*\Z)"
)
_PLACE = re.compile(r"[\W_]{0,3}[A-Z][\w.’'/-]*(?: [A-Z(][\w.’')/-]*){0,4},? ?(?:\([^)]{1,30}\),? ?)?\Z")
_DATELINE_END = re.compile(r",?\.? ?(?:[/(][^)/]{1,40}[/)],? ?)?(?:[-–—:.]|/[A-Z])")
_DATE_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_/.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)


def find(article: Article, document: Document) -> Publication | None:
    """Return the publication date with where it is known from, None where nothing tells it: it is never a guess."""
    stated = _date_line(document) or _dateline(document)
    if article.published:
        return _given(article, article.published, stated)
    if stated:
        day, span = stated
        return Publication(day, "text", None, span)
    named = _in_name(article.url or "") or _in_name(article.source)
    if named:
        return Publication(named, "metadata", "The article's address or file name holds this date.")
    return None


def unknown(document: Document, spoken: Iterable[DateMention] | None = None) -> Publication:
    """Return that the date is unknown, and why.

    `spoken` are the document's expressions of time, read without a day of publication, where they are at hand.
    """
    return Publication(reason=_why_unknown(document, spoken))


def _given(article: Article, day: datetime.date, stated: tuple[datetime.date, Span] | None) -> Publication:
    """Return the date that came with the article, beside another one where the text's own date line names it.

    Datelines are written the day before print, and clocks differ between zones: a day's difference is none.
    """
    origin: PublishedFrom = "given" if article.published_from == "unknown" else article.published_from
    if stated is None:
        return Publication(day, origin)
    said, span = stated
    if said == article.updated or abs((said - day).days) <= 1:
        return Publication(day, origin, None, span if said == day else None)
    reason = f"The text's own date line says {said.day} {said:%B %Y} instead."
    return Publication(day, origin, reason, other=(said, span))


# --- the page's own date line


def _date_line(document: Document) -> tuple[datetime.date, Span] | None:
    """Return the day of the first line that says when the page was published, and where it says so."""
    text = document.text
    for span in _edge_lines(text):
        before_all = span.start
        for day, found in _written_out(document, span):
            before, after = text[before_all : found.start], text[found.end : span.end]
            if _PUBLISHED.search(before) and not _UPDATED.search(before):
                return day, found
            if _BARE_BEFORE.search(before) and _BARE_AFTER.match(after):
                return day, found
            before_all = found.end
    return None


def _written_out(document: Document, span: Span) -> list[tuple[datetime.date, Span]]:
    """Return the days that a stretch names whole, in English or else the language of the text."""
    found = list(dates.written_out(stretch(document.text, span), document.language))
    return found or list(dates.written_out_elsewhere(document.text, span, document.language))


def _edge_lines(text: str) -> Iterator[Span]:
    """Yield the short lines with a year among the text's first and last, furniture included."""
    head = list(islice(_LINE.finditer(text), _HEAD_LINES))
    tail_from = head[-1].end() if head else 0
    tail = _last_lines(text, tail_from)
    for start, end in chain((match.span() for match in head), tail):
        if end - start <= _LONGEST_LINE and _YEAR.search(text, start, end):
            yield Span(start, end)


def _last_lines(text: str, floor: int) -> list[tuple[int, int]]:
    """Return the last lines that are not blank, from the end of the head on."""
    lines: list[tuple[int, int]] = []
    end = len(text)
    while end > floor and len(lines) < _TAIL_LINES:
        start = max(text.rfind("\n", floor, end) + 1, floor)
        if not text[start:end].isspace() and start < end:
            lines.append((start, end))
        end = start - 1
    return lines[::-1]


# --- the agency's dateline


def _dateline(document: Document) -> tuple[datetime.date, Span] | None:
    """Return the day a dateline tells with its year."""
    for paragraph in document.paragraphs[:_DATELINE_PARAGRAPHS]:
        head = Span(paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_DATELINE))
        if not _YEAR.search(document.text, *head):
            continue
        for day, found in _written_out(document, head):
            if _is_dateline(document.text, head.start, found):
                return day, found
    return None


def _is_dateline(text: str, start: int, date: Span) -> bool:
    return bool(_PLACE.fullmatch(text, start, date.start) and _DATELINE_END.match(text, date.end))


# --- names and addresses


def _in_name(name: str) -> datetime.date | None:
    """Return the one day a path or address holds ("/2024/03/05/", "2024-03-05", "20240305")."""
    found = {_day(match) for match in _DATE_IN_NAME.finditer(name[-500:])} - {None}
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


# --- what the text tells all the same


def _why_unknown(document: Document, spoken: Iterable[DateMention] | None) -> str:
    for mention in islice(
        dates.mentions(document.sentences, None, document.language) if spoken is None else spoken, 3
    ):
        paragraph = next((p for p in document.paragraphs if p.contains(mention.span)), None)
        if paragraph and mention.begin is None and _is_dateline(document.text, paragraph.start, mention.span):
            return f"The dateline says {mention.span.of(document.text)}, but no year."
    coming = _still_to_come(document)
    if coming:
        return f"The text gives no date of its own; it tells of {coming.isoformat()} as still to come."
    return "The text gives no date of its own."


def _still_to_come(document: Document) -> datetime.date | None:
    """Return the earliest anniversary that the text speaks of in the future tense.

    Its day is inferred from another in the same sentence, so each sentence is enough to itself.
    """
    if "anniversary" not in document.text.lower():
        return None
    ahead = [sentence for sentence in document.sentences if "will" in sentence.words]
    inferred = [mention for mention in dates.mentions(ahead, None) if mention.anchor == "inferred"]
    return min((mention.begin for mention in inferred if mention.begin), default=None)
