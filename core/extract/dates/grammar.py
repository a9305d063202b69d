"""The grammar of time expressions: which runs of lexemes are one, in the order the rules are tried.

The rules stand in `dates_grammar.txt`. Every repeat in them is bounded, so reading is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from core.extract.dates import read_dates, read_spans
from core.extract.dates.found import Found, Match
from core.extract.dates.scan import BLANK, CODES, GLUE
from core.extract.dates.senses import Expression, Leave

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from core.extract.dates.scan import Lexeme, Scan
    from core.extract.dates.senses import Sense

    Reader = Callable[[Found], Sense | Leave | None]

_NAMED = re.compile(r"\(\?P<[a-z]+>")
_WORD = re.compile("[A-Z][A-Z_]+")


def _load() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the rules of the grammar, compiled, with their readers."""
    readers: dict[str, Reader] = {**read_dates.READERS, **read_spans.READERS}
    parts: dict[str, str] = {}
    rules: list[tuple[re.Pattern[str], Reader]] = []
    for line in files("core.lexicon").joinpath("dates_grammar.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, pattern = line.partition(": ")
        for part, meaning in parts.items():
            pattern = pattern.replace(f"{{{part}}}", meaning)
        if name.startswith("part "):
            parts[name.removeprefix("part ")] = pattern
        else:
            coded = _WORD.sub(lambda word: CODES[word.group().lower()], pattern)
            rules.append((re.compile(coded.replace(" ", "")), readers[name]))
    return tuple(rules)


_COMPILED = _load()
_LONGEST_RUN = 400  # lexemes; more words and numbers of time in a row than this are no prose
_LONGEST_KEPT = 24  # lexemes of a run whose matches are remembered
_GLUE = "".join(CODES[name] for name in sorted(GLUE))
_TRIGGER = re.compile(f"[^{BLANK}{_GLUE}]")
# An expression lies inside a run of lexemes that mean something and holds one that isn't mere grammar.
_RUN = re.compile(f"(?<![^{BLANK}])[{_GLUE}]*+[^{BLANK}{_GLUE}][^{BLANK}]*")
# All rules at once, each a numbered group: which is the first that matches, found at the speed of the engine.
_NEVER_FIRST = (
    "and at comma dash dot ended in link money of old on or or_so paren poss slash stop suffix to zone".split()
)
_ANY = re.compile(
    f"(?![{''.join(CODES[name] for name in _NEVER_FIRST)}])(?:"
    + "|".join(f"(?P<r{n}>{_NAMED.sub('(?:', rule.pattern)})" for n, (rule, _) in enumerate(_COMPILED))
    + ")"
)


def expressions(scan: Scan) -> Iterator[Expression]:
    """Yield the expressions of time in a stretch of text, in order, none overlapping."""
    lexemes, codes = scan
    for run in _RUN.finditer(codes):
        base, end = run.span()
        if end - base > _LONGEST_RUN:
            continue
        matches = _matches if end - base <= _LONGEST_KEPT else _matches.__wrapped__
        place = 0
        while candidates := matches(run[0], place):
            place = candidates[0][1].first
            found, sense = _read(lexemes, base, candidates)
            if sense is None:
                place += 1
                continue
            place = found.match.end
            if not isinstance(sense, Leave):
                yield Expression(found.first, found.last, sense)


def _read(
    lexemes: Sequence[Lexeme], base: int, candidates: Sequence[tuple[Reader, Match]]
) -> tuple[Found, Sense | Leave | None]:
    """Return what the first of the rules reads that has something to say."""
    for reader, match in candidates:
        found = Found(lexemes, base, match)
        if sense := reader(found):
            break
    return found, sense


@lru_cache(maxsize=8192)  # a few thousand runs ("in YEAR", "on WEEKDAY") make up nearly all that is written
def _matches(run: str, place: int) -> tuple[tuple[Reader, Match], ...]:
    """Return the first place from `place` on where a rule matches, as all rules' matches there in order."""
    candidate = _ANY.search(run, place) if _TRIGGER.search(run, place) else None
    if candidate is None:
        return ()
    rules = _COMPILED[int(str(candidate.lastgroup)[1:]) :]
    found = ((rule, reader, rule.match(run, candidate.start())) for rule, reader in rules)
    return tuple((reader, _match(rule, match)) for rule, reader, match in found if match)


def _match(rule: re.Pattern[str], match: re.Match[str]) -> Match:
    parts = {name: match.span(name) for name in rule.groupindex if match.start(name) >= 0}
    return Match(match.start(), match.end(), parts, frozenset(rule.groupindex))
