"""Figures of different articles that measure the same thing: one indicator, with the reason for each link.

An indicator is a class of unit and the normal form of what is measured. Precision comes first: a figure of which
the text doesn't say what it measures belongs to none, neither does one that is only by how much something changed
("rose by $2bn"), and names of countries stay part of the name, so that two countries' exports never meet.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from core.library.snapshot import Snapshot

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BY = re.compile(
    r"\bby(?: (?:about|around|almost|nearly|over|some|more than|another|an?|a further))?\W*$", re.IGNORECASE
)
_UP_TO = re.compile(r"\b(?:to|at|of|reach\w*|total\w*|hit\w*)(?: \w+){0,2}\W*$", re.IGNORECASE)

# Words around a measure that say nothing of what is measured.
_DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your such any each every no another both some".split()
)
_EDGES = _DETERMINERS | frozenset("of in on for to by at from with and or as than per over about into".split())

_TIMES = frozenset("second minute hour day week month quarter year decade century".split())

_VAGUE = 0.05  # "about", "a third": the part of a value by which it may be off


class Statement(NamedTuple):
    """A figure as it stands in the library; `before` are the characters in front of it."""

    key: str
    number: int
    kind: str
    low: float
    high: float
    unit: str | None
    measure: str | None
    modifier: str | None
    change: str | None
    text: str
    before: str


class Named(NamedTuple):
    """What is measured: its normal form, and as it may be shown."""

    normal: str
    shown: str


Row = tuple[str, int, str, str, str | None, str, float | None, float | None, str]


def link(snapshot: Snapshot) -> Iterator[Row]:
    """Yield a row of the table of indicators for each figure that belongs to one."""
    rows = snapshot.query(
        """
        SELECT f.key, number, kind, low, high, unit, measure, modifier, change, f.text,
            substring(t.text, greatest(1, start - 29), least(start, 30))
        FROM figures f JOIN texts t USING (key)
        WHERE kind <> 'ordinal' AND (measure IS NOT NULL OR kind = 'count') ORDER BY f.key, number
        """
    )
    members: dict[tuple[str, str], list[tuple[Statement, Named]]] = defaultdict(list)
    while found := rows.fetchmany(50_000):
        for row in found:
            statement = Statement(*row)
            unit, named = unit_class(statement), name(statement)
            if unit is not None and named is not None:
                members[unit, named.normal].append((statement, named))
    for (unit, normal), statements in members.items():
        shown = _shown(normal, [named.shown for _, named in statements])
        for statement, named in statements:
            yield (
                statement.key,
                statement.number,
                f"{unit}: {normal}",
                shown,
                statement.unit,
                statement.kind,
                *bounds(statement),
                _reason(unit, named, shown),
            )


def unit_class(statement: Statement) -> str | None:
    """Return what the values of an indicator have in common: a currency, a unit, "percent", "change", "count".

    None stands for a difference ("by $2bn"), which is no value of what is measured, and for a length of time: most
    things last, and few are measured by it. A percentage that tells a change is its own class.
    """
    difference = statement.change is not None and _BY.search(statement.before) is not None
    if statement.kind == "percent":
        changed = statement.change is not None and not _UP_TO.search(statement.before)
        return "change" if changed else "percent"
    if difference or (statement.kind == "dimension" and statement.unit in _TIMES):
        return None
    return statement.unit if statement.kind in ("money", "dimension") and statement.unit else statement.kind


def name(statement: Statement) -> Named | None:
    """Return what is measured, or None where the words are too general to tell.

    A count measures what it counts; a general noun ("people") needs more of the measure ("people displaced"),
    and what stands behind a comma there is only where it was counted.
    """
    measure, unit = statement.measure or "", statement.unit or ""
    if statement.kind != "count":
        return normalise(measure)
    counted = measure.partition(",")[0]
    return normalise(unit) or (normalise(counted) if unit.lower() in counted.lower() else None)


@lru_cache(maxsize=100_000)
def normalise(measure: str) -> Named | None:
    """Return the normal form of a measure: lower case, singular, no determiners, synonyms read as one.

    "The rate of inflation" and "inflation rate" become "inflation"; "turnover of trade" becomes "trade turnover".
    None stands for words too general to link figures by.
    """
    written = [word for word in _WORD.findall(measure.lower().replace("’", "'")) if not word.isdigit()]
    shown = _strip(written)
    words = _replace_synonyms([singular(word) for word in shown])
    if "of" in words[1:-1]:
        middle = words.index("of", 1)
        words = [*_strip(words[middle + 1 :]), *words[:middle]]
        words = _replace_synonyms(words)
    words = _strip(words)
    if not words or all(word in _generic() for word in words):
        return None
    return Named(" ".join(words), " ".join(shown if len(words) == len(shown) else words))


def singular(word: str) -> str:
    """Return the singular of a regular English plural, any other word as it is."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "news")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    return word[:-1].removesuffix("'")


def bounds(statement: Statement) -> tuple[float | None, float | None]:
    """Return the lowest and highest value that the statement leaves open; None where it leaves a side open.

    "$38.5bn" is anything that rounds to it; "about", "nearly" and fractions in words leave a twentieth.
    """
    slack_low, slack_high = _slack(statement.text, statement.low), _slack(statement.text, statement.high)
    if statement.modifier == "~":
        slack_low, slack_high = (
            max(slack_low, abs(statement.low) * _VAGUE),
            max(slack_high, abs(statement.high) * _VAGUE),
        )
    least = None if statement.modifier == "<" else statement.low - slack_low
    most = None if statement.modifier == ">" else statement.high + slack_high
    return least, most


def _slack(text: str, value: float) -> float:
    """Return half a unit of the last digit a value is stated with."""
    numerals = [numeral.replace(",", "") for numeral in _NUMERAL.findall(text)]
    for numeral in numerals:
        stated = float(numeral)
        scale = abs(value) / stated if stated else 1.0
        decimals = len(numeral.partition(".")[2])
        if decimals or scale > 1:
            return 0.5 * scale * 10.0**-decimals
        return 0.5 * _last_place(stated)
    if value == int(value):
        return 0.5 * _last_place(abs(value))
    return abs(value) * _VAGUE


def _last_place(value: float) -> float:
    """Return the place of the last digit of a whole number that isn't a rounded zero; 0 where it is exact."""
    digits = f"{value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros if zeros >= 2 and len(digits) - zeros >= 2 else 0.0


def _strip(words: list[str]) -> list[str]:
    first = next((index for index, word in enumerate(words) if word not in _EDGES), len(words))
    last = next((index for index in range(len(words), first, -1) if words[index - 1] not in _EDGES), first)
    return words[first:last]


def _replace_synonyms(words: list[str]) -> list[str]:
    replaced: list[str] = []
    index = 0
    synonyms = _synonyms()
    while index < len(words):
        for length in range(min(_LONGEST, len(words) - index), 0, -1):
            found = synonyms.get(tuple(words[index : index + length]))
            if found is not None:
                replaced += found
                index += length
                break
        else:
            replaced.append(words[index])
            index += 1
    return replaced


_LONGEST = 5  # words of a synonym


@lru_cache(maxsize=1)
def _synonyms() -> dict[tuple[str, ...], list[str]]:
    lines = _lexicon("indicators_synonyms.csv")
    return {
        tuple(singular(word) for word in row["written"].split()): row["read_as"].split()
        for row in csv.DictReader(lines)
    }


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(word for line in _lexicon("indicators_generic.txt") for word in line.split())


def _lexicon(file: str) -> list[str]:
    text = resources.files("core.lexicon").joinpath(file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _shown(normal: str, written: list[str]) -> str:
    """Return the most frequent way of writing a normal form, one that is no synonym where there is any."""
    plain = [words for words in written if [singular(word) for word in words.split()] == normal.split()]
    return Counter(plain or [normal]).most_common(1)[0][0]


def _reason(unit: str, named: Named, shown: str) -> str:
    unit_said = {"change": "percent of change", "count": "a count"}.get(unit, unit)
    if named.shown == shown:
        return f"“{shown}” in {unit_said}"
    return f"“{named.shown}” read as “{shown}” in {unit_said}"
