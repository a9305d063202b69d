"""The line of a text that is its title."""

from __future__ import annotations

import re

from core.model import Span

_LOOKED_AT = 4  # paragraphs from the top among which a headline is sought
_LENGTH = range(12, 181)  # characters
_LONGEST_QUESTION = 90  # characters; a longer line that asks or exclaims is a sentence of the body
_NOT_A_HEADLINE = re.compile(
    r"by\s+[^\W\d_]"  # a byline
    r"|.*(?:19|20)\d\d-\d\d-\d\d"  # a page's date row
    r"|[^a-z]{3,60}(?:\([^()]{1,30}\)\s*)?[-–—_]+\Z",  # a dateline standing alone
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^()]{3,60}\([^()]{1,30}\)\s*[-–—_]*\Z")
_ENDS_SENTENCE = re.compile(r"[.…:;,][\"'”’»)\]]*\Z")
_BODY = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_LETTERS = re.compile(r"[^\W_]+")


def find(text: str, paragraphs: tuple[Span, ...], title: str | None) -> Span | None:
    """Return the place of the headline among the body's paragraphs, or None where the text holds none.

    It is the paragraph that says the known title, or else the first that looks like one: some words on a short line,
    no sentence's end, with running text below it.
    """
    top = paragraphs[:_LOOKED_AT]
    if title and (wanted := _folded(title)):
        for paragraph in top:
            if paragraph.end - paragraph.start <= 2 * len(title) + 20 and _folded(paragraph.of(text)) == wanted:
                return paragraph
    for number, paragraph in enumerate(top):
        line = paragraph.of(text)
        if _ENDS_SENTENCE.search(line):
            return None
        if _like_headline(line):
            below = paragraphs[number + 1 : number + 1 + _LOOKED_AT]
            return paragraph if any(_running_text(text, span) for span in below) else None
    return None


def _folded(line: str) -> str:
    """Return the words of a line, so that marks, spacing and capitals make no difference."""
    return " ".join(_LETTERS.findall(line.casefold()))


def _like_headline(line: str) -> bool:
    if len(line) not in _LENGTH or _NOT_A_HEADLINE.match(line) or _DATELINE.match(line):
        return False
    if line.endswith(("?", "!")) and len(line) > _LONGEST_QUESTION:
        return False
    words = line.split()
    return len(words) >= 3 and not line[0].islower() and any(word[0].isalpha() for word in words)


def _running_text(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph is text of the body: it ends as a sentence does and isn't short."""
    start, end = paragraph
    return end - start >= 40 and _BODY.search(text, end - 4, end) is not None
