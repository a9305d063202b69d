"""How texts are worded: loaded and hedging words, competing terms for one thing, persons, passives.

A text's own words are counted, those it quotes aren't. The word lists stand in `core/lexicon` with their sources. A
rate tells of a text's vocabulary; that one sentence holds a listed word is no verdict on the sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import of_class
from core.extract.english.word_forms import is_participle
from core.lexicon import load
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LOADED, HEDGE, FIRST, THIRD, PASSIVE, RIVAL = "loaded", "hedge", "first person", "third person", "passive", "rival"
MEASURES = (LOADED, HEDGE, FIRST, THIRD, PASSIVE)

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[.!?;:]")
_PERSON = {word: person for person in (FIRST, THIRD) for word in of_class(person)}
_BE = of_class("be") - {"am", "'s", "'re"}  # which are another word's as often
_ADVERBS = of_class("passive adverb")
_NAMES = frozenset(("US", "May", "ME"))  # that only look like "us", "may" and "me"


class Use(NamedTuple):
    """A word or phrase of one of the measures, and where it stands; of a rival also what it names."""

    measure: str
    term: str
    span: Span
    thing: str = ""


class Wording(NamedTuple):
    """How many words of its own a text has, and which of them count for a measure."""

    words: int
    uses: tuple[Use, ...]


class _Entry(NamedTuple):
    """A listed term: its words, its measure, and of a rival the name it is shown by and what it names."""

    terms: tuple[str, ...]
    measure: str
    shown: str = ""
    thing: str = ""


def read(text: str, left_out: Iterable[Sequence[int]] = ()) -> Wording:
    """Return the wording of a text without the stretches (start, end) left out. Time is linear in the words.

    A passive is a form of "be", at most two adverbs, and a participle: "was quickly built". Of terms that overlap the
    one that begins first counts for a measure, and of those the longest.
    """
    tokens = list(_own(text, left_out))
    written = [match[0] for match in tokens]
    lower = [_plain(word) for word in written]
    uses: list[Use] = []
    free: dict[tuple[str, str], int] = {}
    for index, word in enumerate(lower):
        roles = _roles(word)
        if not roles or written[index] in _NAMES:
            continue
        for measure, term, thing, last in _found(roles, lower, index):
            if index >= free.get((measure, thing), 0):
                free[measure, thing] = last + 1
                span = Span(tokens[index].start(), tokens[last].end())
                uses.append(Use(measure, term or " ".join(lower[index : last + 1]), span, thing))
    return Wording(sum(map(str.isalpha, (word[0] for word in written))), tuple(uses))


@lru_cache(maxsize=1 << 14)
def listed(phrase: str) -> tuple[Use, ...]:
    """Return which words of a phrase are listed as loaded, or as rivals of others for the same thing."""
    return tuple(use for use in read(phrase).uses if use.measure in (LOADED, RIVAL))


def _own(text: str, left_out: Iterable[Sequence[int]]) -> Iterator[re.Match[str]]:
    """Yield the words and ends of clauses that lie outside the stretches left out."""
    place = 0
    for start, end in [*sorted((span[0], span[1]) for span in left_out), (len(text), len(text))]:
        if start > place:
            yield from _TOKEN.finditer(text, place, start)
        place = max(place, end)


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


class _Roles(NamedTuple):
    """What a word can be the first of."""

    person: str | None
    be: bool
    entries: tuple[_Entry, ...]


@lru_cache(maxsize=1 << 16)
def _roles(word: str) -> _Roles | None:
    filed = [*_ENTRIES.get(word, ()), *_ENTRIES.get(word[:_STEM] + "*", ())]
    entries = sorted(
        (entry for entry in filed if _fits(entry.terms[0], word)), key=lambda entry: -len(entry.terms)
    )
    roles = _Roles(_PERSON.get(word), word in _BE, tuple(entries))
    return roles if any(roles) else None


def _found(roles: _Roles, lower: Sequence[str], index: int) -> Iterator[tuple[str, str, str, int]]:
    """Yield measure, term, thing and index of the last word of what begins at a word, longest terms first."""
    if roles.person:
        yield roles.person, lower[index], "", index
    if roles.be and (last := _participle(lower, index + 1)):
        yield PASSIVE, "", "", last
    for entry in roles.entries:
        last = index + len(entry.terms) - 1
        if last < len(lower) and all(map(_fits, entry.terms[1:], lower[index + 1 : last + 1])):
            yield entry.measure, entry.shown, entry.thing, last


def _participle(lower: Sequence[str], index: int) -> int | None:
    """Return the index of the participle that stands here, or after at most two adverbs."""
    for place in range(index, min(index + 3, len(lower))):
        word = lower[place]
        if is_participle(word):
            return place
        if not word.endswith("ly") and word not in _ADVERBS:
            return None
    return None


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


class _Rival(NamedTuple):
    """A row of `wording_rivals.csv`."""

    thing: str
    term: str
    form: str


_STEM = 3  # letters by which terms whose first word has an open end are filed


def _load() -> defaultdict[str, list[_Entry]]:
    """Return the listed terms by first word; those whose first word has an open end by its first letters."""
    entries = [_Entry(tuple(line.split()), LOADED) for line in load.lines("wording_loaded.txt")]
    entries += [_Entry(tuple(line.split()), HEDGE) for line in load.lines("wording_hedges.txt")]
    rivals = load.table("wording_rivals.csv", _Rival)
    entries += [_Entry(tuple(form.split()), RIVAL, term, thing) for thing, term, form in rivals]
    filed: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        first = entry.terms[0]
        filed[first[:_STEM] + "*" if first.endswith("*") else first].append(entry)
    return filed


_ENTRIES = _load()
