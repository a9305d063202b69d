"""What the dates and attributions around a figure say of it: period, base, speaker, status.

`periods` reads the times its sentence names, `untold_periods` what the article tells where a sentence names none; the
last one named in the sentence before, in the same paragraph, comes between.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple, get_args

from core.extract import interest
from core.extract.english.clause_ends import holds_end
from core.extract.figures import periods, untold_periods
from core.extract.figures.figure_words import CLASSES
from core.extract.tokens import tokenize
from core.lexicon import load
from core.model import Span, Status

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from core.extract.document import Document, Sentence
    from core.extract.figures.periods import Timed, Told
    from core.model import Attribution, DateMention, Figure

_DAY = len("2024-03-05")
_BEHIND = 12  # characters behind a figure that may make it a rate
_FAR = 10**9
_CUE_REACH = 120  # characters between a figure and a cue of its status; half as many behind it
_NESTED = 40  # attributions that may begin before a figure and still hold it
_STEM = 3  # letters by which the first word of a cue is looked up: no stem in the lexicon has fewer
_PRESENT = re.compile(rf"\b(?:{periods.SAID['present']})\b", re.IGNORECASE)
_CLOSE = 45  # characters between a figure and a cue that stands close to it
_STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
_PROPOSING, _REVISING = CLASSES["proposing"], CLASSES["revising"]
_SUBJECT = 60  # characters in front of "would" that may hold its subject
_WORD = re.compile(r"[a-z]+")
_REVISED = 8  # words in front of a figure that may tell a new version of it


def join(
    document: Document,
    figures: tuple[Figure, ...],
    dates: tuple[DateMention, ...],
    attributions: tuple[Attribution, ...],
    published: datetime.date | None = None,
) -> tuple[Figure, ...]:
    """Return the figures with the time they speak of, who states them and whether as forecast, target or record."""
    if not figures:
        return ()
    sentences = document.sentences
    starts = [sentence.span.start for sentence in sentences]
    calendar = sorted((date for date in dates if _names_time(date)), key=lambda date: date.span)
    begins = [date.span.start for date in calendar]

    voices = _Voices(attributions)

    def spoken_in(span: Span) -> list[DateMention]:
        return calendar[bisect_right(begins, span.start - 1) : bisect_right(begins, span.end - 1)]

    told = untold_periods.article(document.text, dates, published)
    joined: list[Figure] = []
    before: list[Figure] = []  # the figures of the last sentence that has any
    last = -1
    for index, grouped in groupby(figures, lambda figure: max(bisect_right(starts, figure.span.start) - 1, 0)):
        sentence, group = sentences[index], [*grouped]
        own = periods.roles(document.text, sentence.span, spoken_in(sentence.span))
        previous = sentences[index - 1] if index and sentences[index - 1].paragraph == sentence.paragraph else None
        earlier = None
        if previous is not None and not own:
            earlier = _lent(document.text, previous, spoken_in(previous.span), before if last == index - 1 else [])
        claimed = periods.claims(document.text, group, own)
        cues = _status_cues(document.text, sentence)
        before, last = group, index
        for figure in group:
            times = periods.find(document.text, figure, own, claimed)
            if times and (times.period_span is None or len(times.period or "") == _DAY):
                times = _untold(document.text, sentence, figure, earlier, told, times)
            voice = voices.around(figure.span)
            joined.append(
                replace(
                    figure,
                    status=_status(document.text, sentence, figure, cues),
                    speaker=voice.speaker if voice else None,
                    speaker_span=voice.speaker_span if voice else None,
                    **{name: value for name, value in (times._asdict() if times else {}).items() if value},
                )
            )
    return tuple(untold_periods.retold(joined))


def _lent(text: str, sentence: Sentence, dates: list[DateMention], group: list[Figure]) -> Timed | None:
    """Return the last time a sentence speaks of, which it lends to the one behind it; none of a mere comparison."""
    roles = periods.roles(text, sentence.span, dates)
    claimed = periods.claims(text, group, roles)
    timed = [timed for timed in roles if timed.role in ("period", "since") and not claimed.get(timed.date.span)]
    return timed[-1] if timed else None


def _untold(
    text: str, sentence: Sentence, figure: Figure, earlier: Timed | None, told: untold_periods.Article, times: Told
) -> Told:
    """Return the times of a figure whose sentence names none it speaks of."""
    behind = text[figure.span.end : figure.span.end + _BEHIND]
    if times.period_span and not told.month:
        return times
    before = text[sentence.span.start : figure.span.start]
    if told.month and untold_periods.is_statistic(figure, before, behind):
        return times._replace(period=told.month[0], period_span=told.month[1])  # no day is the time of a statistic
    if times.period_span:
        return times
    if told.traded and untold_periods.is_market(figure, sentence.span.of(text)):
        return times._replace(period=told.traded[0], period_span=told.traded[1])
    if earlier and _carries(figure) and not _PRESENT.search(before):
        return times._replace(period=earlier.value, period_span=earlier.date.span)
    return times


def _names_time(date: DateMention) -> bool:
    """Tell whether a mention is a calendar time, known or not: "2021", "last year"; no duration, no "recently"."""
    return date.type == "DATE" and not date.value.endswith("_REF")


def _carries(figure: Figure) -> bool:
    """Tell whether a figure without a date of its own may take the one of the sentence before."""
    return figure.kind in ("money", "percent") or (
        figure.kind == "count" and isinstance(figure.value, float) and figure.value >= 100
    )


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
    """The cues whose first tokens begin alike: those tokens, whole ones and stems, and one pattern of all the cues."""

    heads: frozenset[str]
    stems: tuple[str, ...]
    pattern: re.Pattern[str]


class _StatusPhrase(NamedTuple):
    """A row of `figures_status.csv`."""

    phrase: str
    status: str
    place: str


class _Meaning(NamedTuple):
    """What a cue says of a figure, and where it has to stand for that."""

    status: Status
    place: str


class _Cue(NamedTuple):
    """A cue in a text."""

    start: int
    end: int
    meaning: _Meaning


def _cues() -> tuple[dict[str, _Group], dict[str, _Meaning]]:
    """Return the cues by the first letters of their first token, and the cues' meanings."""
    meanings: dict[str, _Meaning] = {}
    forms: dict[str, list[tuple[str, str]]] = {}
    for phrase, status, place in sorted(
        load.table("figures_status.csv", _StatusPhrase), key=lambda row: -len(row.phrase)
    ):
        meanings[phrase.replace("*", "")] = _Meaning(_STATUSES[status], place)
        head = tokenize(phrase, Span(0, len(phrase)))[0].lower
        forms.setdefault(head[:_STEM], []).append((head, re.escape(phrase).replace(r"\*", r"[a-z]{0,5}")))
    groups = {}
    for stem, group in forms.items():
        written = "|".join(form for _, form in group)
        pattern = re.compile(rf"(?<![\w-])(?:{written})(?!\w)", re.IGNORECASE)
        stems = {head for head, form in group if form.startswith(rf"{re.escape(head)}[a-z]")}
        groups[stem] = _Group(frozenset(head for head, _ in group) - stems, tuple(stems), pattern)
    return groups, meanings


_CUES, _MEANINGS = _cues()


def opener(word: str) -> re.Pattern[str] | None:
    """Return the pattern of the cues that a lower-cased word may begin, None for most words."""
    group = _CUES.get(word[:_STEM])
    return group.pattern if group and (word in group.heads or word.startswith(group.stems)) else None


_OPENERS = interest.finder(interest.STATUS)


def _status_cues(text: str, sentence: Sentence) -> list[_Cue]:
    # One pattern of all cues over the whole sentence costs many times this look at its words.
    cues: list[_Cue] = []
    done = 0
    for opened in _OPENERS.finditer(sentence.interests):
        token, pattern = sentence.tokens[opened.start()], sentence.known[opened.start()].status
        match = pattern.match(text, token.start, sentence.span.end) if pattern and token.start >= done else None
        if match is None:
            continue
        done = match.end()
        cue = match.group().lower()
        meaning = _meaning(cue)
        if meaning and meaning.status == "forecast" and _proposes(text[sentence.span.start : token.start], cue):
            meaning = _Meaning("proposal", meaning.place)
        if meaning:
            cues.append(_Cue(token.start, done, meaning))
    return cues


def _proposes(before: str, cue: str) -> bool:
    """Tell whether "would" has a subject that proposes: "the bill, if passed, would"."""
    return cue == "would" and not _PROPOSING.isdisjoint(_WORD.findall(before[-_SUBJECT:].lower()))


@lru_cache(maxsize=1 << 10)
def _meaning(cue: str) -> _Meaning | None:
    return _MEANINGS.get(cue) or next((status for stem, status in _MEANINGS.items() if cue.startswith(stem)), None)


def _status(text: str, sentence: Sentence, figure: Figure, cues: list[_Cue]) -> Status | None:
    """Return the status whose cue stands nearest before the figure in its clause, or right behind it."""
    best: Status | None = "earlier" if _revised(text, sentence, figure) else None
    lowest = 0 if best else _CUE_REACH
    for start, end, (meaning, place) in cues:
        ahead = end <= figure.span.start
        gap = figure.span.start - end if ahead else start - figure.span.end
        distance = gap if ahead else gap + _CUE_REACH // 2
        if gap < 0 or distance >= lowest:
            continue
        between = text[end : figure.span.start] if ahead else text[figure.span.end : start]
        if not holds_end(between, relative=False) and _stands(between, place, ahead=ahead):
            best, lowest = meaning, distance
    return best


def _stands(between: str, place: str, *, ahead: bool) -> bool:
    """Tell whether a cue stands where it has to, by what is between it and the figure."""
    if not place:
        return True
    if place == ("behind" if ahead else "before"):
        return False
    near = len(between) <= _CLOSE and not any(character.isdigit() for character in between)
    return near and " and " not in between and (ahead or "," not in between)


def _revised(text: str, sentence: Sentence, figure: Figure) -> bool:
    """Tell whether the figure is the version that another one takes the place of: "revised to 138,000 from 88,000"."""
    before = text[sentence.span.start : figure.span.start].lower()
    words = _WORD.findall(before)
    return words[-1:] == ["from"] and not _REVISING.isdisjoint(words[-_REVISED:])
