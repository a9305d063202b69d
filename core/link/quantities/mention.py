"""A figure as linking sees it: its value in the base of its unit, and what makes it this quantity and no other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from core.extract.actors.name_classes import COUNTRIES
from core.extract.english.function_words import FUNCTION
from core.extract.english.inflection import singular
from core.extract.english.normal_forms import normalise
from core.extract.figures.precision import place
from core.lexicon import load
from core.link import unit_kinds
from core.link.left_open import left_open
from core.model import AHEAD

# The columns of the library's figures, and of its catalogue, that a mention is made of.
COLUMNS = (
    "key", "number", "start", "end", "sentence_start", "text", "kind", "low", "high", "unit", "measure", "modifier",
    "change", "move", "partial", "status", "period", "predicate", "owner", "aspect", "base", "context", "precision",
    "side", "published",
)  # fmt: skip

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """What a figure is compared by. Values are in the base of the unit's kind: 5 miles are 8,047 of "length".

    `unit_class` is a hard wall: a currency, "percent", a kind of measure, "count". `thing` is the noun that is counted
    in the singular, "" where it is anybody or untold; `people` says that it counts persons. `low` and `high` are the
    same but for a range; `least` and `most` what the digits told leave open.
    """

    key: str
    number: int
    start: int
    sentence: int
    day: int | None  # of publication, as an ordinal
    unit_class: str
    per: str  # "day" in "barrels a day"
    low: float
    high: float
    least: float
    most: float
    digits: int
    thing: str
    people: bool
    qualities: frozenset[str]  # what else the unit says: "active", "duty" of "active duty troops"
    measure: frozenset[str]
    measure_head: str
    measurable: bool  # what is measured is a quantity: "tram cost", not "council"
    predicate: str
    owner: frozenset[str]
    aspect: str
    change: str
    move: str
    partial: bool
    ahead: bool
    status: str
    period: str
    base: str
    context: tuple[str, ...]

    @property
    def value(self) -> float:
        """The value, of a range its middle."""
        return (self.low + self.high) / 2


@cache
def persons() -> frozenset[str]:
    """Return the nouns that name persons, peoples among them."""
    peoples = [singular(word.lower()) for country in COUNTRIES for word in country.demonyms if " " not in word]
    return load.words("quantities_people.txt") | frozenset(peoples)


def read(row: Mapping[str, Any]) -> Mention:
    """Return the mention of a row of figures (`COLUMNS`)."""
    kind, unit = row["kind"], row["unit"] or ""
    low, high = levels(row)
    base, _, per = unit.partition(" per ")
    thing, people, qualities, factor = "", False, frozenset[str](), 1.0
    if kind == "money":
        unit_class = f"money {base}"
    elif kind == "percent":
        unit_class = "percent"
    elif kind == "dimension":
        scale = unit_kinds.of(unit)
        unit_class, factor, per = scale.kind, scale.in_base, ""
    else:
        unit_class = "count"
        thing, people, qualities = _counted(base)
    about = "~" if row["modifier"] == "~" else None
    least, most = left_open(kind, low, high, about, told_place(row))
    measure, head, measurable = _measured(row["measure"])
    return Mention(
        key=row["key"],
        number=row["number"],
        start=row["start"],
        sentence=row["sentence_start"],
        day=_ordinal(row["published"]),
        unit_class=unit_class,
        per=per,
        low=low * factor,
        high=high * factor,
        least=(low if least is None else least) * factor,
        most=(high if most is None else most) * factor,
        digits=len(re.sub(r"\D", "", row["text"]).strip("0")),
        thing=thing,
        people=people,
        qualities=qualities,
        measure=measure,
        measure_head=head,
        measurable=measurable,
        predicate=row["predicate"] or "",
        owner=frozenset(content(row["owner"])),
        aspect=row["aspect"] or "",
        change=row["change"] or "",
        move=row["move"] or "",
        partial=bool(row["partial"]),
        ahead=row["status"] in AHEAD,
        status=row["status"] or "",
        period=row["period"] or "",
        base=row["base"] or "",
        context=tuple(row["context"] or ()),
    )


def told_place(row: Mapping[str, Any]) -> float:
    """Return the place of the last digit a figure is told with; where that wasn't stored yet, of its value."""
    known = row["precision"]
    return float(place(row["high"]) if known is None else known)


def _ordinal(day: datetime.date | None) -> int | None:
    return day.toordinal() if isinstance(day, datetime.date) else None


def levels(row: Mapping[str, Any]) -> tuple[float, float]:
    """Return the least and the greatest value told; of a move "from 9% to 7%" the one it ends at."""
    low, high = sorted((row["low"], row["high"]))
    if row["move"] == "from" and low != high:
        return (high, high) if row["change"] == "increase" else (low, low)
    return low, high


@lru_cache(maxsize=50_000)
def _counted(unit: str) -> tuple[str, bool, frozenset[str]]:
    """Return the noun that is counted ("" for anybody), whether it names persons, and what is said in front of it."""
    words = _words(unit)
    if not words:
        return "", False, frozenset()
    head = words[-1]
    anybody = head in load.words("quantities_anybody.txt")
    people = anybody or head in persons() or head.endswith(("man", "woman", "person", "people"))
    vague = load.words("quantities_vague.txt")
    qualities = frozenset(word for word in words[:-1] if word not in vague and word not in FUNCTION)
    return "" if anybody else head, people, qualities


@lru_cache(maxsize=50_000)
def _measured(measure: str | None) -> tuple[frozenset[str], str, bool]:
    """Return the content words of what is measured, synonyms read as one, its noun, and whether that is a quantity.

    What stands behind a comma is only where it was.
    """
    told = (measure or "").partition(",")[0]
    named = normalise(told)
    if named:
        return frozenset(content(named.normal)), named.head, named.measurable
    words = content(told)
    return frozenset(words), words[-1] if words else "", False


def content(words: str | None) -> tuple[str, ...]:
    """Return the content words of a phrase in the singular, lower case."""
    return tuple(word for word in _words(words or "") if word not in FUNCTION and not word[0].isdigit())


def _words(text: str) -> list[str]:
    return [singular(word) for word in _WORD.findall(text.lower().replace("’", "'"))]
