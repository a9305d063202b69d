"""Who says what: quotations and reported speech with their sources and cues.

A paragraph is divided into sentences and quotations (`paragraphs`, `quotations`); each cue verb in it (`cues`) is
read with its source (`sources`) and the content it governs (`clauses`) into a claim (`claims`); `voices` gives the
quotations that no claim covers to whoever speaks; `speakers` resolves sources to the article's actors.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from core.extract.attribution import finite, paragraphs, speakers, voices
from core.extract.attribution.source_words import CLAUSE_OPENER
from core.model import Attribution

if TYPE_CHECKING:
    from core.extract.attribution.claim import Claim
    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.voices import Voiced
    from core.extract.document import Document
    from core.model import Actor, Presentation


def find(document: Document, actors: tuple[Actor, ...]) -> tuple[Attribution, ...]:
    """Return the attributions in reading order, speakers resolved to the actors.

    Each contiguous quoted stretch of a broken quotation is an attribution of its own; a reported clause that holds
    quoted words is one attribution of kind "mixed". Direct attributions never overlap.
    """
    resolver = speakers.Resolver(document, actors)
    heard = voices.hear(paragraphs.read(document), resolver.surnames)
    return tuple(sorted([_attribution(voiced, resolver) for voiced in heard], key=attrgetter("span")))


def _attribution(voiced: Voiced, resolver: speakers.Resolver) -> Attribution:
    speaker: str | None = None
    speaker_span, named = None, False
    if voiced.mention is not None:
        passage, source = voiced.mention
        speaker, named = resolver.resolve(passage, source)
        speaker_span = passage.place(source.first, source.head)
    claim = voiced.claim
    if claim is None:
        return Attribution(voiced.span, voiced.kind, speaker, speaker_span, named=named)
    cue = voiced.passage.place(*claim.cue)
    return Attribution(
        voiced.span,
        voiced.kind,
        speaker,
        speaker_span,
        cue.of(voiced.passage.text),
        cue,
        claim.verb.cue_class,
        named,
        "speech" if voiced.kind != "indirect" else _presentation(voiced.passage, claim),
    )


def _presentation(passage: Passage, claim: Claim) -> Presentation:
    """Return what a cue without quoted words presents: something said, only that it was spoken of, or a thought."""
    if claim.verb.thinks:
        return "thought"
    if claim.content is None or claim.preposed or not claim.verb.takes & {"object"}:
        return "speech"
    first, last = claim.content
    told = passage.words[first] in CLAUSE_OPENER or (
        claim.verb.speaks and finite.holds_clause(passage, first, last)
    )
    return "speech" if told else "speech act"
