"""What a run of a page may ask: the open library in one state of it, the filters that hold, answers that are kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd

from core.library import Filters, Library, Query, StoredArticle
from core.library.questions import queries
from dashboard.session.memory import Memory

Made = TypeVar("Made")
Told = ParamSpec("Told")


@dataclass(frozen=True, slots=True)
class Asking:
    """A library and the filters that hold, with answers kept until the library's content changes.

    `library` is the library at whatever moment, for what writes to it; `seen` is the library as it stood when the run
    of the page began: all that is asked is answered from that one state.
    """

    library: Library
    seen: Library
    memory: Memory
    chosen: Filters = Filters()

    def on(self, chosen: Filters) -> Asking:
        """Return the same under other filters."""
        return replace(self, chosen=chosen)

    def ask(self, query: Callable[..., Query], *arguments: Hashable) -> pd.DataFrame:
        """Return the library's answer to a query, computed once for each version of its content."""
        return self.kept(_name(query, arguments), lambda: self.seen.run(query(*arguments)))

    def made(
        self, make: Callable[Concatenate[Asking, Told], Made], *arguments: Told.args, **named: Told.kwargs
    ) -> Made:
        """Return what a function makes of this and further arguments, once for each version of the library's content.

        It must know nothing else. What it returns must never be changed.
        """
        name = _name(make, (*arguments, *named.items()))
        return self.kept((name, self.chosen), lambda: make(self, *arguments, **named))

    def kept(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made of the library under a name, which tells all else that it is made of."""
        return self.memory.get((self.seen.path, self.seen.version, name), make)

    def article(self, key: str | None) -> StoredArticle | None:
        """Return one article with all its layers, or None where the library has none of that key."""
        try:
            return self.kept(("article", key), lambda: self.seen.article(key)) if key else None
        except KeyError:
            return None

    def count(self) -> int:
        """Return the number of articles in the library, whatever the filters."""
        return int(self.ask(queries.summary)["articles"].iloc[0]) if self.seen.path.is_dir() else 0


def _name(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Hashable:
    return function.__module__, function.__qualname__, arguments
