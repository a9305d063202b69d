"""Who tells: the outlet wherever one is known, the article where none is; one colour and shape for each, everywhere."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.phrases import OUTLET_UNKNOWN, clip

# Okabe & Ito (2008), less the yellow and black that vanish on a light or a dark page, and two more of like contrast.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C6D31")
_SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon")
OTHER = "other outlets"
_GREY = "#8A8A8A"


@dataclass(frozen=True, slots=True)
class Tellers:
    """A colour and a shape for each of at most eight names; every other name shares grey."""

    names: tuple[str, ...]
    by_article: bool

    def colour(self, name: str) -> str:
        """Return the colour of a name."""
        return _COLOURS[self.names.index(name)] if name in self.names else _GREY

    def shape(self, name: str) -> str:
        """Return the marker's shape of a name."""
        return _SHAPES[self.names.index(name)] if name in self.names else "pentagon"

    def shown(self, name: str) -> str:
        """Return the name a legend has for it: its own, or "other outlets"."""
        return name if name in self.names or name == OUTLET_UNKNOWN else OTHER

    @property
    def noun(self) -> str:
        """Return what the names are: outlet or article."""
        return "article" if self.by_article else "outlet"


def ranked(outlets: pd.DataFrame, articles: pd.DataFrame) -> Tellers:
    """Give the eight outlets with most articles in the whole library a colour each.

    `outlets` has value and articles for the whole library, so that filters change no colour. Where the outlet of most
    of the filtered articles isn't known, the articles themselves stand in, in order of publication.
    """
    if articles["outlet"].notna().mean() > 0.5:
        order = outlets.sort_values(["articles", "value"], ascending=[False, True])["value"]
        return Tellers(tuple(order.head(len(_COLOURS))), by_article=False)
    return Tellers(tuple(dict.fromkeys(articles["title_shown"].map(_short)))[: len(_COLOURS)], by_article=True)


def column(rows: pd.DataFrame, tellers: Tellers) -> pd.Series:
    """Return for each row (with outlet and title) the name that tells it."""
    if tellers.by_article:
        return rows["title"].map(_short)
    return rows["outlet"].where(rows["outlet"].notna(), OUTLET_UNKNOWN)


def _short(title: str) -> str:
    return clip(str(title), 38)


def columns(articles: pd.DataFrame) -> pd.DataFrame:
    """Return for each article the column it stands in when compared by articles and by outlets.

    Articles of one title are told apart by their outlet and, failing that, by number.
    """
    names = articles["title_shown"].map(lambda title: clip(str(title), 60))
    twice = names.duplicated(keep=False)
    outlet = articles["outlet"].fillna(OUTLET_UNKNOWN)
    names = names.where(~twice, names + " · " + outlet)
    turn = names.groupby(names).cumcount() + 1
    names = names.where(turn == 1, names + " (" + turn.astype(str) + ")")
    return pd.DataFrame({"articles": names, "outlets": outlet}, index=articles.index)


def in_order(names: pd.Series) -> list[str]:
    """Return the different names in order of appearance, what is unknown last."""
    return sorted(dict.fromkeys(names), key=lambda name: name == OUTLET_UNKNOWN)


def colour_of(number: int) -> str:
    """Return the colour of the n-th of the things compared side by side, from 0."""
    return _COLOURS[number % len(_COLOURS)]
