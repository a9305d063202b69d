"""The grammar of time expressions: which runs of lexemes are one, in the order the rules are tried.

The rules stand in `dates_grammar.txt`. Every repeat in them is bounded, so reading is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates import read_dates, read_parts, read_spans
from core.extract.dates.found import Found, Match
from core.extract.dates.senses import Expression, Leave
from core.extract.dates.time_words import BLANK, CODES, GLUE, SETS
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.extract.dates.scan import Scan
    from core.extract.dates.senses import Sense

    Reader = Callable[[Found], Sense | Leave | None]

_NAMED = re.compile(r"\(\?P<[a-z]+>")
_WORD = re.compile("[A-Z][A-Z_]+")


class _Rule(NamedTuple):
    """A rule of the grammar, its reader, and the names of its parts."""

    pattern: re.Pattern[str]
    reader: Reader
    names: frozenset[str]


def _load() -> tuple[_Rule, ...]:
    """Return the rules of the grammar, compiled, with their readers."""
    readers: dict[str, Reader] = {**read_dates.READERS, **read_spans.READERS, **read_parts.READERS}
    parts: dict[str, str] = {}
    rules: list[_Rule] = []
    for line in load.lines("dates_grammar.txt"):
        name, _, pattern = line.partition(": ")
        for part, meaning in parts.items():
            pattern = pattern.replace(f"{{{part}}}", meaning)
        if name.startswith("part "):
            parts[name.removeprefix("part ")] = pattern
        else:
            coded = _WORD.sub(lambda word: CODES[word.group().lower()], pattern)
            compiled = re.compile(coded.replace(" ", ""))
            rules.append(_Rule(compiled, readers[name], frozenset(compiled.groupindex)))
    return tuple(rules)


_COMPILED = _load()
_LONGEST_KEPT = 24  # lexemes of a run whose matches are remembered
_GLUE = "".join(CODES[name] for name in sorted(GLUE))
_TRIGGER = re.compile(f"[^{BLANK}{_GLUE}]")
# All rules at once, each a numbered group: which is the first that matches, found at the speed of the engine.
_NEVER_FIRST = "".join(CODES[name] for name in sorted(SETS["never first"]))
_ANY = re.compile(
    f"(?![{_NEVER_FIRST}])(?:"
    + "|".join(f"(?P<r{n}>{_NAMED.sub('(?:', rule.pattern.pattern)})" for n, rule in enumerate(_COMPILED))
    + ")"
)


class _Candidate(NamedTuple):
    """A rule's match in a run, with the rule's number and reader."""

    rule: int
    reader: Reader
    match: Match


def expressions(scan: Scan) -> Iterator[Expression]:
    """Yield the expressions of time in a stretch of text, in order, none overlapping."""
    for base, run in scan.runs:
        first = _first if len(run) <= _LONGEST_KEPT else _first.__wrapped__
        place = 0
        while place < len(run) and (candidate := first(run, place)):
            place = candidate.match.first
            while candidate and not (sense := candidate.reader(Found(scan.lexemes, base, candidate.match))):
                candidate = _next(run, place, candidate.rule + 1)
            if not candidate:
                place += 1
                continue
            if sense and not isinstance(sense, Leave):
                yield Expression(base + place, base + candidate.match.end - 1, sense)
            place = candidate.match.end


@lru_cache(maxsize=8192)  # a few thousand runs ("in YEAR", "on WEEKDAY") make up nearly all that is written
def _first(run: str, place: int) -> _Candidate | None:
    """Return the match of the first rule that matches at the first place from `place` on where any does."""
    found = _ANY.search(run, place) if _TRIGGER.search(run, place) else None
    return _next(run, found.start(), int(str(found.lastgroup)[1:])) if found else None


def _next(run: str, place: int, rule: int) -> _Candidate | None:
    """Return the match of the first rule from a number on that matches at a place."""
    for number in range(rule, len(_COMPILED)):
        pattern, reader, names = _COMPILED[number]
        if match := pattern.match(run, place):
            parts = {name: match.span(name) for name in names if match.start(name) >= 0}
            return _Candidate(number, reader, Match(match.start(), match.end(), parts, names))
    return None
