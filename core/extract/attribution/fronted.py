"""What stands before source and cue: whether it can be what is said, or only tells when, where and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.attribution import clauses, finite
from core.extract.attribution.source_words import CLASSES, OPENER
from core.extract.attribution.source_words import is_adverb as is_adverb_word

if TYPE_CHECKING:
    from core.extract.attribution.clauses import Range
    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.sources import Source

_SIDE_CLAUSE = CLASSES["side clause"]
_BEFORE_MAIN = frozenset({",", "that"})
_REACH = 8  # tokens between a cue and the comma that ends its clause


def is_content(passage: Passage, content: Range) -> bool:
    """Tell whether what stands before a source can be what it says: quoted, or a clause that hangs on no other."""
    first, last = content
    if passage.inside.find(1, first, last) >= 0:
        return True
    words = passage.words
    if words[first] in _SIDE_CLAUSE or words[first] == "asked" or words[first].endswith("ing"):
        commas = (i for i in range(first, last) if words[i] == ",")
        return any(finite.begins_clause(passage, i + 1, last) for i in commas)
    return finite.holds_clause(passage, first, last)


def is_adverb(passage: Passage, content: Range) -> bool:
    """Tell whether what stands before an inserted cue is one adverb: "Instead, Lowe said, …"."""
    at, last = content
    word = passage.words[at]
    return last == at + 1 and (word in OPENER or is_adverb_word(word, word))


def said_as(passage: Passage, unit: range, source: Source, last: int) -> Range | None:
    """Return what "as Lowe said on Monday" is said of: the clause behind it where it opens one, else before it."""
    words, at = passage.words, source.first - 1
    comma = next((i for i in range(last, min(unit.stop, last + _REACH)) if words[i] == ","), None)
    opens = at == unit.start or words[at - 1] in _BEFORE_MAIN
    if opens and comma is not None:
        content = clauses.trim(passage, comma + 1, unit.stop)
        if content is not None and finite.holds_clause(passage, content[0], unit.stop):
            return content
    if at > unit.start and words[at - 1] == ",":
        content = clauses.trim(passage, unit.start, at)
        return content if content is not None and is_content(passage, content) else None
    return None
