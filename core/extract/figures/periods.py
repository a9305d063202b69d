"""Which time a figure speaks of, and which one it is compared with.

A figure speaks of the date it touches ("2.4 million in 2017"), else of the nearest one in its sentence. A date that is
the basis of a comparison ("up 5% from 2020", "the lowest since 2008"), a mere bound ("before the June vote") or the day
of telling ("Friday's report") is none; "since 2020" begins a span. Where the sentence names no time, one that the
article tells otherwise is taken: see `untold`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.english.clause_ends import holds_end
from core.extract.figures.figure_words import NUMBER_WORDS
from core.lexicon import load

if TYPE_CHECKING:
    from core.model import DateMention, Figure, Span

Role = Literal["period", "base", "since", "inside", "none"]

SAID = {  # alternatives of patterns, from the lexicon
    heading: "|".join(map(re.escape, phrases)).replace(r"\ ", r"\s{1,3}")
    for heading, phrases in load.sections("figures_periods.txt").items()
}
# What may stand between a figure and the date it is told of: "in", ", for the", a bracket.
_TOUCHING = re.compile(
    rf"[\s,(’']{{0,3}}(?:(?:{SAID['link']}|since)\s{{1,3}})?(?:(?:{SAID['opening']})\s{{1,3}})?", re.IGNORECASE
)
_OWNING = re.compile(r"(?:['’]s?)?\s{1,3}", re.IGNORECASE)  # "last year's $680 billion"
_WHEN = re.compile(  # "since 2008, when it was 13.2%"
    rf",?\s(?:{SAID['when']})\s(?:\w{{1,14}}\s){{1,4}}?(?:{SAID['being']})\s(?:\w{{1,9}}\s){{0,2}}",
    re.IGNORECASE,
)
_WHEN_CLAUSE = re.compile(
    rf",?\s(?:{SAID['when']})\s[^,.;:()]{{1,90}}", re.IGNORECASE
)  # "since 2008, when it cut"
_CONDITION = re.compile(rf"\b(?:{SAID['condition']})\b", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:{SAID['basis']})\b", re.IGNORECASE)
_MONTHS_OF = re.compile(
    rf"\b(?:(?:{SAID['before months']})\s{{1,3}})?([a-z]{{3,8}}|\d{{1,2}})"
    rf"\s{{1,3}}(?:{SAID['months']})\s{{1,3}}(?:{SAID['their year']}|\d{{4}})?$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\b(?:{SAID['leading basis']})\s(?:(?:{SAID['behind basis']})\s){{0,3}}$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^,.;:()]{0,50}$", re.IGNORECASE)
_EXTREME = re.compile(
    rf"\b(?:{SAID['extreme']})\b|\b(?!(?:{SAID['no extreme']})\b)\w{{3,}}est\b|n[’']t\b", re.IGNORECASE
)
_BOUNDING = re.compile(
    rf"\b(?:{SAID['bounding']})\s(?:the\s|this\s|next\s|last\s|early\s|late\s|\w{{1,12}}[’']s\s){{0,2}}$",
    re.IGNORECASE,
)
_FOUNDING = re.compile(
    rf"\b(?:{SAID['founding']})(?:\s\w{{1,12}})?\s(?:in\s|on\s|back\sin\s)?(?:the\s)?$", re.IGNORECASE
)
_RISE_ON = re.compile(  # "a tenfold rise on 2001", "up 5% on 2019"
    rf"\b(?:{SAID['change on']})\b[^,;:.()]{{0,25}}\son\s(?:the\s)?$", re.IGNORECASE
)
_BEYOND = re.compile(  # "below the flood of 2007", "above the record set in 1976"
    rf"\b(?:{SAID['beyond']})\s(?:the|its|their|a)\s(?:[\w.,%$€£-]{{1,14}}\s){{1,4}}?(?:of|in|from|set\sin|since)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AS_IN = re.compile(r"\bas\s(?:\w{1,8}\s){0,2}in\s$", re.IGNORECASE)  # "twice as much as in 2015"
_INSERTED = re.compile(  # "the bridge, built in 1931, carries"
    rf",\s(?:\w{{2,12}}ly\s|first\s)?(?:\w{{2,12}}ed|{SAID['participle']})(?:\s\w{{1,12}}){{0,6}}?\s"
    r"(?:in\s|on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_THAN = re.compile(r"(?:more|less|fewer|higher|lower)\sthan\s", re.IGNORECASE)  # a year earlier
_MORE_THAN = re.compile(
    r"(?:[%\d]|\b[a-z]{2,10})\s(?:more|less|fewer|higher|lower)\sthan\s[\w\s]{1,30}$", re.IGNORECASE
)
_CLOSED = re.compile(r"[^,;.()]{0,30},")
_TIMES = re.compile(r"\btimes?\s$", re.IGNORECASE)  # "for the second time this week"
_TELLING = re.compile(
    rf"\b(?:{SAID['telling']})(?:\s\w{{1,12}})?,?\s(?:on\s|late\s|early\s|late\son\s|early\son\s)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(rf"(?:[’']s)?\s(?:\w{{1,14}}\s){{0,3}}?(?:{SAID['told']})\b", re.IGNORECASE)
_COMPARED_FIGURE = re.compile(
    rf"\b(?:{SAID['compared figure']})\s(?:\w{{1,10}}\s){{0,2}}$",
    re.IGNORECASE,
)
_ARRIVING = re.compile(r"^\s?to\s(?:\w{1,9}\s){0,2}$", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:to|through|until|till|and|-|–)\s?(?:the\s)?", re.IGNORECASE)
_RANGE_LEAD = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_DAY = len("2024-03-05")
_BEFORE, _BEHIND = 90, 40  # characters that tell a date's role
_SHORT = 50  # characters of what is inserted between commas
_CLAUSE_COST, _CLAIMED_COST = 60, 80
_FAR = 10**9
_REACH = 600  # characters between a figure and its date


class Told(NamedTuple):
    """The time a figure speaks of and the one it is compared with, each with the date mention that says so."""

    period: str | None = None
    period_span: Span | None = None
    base: str | None = None
    base_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """A date of a sentence, with what it is there and the value it gives a figure."""

    date: DateMention
    role: Role
    value: str | None


def roles(text: str, sentence: Span, dates: list[DateMention]) -> list[Timed]:
    """Return the dates of a sentence, ends of ranges joined, each with its role."""
    timed: list[Timed] = []
    previous: DateMention | None = None
    for date in dates:
        before = text[max(sentence.start, date.span.start - _BEFORE) : date.span.start]
        if previous and _RANGE.fullmatch(text[previous.span.end : date.span.start]) and timed:
            opened = text[max(sentence.start, previous.span.start - 15) : previous.span.start]
            first, last = previous.value[:_DAY], date.value[:_DAY]
            if _RANGE_LEAD.search(opened) and "/" not in previous.value + date.value and _ordered(first, last):
                timed[-1] = Timed(previous, "period", f"{first}/{last}")
                previous = None
                continue
        told = before + text[date.span.start : date.span.end] if _THAN.match(text, date.span.start) else ""
        role = (
            "base"
            if _MORE_THAN.search(told)
            else _role(date, before, text[date.span.end : min(sentence.end, date.span.end + _BEHIND)])
        )
        value = _value(text, date)
        timed.append(Timed(date, role, f"{value}/.." if value and role == "since" and "/" not in value else value))
        previous = date
    return timed


def _ordered(first: str, last: str) -> bool:
    return first[:4].isdigit() and last[:4].isdigit() and first < last


def _role(date: DateMention, before: str, behind: str) -> Role:
    """Return what the words around a date make of it."""
    role: Role = "period"
    since = _SINCE.search(before)
    if since:
        role = "base" if _EXTREME.search(before[: since.start()]) else "since"
        if len(since.group().split()) > 4:
            role = "base" if role == "base" else "none"  # "since it took over the line in 2009"
    elif _LEAD.search(before) or _AS_IN.search(before) or _BEYOND.search(before):
        role = "base"
    elif len(date.value) < _DAY and _RISE_ON.search(before):
        role = "base"  # not "up 5% on Monday"
    elif _CLOSED.match(behind) and _INSERTED.search(before[-_SHORT:]):
        role = "inside"
    elif _BOUNDING.search(before) or _FOUNDING.search(before) or _TIMES.search(before):
        role = "none"
    elif len(date.value) == _DAY and (_TELLING.search(before) or _TOLD.match(behind)):
        role = "none"
    return role


def find(text: str, figure: Figure, dates: list[Timed], claimed: dict[Span, bool]) -> Told | None:
    """Return the times told of a figure by the dates of its sentence; None where it is part of one itself.

    `claimed` has the dates that some figure touches: see `claims`.
    """
    best, lowest = None, _FAR
    base, nearest = None, _FAR
    for timed in dates:
        date = timed.date
        if date.span.start - figure.span.end > _REACH:
            break
        if date.span.overlaps(figure.span):
            return None
        if figure.span.start - date.span.end > _REACH:
            continue
        cost = _distance(text, figure, timed)
        taken = claimed.get(date.span) and cost
        if timed.role == "base" or taken:
            gap = date.span.start - figure.span.end
            if gap < 0 and taken and _ARRIVING.search(text[date.span.end : figure.span.start]):
                gap = 0  # "from 74 in 2013 to 41"
            if 0 <= gap < nearest:
                base, nearest = timed, gap
        if timed.role in ("base", "none") and cost:
            continue
        if cost < _FAR and not taken:
            cost += _CLAIMED_COST if cost and date.span in claimed else 0
            if cost < lowest:
                best, lowest = timed, cost
    if best is not None and base is not None and best.date == base.date:
        base = None
    return Told(
        best.value if best else None,
        best.date.span if best else None,
        base.value if base else None,
        base.date.span if base else None,
    )


def _distance(text: str, figure: Figure, timed: Timed) -> int:
    """Return how far a date stands from a figure, in characters; the end of a clause adds to it.

    0 where the date follows at once ("2.4 million in 2017"); out of reach where it is the basis of a comparison.
    """
    date = timed.date
    first, last = min(figure.span, date.span), max(figure.span, date.span)
    if timed.role == "inside" and "," in text[first.end : last.start]:
        return _FAR  # what is said in passing is told of nothing else
    if date.span.start >= figure.span.end:
        between = text[figure.span.end : date.span.start]
        if timed.role not in ("base", "none") and _TOUCHING.fullmatch(between):
            return 0
        compared = "/" not in (timed.value or "") and _COMPARED.search(between) is not None
        basis = compared or _CONDITION.search(between) is not None
    else:
        between = text[date.span.end : figure.span.start]
        when = _WHEN.fullmatch(between) or (timed.role == "base" and _WHEN_CLAUSE.fullmatch(between))
        if when or (_OWNING.fullmatch(between) and between[:1] in ("'", "’")):
            return 0
        basis = timed.role == "base"
    if basis:
        return _FAR
    return 1 + len(between) + (_CLAUSE_COST if holds_end(between) else 0)


def claims(text: str, figures: list[Figure], dates: list[Timed]) -> dict[Span, bool]:
    """Return the dates that follow some figure at once, and whether that figure is only compared with others."""
    claimed: dict[Span, bool] = {}
    begins = [timed.date.span.start for timed in dates]
    for figure in figures:
        k = bisect_right(begins, figure.span.end - 1)
        if k < len(dates) and _TOUCHING.fullmatch(text[figure.span.end : begins[k]][:_REACH]):
            compared = _COMPARED_FIGURE.search(text[max(0, figure.span.start - 40) : figure.span.start])
            claimed[dates[k].date.span] = bool(compared)
    return claimed


def _value(text: str, date: DateMention) -> str | None:
    """Return the TIMEX3 value, "the first nine months of 2022" as an interval, None where nothing of it is known."""
    value = date.value
    if not any(character.isdigit() for character in value):
        return None
    if _YEAR.fullmatch(value):
        found = _MONTHS_OF.search(text[max(0, date.span.start - 40) : date.span.end])
        if found:
            word = found.group(1).lower()
            months = (
                int(word) if word.isdecimal() else int((NUMBER_WORDS["one"] | NUMBER_WORDS["teen"]).get(word, 0))
            )
            if 0 < months < 12:
                return f"{value}-01/{value}-{months:02}"
    return value
