"""An article → the records found in it, each with its place in the text.

`analyze` is a pure function: same article, same analysis; no file, clock, network or global state. So it can run
anywhere, on any number of machines.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from core.extract import (
    actors,
    attribution,
    context,
    dates,
    figures,
    framing,
    language,
    outlet,
    publication,
    readability,
    terms,
)
from core.extract.document import prepare
from core.model import Analysis, Article


def analyze(article: Article) -> Analysis:
    """Return everything that can be shown in one article's text.

    Dates, figures, names and voices are read in English; an article in another language keeps its text, title, date of
    publication and page furniture, and has none of these.
    """
    text = article.text
    document = prepare(text, article.title, article.furniture)
    written_in = article.language or language.identify(text)
    title_span = document.headline
    stated = None if article.outlet else outlet.find(document)
    published = publication.find(article, document)
    measured = readability.measure(document)
    bare = Analysis(
        article=article,
        title=article.title or (" ".join(title_span.of(text).split()) if title_span else None),
        title_span=title_span,
        outlet=article.outlet or (stated[0] if stated else None),
        outlet_span=stated[1] if stated else None,
        publication=published,
        language=written_in,
        counts=measured.counts,
        boilerplate=document.boilerplate,
        sentences=tuple(sentence.span for sentence in document.sentences),
        terms=terms.count(document),
    )
    if (written_in or "en").split("-")[0].lower() != "en":
        return bare
    spoken = dates.find(document, published.date if article.redated is None else _day(article.redated))
    named = actors.find(document)
    attributions = attribution.find(document, named)
    return replace(
        bare,
        readability=measured.readability,
        grades=measured.grades,
        dates=spoken,
        figures=context.join(document, figures.find(document), spoken, attributions),
        attributions=attributions,
        actors=named,
        frames=framing.find(document),
    )


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None
