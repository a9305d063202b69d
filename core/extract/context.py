"""What the dates and attributions around a figure say of it: period, speaker, status.

A figure speaks of the date it touches ("2.4 million in 2017"), else of the nearest one in its sentence that is no basis
of comparison ("up 5% from 2020"), else of the last one named in the sentence before, in the same paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from core.extract import interest
from core.extract.english.clause_ends import holds_end
from core.extract.figures.figure_words import NUMBER_WORDS
from core.extract.tokens import tokenize
from core.lexicon import load
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.document import Document, Sentence
    from core.model import Attribution, DateMention, Figure, Status

_SAID = {
    heading: "|".join(phrases).replace(" ", r"\s{1,3}")
    for heading, phrases in load.sections("figures_periods.txt").items()
}
# What may stand between a figure and the date it is told of: "in", ", for the", a bracket.
_TOUCHING = re.compile(
    rf"[\s,(’']{{0,3}}(?:(?:{_SAID['link']})\s{{1,3}})?(?:(?:{_SAID['opening']})\s{{1,3}})?", re.IGNORECASE
)
_COMPARED = re.compile(rf"\b(?:{_SAID['basis']})\b", re.IGNORECASE)
_MONTHS_OF = re.compile(
    rf"\b(?:(?:{_SAID['before months']})\s{{1,3}})?([a-z]{{3,8}}|\d{{1,2}})"
    rf"\s{{1,3}}(?:{_SAID['months']})\s{{1,3}}(?:{_SAID['their year']}|\d{{4}})?$",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"\b(?:{_SAID['leading basis']})\s(?:(?:{_SAID['behind basis']})\s){{0,3}}$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_CLAUSE_COST, _CLAIMED_COST = 60, 80
_FAR = 10**9
_REACH = 600  # characters between a figure and its date
_CUE_REACH = 120  # characters between a figure and a cue of its status; half as many behind it
_NESTED = 40  # attributions that may begin before a figure and still hold it
_STEM = 3  # letters by which the first word of a cue is looked up: no stem in the lexicon has fewer
_STATUSES: dict[str, Status] = {
    "reported": "reported",
    "forecast": "forecast",
    "target": "target",
    "record": "record",
}


def join(
    document: Document,
    figures: tuple[Figure, ...],
    dates: tuple[DateMention, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Figure, ...]:
    """Return the figures with the period they speak of, who states them and whether as forecast, target or record."""
    if not figures:
        return ()
    sentences = document.sentences
    starts = [sentence.span.start for sentence in sentences]
    calendar = sorted((date for date in dates if _names_time(date)), key=lambda date: date.span)
    begins = [date.span.start for date in calendar]

    voices = _Voices(attributions)

    def spoken_in(span: Span) -> list[DateMention]:
        return calendar[bisect_right(begins, span.start - 1) : bisect_right(begins, span.end - 1)]

    joined: list[Figure] = []
    for index, grouped in groupby(figures, lambda figure: max(bisect_right(starts, figure.span.start) - 1, 0)):
        sentence, group = sentences[index], [*grouped]
        own = spoken_in(sentence.span)
        previous = sentences[index - 1] if index and sentences[index - 1].paragraph == sentence.paragraph else None
        earlier = spoken_in(previous.span) if previous and not own else []
        claimed = _claims(document.text, group, own) if own else set()
        cues = _status_cues(document.text, sentence)
        for figure in group:
            date = _period(document.text, figure, own, claimed) or (
                earlier[-1] if earlier and _carries(figure) else None
            )
            voice = voices.around(figure.span)
            status = _status(document.text, figure, cues) if cues else None
            if date is None and voice is None and status is None:
                joined.append(figure)
                continue
            joined.append(
                replace(
                    figure,
                    status=status,
                    period=_value(document.text, date) if date else None,
                    period_span=date.span if date else None,
                    speaker=voice.speaker if voice else None,
                    speaker_span=voice.speaker_span if voice else None,
                )
            )
    return tuple(joined)


def _names_time(date: DateMention) -> bool:
    """Tell whether a mention is a calendar time, known or not: "2021", "last year"; no duration, no "recently"."""
    return date.type == "DATE" and not date.value.endswith("_REF")


def _carries(figure: Figure) -> bool:
    """Tell whether a figure without a date of its own may take the one of the sentence before."""
    return figure.kind in ("money", "percent") or (
        figure.kind == "count" and isinstance(figure.value, float) and figure.value >= 100
    )


def _period(text: str, figure: Figure, dates: list[DateMention], claimed: set[Span]) -> DateMention | None:
    """Return the mention a figure speaks of among those of its sentence, None where it is part of one itself."""
    best, lowest = None, _FAR
    for date in dates:
        if date.span.start - figure.span.end > _REACH:
            break
        if date.span.overlaps(figure.span):
            return None
        if figure.span.start - date.span.end <= _REACH:
            cost = _distance(text, figure, date)
            cost += _CLAIMED_COST if cost and date.span in claimed else 0
            if cost < lowest:
                best, lowest = date, cost
    return best


def _distance(text: str, figure: Figure, date: DateMention) -> int:
    """Return how far a date stands from a figure, in characters; the end of a clause adds to it.

    0 where the date follows at once ("2.4 million in 2017"); out of reach where it is the basis of a comparison.
    """
    if date.span.start >= figure.span.end:
        between = text[figure.span.end : date.span.start]
        if _TOUCHING.fullmatch(between):
            return 0
        basis = _COMPARED.search(between)
    else:
        between = text[date.span.end : figure.span.start]
        basis = _LEAD.search(text[max(0, date.span.start - 30) : date.span.start])
    if basis:
        return _FAR
    return 1 + len(between) + (_CLAUSE_COST if holds_end(between) else 0)


def _claims(text: str, figures: list[Figure], dates: list[DateMention]) -> set[Span]:
    """Return the dates that follow some figure at once."""
    claimed: set[Span] = set()
    begins = [date.span.start for date in dates]
    for figure in figures:
        k = bisect_right(begins, figure.span.end - 1)
        if k < len(dates) and _TOUCHING.fullmatch(text[figure.span.end : dates[k].span.start][:_REACH]):
            claimed.add(dates[k].span)
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


class _Voices:
    """The attributions of a text, ready to be asked which of them holds a place."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._ordered = sorted(attributions, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._ordered]
        # The furthest end so far: where it lies before a place, no attribution up to here holds that place.
        self._reached = list(accumulate((item.span.end for item in self._ordered), max))

    def around(self, span: Span) -> Attribution | None:
        """Return the narrowest attribution around a span, of equally narrow ones the first."""
        narrowest: Attribution | None = None
        width = _FAR
        k = bisect_right(self._starts, span.start)
        for i in range(k - 1, max(-1, k - 1 - _NESTED), -1):
            if self._reached[i] < span.end:
                break
            start, end = self._ordered[i].span
            if end >= span.end and end - start <= width:
                narrowest, width = self._ordered[i], end - start
        return narrowest


class _Group(NamedTuple):
    """The cues whose first tokens begin alike: those tokens, and one pattern of all the cues."""

    heads: tuple[str, ...]
    pattern: re.Pattern[str]


class _StatusPhrase(NamedTuple):
    """A row of `figures_status.csv`."""

    phrase: str
    status: str


def _cues() -> tuple[dict[str, _Group], dict[str, Status]]:
    """Return the cues by the first letters of their first token, and the cues' meanings."""
    meanings: dict[str, Status] = {}
    forms: dict[str, list[tuple[str, str]]] = {}
    for phrase, status in sorted(
        load.table("figures_status.csv", _StatusPhrase), key=lambda row: -len(row.phrase)
    ):
        meanings[phrase.replace("*", "")] = _STATUSES[status]
        head = tokenize(phrase, Span(0, len(phrase)))[0].lower
        forms.setdefault(head[:_STEM], []).append((head, re.escape(phrase).replace(r"\*", r"[a-z]{0,5}")))
    groups = {}
    for stem, group in forms.items():
        written = "|".join(form for _, form in group)
        pattern = re.compile(rf"(?<![\w-])(?:{written})(?!\w)", re.IGNORECASE)
        groups[stem] = _Group(tuple({head for head, _ in group}), pattern)
    return groups, meanings


_CUES, _MEANINGS = _cues()


def opener(word: str) -> re.Pattern[str] | None:
    """Return the pattern of the cues that a lower-cased word may begin, None for most words."""
    group = _CUES.get(word[:_STEM])
    return group.pattern if group and word.startswith(group.heads) else None


_OPENERS = interest.finder(interest.STATUS)


def _status_cues(text: str, sentence: Sentence) -> list[tuple[int, int, Status]]:
    # One pattern of all cues over the whole sentence costs many times this look at its words.
    cues: list[tuple[int, int, Status]] = []
    done = 0
    for opened in _OPENERS.finditer(sentence.interests):
        token, pattern = sentence.tokens[opened.start()], sentence.known[opened.start()].status
        match = pattern.match(text, token.start, sentence.span.end) if pattern and token.start >= done else None
        if match is None:
            continue
        done = match.end()
        meaning = _meaning(match.group().lower())
        if meaning:
            cues.append((token.start, done, meaning))
    return cues


@lru_cache(maxsize=1 << 10)
def _meaning(cue: str) -> Status | None:
    return _MEANINGS.get(cue) or next((status for stem, status in _MEANINGS.items() if cue.startswith(stem)), None)


def _status(text: str, figure: Figure, cues: list[tuple[int, int, Status]]) -> Status | None:
    """Return the status whose cue stands nearest before the figure in its clause, or right behind it."""
    best: Status | None = None
    lowest = _CUE_REACH
    for start, end, meaning in cues:
        ahead = end <= figure.span.start
        gap = figure.span.start - end if ahead else start - figure.span.end
        distance = gap if ahead else gap + _CUE_REACH // 2
        if gap < 0 or distance >= lowest:
            continue
        between = text[end : figure.span.start] if ahead else text[figure.span.end : start]
        if not holds_end(between, relative=False):
            best, lowest = meaning, distance
    return best
