"""Which words set one group of articles apart from the others.

Two measures of the field stand side by side: the log-odds ratio with an informative Dirichlet prior and its z (Monroe,
Colaresi & Quinn 2008, "Fightin' Words", Political Analysis 16) and G² (Dunning 1993, "Accurate methods for the
statistics of surprise and coincidence", Computational Linguistics 19). Both take each word for an independent draw,
which the words of one article aren't. So whether a difference is more than chance is asked of whole articles: p is
that of permuting the articles' labels, from the first three exact moments of the permutation distribution (Pearson
type III; Mielke & Berry 2007, "Permutation Methods"), and q is p corrected for the number of words tested (Benjamini &
Hochberg 1995, "Controlling the false discovery rate").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse, special

from core.link.signatures import STOPWORDS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from numpy.typing import ArrayLike, NDArray

    Values = NDArray[np.float64]

MIN_WORDS = (
    300  # in a group and in the rest: fewer can't tell a habit of words; a page should warn below SAFE_WORDS
)
SAFE_WORDS = 1000
MIN_ARTICLES = 4  # in a group and in the rest: fewer can't tell chance from habit
TESTED_ARTICLES = 5  # a word that fewer articles use is shown, not tested
PRIOR_WORDS = 1000  # size of the prior, in words distributed as in all articles together

NO_SKEW = 1e-3  # below, the gamma distribution and the normal can't be told apart
TINY = 1e-9  # stands in for nought where a word is never used, or is the only one


@dataclass(frozen=True, slots=True)
class TermCounts:
    """How often each article uses each word: a matrix, articles by words, and the words of its columns."""

    matrix: sparse.csr_array[np.int64, tuple[int, int]]
    words: NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Keyness:
    """The words of one group against the rest, the most distinctive first.

    `table` has a row a word: word; target, reference (counts); target_articles, reference_articles (that use it);
    log_odds, z, g2; p, q (NaN where not tested). It is None where there are too few words, and p and q are NaN
    throughout where there are too few articles; `reason` then says so.
    """

    group: Hashable
    table: pd.DataFrame | None
    reason: str | None = None


def count(articles: Iterable[Iterable[tuple[str, int]]]) -> TermCounts:
    """Return the counts of articles given as (word, count) pairs, one iterable an article, as `Analysis.terms` is."""
    read = [list(terms) for terms in articles]
    pairs = [(row, word, times) for row, terms in enumerate(read) for word, times in terms]
    rows, words, times = zip(*pairs, strict=True) if pairs else ((), (), ())
    return tabulate(
        np.array(rows, dtype=np.int64), np.array(words, dtype=object), np.array(times, dtype=np.int64), len(read)
    )


def tabulate(articles: ArrayLike, words: ArrayLike, times: ArrayLike, size: int | None = None) -> TermCounts:
    """Return the counts of three columns: number of the article (from 0), word, and how often it stands there.

    `size` is the number of articles where the last ones may have no words.
    """
    rows = np.asarray(articles, dtype=np.int64)
    codes, known = pd.factorize(np.asarray(words, dtype=object))
    height = size if size is not None else int(rows.max(initial=-1)) + 1
    cells = sparse.coo_array((np.asarray(times, dtype=np.int64), (rows, codes)), shape=(height, len(known)))
    matrix = cells.tocsr()
    matrix.eliminate_zeros()
    return TermCounts(matrix, np.asarray(known, dtype=object))


def compare(counts: TermCounts, groups: Sequence[Hashable], *, stop: bool = True) -> list[Keyness]:
    """Compare each group of articles with all the others together, groups in order of first appearance.

    `groups` holds a label for each row of the counts. With `stop` function words are neither listed nor tested; they
    count as words of the text all the same. Words that fewer than TESTED_ARTICLES articles use are listed without p.
    """
    codes, labels = pd.factorize(np.fromiter(groups, dtype=object, count=len(groups)))
    overall = _Overall.of(counts)
    listed = overall.total > 0
    if stop:
        listed &= np.array([word not in STOPWORDS for word in counts.words], dtype=bool)
    return [_compare_one(counts, overall, label, codes == code, listed) for code, label in enumerate(labels)]


@dataclass(frozen=True, slots=True)
class _Overall:
    """What of the counts is the same for every group; arrays have an entry a word."""

    lengths: Values  # words of each article
    total: Values  # times each word is used
    articles: NDArray[np.int64]  # articles that use it
    squares: Values  # sums over articles of the residual, count - rate * length, squared
    cubes: Values  # and cubed

    @classmethod
    def of(cls, counts: TermCounts) -> _Overall:
        matrix = counts.matrix.astype(np.float64)
        lengths: Values = np.asarray(matrix.sum(axis=1)).ravel()
        total: Values = np.asarray(matrix.sum(axis=0)).ravel()
        rate = total / max(lengths.sum(), 1)
        squared, columns = matrix.power(2), matrix.T
        with_length = columns @ lengths
        squares = np.asarray(squared.sum(axis=0)).ravel() - 2 * rate * with_length + rate**2 * (lengths**2).sum()
        cubes = (
            np.asarray(matrix.power(3).sum(axis=0)).ravel()
            - 3 * rate * (squared.T @ lengths)
            + 3 * rate**2 * (columns @ lengths**2)
            - rate**3 * (lengths**3).sum()
        )
        articles = np.bincount(counts.matrix.indices, minlength=len(counts.words))
        return cls(lengths, total, articles, squares, cubes)


def _compare_one(
    counts: TermCounts, overall: _Overall, label: Hashable, chosen: NDArray[np.bool_], listed: NDArray[np.bool_]
) -> Keyness:
    size, rest = int(overall.lengths[chosen].sum()), int(overall.lengths[~chosen].sum())
    if min(size, rest) < MIN_WORDS:
        where = "the group" if size < rest else "the rest"
        return Keyness(label, None, f"too few words: {min(size, rest)} in {where}, {MIN_WORDS} are needed")
    part = counts.matrix[np.flatnonzero(chosen)]
    target: Values = np.asarray(part.sum(axis=0), dtype=np.float64).ravel()
    reference = overall.total - target
    articles = np.bincount(part.indices, minlength=len(counts.words))
    p = np.full(len(target), np.nan)
    reason = None
    if (few := int(min(chosen.sum(), (~chosen).sum()))) < MIN_ARTICLES:
        reason = f"too few articles to test: {few} of the {MIN_ARTICLES} needed on each side"
    else:
        p = _permutation_p(target - overall.total * (size / (size + rest)), overall, int(chosen.sum()))
        p[overall.articles < TESTED_ARTICLES] = np.nan
    log_odds, z = _weighted_log_odds(target, reference)
    table = pd.DataFrame(
        {
            "word": counts.words,
            "target": target.astype(np.int64),
            "reference": reference.astype(np.int64),
            "target_articles": articles,
            "reference_articles": overall.articles - articles,
            "log_odds": log_odds,
            "z": z,
            "g2": _g2(target, reference),
            "p": p,
        }
    )[listed]
    table["q"] = _false_discovery(table["p"].to_numpy())
    return Keyness(label, table.sort_values(["z", "word"], ascending=[False, True], ignore_index=True), reason)


def _weighted_log_odds(target: Values, reference: Values) -> tuple[Values, Values]:
    """Return the difference of log odds under the prior (Monroe et al.'s delta), and its z."""
    prior = PRIOR_WORDS * (target + reference) / (target.sum() + reference.sum())
    one, two = (np.maximum(count + prior, TINY) for count in (target, reference))
    other, another = (target.sum() + PRIOR_WORDS - one, reference.sum() + PRIOR_WORDS - two)
    delta = np.log(one / np.maximum(other, TINY)) - np.log(two / np.maximum(another, TINY))
    return delta, delta / np.sqrt(1 / one + 1 / two)


def _g2(target: Values, reference: Values) -> Values:
    """Return Dunning's log-likelihood ratio of the two-by-two table of word or not, target or reference."""
    size, rest = target.sum(), reference.sum()
    used = target + reference
    cells = [
        (target, used * size / (size + rest)),
        (reference, used * rest / (size + rest)),
        (size - target, (size + rest - used) * size / (size + rest)),
        (rest - reference, (size + rest - used) * rest / (size + rest)),
    ]
    total = np.zeros(len(target))
    for seen, expected in cells:
        total += special.xlogy(seen, seen / np.maximum(expected, TINY))
    return np.maximum(2 * total, 0.0)


def _permutation_p(excess: Values, overall: _Overall, size: int) -> Values:
    """Return the two-sided p of a word's excess in `size` articles drawn without replacement from all of them.

    An article's residual is its count less what its length would give. The residuals sum to 0, so that the variance and
    the third moment of their sum over drawn articles are known multiples of the sums of their squares and cubes.
    """
    n = len(overall.lengths)
    variance = overall.squares * size * (n - size) / (n * (n - 1))
    third = overall.cubes * size * (n - size) * (n - 2 * size) / (n * (n - 1) * (n - 2))
    spread = np.sqrt(np.maximum(variance, 1e-12))
    return _pearson3_two_sided(excess / spread, third / spread**3)


def _pearson3_two_sided(z: Values, skew: Values) -> Values:
    """Return twice the smaller tail of a standardised Pearson type III distribution, which is normal without skew."""
    mirrored = np.where(skew < 0, -z, z)
    shape = 4 / np.maximum(np.abs(skew), NO_SKEW) ** 2
    place = np.maximum(shape + mirrored * np.sqrt(shape), 0.0)
    tail = np.minimum(special.gammainc(shape, place), special.gammaincc(shape, place))
    p: Values = 2 * np.where(np.abs(skew) <= NO_SKEW, special.ndtr(-np.abs(z)), tail)
    return np.minimum(1.0, p)


def _false_discovery(p: Values) -> Values:
    """Return the Benjamini-Hochberg q of each p; NaN stays NaN and is no test."""
    q = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * len(order) / np.arange(1, len(order) + 1)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return q
