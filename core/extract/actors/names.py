"""Candidate names: capitalised stretches cut where one name ends and the next begins.

A sentence is written as one letter a token (`name_classes.py`), and a grammar over these letters finds names with their
titles: "First Deputy Prime Minister of Russia Denis Manturov" is MMMToPGW, a role and a person's name. Every
repeat is bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.actors.name_classes import (
    ATOMS,
    SENTENCE_END,
    SMALL_IN_HEADINGS,
    SURNAME_FIRST,
    TAKES_FOR,
    letter,
)
from core.extract.tokens import TEXT
from core.extract.word import IN_ROW

if TYPE_CHECKING:
    from core.extract.document import Document

Shape = Literal["person", "given", "organisation", "place", "acronym", "either", "surname", "neither", "unknown"]


class Name(NamedTuple):
    """One candidate: its place in the text and what the grammar knows of it.

    `first` and `last` are indices into the sentence's tokens, `last` exclusive; from `title` to `first` stands the
    title ("Mr", "First Deputy Prime Minister of Russia"). `opening` marks a first word that would be capitalised
    anyway; `heading` a sentence where most words are.
    """

    start: int
    end: int
    written: str  # on one line
    words: tuple[str, ...]
    shape: Shape
    sentence: int
    title: int
    first: int
    last: int
    opening: bool
    heading: bool


_PLACE, _KNOWN = "Pp*", "Kk*"
_INITIAL = r"I\.?"
_PARTICLES = "v{1,3}(?=[WGBPQI])"
# A word inside an organisation's or place's name: before the head noun, and after "of".
_INNER = rf"(?:{_PLACE}|{_KNOWN}|[WGBADMRXYZLSUQOE]|{_INITIAL})"
_TAIL_WORD = rf"(?:{_PLACE}|{_KNOWN}|(?!G[WGI])[WGBADMRXYZTQOLSUE]|{_INITIAL})"
_TAIL = rf"(?:o|f(?!t?[GBHTQ]))t?{_TAIL_WORD}{{1,5}}(?:a(?=[WMRXYOD]){_TAIL_WORD}{{1,4}})?"
# A person's words: the first, and those that may follow.
_FIRST = rf"(?:[GBWQ]|{_INITIAL}|{_PLACE})"
_MORE = rf"(?:[GBWQSZ]|{_INITIAL}|{_PLACE}|{_PARTICLES}|K(?![kA-Z]))"
_SUFFIX = r"(?:,?J\.?|V)?"
_ROLE_WORD = rf"(?:{_PLACE}s?|{_KNOWN}s?|[DMRXATQO])"
# What an office is over: a country or department; more words only where a given name shows where they end.
_PORTFOLIO = (
    rf"(?:[oi]t?(?:{_PLACE}|{_KNOWN}|[MRXD]){{1,3}}"
    rf"|[oi]t?(?:{_PLACE}|{_KNOWN}|[MRXDOYTAW]|a(?=[MXYO])|ot?){{1,6}}(?=G[WGI]))?"
)
_ROLE = rf"{_ROLE_WORD}{{0,6}}(?:[TQR]{_PORTFOLIO}|H\.?(?:H\.?)?)"

# The alternatives in their precedence. Most sentences have no title or no head noun: they are read with fewer.
_TITLED = rf"(?P<role>{_ROLE})(?P<titled>(?:{_FIRST}{_MORE}{{0,4}}|[ZS]){_SUFFIX})(?![OE])"
_HEADED = (
    rf"(?P<person>G{_INITIAL}?S(?![A-Z]))"
    rf"|(?P<organisation>(?:[XKDM]{_INNER}{{0,2}}a)?{_INNER}{{0,6}}O(?:{_TAIL}){{0,3}}"
    rf"|{_INNER}{{1,6}}X(?![A-Z])|X(?:{_TAIL}){{1,3}})"
    rf"|(?P<place>{_INNER}{{1,4}}[LS](?![A-Z])|[LSU]ot?(?:{_PLACE}|[WGB]){{1,3}}|U\.?(?:{_PLACE}|[WGB]){{1,3}})"
    rf"|(?P<neither>{_INNER}{{0,6}}E(?:ot?{_TAIL_WORD}{{1,4}}|[WG]{{1,2}})?)"
)
_PLAIN = (
    rf"(?P<firm>[WGBA]{{1,3}}m[WGBAI]{{1,2}})"
    rf"|(?P<full>[GB]{_MORE}{{1,4}}{_SUFFIX})"
    rf"|(?P<known>{_KNOWN})"
    rf"|(?P<gazetteer>{_PLACE})"
    rf"|(?P<either>B)|(?P<given>G)"
    rf"|(?P<unknown>(?:W|{_INITIAL}(?=[WIG]))(?:[WGBQSZ]|{_INITIAL}(?=[WGBQI])|{_PARTICLES}){{0,5}}{_SUFFIX})"
    rf"|(?P<acronym>A)|(?P<surname>Z)"
)
_TITLE, _HEAD = frozenset("TQRH"), frozenset("OXLSUE")
# Every name begins with a capital: to ask for it first spares the other letters, which are most, all alternatives.
_GRAMMAR = {
    (titled, headed): re.compile(
        rf"(?=[{'A-Z' if titled or headed else 'WGBAKPIZ'}])"
        rf"(?:{'|'.join([_TITLED] * titled + [_HEADED] * headed + [_PLAIN])})"
    )
    for titled in (False, True)
    for headed in (False, True)
}
_SHAPES: dict[str, Shape] = {
    "titled": "person", "person": "person", "organisation": "organisation", "place": "place", "full": "person",
    "known": "organisation", "gazetteer": "place", "either": "either", "given": "given", "unknown": "unknown",
    "acronym": "acronym", "firm": "organisation", "surname": "surname", "neither": "neither",
}  # fmt: skip
_VERB_FIRST = frozenset({"WGW", "WGG", "WGI"})  # "Using Ada Lovelace as an example": capitalised by its place
_IN_ROLE = re.compile(rf"(?P<known>{_KNOWN})|(?P<gazetteer>{_PLACE})|(?P<acronym>A)")
_MARKED = frozenset({"A", *ATOMS})  # words that may not be what they are alone
_CAPITAL = re.compile("[A-Z]")
# What can hold names: from a capital to the next letter that no name has.
_STRETCH = re.compile(r"[A-Z][^x9q(-]*")
_LEAST_REPEATED = 4  # letters of a name's word that is looked for in a longer one: not "Mac"
_LONGEST_KNOWN = 40  # letters of a stretch worth remembering


_LOOK = "!"


def in_row(word: str, its_letter: str) -> str:
    """Return a word's letter or, where it may begin a name of the lexicon or be an article, a mark to look at it."""
    return _LOOK if word in _MARKED else its_letter


def _letters(words: list[str], plain: str) -> str:
    """Return words as one letter each, names of several words in the lexicon marked as one.

    `plain` has the letters of the words, with marks at those that are to be looked at.
    """
    marked = [match.start() for match in re.finditer(_LOOK, plain)]
    if not marked:
        return plain
    row = [*plain]
    for index in marked:
        row[index] = letter(words[index])
    for index in marked:
        if words[index] == "A" and words[index + 1 : index + 2] != ["."]:
            row[index] = "N"  # the article, not an initial
        elif words[index] in ATOMS and row[index] not in "pk":
            _mark(words, row, index)
    return "".join(row)


def _mark(words: list[str], row: list[str], index: int) -> None:
    """Mark the longest name of several words that the lexicon has at a place."""
    for tail, first, further in ATOMS[words[index]]:
        if tail[0] == words[index + 1]:
            end = index + 1 + len(tail)
            if tail == tuple(words[index + 1 : end]):
                row[index:end] = first + further * len(tail)
                break


def find(document: Document) -> list[Name]:
    """Return the candidate names of a document in reading order, none overlapping another."""
    words: list[str] = []
    rows: list[str] = []
    for sentence in document.sentences:
        words += map(TEXT, sentence.tokens)
        words.append(SENTENCE_END)
        rows.append("".join(map(IN_ROW, sentence.known)))
    found: list[Name] = []
    begin = 0
    for number, row in enumerate(_letters(words, SENTENCE_END.join(rows)).split(SENTENCE_END)):
        end = begin + len(row)
        line: _Line | None = None
        for stretch in _STRETCH.finditer(row):
            parts = _parts(stretch, words, begin)
            if parts:
                line = line or _Line(document, number, row, words[begin:end])
                line.add(parts, stretch.start(), found)
        begin = end + 1
    return found


class _Part(NamedTuple):
    """A name in a stretch of letters, by their indices; see `Name`."""

    shape: Shape
    title: int
    first: int
    last: int
    may_open: bool  # its first word is no name where it opens a sentence


def _parts(stretch: re.Match[str], words: list[str], begin: int) -> tuple[_Part, ...]:
    """Return the names in a stretch of the sentence whose words begin at `begin`."""
    row = stretch.group()
    cuts: frozenset[int] = frozenset()
    if "f" in row:
        head = begin + stretch.start() - 1
        places = [match.start() for match in re.finditer("f", row)]
        cuts = frozenset([at for at in places if words[head + at].lower() not in TAKES_FOR])
    return _known_parts(row, cuts) if len(row) <= _LONGEST_KNOWN else _read(row, cuts)


def _read(row: str, cuts: frozenset[int]) -> tuple[_Part, ...]:
    """Read a stretch of letters by the grammar; `cuts` are where "for" or "on" can't go on an organisation's name."""
    kinds = frozenset(row)
    grammar = _GRAMMAR[not _TITLE.isdisjoint(kinds), not _HEAD.isdisjoint(kinds)]
    found: list[_Part] = []
    match = grammar.search(row)
    while match is not None:
        kind = match.lastgroup or ""
        first, last = match.span(kind)
        title = first
        if kind == "titled":
            title = match.start("role")
            found += [
                _Part(_SHAPES[inner.lastgroup or ""], inner.start(), *inner.span(), may_open=False)
                for inner in _IN_ROLE.finditer(row, title, first)
            ]
        elif kind == "organisation":
            tail = row.find("f", first, last)
            last = tail if tail in cuts else last
        if kind != "organisation" or last - first > 1:  # not "the Committee" alone
            may_open = kind == "unknown" and row[first : first + 3] in _VERB_FIRST
            found.append(_Part(_SHAPES[kind], title, first, last, may_open))
        match = grammar.search(row, last)
    return tuple(found)


_known_parts = lru_cache(maxsize=1 << 14)(_read)  # most stretches are short, and of few kinds


class _Line:
    """A sentence with names in it."""

    def __init__(self, document: Document, number: int, row: str, words: list[str]) -> None:
        self.text = document.text
        self.number = number
        self.tokens = document.sentences[number].tokens
        self.row = row
        self.words = words
        capitals = _CAPITAL.findall(row)
        self.opening = row.index(capitals[0])
        self.heading = _is_heading(words, row, len(capitals))

    def add(self, parts: tuple[_Part, ...], at: int, found: list[Name]) -> None:
        """Add the names of a stretch that begins with token `at` to those found."""
        for shape, title, first, last, may_open in parts:
            last = self._cut(first + at, last + at) - at
            if may_open and first + at == self.opening and self.words[first + at].lower() not in SURNAME_FIRST:
                found.append(self._name("person", first + at + 1, first + at + 1, last + at))
            else:
                found.append(self._name(shape, title + at, first + at, last + at))

    def _cut(self, first: int, last: int) -> int:
        """Return where a name ends that a page repeats and runs into the next line: "Ada Quill Ada May QuillTown"."""
        behind = self.words[first + 1 : last + 1]
        for index in range(first, last):
            word = self.words[index]
            length = len(word)
            if length >= _LEAST_REPEATED and any(
                other.startswith(word) and other[length : length + 1].isupper() for other in behind
            ):
                return index + 1
        return last

    def _name(self, shape: Shape, title: int, first: int, last: int) -> Name:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        opening = title == self.opening or self.row[title - 1] == "q"
        form = written(self.text, start, end)
        words = tuple(self.words[first:last])
        return Name(start, end, form, words, shape, self.number, title, first, last, opening, self.heading)


def written(text: str, start: int, end: int) -> str:
    """Return a name as it is written, on one line."""
    form = text[start:end]
    return form if form.isprintable() and "  " not in form else " ".join(form.split())


def _is_heading(words: list[str], row: str, capitals: int) -> bool:
    """Tell whether capitals mean nothing here: a line in title case or in capitals."""
    if capitals < 4 or capitals * 3 < len(row) or words[-1] == ":" or row.count(",") * 4 > capitals:
        return False
    if all(mark != "x" or word in SMALL_IN_HEADINGS for mark, word in zip(row, words, strict=True)):
        return True
    return 2 * sum(len(word) > 3 and word.isupper() for word in words) > capitals
