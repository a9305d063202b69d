"""What is compared: two to eight articles or outlets as columns, and the library's answers about them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

import pandas as pd

from core.library import Ask, Filters, Query
from core.library.questions import queries
from dashboard.showing import tellers
from dashboard.showing.tellers import Tellers

MOST = 8  # columns
MANY = 3_000  # articles; so many are compared in some ten seconds, and more only when that is asked for
By = Literal["articles", "outlets"]
Keep = Callable[
    [Hashable, Callable[[], Any]], Any
]  # a name and how to make it → what was made, once for each name
Made = TypeVar("Made")
Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True)
class Compared:
    """The columns in their order, each with its colour; `articles` are those inside them, with their `column`."""

    articles: pd.DataFrame
    columns: tuple[str, ...]
    colours: tuple[str, ...]
    by: By
    column_of: Mapping[str, str]  # an article's key → its column
    ask: Ask
    keep: Keep
    every: bool = False  # count also what is thought, wanted or planned, not only what is said

    @property
    def filters(self) -> Filters:
        """The articles compared, as the library's queries take them."""
        return Filters(articles=tuple(self.articles["key"]))

    def answer(self, query: Callable[..., Query], *arguments: object) -> pd.DataFrame:
        """Return the answer to a query about the articles compared."""
        return self.ask(query, *arguments, self.filters)

    def rows(self, query: Callable[..., Query], *arguments: object) -> pd.DataFrame:
        """Return the answer with the column that each row stands in."""
        found = self.answer(query, *arguments)
        return found.assign(column=found["key"].map(self.column_of))

    def attributions(self) -> pd.DataFrame:
        """Return the words given to a source that count, with the column that each stands in."""
        found = self.ask(queries.attributions, self.filters, self.every)
        return found.assign(column=found["key"].map(self.column_of))

    def kept(
        self, make: Callable[Concatenate[Compared, Given], Made], *arguments: Given.args, **more: Given.kwargs
    ) -> Made:
        """Return what is made of this comparison and arguments, made once."""
        about = self.filters, self.columns, self.colours, self.by, self.every
        name = "compared", make.__module__, make.__qualname__, about, arguments, tuple(more.items())
        made: Made = self.keep(name, lambda: make(self, *arguments, **more))
        return made

    def of(self, column: str) -> Filters:
        """Return the articles of one column."""
        return Filters(articles=tuple(key for key, name in self.column_of.items() if name == column))


def offered(articles: pd.DataFrame, by: By) -> list[str]:
    """Return the names that can be chosen as columns."""
    return tellers.in_order(tellers.columns(articles)[by])


def compare(
    articles: pd.DataFrame,
    by: By,
    chosen: Sequence[str],
    who: Tellers,
    ask: Ask,
    keep: Keep | None = None,
    *,
    every: bool = False,
) -> Compared:
    """Set the chosen columns side by side; an outlet keeps the colour it has on every page.

    What is made of them is kept by `keep`, or with them. Where `every`, what is thought counts as what is said does.
    """
    names = tellers.columns(articles)[by]
    inside = articles.assign(column=names)[names.isin(chosen)]
    colours = [who.colour(name) if by == "outlets" else tellers.colour_of(n) for n, name in enumerate(chosen)]
    column_of = dict(zip(inside["key"], inside["column"], strict=True))
    return Compared(inside, tuple(chosen), tuple(colours), by, column_of, ask, keep or _keeping(), every)


def _keeping() -> Keep:
    made: dict[Hashable, Any] = {}

    def keep(name: Hashable, make: Callable[[], Any]) -> Any:
        if name not in made:
            made[name] = make()
        return made[name]

    return keep
