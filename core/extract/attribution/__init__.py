"""Who says what: quotations and reported speech with their sources and cues."""

from __future__ import annotations

from core.extract.document import Document
from core.model import Actor, Attribution


def find(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions in reading order, speakers resolved to the actors."""
    return ()
