"""The outlet, where the text itself names it.

The phrases are data: `text_outlet_phrases.txt`. An agency given as a source ("Example Agency reports") is no outlet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.lexicon import load
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.document import Document

_NAME = (
    r"((?:[Tt]he )?[A-Z][\w&-]{1,30}(?:\.[A-Za-z]{2,5}\b)?"
    r"(?: (?:(?:of|and|the) )?[A-Z][\w&-]{1,30}(?:\.[A-Za-z]{2,5}\b)?){0,4})"
)
_LISTED = load.sections("text_outlet_phrases.txt")
_HINTS = _LISTED["hint"]  # to look for fixed strings costs a tenth of what the phrases would


def _compile() -> dict[str, re.Pattern[str]]:
    """Make one pattern of the phrases under each `[heading]`."""
    return {
        heading: re.compile(rf"(?<!\w)(?:{'|'.join(phrases).replace('{outlet}', _NAME)})")
        for heading, phrases in _LISTED.items()
    }


_PHRASES = _compile()


def find(document: Document) -> tuple[str, Span] | None:
    """Return the outlet the text says it is from, and where it says so.

    What the body says goes before what the furniture says; None where two outlets are named.
    """
    for candidates in (_in_body(document), _in_furniture(document)):
        found = list(candidates)
        if found:
            return found[0] if len({name for name, _ in found}) == 1 else None
    return None


def _in_body(document: Document) -> Iterator[tuple[str, Span]]:
    text = document.text
    hints = [hint for hint in _HINTS if hint in text]
    if not hints:
        return
    for sentence in document.sentences:
        if any(text.find(hint, *sentence.span) >= 0 for hint in hints):
            yield from _named(text, _PHRASES["body"], sentence.span)


def _in_furniture(document: Document) -> Iterator[tuple[str, Span]]:
    for item in document.boilerplate:
        yield from _named(document.text, _PHRASES["furniture"], item.span)


def _named(text: str, phrases: re.Pattern[str], span: Span) -> Iterator[tuple[str, Span]]:
    for match in phrases.finditer(text, *span):
        group = match.lastindex
        if group:
            name = match[group].removeprefix("The ").removeprefix("the ")
            yield name, Span(match.end(group) - len(name), match.end(group))
