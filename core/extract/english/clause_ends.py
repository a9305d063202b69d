"""Where a clause ends in running text: at a semicolon, or at a conjunction that opens another."""

from __future__ import annotations

import re

from core.extract.english.function_words import COORDINATOR, of_class

CONTRAST = of_class("contrast")
# What begins another clause behind a comma.
AFTER_COMMA = CONTRAST | (COORDINATOR - {"or"})


def _any(*words: str) -> str:
    return "|".join(sorted(words))


def _ends(*after_comma: str) -> re.Pattern[str]:
    return re.compile(rf"[;:]|,\s(?:{_any(*after_comma)})\b|\b(?:{_any(*CONTRAST)})\b", re.IGNORECASE)


_END = _ends(*AFTER_COMMA)
_END_OR_RELATIVE = _ends(*AFTER_COMMA, *of_class("adding relative"))
_HINTS = (",", ";", ":", *{word[:4] for word in CONTRAST})


def holds_end(stretch: str, *, relative: bool = True) -> bool:
    """Tell whether a clause ends in a stretch of text; `relative` counts ", which" in, which adds to what it follows.

    Most hold nothing that could, which is told faster.
    """
    low = stretch.lower()
    return any(hint in low for hint in _HINTS) and bool((_END_OR_RELATIVE if relative else _END).search(stretch))
