"""Expressions of time, read as TIMEX3."""

from __future__ import annotations

import datetime

from core.extract.document import Document
from core.model import DateMention


def find(document: Document, published: datetime.date | None) -> tuple[DateMention, ...]:
    """Return the expressions of time in reading order, resolved against the publication date where known."""
    return ()
