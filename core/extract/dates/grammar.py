"""The grammar of time expressions: which runs of lexemes are one, in the order the rules are tried.

The rules stand in `dates_grammar.txt`. Every repeat in them is bounded, so reading is linear.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from core.extract.dates import read_dates, read_spans
from core.extract.dates.found import Found
from core.extract.dates.scan import BLANK, CODES, GLUE
from core.extract.dates.senses import Expression, Leave

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from core.extract.dates.scan import Scan
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
# An expression lies inside a run of lexemes that mean something and holds one that isn't mere grammar.
_RUN = re.compile(f"[^{BLANK}]+")
_LONGEST_RUN = 400  # lexemes; more words and numbers of time in a row than this are no prose
_TRIGGER = re.compile("[" + "".join(CODES[name] for name in sorted(CODES.keys() - GLUE - {""})) + "]")
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
    codes = scan.codes
    for run in _RUN.finditer(codes):
        place, end = run.span()
        if end - place > _LONGEST_RUN:
            continue
        while _TRIGGER.search(codes, place, end) and (candidate := _ANY.search(codes, place, end)):
            place = candidate.start()
            found = _read(scan, candidate, end)
            if found is None:
                place += 1
                continue
            first, last, sense = found
            place = last + 1
            if not isinstance(sense, Leave):
                yield Expression(first, last, sense)


def _read(scan: Scan, candidate: re.Match[str], end: int) -> tuple[int, int, Sense | Leave] | None:
    """Return what the first rule reads that matches at the candidate's place and has something to say."""
    place = candidate.start()
    for rule, reader in _COMPILED[int(str(candidate.lastgroup)[1:]) :]:
        match = rule.match(scan.codes, place, end)
        if match and (sense := reader(Found(scan.lexemes, match))):
            return place, match.end() - 1, sense
    return None
