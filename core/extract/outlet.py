"""The outlet, where the text itself names it."""

from __future__ import annotations

from core.extract.document import Document
from core.model import Span


def find(document: Document) -> tuple[str, Span] | None:
    """Return the outlet the text says it is from, and where it says so."""
    return None
