"""What the dates and attributions around a figure say of it: period, speaker, status.

A figure speaks of the date it touches ("2.4 million in 2017"), else of the nearest one in its sentence that is no basis
of comparison ("up 5% from 2020"), else of the last one named in the sentence before, in the same paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from core.extract.figures import tables
from core.extract.figures.line import NUMBER_WORDS
from core.model import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.document import Document, Sentence
    from core.model import Attribution, DateMention, Span, Status

# What may stand between a figure and the date it is told of: "in", ", for the", a bracket.
_TOUCHING = re.compile(
    r"[\s,(’']{0,3}(?:(?:in|for|during|at|on|by|since|as of|of)\s{1,3})?(?:(?:the|all of|fiscal|early|late)\s{1,3})?",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:compared|than|versus|against|from|base)\b[^,;.]{0,40}", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]|,\s(?:and|but|while|whereas|although|which)\b|\b(?:while|whereas|although)\b", re.IGNORECASE
)
_MONTHS_OF = re.compile(
    r"\b(?:first\s{1,3})?([a-z]{3,8}|\d{1,2})\s{1,3}months\s{1,3}of\s{1,3}(?:this\s{1,3}year|last\s{1,3}year|the\s{1,3}year|\d{4})?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:compared|than|versus|from)\s(?:to\s|with\s|in\s|the\s){0,3}$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_CLAUSE_COST, _CLAIMED_COST = 60, 80
_FAR = 10**9
_REACH = 600  # characters between a figure and its date
_CUE_REACH = 120  # characters between a figure and a cue of its status; half as many behind it
_NESTED = 40  # attributions that may begin before a figure and still hold it
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

    ordered = sorted(attributions, key=lambda item: item.span)
    voiced = [item.span.start for item in ordered]

    def spoken_in(span: Span) -> list[DateMention]:
        return calendar[bisect_right(begins, span.start - 1) : bisect_right(begins, span.end - 1)]

    joined: list[Figure] = []
    for index, group in _by_sentence(figures, starts):
        sentence = sentences[index]
        own = spoken_in(sentence.span)
        previous = sentences[index - 1] if index and sentences[index - 1].paragraph == sentence.paragraph else None
        earlier = spoken_in(previous.span) if previous and not own else []
        claimed = _claims(document.text, group, own)
        cues = _status_cues(document.text, sentence)
        for figure in group:
            date = _period(document.text, figure, own, claimed) or (
                earlier[-1] if earlier and _carries(figure) else None
            )
            voice = _voice(figure, ordered, voiced)
            joined.append(
                Figure(  # in full: `replace` costs three times as much
                    figure.span,
                    figure.kind,
                    figure.value,
                    figure.unit,
                    figure.measure,
                    figure.measure_span,
                    figure.modifier,
                    figure.change,
                    _status(document.text, figure, cues) if cues else None,
                    _value(document.text, date) if date else None,
                    date.span if date else None,
                    voice.speaker if voice else None,
                    voice.speaker_span if voice else None,
                )
            )
    return tuple(joined)


def _by_sentence(figures: Sequence[Figure], starts: list[int]) -> list[tuple[int, list[Figure]]]:
    groups: list[tuple[int, list[Figure]]] = []
    for figure in figures:
        index = max(bisect_right(starts, figure.span.start) - 1, 0)
        if not groups or groups[-1][0] != index:
            groups.append((index, []))
        groups[-1][1].append(figure)
    return groups


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
    return 1 + len(between) + (_CLAUSE_COST if _CLAUSE.search(between) else 0)


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


def _voice(figure: Figure, ordered: list[Attribution], starts: list[int]) -> Attribution | None:
    """Return the narrowest attribution around a figure; `ordered` by where they start."""
    k = bisect_right(starts, figure.span.start)
    around = [item for item in ordered[max(0, k - _NESTED) : k] if item.span.contains(figure.span)]
    return min(around, key=lambda item: item.span.end - item.span.start, default=None)


def _pattern() -> tuple[re.Pattern[str], dict[str, Status]]:
    meanings: dict[str, Status] = {}
    forms = []
    for row in sorted(tables.rows("figures_status.csv"), key=lambda row: -len(row["phrase"])):
        phrase = row["phrase"]
        meanings[phrase.replace("*", "")] = _STATUSES[row["status"]]
        forms.append(re.escape(phrase).replace(r"\*", r"[a-z]{0,5}"))
    return re.compile(r"(?<![\w-])(?:" + "|".join(forms) + r")(?!\w)", re.IGNORECASE), meanings


_CUES, _MEANINGS = _pattern()


def _status_cues(text: str, sentence: Sentence) -> list[tuple[int, int, Status]]:
    cues: list[tuple[int, int, Status]] = []
    for match in _CUES.finditer(text, *sentence.span):
        word = match.group().lower()
        meaning = _MEANINGS.get(word) or next((m for stem, m in _MEANINGS.items() if word.startswith(stem)), None)
        if meaning:
            cues.append((match.start(), match.end(), meaning))
    return cues


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
        if not _CLAUSE.search(between.replace(", which", "")):
            best, lowest = meaning, distance
    return best
