"""People, organisations and places, each under one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.actors import coreference, names
from core.extract.actors.roles import described

if TYPE_CHECKING:
    from core.extract.document import Document
    from core.model import Actor

__all__ = ["described", "find"]


def find(document: Document) -> tuple[Actor, ...]:
    """Return the actors, most mentioned first, with their mentions in reading order.

    A mention's span covers the name alone: neither the title before it nor the possessive ending behind it.
    """
    return coreference.resolve(document, names.find(document))
