"""Where sentences of English end.

A full stop ends a sentence unless the word before it is an abbreviation, an initial or a number's part; which
abbreviations may stand last in a sentence, and which words then show that a new one begins, is data:
`text_abbreviations.csv`, `text_sentence_starters.txt`. So are the verbs that go on behind a quotation:
`text_quotation_verbs.txt`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.extract.english.function_words import FUNCTION, of_class
from core.lexicon import load
from core.model import Span


class _Abbreviation(NamedTuple):
    """A row of `text_abbreviations.csv`."""

    abbreviation: str
    ends: str


_ABBREVIATIONS = {row.abbreviation: row.ends for row in load.table("text_abbreviations.csv", _Abbreviation)}
_ABBREVIATIONS |= {word.upper(): ends for word, ends in _ABBREVIATIONS.items() if len(word) > 1}
_ABBREVIATIONS |= {
    word.capitalize(): ends for word, ends in _ABBREVIATIONS.items() if len(word) > 1 and word.islower()
}
_OPENING = load.classes("text_sentence_starters.txt")
_STARTERS = (
    FUNCTION
    | of_class("contracted pronoun", "quantifier", "amount", "counting", "sentence opener")
    | _OPENING["also"]
) - _OPENING["in names"]

# Which way a mark of quotation turns is told by where it clings: »…«, «…» and „…“ are all in use.
# Sentence-final marks, what closes after them (quotation marks, brackets, a note's number), white space, what opens the
# next sentence and its first character. The lookbehind makes a run of marks one candidate, so that a megabyte of full
# stops is read once. Where a space was lost ("… last year.The …"), plain words on both sides must show it.
_STOP = re.compile(
    r"(?P<marks>[.!?…](?<![.!?…][.!?…])[.!?…]*+)"
    r"(?P<closers>(?:[\"'”’»«“›‹)\]]|\s(?:''|”|»)(?=\s|\Z)|\[\d{1,3}\])*+)"
    r"(?:\s++|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+ ))"
    r"(?P<opening>(?:[\"'“‘»„‚›‹(\[`]|«\s?)*+)(?P<next>[^\s\"'“‘«»„‚›‹(\[`])"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]\-–—/]+\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"(?:[A-Z]|[^\W\d_]{1,2}(?:\.[^\W\d_])+)\Z")
_ELLIPSIS_OPENS = re.compile(r"(?:\.{2,4}|…)\]?\s+[\"'“‘(]*[A-Z]")  # "It rained. ... Then it stopped."
_QUOTE_CLOSERS = frozenset("\"'”’»«“›‹")
_VERBS_BEHIND = "|".join(sorted(load.words("text_quotation_verbs.txt")))
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]*,? |the |a |an |of |former ){1,6}"
    rf"(?:{_VERBS_BEHIND})\b"
)


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
