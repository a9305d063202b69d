"""The time of figures whose sentence names none, by what the article tells elsewhere.

Monthly statistics speak of the month of their release ("the May jobs report"), markets of the day of trading, and a
value told again of the time it was told of first.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from core.extract.figures.periods import SAID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import DateMention, Figure, Span

_RELEASED = re.compile(rf"(?:[’']s)?\s(?:[\w-]{{1,14}}\s){{0,3}}?(?:{SAID['release']})\b", re.IGNORECASE)
_RELEASE_FOR = re.compile(
    rf"\b(?:{SAID['release']})\s(?:for|from|covering)\s(?:the\smonth\sof\s)?$", re.IGNORECASE
)
_STATISTIC = re.compile(rf"(?<!\w)(?:{SAID['statistic']})(?!\w)", re.IGNORECASE)
_MARKET = re.compile(rf"(?<![\w.])(?:{SAID['market']})(?!\w)", re.IGNORECASE)
_TRADING = re.compile(rf"\b(?:{SAID['trading']})\b", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:{SAID['leading basis']})\s[^,;()]{{0,30}}$", re.IGNORECASE)
_CLOSING = re.compile(rf"\b(?:{SAID['closing']})\b[^;]{{1,40}}?\b(?:{SAID['level']})\b", re.IGNORECASE)
_RATE = re.compile(r"\s(?:a|per|each|every)\s(?:month|week|year|day)\b", re.IGNORECASE)
_MONTH, _DAY = len("2024-03"), len("2024-03-05")
_LATEST = 75  # days between a month's first day and the day its statistics are told, at most
_NEAR = 60  # characters in front of a figure that may name its statistic
_EXACT = 3  # digits of a value that is one thing wherever an article tells it


class Article(NamedTuple):
    """What an article tells of its own time: the month its statistics speak of, the day of trading."""

    month: tuple[str, Span | None] | None
    traded: tuple[str, Span | None] | None


def article(text: str, dates: Sequence[DateMention], published: datetime.date | None) -> Article:
    """Return what an article published on a day tells of its own time."""
    return Article(_month(text, dates, published), _traded(dates, published))


def _month(
    text: str, dates: Sequence[DateMention], published: datetime.date | None
) -> tuple[str, Span | None] | None:
    """Return the last month that an article tells a release or statistic of."""
    told: dict[str, Span] = {}
    compared: list[datetime.date] = []
    for date in dates:
        if len(date.value) != _MONTH or not date.begin or (published and not _just_over(date.begin, published)):
            continue
        behind, before = (
            text[date.span.end : date.span.end + 60],
            text[max(0, date.span.start - 40) : date.span.start],
        )
        released = _RELEASED.match(behind) or _RELEASE_FOR.search(before)
        near = text[max(0, date.span.start - 60) : date.span.end + 30]
        if _COMPARED.search(before):
            compared.append(date.begin)
        elif released or (published and _STATISTIC.search(near)):
            told.setdefault(date.value, date.span)
    if told:
        return max(told.items())
    return (_month_behind(max(compared)), None) if compared and published else None


def _month_behind(begin: datetime.date) -> str:
    """Return the month behind one that begins on a day: what is compared with May is told of June."""
    return (begin + datetime.timedelta(days=31)).isoformat()[:_MONTH]


def _just_over(begin: datetime.date, published: datetime.date) -> bool:
    return 0 <= (published - begin).days <= _LATEST and (begin.year, begin.month) != (
        published.year,
        published.month,
    )


def _traded(dates: Sequence[DateMention], published: datetime.date | None) -> tuple[str, Span | None] | None:
    """Return the day of trading an article speaks of: that of publication, else the last one where only it is named."""
    if published is None:
        return None
    day = published - datetime.timedelta(days=max(0, published.isoweekday() - 5))
    last = day - datetime.timedelta(days=3 if day.isoweekday() == 1 else 1)
    named = {date.value: date.span for date in dates if len(date.value) == _DAY}
    told = last if last.isoformat() in named and day.isoformat() not in named else day
    return told.isoformat(), named.get(told.isoformat())


def is_statistic(figure: Figure, before: str, behind: str) -> bool:
    """Tell whether a figure is one of a monthly release, by what it measures and the words around it."""
    if figure.kind == "ordinal" or _RATE.match(behind):
        return False
    named = f"{figure.measure or ''} {figure.unit or ''}"
    if " per month" in named or figure.kind in ("ordinal", "count") and not _STATISTIC.search(named):
        return False
    return _STATISTIC.search(named + before[-_NEAR:]) is not None


def retold(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, those without a time given that of an equal one, where all equal ones agree on it."""
    told: dict[tuple[object, ...], set[tuple[str, Span | None]]] = {}
    for figure in figures:
        if figure.period and _is_telling(figure):
            told.setdefault((figure.kind, figure.value, figure.unit), set()).add(
                (figure.period, figure.period_span)
            )
    if not told:
        return list(figures)
    found: list[Figure] = []
    for figure in figures:
        equal = told.get((figure.kind, figure.value, figure.unit)) if figure.period_span is None else None
        if equal and len({period for period, _ in equal}) == 1:
            period, span = min(equal)
            found.append(replace(figure, period=period, period_span=span))
        else:
            found.append(figure)
    return found


def _is_telling(figure: Figure) -> bool:
    """Tell whether a value is so exact that the same one told twice is the same thing."""
    if isinstance(figure.value, tuple) or figure.kind not in ("money", "percent", "count"):
        return False
    digits = f"{abs(figure.value):.10g}".replace(".", "").strip("0")
    return len(digits) >= _EXACT


def is_market(figure: Figure, sentence: str) -> bool:
    """Tell whether a figure is one of a market's day."""
    if figure.kind not in ("percent", "other", "count") or (figure.kind == "count" and figure.unit != "point"):
        return False
    return bool(_MARKET.search(sentence) and _TRADING.search(sentence)) or _CLOSING.search(sentence) is not None
