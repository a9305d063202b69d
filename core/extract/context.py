"""What the dates and attributions around a figure say of it: period, speaker, status."""

from __future__ import annotations

from core.extract.document import Document
from core.model import Attribution, DateMention, Figure


def join(
    document: Document,
    figures: tuple[Figure, ...],
    dates: tuple[DateMention, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Figure, ...]:
    """Return the figures with the period they speak of, who states them and whether as fact, forecast or target."""
    return figures
