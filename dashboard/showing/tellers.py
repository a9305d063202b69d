"""Who tells: the outlet wherever one is known, the article where none is; one colour and shape for each, everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.showing.each_row import each
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, day, isolated, present, visible

# Okabe & Ito (2008), less the yellow and black that vanish on a light or a dark page, and two more of like contrast.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A5195", "#8C6D31")
_SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon")
OTHER = {"outlet": "other outlets", "article": "other articles", "topic": "other topics"}
TOPIC_UNKNOWN = "topic unknown"
Noun = Literal["outlet", "article", "topic"]
_GREY = "#8A8A8A"


@dataclass(frozen=True, slots=True)
class Tellers:
    """A colour and a shape for each of at most eight names; every other name shares grey.

    `noun` says what the names are.
    """

    names: tuple[str, ...]
    noun: Noun

    def colour(self, name: str) -> str:
        """Return the colour of a name."""
        return _COLOURS[self.names.index(name)] if name in self.names else _GREY

    def shape(self, name: str) -> str:
        """Return the marker's shape of a name."""
        return _SHAPES[self.names.index(name)] if name in self.names else "pentagon"

    def shown(self, name: str) -> str:
        """Return the name a legend has for it: its own, or "other outlets"."""
        return name if name in (*self.names, OUTLET_UNKNOWN, TOPIC_UNKNOWN) else OTHER[self.noun]

    @property
    def by_article(self) -> bool:
        """Whether the names are those of articles, for want of known outlets."""
        return self.noun == "article"


def ranked(outlets: pd.DataFrame, articles: pd.DataFrame) -> Tellers:
    """Give the eight outlets with most articles in the whole library a colour each.

    `outlets` has value and articles for the whole library, so that filters change no colour. Where the outlet of most
    of the filtered articles isn't known, the articles themselves stand in, in order of publication.
    """
    if articles["outlet"].notna().mean() > 0.5:
        order = outlets.sort_values(["articles", "value"], ascending=[False, True])["value"]
        return Tellers(tuple(order.head(len(_COLOURS))), "outlet")
    return Tellers(tuple(dict.fromkeys(articles["title_shown"].map(_short)))[: len(_COLOURS)], "article")


def of_topics(articles: pd.DataFrame) -> Tellers:
    """Give the eight topics with most of the articles a colour each."""
    return Tellers(tuple(map(str, articles["topic"].value_counts().index[: len(_COLOURS)])), "topic")


def column(rows: pd.DataFrame, tellers: Tellers) -> pd.Series:
    """Return for each row (with outlet and title, or with topic) the name it stands under.

    Articles without a title of their own have one to be shown in `title_shown`.
    """
    if tellers.noun == "topic":
        return rows["topic"].where(rows["topic"].notna(), TOPIC_UNKNOWN)
    if tellers.by_article:
        return rows["title_shown" if "title_shown" in rows else "title"].map(_short)
    return rows["outlet"].where(rows["outlet"].notna(), OUTLET_UNKNOWN)


def outlets(rows: pd.DataFrame) -> pd.Series:
    """Return the outlet of each row, as a table shows it."""
    return rows["outlet"].fillna(OUTLET_UNKNOWN).map(visible)


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


def article_names(articles: pd.DataFrame) -> list[str]:
    """Return a name for each article, ready to be shown: its title, who published it and when."""
    return [
        " · ".join(
            (
                isolated(clip(str(row.title_shown), 70)),
                isolated(str(row.outlet)) if present(row.outlet) else OUTLET_UNKNOWN,
                day(row.published),
            )
        )
        for row in each(articles)
    ]


def in_order(names: pd.Series) -> list[str]:
    """Return the different names in order of appearance, what is unknown last."""
    return sorted(dict.fromkeys(names), key=lambda name: name == OUTLET_UNKNOWN)


def colour_of(number: int) -> str:
    """Return the colour of the n-th of the things compared side by side, from 0."""
    return _COLOURS[number % len(_COLOURS)]
