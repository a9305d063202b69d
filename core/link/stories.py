"""Which articles tell of one event, across outlets and days.

Articles are vectors of weighted terms (tf-idf; Salton & Buckley 1988, "Term-weighting approaches in automatic text
retrieval"), figures, names and words of the title weighing more. Their cosine is damped by the days between them, and
groups grow by average linkage (UPGMA; Sokal & Michener 1958). Two groups join while the mean similarity of their
articles reaches a threshold and isn't far below that inside the looser of them (relative closeness; Karypis, Han &
Kumar 1999, "Chameleon"), which keeps apart two like events, such as two earthquakes in one country.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import sparse

from core.extract import READERS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from core.model import Article

    Indices = NDArray[np.int64]
    Values = NDArray[np.float64]

THRESHOLD = 0.16  # mean similarity, 0 to 1, at which two groups may still be one story

# What part of the mean similarity inside the looser of two groups that between them must reach. Small groups can't tell
# how close they are: to the pairs of each, some at the threshold are added.
CLOSENESS = 0.75
PRIOR_PAIRS = 3

# How much one use of a term counts; a use of another word counts 1.
TITLE_WEIGHT = 3
NAME_WEIGHT = 3
FIGURE_WEIGHT = 4

# Similarity is raised by SAME_DAY and falls with the days between to FAR of that; an unknown day does neither.
SAME_DAY = 1.3
FAR = 0.3
DECAY_DAYS = 7.0

# Articles assumed behind those at hand, so that the words that a handful share keep their weight.
BACKGROUND = 50

# A pair counts as unlike (0) below half the threshold; it is looked at where the terms that at most COMMON articles use
# reach that by themselves. Of an article's neighbours the nearest count.
COMMON = 1000
NEIGHBOURS = 500
CELLS, PAIRS = 4_000_000, 50_000  # worked on at a time: bounds memory
TURNS = 16  # of the matrix, which cost time; between two, a sixteenth of all articles is multiplied in vain

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĆČĐĞİŁŚŞŠŽŻ][^\W\d_]*"
_PART = rf"{_CAPITALISED}(?:[-.’'&]{_CAPITALISED})*"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,4}}")
_SENTENCE_END = frozenset(".!?:\n")
_OPENING = " \"“‘'("


class Signature(NamedTuple):
    """What of an article tells its story: its key, its day, its terms with their weighted counts, its names."""

    key: str
    published: datetime.date | None
    terms: tuple[tuple[str, int], ...]  # lower-cased words and numbers, in order
    names: tuple[tuple[str, int], ...]  # as written, with the number of mentions, in order


# Words that tell nothing of a text's subject, in any language that is read.
STOPWORDS = frozenset[str]().union(*(tongue.stopwords for tongue in READERS.values()))


def signature(key: str, article: Article) -> Signature:
    """Return the signature of an article as it was read; nothing of it need be analysed before.

    Names are runs of capitalised words inside sentences.
    """
    text = article.text
    names = Counter(match.group() for match in _NAME.finditer(text) if not _begins_sentence(text, match.start()))
    return compose(key, article.published, article.title, Counter(_WORD.findall(text)), names)


def compose(
    key: str,
    published: datetime.date | None,
    title: str | None,
    words: Mapping[str, int],
    names: Mapping[str, int],
) -> Signature:
    """Return the signature of an article from what was stored of it: its words, numbers among them, and its names."""
    terms: defaultdict[str, int] = defaultdict(int)
    for word, times in words.items():
        terms[_term(word)] += times * (FIGURE_WEIGHT if word[0].isdigit() else 1)
    for name, times in names.items():
        for word in _WORD.findall(name):
            terms[_term(word)] += times * (NAME_WEIGHT - 1)
    for word in _WORD.findall(title or ""):
        terms[_term(word)] += TITLE_WEIGHT
    for word in STOPWORDS.intersection(terms):
        del terms[word]
    return Signature(key, published, tuple(sorted(terms.items())), tuple(sorted(names.items())))


def _term(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(_OPENING)
    return not before or before[-1] in _SENTENCE_END


def group(
    signatures: Sequence[Signature],
    threshold: float = THRESHOLD,
    *,
    decay: bool = True,
    closeness: float = CLOSENESS,
) -> list[str]:
    """Return the story of each article, in the order given.

    A story's label is the key of its earliest article, or its smallest key where no article is dated. The grouping
    doesn't depend on the order of the articles. `decay` switches the damping by days; a `closeness` of 0 leaves the
    threshold alone to decide.
    """
    order = sorted(range(len(signatures)), key=lambda index: (signatures[index].key, signatures[index].terms))
    articles = [signatures[index] for index in order]
    labels = [""] * len(signatures)
    for members in _average_linkage(_neighbours(articles, threshold, decay), threshold, closeness):
        dated = [member for member in members if articles[member].published] or members
        first = min(dated, key=lambda member: (articles[member].published, member))
        for member in members:
            labels[order[member]] = articles[first].key
    return labels


def _vectors(articles: Sequence[Signature]) -> tuple[sparse.csr_array, Indices]:
    """Return the articles' unit tf-idf vectors, terms of one article left out, and how many articles use each term."""
    columns: dict[str, int] = {}
    terms = [columns.setdefault(term, len(columns)) for article in articles for term, _ in article.terms]
    weights = np.array([weight for article in articles for _, weight in article.terms], dtype=np.float64)
    starts = np.cumsum([0, *(len(article.terms) for article in articles)])
    used_by = np.bincount(terms, minlength=len(columns))
    rarity = np.log((len(articles) + BACKGROUND) / np.maximum(used_by, 1))
    values = (1 + np.log(weights)) * rarity[terms]
    vectors = sparse.csr_array((values, terms, starts), shape=(len(articles), len(columns)))
    length = np.sqrt(vectors.multiply(vectors).sum(axis=1))
    unit = sparse.diags_array(1 / np.maximum(length, 1e-12)) @ vectors
    shared = np.flatnonzero(used_by > 1)
    return unit.tocsr()[:, shared], used_by[shared]


def _neighbours(articles: Sequence[Signature], threshold: float, decay: bool) -> list[dict[int, float]]:
    """Return, for each article, the articles like it with their similarity; symmetric."""
    found: list[dict[int, float]] = [{} for _ in articles]
    if not any(article.terms for article in articles):
        return found
    vectors, used_by = _vectors(articles)
    rare = vectors[:, used_by <= COMMON]
    days = np.array(
        [article.published.toordinal() if decay and article.published else np.nan for article in articles]
    )
    rows_at_once = max(1, CELLS // len(articles))
    columns, first, until = rare, 0, 0
    for start in range(0, len(articles), rows_at_once):
        if start >= until:  # turned a few times only, each time without the articles that have met all others
            columns, first, until = rare[start:].T.tocsr(), start, start + -(-len(articles) // TURNS)
        near = (rare[start : start + rows_at_once] @ columns).tocoo()
        rows, others = near.coords[0] + start, near.coords[1] + first
        later = others > rows
        rows, others = rows[later], others[later]
        factor = _damping(days[rows] - days[others])
        likely = near.data[later] * factor >= threshold / 2
        rows, others = rows[likely], others[likely]
        similar = _cosines(vectors, rows, others) * factor[likely]
        for row, other, value in _nearest(rows, others, similar):
            found[row][other] = found[other][row] = value
    return found


def _cosines(vectors: sparse.csr_array, rows: Indices, others: Indices) -> Values:
    """Return the similarity of each pair of rows."""
    parts = [
        vectors[rows[start : start + PAIRS]].multiply(vectors[others[start : start + PAIRS]]).sum(axis=1)
        for start in range(0, len(rows), PAIRS)
    ]
    return np.concatenate(parts) if parts else np.empty(0)


def _damping(apart: Values) -> Values:
    """Return the factor for each pair of articles so many days apart (NaN where unknown)."""
    factor = SAME_DAY * (FAR + (1 - FAR) * np.exp(-np.abs(apart) / DECAY_DAYS))
    return np.where(np.isnan(factor), 1.0, factor)


def _nearest(rows: Indices, others: Indices, similar: Values) -> Iterator[tuple[int, int, float]]:
    """Yield each row's nearest neighbours."""
    order = np.lexsort((others, -similar, rows))
    rank = np.arange(len(order)) - np.searchsorted(rows[order], rows[order])
    kept = order[rank < NEIGHBOURS]
    return zip(rows[kept].tolist(), others[kept].tolist(), similar[kept].tolist(), strict=True)


class _Groups:
    """Groups of articles that grow by merging: members, similarity inside each, sums of similarity between them."""

    def __init__(self, between: list[dict[int, float]], threshold: float, closeness: float) -> None:
        self.members = [[index] for index in range(len(between))]
        self._between = between
        self._within = [0.0] * len(between)
        self._threshold = threshold
        self._closeness = closeness

    def best(self, group: int) -> tuple[float, int, int] | None:
        """Return (minus the mean similarity, group, other) of the most similar group that it may join, or None.

        The smaller index wins a tie, and comes first.
        """
        size = len(self.members[group])
        needed = self._needed(group)
        found: tuple[float, int, int] | None = None
        for other, total in self._between[group].items():
            mean = total / (size * len(self.members[other]))
            if mean >= self._threshold and (mean >= needed or mean >= self._needed(other)):
                found = min(found or (0.0, 0, 0), (-mean, min(group, other), max(group, other)))
        return found

    def _needed(self, group: int) -> float:
        """Return the mean similarity of a group that would be as close to this one as its own articles are."""
        size = len(self.members[group])
        pairs = size * (size - 1) / 2
        return (self._closeness * self._within[group] + PRIOR_PAIRS * self._threshold) / (pairs + PRIOR_PAIRS)

    def merge(self, one: int, two: int) -> None:
        """Add group two to group one."""
        self._within[one] += self._within[two] + self._between[one].pop(two)
        del self._between[two][one]
        for other, total in self._between[two].items():
            del self._between[other][two]
            self._between[one][other] = self._between[other][one] = self._between[one].get(other, 0.0) + total
        self.members[one] += self.members[two]
        self.members[two], self._between[two] = [], {}


def _average_linkage(neighbours: list[dict[int, float]], threshold: float, closeness: float) -> list[list[int]]:
    """Merge the most similar groups for as long as they are similar and close enough; return all groups.

    Each group queues for its best partner only. A merge never brings a group nearer to a third than the nearer of its
    parts was, so that a queued best that no longer holds is found out when its turn comes. `neighbours` is used up.
    """
    groups = _Groups(neighbours, threshold, closeness)
    queue = [(best, index) for index in range(len(neighbours)) if (best := groups.best(index))]
    heapq.heapify(queue)
    while queue:
        queued, index = heapq.heappop(queue)
        best = groups.best(index)
        if best and best == queued:
            _, index, other = best
            groups.merge(index, other)
            best = groups.best(index)
        if best:
            heapq.heappush(queue, (best, index))
    return [members for members in groups.members if members]
