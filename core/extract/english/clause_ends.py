"""Where a clause ends in running text: at a semicolon, or at a conjunction that opens another."""

from __future__ import annotations

import re

from core.extract.english.function_words import COORDINATOR, of_class

CONTRAST = of_class("contrast")
# What begins another clause behind a comma.
AFTER_COMMA = CONTRAST | (COORDINATOR - {"or"})


def _any(*words: str) -> str:
    return "|".join(sorted(words))


_END = re.compile(rf"[;:]|,\s(?:{_any(*AFTER_COMMA, 'which')})\b|\b(?:{_any(*CONTRAST)})\b", re.IGNORECASE)
_HINTS = (",", ";", ":", *{word[:4] for word in CONTRAST})


def holds_end(stretch: str) -> bool:
    """Tell whether a clause ends in a stretch of text; most hold nothing that could, which is told faster."""
    low = stretch.lower()
    return any(hint in low for hint in _HINTS) and _END.search(stretch) is not None
