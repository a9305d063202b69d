"""The words of the generic policy frames: which kinds of argument an article's vocabulary belongs to.

The fourteen frames are those of the Policy Frames Codebook (Boydstun, Card, Gross, Resnik & Smith 2014, "Tracking the
Development of Media Frames within and across Policy Issues"; Card et al. 2015, "The Media Frames Corpus", ACL).
Dictionary counting measures which frame's vocabulary is present, not what a reader takes the article to argue; how well
that separates articles was measured for each frame: see `measured`.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import compress
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from core.extract.memo import Memo
from core.lexicon import load
from core.model import Frame, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.extract.document import Document, Sentence

RELIABLE_AUC = 0.75  # a frame that separates articles at least this well is shown without being asked for


class Measured(NamedTuple):
    """How well a frame's share tells articles that carry the frame from those that don't."""

    frame: str
    auc: float  # area under the ROC curve, .5 is chance
    articles: int
    positive: int  # articles that carry the frame according to people

    @property
    def reliable(self) -> bool:
        """Tell whether the frame is good enough to be shown by default."""
        return self.auc >= RELIABLE_AUC


_MEASURED = MappingProxyType({row.frame: row for row in load.table("framing_measured.csv", Measured)})
FRAMES = tuple(_MEASURED)  # in the codebook's order, which breaks ties between equal shares


def find(document: Document) -> tuple[Frame, ...]:
    """Return the frames the text has words of, largest share first.

    A term matches whole words, whatever their case. Where terms overlap, the one that begins first counts, and of those
    the longest; a term listed under two frames counts for both. Shares are parts of all mentions and sum to 1.
    """
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    for sentence in document.sentences:
        begun = [*map(_BEGUN.__getitem__, sentence.words)]
        if any(begun):
            _add_mentions(mentions, sentence, begun)
    total = sum(map(len, mentions.values()))
    found = (Frame(frame, len(spans) / total, tuple(spans)) for frame, spans in mentions.items())
    return tuple(sorted(found, key=lambda frame: (-frame.share, FRAMES.index(frame.name))))


def measured() -> Mapping[str, Measured]:
    """Return how well each frame was measured to separate articles, by frame, in the codebook's order."""
    return _MEASURED


class _Listed(NamedTuple):
    """A row of `framing_terms.csv`."""

    frame: str
    term: str


class _Term(NamedTuple):
    """A term of the dictionary, divided: its first word is the key it is filed under."""

    rest: tuple[str, ...]  # the words after the first, "*" at the end for a stem
    frames: tuple[str, ...]


def _load() -> tuple[dict[str, list[_Term]], dict[str, list[_Term]]]:
    """Return the terms by first word, and by first stem."""
    frames: dict[tuple[str, ...], list[str]] = {}
    for frame, term in load.table("framing_terms.csv", _Listed):
        frames.setdefault(tuple(term.replace("'s", " 's").split()), []).append(frame)  # as tokens are divided
    by_word: dict[str, list[_Term]] = {}
    by_stem: dict[str, list[_Term]] = {}
    for (first, *rest), names in frames.items():
        shelf = by_stem if first.endswith("*") else by_word
        shelf.setdefault(first.removesuffix("*"), []).append(_Term(tuple(rest), tuple(names)))
    return by_word, by_stem


_BY_WORD, _BY_STEM = _load()
_STEM_LENGTHS = sorted({len(stem) for stem in _BY_STEM}, reverse=True)


class _Begun(NamedTuple):
    """The terms that may begin with a word, and what tells at once that none of them does."""

    terms: tuple[_Term, ...]  # the longest first, words before their stems
    alone: bool  # the word by itself is one
    seconds: frozenset[str]  # the words that may follow it
    second_stems: tuple[str, ...]


def _read(word: str) -> tuple[_Term, ...]:
    """Return the terms whose first word is, or is a stem of, the word.

    A word with hyphens that begins no term stands for its first part that does.
    """
    found = list(_BY_WORD.get(word, ()))
    for length in _STEM_LENGTHS:
        if length <= len(word):
            found += _BY_STEM.get(word[:length], ())
    if not found and "-" in word:
        return next((terms for part in word.split("-") if (terms := _read(part))), ())
    return tuple(sorted(found, key=lambda term: -len(term.rest)))


def _begun(word: str) -> _Begun | None:
    terms = _read(word)
    if not terms:
        return None
    seconds = [term.rest[0] for term in terms if term.rest]
    return _Begun(
        terms,
        any(not term.rest for term in terms),
        frozenset(word for word in seconds if not word.endswith("*")),
        tuple(word.removesuffix("*") for word in seconds if word.endswith("*")),
    )


_BEGUN = Memo(_begun)


def _add_mentions(mentions: dict[str, list[Span]], sentence: Sentence, begun: list[_Begun | None]) -> None:
    """Add the places of a sentence's terms to those of each frame, given what may begin with each word."""
    words, tokens = sentence.words, sentence.tokens
    free = 0  # index of the first token that no term has taken
    for index, found in compress(enumerate(begun), begun):
        if found is None or index < free:
            continue
        following = words[index + 1] if index + 1 < len(words) else ""
        if not (found.alone or following in found.seconds or following.startswith(found.second_stems)):
            continue
        for rest, frames in found.terms:
            last = index + len(rest)
            if last < len(words) and all(map(_matches, rest, words[index + 1 : last + 1])):
                span = Span(tokens[index].start, tokens[last].end)
                for frame in frames:
                    mentions[frame].append(span)
                free = last + 1
                break


def _matches(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
