"""Who says what: quotations and reported speech with their sources and cues.

A paragraph is divided into sentences and quotations (`paragraphs`, `quotations`); each cue verb in it (`cues`) is
read with its source (`sources`) and the content it governs (`clauses`) into a claim (`claims`); `voices` gives the
quotations that no claim covers to whoever speaks; `speakers` resolves sources to the article's actors.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from core.extract.attribution import paragraphs, speakers, voices
from core.model import Attribution

if TYPE_CHECKING:
    from core.extract.attribution.voices import Voiced
    from core.extract.document import Document
    from core.model import Actor


def find(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions in reading order, speakers resolved to the actors.

    Each contiguous quoted stretch of a broken quotation is an attribution of its own; a reported clause that holds
    quoted words is one attribution of kind "mixed". Direct attributions never overlap.
    """
    resolver = speakers.Resolver(document, actors)
    heard = voices.hear(paragraphs.read(document), resolver.surnames)
    return tuple(sorted([_attribution(voiced, resolver) for voiced in heard], key=attrgetter("span")))


def _attribution(voiced: Voiced, resolver: speakers.Resolver) -> Attribution:
    if voiced.mention is None:
        return Attribution(voiced.span, voiced.kind, named=False)
    passage, source = voiced.mention
    speaker, named = resolver.resolve(passage, source)
    speaker_span = passage.place(source.first, source.head)
    if voiced.claim is None:
        return Attribution(voiced.span, voiced.kind, speaker, speaker_span, named=named)
    cue = passage.place(*voiced.claim.cue)
    return Attribution(
        voiced.span, voiced.kind, speaker, speaker_span, cue.of(passage.text), cue, voiced.claim.cue_class, named
    )
