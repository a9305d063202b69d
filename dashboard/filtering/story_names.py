"""What the stories of a library are called, in the filters and wherever one is named."""

from __future__ import annotations

from core.library import Filters
from core.library.questions import choices
from dashboard.session.asking import Asking
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, visible


def stories(asking: Asking) -> dict[str, str]:
    """Return a name for each story of two articles or more, those with most first, no name twice."""
    counts = asking.ask(choices.choices, Filters())
    names: dict[str, str] = {}
    for row in each(counts[counts["field"] == "story"]):
        if row.value and row.articles > 1:
            name = visible(clip(row.label, 60))
            names[row.value] = name if name not in names.values() else f"{name} ({row.value[:6]})"
    return names
