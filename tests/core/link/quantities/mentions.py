"""Mentions made by hand, for tests of one room each."""

from __future__ import annotations

from typing import Any

from core.link.quantities.mention import Mention, read


def mention(key: str = "a", number: int = 0, value: float | tuple[float, float] = 31.0, **told: Any) -> Mention:
    """Return the mention of a row of figures; a count of people where nothing else is said."""
    low, high = value if isinstance(value, tuple) else (value, value)
    row: dict[str, Any] = {
        "key": key, "number": number, "start": 0, "end": 2, "sentence_start": 0, "text": f"{low:g}", "kind": "count",
        "low": low, "high": high, "unit": "people", "measure": None, "modifier": None, "change": None, "move": None,
        "partial": False, "status": None, "period": None, "predicate": None, "owner": None, "aspect": None,
        "base": None, "context": [], "precision": 0.0, "published": None,
    }  # fmt: skip
    return read(row | told)
