"""An article → the records found in it, each with its place in the text.

`analyze` is a pure function: same article, same analysis; no file, clock, network or global state. So it can run
anywhere, on any number of machines.
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from core.extract import language, outlet, publication, readability, terms
from core.extract.english.reader import ENGLISH
from core.extract.prepare import prepare
from core.extract.readability import Measurement
from core.extract.tongue import Findings, Tongue
from core.model import Analysis, Article

__all__ = ["READERS", "Measurement", "analyze", "language", "measure", "readability", "reads", "tongue_of"]

# Who reads which language, by ISO 639-1 code. To read another, add its tongue here.
READERS: dict[str, Tongue] = {"en": ENGLISH}
_ASSUMED = "en"  # what a text is read as whose language nothing shows


def reads(code: str | None) -> bool:
    """Tell whether texts in a language are read, by its code ("en", "en-GB"); those in no known language are."""
    return _primary(code) in READERS


def tongue_of(code: str | None) -> Tongue | None:
    """Return how texts in a language are read, None where they aren't; those in no known language are, as English."""
    return READERS.get(_primary(code))


def analyze(article: Article) -> Analysis:
    """Return everything that can be shown in one article's text.

    Dates, figures, names, voices and frames are found, and its readability is measured, where its language has a
    reader; an article in another language keeps its text, title, date of publication and page furniture. Its
    syllables stay uncounted: English rules would count them wrongly.
    """
    text = article.text
    written_in = article.language or language.identify(text)
    tongue = tongue_of(written_in)
    split = (tongue or READERS[_ASSUMED]).split
    document = prepare(text, article.title, article.furniture, split, tongue.words if tongue else None, written_in)
    title_span = document.headline
    stated = None if article.outlet else outlet.find(document)
    published = publication.find(article, document)
    day = (published.date if published else None) if article.redated is None else _day(article.redated)
    found = (
        tongue.read(document, day)
        if tongue
        else Findings(replace(readability.measure(document).counts, syllables=None))
    )
    if published is None:
        without_day = tongue is not None and day is None  # as most often: the dates need no second reading
        published = publication.unknown(document, found.dates if without_day else None)
    return Analysis(
        article=article,
        title=article.title or (" ".join(title_span.of(text).split()) if title_span else None),
        title_span=title_span,
        outlet=article.outlet or (stated[0] if stated else None),
        outlet_span=stated[1] if stated else None,
        publication=published,
        language=written_in,
        boilerplate=document.boilerplate,
        sentences=tuple(sentence.span for sentence in document.sentences),
        terms=terms.count(document),
        **found._asdict(),
    )


def _primary(code: str | None) -> str:
    """Return the language of a code without its region."""
    return (code or _ASSUMED).split("-")[0].lower()


def measure(text: str) -> Measurement:
    """Return the counts of a text alone, its readability scores and the grade of each sentence."""
    return readability.measure(prepare(text))


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None
