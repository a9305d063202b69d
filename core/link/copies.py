"""Texts taken over from one another: the same text in several outlets, agency copy, shared passages.

Texts are compared as runs of words, whatever their case and punctuation (w-shingles; Broder 1997, "On the resemblance
and containment of documents"). Candidates are found by winnowed fingerprints (Schleimer, Wilkerson & Aiken 2003,
"Winnowing: local algorithms for document fingerprinting"), which can't miss a shared passage of SHINGLE + WINDOW - 1
words, and are then compared shingle by shingle.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]  # words
    Hashes = NDArray[np.uint64]  # runs of words
    Indices = NDArray[np.int64]
    Shares = NDArray[np.float64]

SHINGLE = 6  # words
WINDOW = 8  # shingles, of which the smallest is the fingerprint
SHARE = 0.5  # of the shorter text's shingles that a copy shares
COMMON = (
    1000  # texts with a fingerprint up to which all their pairs are looked at; of more, each beside the next few
)
BESIDE = 4  # that is, so many
WORK = 400_000_000  # pairs looked at; where there would be more, a fingerprint is common in fewer texts
PRODUCTS = 5_000_000  # pairs looked at at a time: bounds memory
NEIGHBOURS = 30  # candidates of a text that are compared shingle by shingle, the likeliest ones
PLACES = 8  # of a repeated run of words, how many of its places are tried when passages are matched

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BASE = 0x9E3779B97F4A7C15  # odd, so that powers of it modulo 2**64 keep every word's bits
_MIX = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True)
class Copies:
    """Texts taken over from one another.

    `shares` tells for each key which part of its shingles, 0 to 1, another text of the group has too. `exact` is
    true where all are the same word for word.
    """

    keys: tuple[str, ...]
    shares: tuple[float, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Version:
    """One wording and the keys of all texts that have it."""

    codes: Codes
    keys: list[str]

    def shingles(self) -> Hashes:
        return np.unique(_shingles(self.codes, SHINGLE))


def find(texts: Mapping[str, str], share: float = SHARE) -> tuple[Copies, ...]:
    """Return the groups of copies among texts given by key, in order of their smallest keys.

    Two texts are copies where their words are the same, or where the shorter shares at least `share` (0 to 1) of its
    shingles with the longer; groups are chains of such pairs. Time is linear in the words, however many texts share a
    passage. Texts shorter than a shingle have exact copies only.
    """
    by_wording: dict[bytes, _Version] = {}
    for key in sorted(texts):
        codes = _codes(texts[key])
        if len(codes):
            wording = hashlib.blake2b(codes.tobytes(), digest_size=16).digest()
            by_wording.setdefault(wording, _Version(codes, [])).keys.append(key)
    groups = _linked(list(by_wording.values()), share)
    copied = (group for group in groups if len(group) > 1 or len(group[0].keys) > 1)
    return tuple(sorted(map(_copies, copied), key=lambda copies: copies.keys))


def shared_passages(text: str, other: str, min_words: int = 8) -> tuple[tuple[Span, Span], ...]:
    """Return the passages of at least `min_words` (> 0) words that both texts have, in the first text's order.

    Passages of the first text don't overlap, and each is as long as it can be from its first word on. Case and
    punctuation between words don't count. Of a run of words that stands in the other text more than PLACES times, the
    first places are tried, so that time is linear in the words.
    """
    words, spans = _words(text)
    other_words, other_spans = _words(other)
    places: dict[int, list[int]] = {}
    for place, run in enumerate(_shingles(other_words, min_words).tolist()):
        known = places.setdefault(run, [])
        if len(known) < PLACES:
            known.append(place)
    found = []
    free = 0
    for index, run in enumerate(_shingles(words, min_words).tolist()):
        if index < free or run not in places:
            continue
        lengths = {place: _common(words[index:], other_words[place:]) for place in places[run]}
        place = max(lengths, key=lengths.__getitem__)
        if lengths[place] >= min_words:  # else two runs have one hash
            found.append((_stretch(spans, index, lengths[place]), _stretch(other_spans, place, lengths[place])))
            free = index + lengths[place]
    return tuple(found)


def _stretch(spans: Sequence[tuple[int, int]], first: int, length: int) -> Span:
    return Span(spans[first][0], spans[first + length - 1][1])


def _words(text: str) -> tuple[Codes, list[tuple[int, int]]]:
    """Return a number for each word of a text, and the words' places."""
    matches = list(_WORD.finditer(text))
    codes = np.fromiter((_code(match.group()) for match in matches), dtype=np.uint32, count=len(matches))
    return codes, [match.span() for match in matches]


def _common(words: Codes, other: Codes) -> int:
    """Return how many words are the same from the beginning on, looking at ever longer stretches."""
    limit = min(len(words), len(other))
    start, step = 0, 32
    while start < limit:
        end = min(start + step, limit)
        differ = np.flatnonzero(words[start:end] != other[start:end])
        if len(differ):
            return start + int(differ[0])
        start, step = end, step * 2
    return limit


def _codes(text: str) -> Codes:
    """Return a number for each word of a text."""
    return np.fromiter(map(_code, _WORD.findall(text)), dtype=np.uint32)


@lru_cache(maxsize=1 << 16)
def _code(word: str) -> int:
    """Return the same number for a word in whatever case and with whichever apostrophe."""
    return zlib.crc32(word.lower().replace("’", "'").encode("utf-8", "surrogatepass"))


def _shingles(codes: Codes, length: int) -> Hashes:
    """Return a hash of each run of so many words (polynomial, modulo 2**64, its bits then mixed)."""
    size = len(codes) - length + 1
    if size < 1:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(size, dtype=np.uint64)
    for offset in range(length):
        total += codes[offset : offset + size].astype(np.uint64) * np.uint64(pow(_BASE, offset + 1, 1 << 64))
    return (total ^ (total >> np.uint64(29))) * _MIX


def _fingerprints(shingles: Hashes) -> Hashes:
    """Return the smallest of each window of shingles, without repeats."""
    width = min(WINDOW, len(shingles))
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, width).min(axis=1)) if width else shingles


def _linked(versions: Sequence[_Version], share: float) -> list[list[_Version]]:
    """Return the groups of versions that are copies of one another, single ones too."""
    leader = list(range(len(versions)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = index = leader[leader[index]]
        return index

    shingles: dict[int, Hashes] = {}
    for one, two in _candidates([_fingerprints(_shingles(version.codes, SHINGLE)) for version in versions], share):
        if lead(one) == lead(two):
            continue
        for index in (one, two):
            if index not in shingles:
                shingles[index] = versions[index].shingles()
        if _containment(shingles[one], shingles[two]) >= share:
            leader[lead(two)] = lead(one)
    groups: dict[int, list[_Version]] = {}
    for index, version in enumerate(versions):
        groups.setdefault(lead(index), []).append(version)
    return list(groups.values())


def _candidates(prints: Sequence[Hashes], share: float) -> list[tuple[int, int]]:
    """Return the pairs of texts that share half as many fingerprints as copies would, for each text the likeliest.

    What two copies share is rare or common: one of the two alone is half of it, so that each is looked at alone.
    """
    sizes = np.array([len(each) for each in prints], dtype=np.int64)
    if not sizes.sum():
        return []
    _, columns, used_by = np.unique(np.concatenate(prints), return_inverse=True, return_counts=True)
    rows = np.repeat(np.arange(len(prints)), sizes)
    rare = used_by[columns] <= _most_uses(used_by)
    shared = rare & (used_by[columns] > 1)
    pairs = [
        *_sharing_rare(rows[shared], columns[shared], used_by, sizes, share),
        _likely(*_sharing_common(rows[~rare], columns[~rare], len(prints)), sizes, share),
    ]
    ones, others, parts = (np.concatenate(each) for each in zip(*pairs, strict=True))
    order = np.lexsort((others, -parts, ones))
    rank = np.arange(len(order)) - np.searchsorted(ones[order], ones[order])
    kept = order[rank < NEIGHBOURS]
    return list(zip(ones[kept].tolist(), others[kept].tolist(), strict=True))


def _most_uses(used_by: Indices) -> int:
    """Return by how many texts at most a fingerprint may be used for all of them to be paired: COMMON or fewer."""
    uses = np.sort(used_by[used_by <= COMMON])
    affordable = int(np.searchsorted(np.cumsum(uses.astype(np.int64) ** 2), WORK, side="right"))
    return COMMON if affordable == len(uses) else int(uses[affordable]) - 1


def _sharing_rare(
    rows: Indices, columns: Indices, used_by: Indices, sizes: Indices, share: float
) -> Iterator[tuple[Indices, Indices, Shares]]:
    """Yield the likely pairs among all that share rare fingerprints, with the part shared; some rows at a time."""
    has = sparse.csr_array((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=(len(sizes), len(used_by)))
    products = np.cumsum(np.bincount(rows, weights=used_by[columns], minlength=len(sizes)))
    start = 0
    while start < len(sizes):
        done = products[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(products, done + PRODUCTS, side="right")))
        both = (has[start:end] @ has[start:].T).tocoo()
        ones, others = (places.astype(np.int64) + start for places in both.coords)
        later = others > ones
        yield _likely(ones[later], others[later], both.data[later].astype(np.int64), sizes, share)
        start = end


def _sharing_common(rows: Indices, columns: Indices, count: int) -> tuple[Indices, Indices, Indices]:
    """Return pairs of texts and how many common fingerprints they share, each text beside the next few with the same.

    That is enough to chain the hundreds of versions of one text, and linear where all pairs would be quadratic.
    """
    order = np.lexsort((rows, columns))
    rows, columns = rows[order], columns[order]
    codes = [np.empty(0, dtype=np.int64)]
    for step in range(1, BESIDE + 1):
        same = columns[step:] == columns[:-step]
        codes.append(rows[:-step][same] * count + rows[step:][same])
    pairs, times = np.unique(np.concatenate(codes), return_counts=True)
    return pairs // count, pairs % count, times


def _likely(
    ones: Indices, others: Indices, common: Indices, sizes: Indices, share: float
) -> tuple[Indices, Indices, Shares]:
    """Return the pairs that share half as much as copies would, with the part of the smaller that is shared."""
    parts = common / np.maximum(np.minimum(sizes[ones], sizes[others]), 1)
    likely = parts >= share / 2
    return ones[likely], others[likely], parts[likely]


def _containment(one: Hashes, two: Hashes) -> float:
    """Return the share of the smaller set that the larger has too (Broder's containment)."""
    return len(np.intersect1d(one, two, assume_unique=True)) / min(len(one), len(two))


def _copies(versions: Sequence[_Version]) -> Copies:
    """Return the group of some versions, with each text's share of shingles that others have."""
    if len(versions) == 1:
        keys = tuple(versions[0].keys)
        return Copies(keys, (1.0,) * len(keys), exact=True)
    shingles = [version.shingles() for version in versions]
    _, places, uses = np.unique(np.concatenate(shingles), return_inverse=True, return_counts=True)
    shared = np.split(uses[places] > 1, np.cumsum([len(own) for own in shingles])[:-1])
    shares = {
        key: 1.0 if len(version.keys) > 1 else float(of_version.mean())
        for version, of_version in zip(versions, shared, strict=True)
        for key in version.keys
    }
    keys = tuple(sorted(shares))
    return Copies(keys, tuple(shares[key] for key in keys), exact=False)
