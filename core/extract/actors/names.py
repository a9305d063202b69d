"""Candidate names: capitalised stretches cut where one name ends and the next begins.

A sentence is written as one letter a token (`words.py`), and a grammar over these letters finds names with their
titles: "First Deputy Prime Minister of Russia Denis Manturov" is MMMToPGW, a role and a person's name. Every
repeat is bounded, so the time is linear in the text.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.actors.words import ATOMS, LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.document import Sentence
    from core.extract.tokens import Token

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
_SMALL_IN_TITLES = frozenset("an as at but by from in into is nor or over per so than up via vs with yet".split())
_MARKED = frozenset({"A", *ATOMS})  # words that may not be what they are alone
_TEXT = itemgetter(0)  # of a token; faster than by name, and every token is asked
_CAPITAL = re.compile("[A-Z]")
# Head nouns that "for" or "on" may follow inside a name: "Center for …", but not "the State Department on …".
_TAKES_FOR = frozenset(
    "alliance association bureau center centre coalition college commission committee conference consortium council "
    "department foundation forum fund group initiative institute movement network office organisation organization "
    "partnership school society task-force trust union".split()
)


def letters(words: list[str]) -> str:
    """Return a sentence as one letter a token, names of several words in the lexicon marked as one."""
    if _MARKED.isdisjoint(words):
        return "".join(map(LETTERS.__getitem__, words))
    row = [*map(LETTERS.__getitem__, words)]
    for index in compress(range(len(words)), map(_MARKED.__contains__, words)):
        if words[index] == "A" and words[index + 1 : index + 2] != ["."]:
            row[index] = "N"  # the article, not an initial
        elif words[index] in ATOMS and row[index] not in "pk":
            _mark(words, row, index)
    return "".join(row)


def _mark(words: list[str], row: list[str], index: int) -> None:
    """Mark the longest name of several words that the lexicon has at a place."""
    for tail, first, further in ATOMS[words[index]]:
        end = index + 1 + len(tail)
        if tail == tuple(words[index + 1 : end]):
            row[index:end] = first + further * len(tail)
            break


def find(text: str, sentence: Sentence, number: int) -> Iterator[Name]:
    """Yield the candidate names of one sentence of a text in reading order, none overlapping another.

    `number` is the sentence's index in the document.
    """
    tokens = sentence.tokens
    words = [*map(_TEXT, tokens)]
    row = letters(words)
    capitals = _CAPITAL.findall(row)
    if not capitals:
        return
    kinds = frozenset(capitals)
    grammar = _GRAMMAR[not _TITLE.isdisjoint(kinds), not _HEAD.isdisjoint(kinds)]
    opening = row.index(capitals[0])
    match = grammar.search(row, opening)
    if match is None:
        return
    heading = _is_heading(words, row, len(capitals))

    def name(shape: Shape, first: int, last: int, title: int | None = None) -> Name:
        begin = first if title is None else title
        start, end = tokens[first].start, tokens[last - 1].end
        return Name(
            start,
            end,
            written(text, start, end),
            tuple(words[first:last]),
            shape,
            number,
            begin,
            first,
            last,
            begin == opening or row[begin - 1] == "q",
            heading,
        )

    while match is not None:
        found = match.lastgroup or ""
        first, last = match.span(found)
        title = first
        if found == "titled":
            title = match.start("role")
            for inner in _IN_ROLE.finditer(row, title, first):
                yield name(_SHAPES[inner.lastgroup or ""], *inner.span())
        elif found == "unknown" and first == opening and row[first : first + 3] in _VERB_FIRST:
            first += 1
            found, title = "full", first
        elif found == "organisation":
            last = _without_false_tail(tokens, row, first, last)
        if found != "organisation" or last - first > 1:  # not "the Committee" alone
            yield name(_SHAPES[found], first, last, title)
        match = grammar.search(row, last)


def written(text: str, start: int, end: int) -> str:
    """Return a name as it is written, on one line."""
    form = text[start:end]
    return form if form.isprintable() and "  " not in form else " ".join(form.split())


def _without_false_tail(tokens: tuple[Token, ...], row: str, first: int, last: int) -> int:
    """Return where an organisation's name ends, a tail left out that its head noun doesn't take."""
    index = row.find("f", first, last)
    return last if index == -1 or tokens[index - 1].lower in _TAKES_FOR else index


def _is_heading(words: list[str], row: str, capitals: int) -> bool:
    """Tell whether capitals mean nothing here: a line in title case or in capitals."""
    if capitals < 4 or capitals * 3 < len(row) or words[-1] == ":" or row.count(",") * 4 > capitals:
        return False
    if all(letter != "x" or word in _SMALL_IN_TITLES for letter, word in zip(row, words, strict=True)):
        return True
    return 2 * sum(len(word) > 3 and word.isupper() for word in words) > capitals
