"""Paragraphs and sentences with their places.

A full stop ends a sentence unless the word before it is an abbreviation, an initial or a number's part; which
abbreviations may stand last in a sentence, and which words then show that a new one begins, is data:
`text_abbreviations.csv`, `text_sentence_starters.txt`. So are the verbs that go on behind a quotation:
`text_quotation_verbs.txt`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from core.lexicon import load
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Boilerplate


class _Abbreviation(NamedTuple):
    """A row of `text_abbreviations.csv`."""

    abbreviation: str
    ends: str


_ABBREVIATIONS = {row.abbreviation: row.ends for row in load.table("text_abbreviations.csv", _Abbreviation)}
_ABBREVIATIONS |= {word.upper(): ends for word, ends in _ABBREVIATIONS.items() if len(word) > 1}
_ABBREVIATIONS |= {
    word.capitalize(): ends for word, ends in _ABBREVIATIONS.items() if len(word) > 1 and word.islower()
}
_STARTERS = load.words("text_sentence_starters.txt")

# The first visible character of a line to the line's end.
_LINE = re.compile(r"[^\s][^\n\r\v\f\x85\u2028\u2029]*")
_WRAP_WIDTHS = range(40, 131)  # characters in the longest line of a hard-wrapped text
_BULLET = re.compile(r"[-–—•*·▪●►]\s|\(?\d{1,2}[.)]\s")

# Sentence-final marks, what closes after them (quotation marks, brackets, a note's number), white space, what opens the
# next sentence and its first character. The lookbehind makes a run of marks one candidate, so that a megabyte of full
# stops is read once. Where a space was lost ("… last year.The …"), plain words on both sides must show it.
_STOP = re.compile(
    r"(?P<marks>[.!?…](?<![.!?…][.!?…])[.!?…]*+)"
    r"(?P<closers>(?:[\"'”’»)\]]|\s(?:''|”)(?=\s|\Z)|\[\d{1,3}\])*+)"
    r"(?:\s++|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+ ))"
    r"(?P<opening>[\"'“‘«(\[`]*+)(?P<next>[^\s\"'“‘«(\[`])"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]\-–—/]+\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"(?:[A-Z]|[^\W\d_]{1,2}(?:\.[^\W\d_])+)\Z")
_ELLIPSIS_OPENS = re.compile(r"(?:\.{2,4}|…)\]?\s+[\"'“‘(]*[A-Z]")  # "It rained. ... Then it stopped."
_QUOTE_CLOSERS = frozenset("\"'”’»")
_VERBS_BEHIND = "|".join(sorted(load.words("text_quotation_verbs.txt")))
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*,? |the |a |an |of |former ){1,6}"
    rf"(?:{_VERBS_BEHIND})\b"
)


def paragraphs(text: str, furniture: tuple[Boilerplate, ...]) -> tuple[Span, ...]:
    """Return the paragraphs of the body, furniture left out.

    A line is a paragraph; lines that were broken in mid-sentence by hard wrapping are put together.
    """
    lines = list(_body_lines(text, furniture))
    width = _wrap_width(text, lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _body_lines(text: str, furniture: tuple[Boilerplate, ...]) -> Iterator[Span]:
    """Yield the lines without the white space around them, and without the furniture in them."""
    marked = [item.span for item in furniture]
    following = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while following < len(marked) and marked[following].end <= start:
            following += 1
        if following == len(marked) or marked[following].start >= end:
            yield Span(start, start + len(match.group().rstrip()))
            continue
        number = following
        while number < len(marked) and marked[number].start < end:
            yield from _trimmed(text, start, marked[number].start)
            start = marked[number].end
            number += 1
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if stripped := part.strip():
        start += len(part) - len(part.lstrip())
        yield Span(start, start + len(stripped))


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """Return the column at which the text was hard-wrapped, or None where its line breaks are its own."""
    width = max((end - start for start, end in lines), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    adjoining = broken = 0
    for before, after in zip(lines, lines[1:], strict=False):
        if text.count("\n", before.end, after.start) < 2:
            adjoining += 1
            broken += text[before.end - 1] not in '.!?:;"”’' and text[after.start].islower()
    return width if broken >= 2 and broken * 4 >= adjoining else None


def _continues(text: str, before: Span, line: Span, width: int | None) -> bool:
    """Tell whether a line goes on where the one before was broken off."""
    first = text[line.start]
    if width is None and not first.islower():
        return False
    if text.count("\n", before.end, line.start) != 1 or _BULLET.match(text, line.start):
        return False
    if width is None:
        return text[before.end - 1].isalpha() or text[before.end - 1] == ","
    last_break = text.rfind("\n", before.start, before.end)
    length = before.end - max(before.start, last_break + 1)
    word = text.find(" ", line.start, line.end)
    fits = length + 1 + (word if word >= 0 else line.end) - line.start <= width
    return not fits or first.islower()


def split(text: str, paragraph: Span) -> tuple[Span, ...]:
    """Return the sentences of one paragraph; together they hold every visible character of it."""
    found, start = [], paragraph.start
    for match in _STOP.finditer(text, *paragraph):
        if _ends_sentence(text, match, start, paragraph.end):
            end = match.end("closers")
            found.append(Span(start, end))
            start = match.start("opening")
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return tuple(found)


def _ends_sentence(text: str, match: re.Match[str], start: int, limit: int) -> bool:
    """Tell whether a sentence ends at a candidate, by what follows and, for a full stop, what stands before."""
    marks, closers, opening, following = match.group("marks", "closers", "opening", "next")
    if following in ",;:-–—&%/)" or (following.islower() and not text[match.end() : match.end() + 1].isupper()):
        return False
    if following in ".…":
        return _ELLIPSIS_OPENS.match(text, match.start("next"), limit) is not None
    if marks == ".":
        return _full_stop_ends(text, match, start, limit)
    attributed = not opening and not _QUOTE_CLOSERS.isdisjoint(closers)
    return not (attributed and _ATTRIBUTION.match(text, match.start("next"), limit))


def _full_stop_ends(text: str, match: re.Match[str], start: int, limit: int) -> bool:
    """Tell whether a single full stop ends the sentence rather than an abbreviation in it."""
    stop = match.start("marks")
    before = text[max(start, stop - 20) : stop]
    word = before.rpartition(" ")[2]
    if len(word) > 1 and word.isalpha() and word not in _ABBREVIATIONS:  # as most are
        return True
    found = _WORD_BEFORE.search(before)
    word = found.group() if found else ""
    ends = _ABBREVIATIONS.get(word) or ("starter" if _INITIALS.match(word) else "always")
    if ends == "number":
        return not match["next"].isdigit()
    if ends == "starter":
        quoted = bool(match["opening"]) and not match["opening"].startswith(("(", "["))
        return quoted or _starts_sentence(text, match.start("next"), limit)
    return ends == "always"


def _starts_sentence(text: str, at: int, limit: int) -> bool:
    """Tell whether the word at a place is one that begins sentences; an initial ("J. A. Smith") is not."""
    word = _WORD.match(text, at, limit)
    if word is None or text.startswith(".", word.end()):
        return False
    return word.group().lower().replace("’", "'") in _STARTERS
