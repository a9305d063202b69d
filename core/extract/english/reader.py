"""A document in English → what is found in it. The order of the rooms, and the one door to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract import actors, attribution, context, dates, figures, framing, readability
from core.extract.english.normal_forms import normalise
from core.extract.english.sentences import split
from core.extract.english.stopwords import STOPWORDS
from core.extract.english.vocabulary import WORDS
from core.extract.tongue import Findings, Tongue

if TYPE_CHECKING:
    import datetime

    from core.extract.document import Document


def read(document: Document, day: datetime.date | None) -> Findings:
    """Return the dates, figures, voices, names and frames of a document, and how hard it is to read."""
    measured = readability.measure(document)
    spoken = dates.find(document, day)
    named = actors.find(document)
    attributions = attribution.find(document, named)
    return Findings(
        measured.counts,
        measured.readability,
        measured.grades,
        dates=spoken,
        figures=context.join(document, figures.find(document), spoken, attributions, day),
        attributions=attributions,
        actors=named,
        frames=framing.find(document),
    )


ENGLISH = Tongue(split, read, WORDS, normalise, STOPWORDS)
