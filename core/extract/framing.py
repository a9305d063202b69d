"""The words of the generic policy frames."""

from __future__ import annotations

from core.extract.document import Document
from core.model import Frame


def find(document: Document) -> tuple[Frame, ...]:
    """Return the frames the text has words of, largest share first."""
    return ()
