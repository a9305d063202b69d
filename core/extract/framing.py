"""The words of the generic policy frames: which kinds of argument an article's vocabulary belongs to.

The fourteen frames are those of the Policy Frames Codebook (Boydstun, Card, Gross, Resnik & Smith 2014, "Tracking the
Development of Media Frames within and across Policy Issues"; Card et al. 2015, "The Media Frames Corpus", ACL).
Dictionary counting measures which frame's vocabulary is present, not what a reader takes the article to argue; how well
that separates articles was measured for each frame: see `measured`.
"""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from core.extract import interest
from core.extract.tokens import LOWER
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
    usual: float  # the part of all frame words that are this frame's, 0 to 1

    @property
    def reliable(self) -> bool:
        """Tell whether the frame is good enough to be shown by default."""
        return self.auc >= RELIABLE_AUC


_MEASURED = MappingProxyType({row.frame: row for row in load.table("framing_measured.csv", Measured)})
FRAMES = tuple(_MEASURED)  # in the codebook's order


def find(document: Document) -> tuple[Frame, ...]:
    """Return the frames the text has words of, largest share first, of equal ones the one rarer elsewhere.

    A term matches whole words, whatever their case. Where terms overlap, the one that begins first counts, and of those
    the longest; a term listed under two frames counts for both. Shares are parts of all mentions and sum to 1.
    """
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    for sentence in document.sentences:
        _add_mentions(mentions, sentence)
    total = sum(map(len, mentions.values()))
    found = (Frame(frame, len(spans) / total, tuple(spans)) for frame, spans in mentions.items())
    return tuple(sorted(found, key=lambda frame: (-frame.share, _MEASURED[frame.name].usual)))


def measured() -> Mapping[str, Measured]:
    """Return how well each frame was measured to separate articles, by frame, in the codebook's order."""
    return _MEASURED


_TERMS = interest.finder(interest.TERM)


def _add_mentions(mentions: dict[str, list[Span]], sentence: Sentence) -> None:
    """Add the places of a sentence's terms to those of each frame."""
    tokens = sentence.tokens
    free = 0  # index of the first token that no term has taken
    for match in _TERMS.finditer(sentence.interests):
        index = match.start()
        found = sentence.known[index].terms
        if found is None or index < free:
            continue
        if not (found.seconds or found.second_stems):  # as most
            _note(mentions, found.terms[0].frames, Span(tokens[index].start, tokens[index].end))
            continue
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if not (found.alone or following in found.seconds or following.startswith(found.second_stems)):
            continue
        for rest, frames in found.terms:
            last = index + len(rest)
            if last < len(tokens) and all(map(_matches, rest, map(LOWER, tokens[index + 1 : last + 1]))):
                _note(mentions, frames, Span(tokens[index].start, tokens[last].end))
                free = last + 1
                break


def _note(mentions: dict[str, list[Span]], frames: tuple[str, ...], span: Span) -> None:
    for frame in frames:
        mentions[frame].append(span)


def _matches(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern
