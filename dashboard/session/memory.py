"""What was worked out for one run of a page, kept for the next ones in as much memory as it may take."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, cast

import pandas as pd
from cachetools import LRUCache

Made = TypeVar("Made")
_LEAST = 20_000  # bytes that anything is taken for: objects around the data, and what can't be measured


class Memory:
    """Values by their keys, those used last; the others are forgotten when all together take too much.

    A table is given out as a copy that shares its data until someone changes it, so that no reader sees the changes of
    another. All else must never be changed. Safe to share between threads.
    """

    def __init__(self, most_bytes: int) -> None:
        self._lock = threading.Lock()
        # What is too large alone is kept alone.
        self._kept: LRUCache[Hashable, Any] = LRUCache(
            most_bytes, getsizeof=lambda value: min(_size(value), most_bytes)
        )

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return the value of a key, made where it isn't kept."""
        with self._lock:
            if key in self._kept:
                return _own(cast("Made", self._kept[key]))
        made = make()  # not under the lock: another key is not to wait, and the same made twice is the same
        with self._lock:
            self._kept[key] = made
        return _own(made)


def _own(value: Made) -> Made:
    return cast("Made", value.copy(deep=False)) if isinstance(value, pd.DataFrame) else value


def _size(value: Any) -> int:
    if isinstance(value, pd.DataFrame):
        return _LEAST + int(value.memory_usage().sum())
    if isinstance(value, tuple | list):
        return _LEAST + sum(_size(item) for item in value if isinstance(item, pd.DataFrame | tuple))
    if is_dataclass(value):  # an article with its text and its layers
        parts = (getattr(value, field.name) for field in fields(value))
        return _LEAST + sum(len(part) if isinstance(part, str) else _size(part) for part in parts)
    return _LEAST
