"""Read the casebook, and write what was found the same way.

A case is a passage behind "> " (its further lines behind "| "), then one line for each find: the words found, "=", what
they mean. A passage with nothing under it holds no find. A book is about one thing (the first word of its name), and
leaves what else is found to the others. Lines of "key: value" in front of a passage tell of the
article (title, outlet, published: a day or none); "wrong" marks a case whose answer is right and not yet reached.
"# " opens a comment, which names what the cases below it show.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.extract import analyze
from core.model import Analysis, Article, Figure, Span

HERE = Path(__file__).parent
PUBLISHED = datetime.date(2026, 3, 5)  # a Thursday


@dataclass
class Case:
    """A passage, what is told of its article, and the finds as lines."""

    book: str
    line: int
    told: dict[str, str]
    text: str = ""
    finds: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.book}:{self.line}"


def read(book: str) -> list[Case]:
    """Return the cases of one file."""
    cases: list[Case] = []
    told: dict[str, str] = {}
    lines = (HERE / f"{book}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("> "):
            cases.append(Case(book, number, told, line[2:]))
            told = {}
        elif line.startswith("|"):
            cases[-1].text += "\n" + line[2:]
        elif line.startswith("  "):
            cases[-1].finds.append(line.strip())
        elif line and not line.startswith("#"):
            key, _, value = line.partition(":")
            told[key.strip()] = value.strip()
    return cases


def analysed(case: Case) -> Analysis:
    """Return the analysis of a case's passage, as an article in English unless the case says otherwise."""
    told = case.told
    published = told.get("published", PUBLISHED.isoformat())
    day = None if published == "none" else datetime.date.fromisoformat(published)
    return analyze(
        Article(
            text=case.text,
            title=told.get("title"),
            outlet=told.get("outlet"),
            published=day,
            published_from="given" if day else "unknown",
            language=told.get("language", "en") or None,
        )
    )


def shown(book: str, analysis: Analysis) -> list[str]:
    """Return the finds of the kind a file is about."""
    return [*_SHOWN[book.partition("_")[0]](analysis, analysis.article.text)]


def _flat(span: Span | None, text: str) -> str:
    return " ".join(span.of(text).split()) if span else ""


def _told(**parts: object) -> str:
    return "; ".join(f"{key} {value}" for key, value in parts.items() if value not in (None, "", False))


def _number(value: float) -> str:
    return f"{value:.10g}" if abs(value) < 1e15 else f"{value:.6e}"


def _figure(found: Figure, text: str) -> str:
    value = found.value
    said = f"{_number(value[0])} to {_number(value[1])}" if isinstance(value, tuple) else _number(value)
    return f"{_flat(found.span, text)} = {said} {found.unit or found.kind}"


def _numbers(analysis: Analysis, text: str) -> Iterator[str]:
    """What is counted or measured, and how much; the kind where the unit doesn't say it."""
    for found in analysis.figures:
        kind = f" ({found.kind})" if found.unit else ""
        yield f"{_figure(found, text)}{kind}"


def _measures(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.figures:
        at = _flat(found.measure_span, text)
        more = _told(of=found.measure, at=at if at != found.measure else None)
        yield f"{_figure(found, text)}; {more}".rstrip("; ")


def _identities(analysis: Analysis, text: str) -> Iterator[str]:
    """What makes a figure this one and no other."""
    for found in analysis.figures:
        more = _told(
            did=found.predicate,
            by=_flat(found.predicate_span, text),
            whose=found.owner,
            aspect=found.aspect,
            since=found.base,
            exact=_number(found.precision or 0),
            near=" ".join(found.context),
        )
        yield f"{_figure(found, text)}; {more}".rstrip("; ")


def _bounds(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.figures:
        more = " ".join(filter(None, (found.modifier, found.change)))
        yield f"{_figure(found, text)}; {more}".rstrip("; ")


def _told_of(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.figures:
        more = _told(
            status=found.status,
            period=found.period,
            when=_flat(found.period_span, text),
            speaker=found.speaker,
            at=_flat(found.speaker_span, text) if _flat(found.speaker_span, text) != found.speaker else None,
        )
        yield f"{_figure(found, text)}; {more}".rstrip("; ")


def _dates(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.dates:
        days = f" ({found.begin}..{found.end})" if found.begin else ""
        anchor = f" from {found.anchor}" if found.anchor else ""
        yield f"{_flat(found.span, text)} = {found.type} {found.value}{days}{anchor}"


def _speech(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.attributions:
        more = _told(
            by=found.speaker,
            at=_flat(found.speaker_span, text),
            cue=f"{_flat(found.cue_span, text)} ({found.cue_class})" if found.cue_span else None,
        )
        unnamed = "" if found.named else "; unnamed"
        yield f"{_flat(found.span, text)} = {found.kind}; {more}{unnamed}".rstrip("; ")


def _actors(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.actors:
        mentions = ", ".join(f"{_flat(span, text)}@{span.start}" for span in found.mentions)
        more = _told(**{"as": ", ".join(found.aliases), "role": found.role})
        yield f"{found.name} = {found.kind}: {mentions}" + (f"; {more}" if more else "")


def _frames(analysis: Analysis, text: str) -> Iterator[str]:
    for found in analysis.frames:
        yield f"{found.name} = {found.share:.3f}: {', '.join(_flat(span, text) for span in found.mentions)}"


def _page(analysis: Analysis, text: str) -> Iterator[str]:
    if analysis.title:
        at = f" at {analysis.title_span.start}" if analysis.title_span else ""
        yield f"{analysis.title} = title{at}"
    if analysis.outlet:
        at = f" at {_flat(analysis.outlet_span, text)}" if analysis.outlet_span else ""
        yield f"{analysis.outlet} = outlet{at}"
    for item in analysis.boilerplate:
        yield f"{_flat(item.span, text)} = {item.reason}"
    for span in analysis.sentences:
        yield f"{_flat(span, text)} = sentence"


def _published(analysis: Analysis, text: str) -> Iterator[str]:
    found = analysis.publication
    other = f"; other {found.other[0]} at {_flat(found.other[1], text)}" if found.other else ""
    at = f"; at {_flat(found.span, text)}" if found.span else ""
    yield f"{found.date} = {found.origin}; {found.reason}{at}{other}"


def _language(analysis: Analysis, text: str) -> Iterator[str]:
    yield f"{analysis.language} = language"


_SHOWN: dict[str, Callable[[Analysis, str], Iterator[str]]] = {
    "numbers": _numbers,
    "measures": _measures,
    "bounds": _bounds,
    "identity": _identities,
    "told": _told_of,
    "dates": _dates,
    "speech": _speech,
    "actors": _actors,
    "frames": _frames,
    "page": _page,
    "published": _published,
    "language": _language,
}
