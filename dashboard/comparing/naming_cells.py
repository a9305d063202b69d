"""How each column names one thing: in a cell the words with how often of how many, whose they are, and what is listed.

The column's own words come first, then those it sets apart in marks, then those it quotes with who says them. A word
that stands before the head in most of a column's namings, and in few of the others', goes with its naming.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from core.compare import namings
from core.library import Ask
from dashboard.comparing.comparison import in_words
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import clip, present

NOT_NAMED = "not named here"
_ROWS = 60  # rows that are shown
_WORDS = 8  # in a cell
_LENGTH = 160  # characters of a cell
_CONSTANT = 0.5  # of its namings: a word that a column has so often before the head goes with its naming ...
_ELSEWHERE = 0.25  # ... unless the others have it so often, too
_TWICE = 2


def named(ask: Ask, column_of: Mapping[str, str], columns: Sequence[str]) -> Grid:
    """Set out how each column names what columns name differently, the most different first."""
    shown = namings.namings(ask, column_of, only_shown=True)
    shown = shown.assign(column=shown["key"].map(column_of), what=shown["concept"])
    rows: list[dict[Any, Any]] = []
    for (kind, what), those in list(shown.groupby(["kind", "what"], sort=False))[:_ROWS]:
        cells: dict[Any, Any] = {
            number: tuple(_cell(those[those["column"] == name], those[those["column"] != name]))
            for number, name in enumerate(columns)
        }
        rows.append(cells | {"kind": kind, "what": what})
    table = pd.DataFrame(rows, columns=["kind", "what", *range(len(columns))])
    told = in_words(table, columns, " · ", _WORDS, _LENGTH, absent=NOT_NAMED)
    return Grid(told, shown.assign(told=[_told(*one) for one in _words(shown)]))


def _words(rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    return [
        (str(term), str(voice), clip(str(speaker), 30) if present(speaker) else "")
        for term, voice, speaker in rows[["term", "voice", "speaker"]].itertuples(index=False)
    ]


def _told(term: str, voice: str, speaker: str) -> str:
    """Return a word as a cell has it: "reform", “reform”, quoted: reform (Ada Lowe)."""
    if voice == namings.DISTANCED:
        return f"“{term}”"
    return f"quoted: {term}" + (f" ({speaker})" if speaker else "") if voice == namings.QUOTED else term


def _cell(own: pd.DataFrame, others: pd.DataFrame) -> list[str]:
    """Return what stands in a cell: each word with how often of all, its label and its mark."""
    counted = Counter(_words(own))
    order = sorted(counted.items(), key=lambda one: (one[0][1] == namings.QUOTED, -one[1], one[0]))
    found: list[str] = []
    for word, times in order:
        those = own[[one == word for one in _words(own)]]
        of = f" of {len(own)}" if not found and len(order) > 1 else ""
        found.append(f"{_told(*word)} {times}{of}{_label(those, others)}{_mark(those)}")
    return found


def _label(those: pd.DataFrame, others: pd.DataFrame) -> str:
    """Return what goes with a naming: " (far-right 2)"."""
    here, elsewhere = _before(those), _before(others)
    words = [
        f"{word} {times}"
        for word, times in here.most_common()
        if times >= max(_TWICE, _CONSTANT * len(those)) and elsewhere[word] <= _ELSEWHERE * len(others)
    ]
    return f" ({', '.join(words[:_TWICE])})" if words else ""


def _before(rows: pd.DataFrame) -> Counter[str]:
    return Counter(word for label in rows["label"] if present(label) for word in set(str(label).split()))


def _mark(those: pd.DataFrame) -> str:
    marks: list[Any] = [mark for mark in those["mark"] if present(mark)]
    return f" [{str(marks[0]).partition(' (')[0]}]" if marks else ""
