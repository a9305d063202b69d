"""What was found in an article → the marks of the reading pane, layer by layer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from core.library import StoredArticle
from core.model import Span
from dashboard.reading.pane import Mark
from dashboard.showing.each_row import each
from dashboard.showing.in_words import SPEAKER_UNKNOWN, present, stated, when

# The layers' names as the page says them, in the order of the switches.
LAYERS = ("Figures", "Dates", "Quotations", "Names", "Frame words", "Hard sentences", "Page furniture")
HARD = 16  # school grade from which a sentence by itself asks for a university education
# Many, and seldom what a reader steps through: listed when no other layer is on, or when chosen in the margin.
_QUIET = ("Names", "Page furniture")
SHOWN_FIRST = ("Figures", "Dates", "Quotations", "Names", "Page furniture")


def marks(article: StoredArticle, layers: Collection[str], quotations: pd.DataFrame) -> list[Mark]:
    """Return the marks of the layers that are switched on, in reading order.

    `quotations` are the article's attributions under the names their speakers go by in all articles.
    """
    makers = {
        "Figures": (article.figures, _figure),
        "Dates": (article.dates, _date),
        "Quotations": (quotations, _quotation),
        "Names": (article.actors, _name),
        "Frame words": (article.frames, _frame),
        "Hard sentences": (article.sentences[article.sentences["grade"] >= HARD], _hard),
        "Page furniture": (article.boilerplate, _furniture),
    }
    found = [mark for name in LAYERS if name in layers for mark in _made(*makers[name])]
    if set(layers) <= set(_QUIET):
        found = [replace(mark, listed=True) for mark in found]
    return sorted(found, key=lambda mark: mark.span)


def _made(rows: pd.DataFrame, make: Any) -> Iterator[Mark]:
    for row in each(rows):
        yield make(row, Span(int(row.start), int(row.end)))


def _figure(row: Any, span: Span) -> Mark:
    parts = [stated(row)]
    parts += [f"measures: {row.measure}"] if present(row.measure) else []
    parts += [str(row.change)] if present(row.change) else []
    parts += [f"period: {when(row.period)}"] if present(row.period) else []
    parts += [str(row.status)] if present(row.status) else []
    parts += [f"said by {row.speaker}"] if present(row.speaker) else []
    return Mark(span, "figure", "figure", ", ".join(parts))


def _date(row: Any, span: Span) -> Mark:
    resolved = "" if not present(row.anchor) else f", resolved against the {_ANCHORS[row.anchor]}"
    return Mark(span, "date", "date", f"{row.type.lower()}: {when(row.value)}{resolved}")


_ANCHORS = {
    "published": "date of publication",
    "text": "dates named before it",
    "inferred": "text itself (inferred)",
}


def _quotation(row: Any, span: Span) -> Mark:
    speaker = row.speaker if present(row.speaker) else SPEAKER_UNKNOWN
    cue = f", “{row.cue}”" if present(row.cue) else ""
    kind = "quote" if row.kind != "indirect" else "reported"
    return Mark(span, "quote", kind, f"{speaker}{cue} ({row.kind})", speaker=str(speaker))


def _name(row: Any, span: Span) -> Mark:
    role = f", {row.role}" if present(row.role) else ""
    return Mark(span, "actor", row.kind, f"{row.name} ({row.kind}{role})", listed=False)


def _frame(row: Any, span: Span) -> Mark:
    return Mark(span, "frame", "frame", f"frame: {row.frame.replace('_', ' ')}")


def _hard(row: Any, span: Span) -> Mark:
    return Mark(span, "hard", "hard", f"Flesch–Kincaid grade {row.grade:.1f} by itself")


def _furniture(row: Any, span: Span) -> Mark:
    return Mark(span, "furniture", "furniture", f"page furniture, by the rule “{row.reason}”", listed=False)
