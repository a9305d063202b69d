"""How like one another articles are, by their words, and which are like each at all.

Articles are vectors of weighted terms (tf-idf; Salton & Buckley 1988, "Term-weighting approaches in automatic text
retrieval"). How rare a term is tells a table of news in general, corrected by the articles at hand: a few articles on
one event don't make its words common, thousands do.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import sparse

from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from core.link.signatures import Signature

    Indices = NDArray[np.int64]
    Values = NDArray[np.float64]

BACKGROUND = 400  # articles that the table of common words counts for beside those at hand

# A term that more than COMMON articles use counts as several terms, each of so many articles that follow one another in
# time: thousands that share their wording are compared with those near in time, and the work grows with their number.
COMMON = 300
NEIGHBOURS = 60  # of an article that are looked at, the likeliest
WEEK, SEASON = 7.0, 180.0  # days in which two thirds of what they take are gone
CELLS, PAIRS = 4_000_000, 50_000  # worked on at a time: bounds memory


class Damping(NamedTuple):
    """What becomes of the likeness of articles published days apart; where a day is unknown, it stays as it is.

    It is raised by `same_day`. A part of that, `week`, is gone after some weeks, and another, `season`, after a year.
    """

    same_day: float = 1.0
    week: float = 0.0
    season: float = 0.0

    def factor(self, apart: Values) -> Values:
        """Return the factor for each pair of articles so many days apart (NaN where unknown)."""
        days = np.abs(apart)
        lost = self.week * (1 - np.exp(-days / WEEK)) + self.season * (1 - np.exp(-days / SEASON))
        factor = self.same_day * (1 - lost)
        return np.where(np.isnan(factor), 1.0, factor)


class Near(NamedTuple):
    """Pairs of articles by their places, the first before the second, with how like they are."""

    ones: Indices
    others: Indices
    likeness: Values


@cache
def shares() -> dict[str, float]:
    """Return which part of news articles, 0 to 1, uses each common word."""
    return {
        word: float(heading.split()[1]) / 100
        for heading, lines in load.sections("link_common_words.txt").items()
        for line in lines
        for word in line.split()
    }


def vectors(articles: Sequence[Signature]) -> tuple[sparse.csr_array, Indices]:
    """Return the articles' unit tf-idf vectors, terms of one article left out, and how many articles use each term."""
    columns: dict[str, int] = {}
    terms = [columns.setdefault(term, len(columns)) for article in articles for term, _ in article.terms]
    weights = np.array([weight for article in articles for _, weight in article.terms], dtype=np.float64)
    starts = np.cumsum([0, *(len(article.terms) for article in articles)])
    used_by = np.bincount(terms, minlength=len(columns))
    common = shares()
    background = BACKGROUND * np.array([common.get(term, 0.0) for term in columns])
    rarity = np.log((len(articles) + BACKGROUND) / np.maximum(used_by + background, 1))
    values = (1 + np.log(weights)) * rarity[terms]
    found = sparse.csr_array((values, terms, starts), shape=(len(articles), len(columns)))
    length = np.sqrt(found.multiply(found).sum(axis=1))
    unit = sparse.diags_array(1 / np.maximum(length, 1e-12)) @ found
    shared = np.flatnonzero(used_by > 1)
    kept = unit.tocsr()[:, shared]
    kept.eliminate_zeros()
    return kept, used_by[shared]


def near(found: sparse.csr_array, used_by: Indices, days: Values, damping: Damping, least: float) -> Near:
    """Return the pairs of articles that are at least so like, for each article the nearest; `days` NaN if unknown."""
    parted = _parted(found, used_by, days)
    turned = parted.T.tocsr()
    size = parted.shape[0]
    rows_at_once = max(1, CELLS // max(1, size))
    codes = []
    for start in range(0, size, rows_at_once):
        product = (parted[start : start + rows_at_once] @ turned).tocoo()
        rows, others = product.coords[0].astype(np.int64) + start, product.coords[1].astype(np.int64)
        likely = product.data * damping.factor(days[rows] - days[others])
        kept = np.flatnonzero((rows != others) & (likely >= least / 2))
        row, other = _nearest(rows[kept], others[kept], likely[kept])
        codes.append(np.minimum(row, other) * size + np.maximum(row, other))
    pairs = np.unique(np.concatenate(codes)) if codes else np.empty(0, dtype=np.int64)
    ones, others = pairs // max(1, size), pairs % max(1, size)
    likeness = _cosines(found, ones, others) * damping.factor(days[ones] - days[others])
    alike = likeness >= least
    return Near(ones[alike], others[alike], likeness[alike])


def _parted(found: sparse.csr_array, used_by: Indices, days: Values) -> sparse.csr_array:
    """Return the vectors with common terms as several.

    Each is cut twice, half a part further the second time, so that articles that follow one another share a part at
    least; each cut counts half.
    """
    common = used_by > COMMON
    if not common.any():
        return found
    by_day = found[np.lexsort((np.arange(len(days)), np.nan_to_num(days, nan=-1.0)))].tocsc()
    places = np.lexsort((np.arange(len(days)), np.nan_to_num(days, nan=-1.0)))
    rare, often = by_day[:, ~common].tocoo(), by_day[:, common]
    turn = np.arange(often.nnz) - np.repeat(often.indptr[:-1], np.diff(often.indptr))
    term = np.repeat(np.arange(often.shape[1]), np.diff(often.indptr))
    most = int(used_by.max()) // COMMON + 2
    cuts = [(term * 2 + cut) * most + (turn + cut * (COMMON // 2)) // COMMON for cut in (0, 1)]
    _, columns = np.unique(np.concatenate(cuts), return_inverse=True)
    half = often.data * math.sqrt(0.5)
    rows = np.concatenate([rare.coords[0], often.indices, often.indices])
    shape = found.shape[0], rare.shape[1] + int(columns.max()) + 1
    values = np.concatenate([rare.data, half, half])
    return sparse.csr_array(
        (values, (places[rows], np.concatenate([rare.coords[1], columns + rare.shape[1]]))), shape=shape
    )


def _cosines(found: sparse.csr_array, ones: Indices, others: Indices) -> Values:
    """Return the likeness of each pair of rows."""
    parts = [
        found[ones[start : start + PAIRS]].multiply(found[others[start : start + PAIRS]]).sum(axis=1)
        for start in range(0, len(ones), PAIRS)
    ]
    return np.concatenate(parts) if parts else np.empty(0)


def _nearest(rows: Indices, others: Indices, likely: Values) -> tuple[Indices, Indices]:
    """Return the pairs of each row with its nearest neighbours."""
    order = np.lexsort((others, -likely, rows))
    rank = np.arange(len(order)) - np.searchsorted(rows[order], rows[order])
    kept = order[rank < NEIGHBOURS]
    return rows[kept], others[kept]
