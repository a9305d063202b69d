"""A rule's match, and what several readers need to make sense of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.dates import numbers
from core.extract.dates.senses import Leave, Point
from core.extract.dates.time_words import SETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.extract.dates.senses import Base
    from core.extract.dates.time_words import Lexeme

LEAVE = Leave()
FIRST_YEAR, LAST_YEAR = 1400, 2199  # a bare number outside is hardly a year
_PIVOT = 69  # two digits of a date in numbers are 1969 to 2068, as in POSIX
_REFERENCE_SHIFTS = SETS["reference"]


class Match(NamedTuple):
    """Where a rule matches in a run of lexemes: its bounds, its named parts' bounds, and the parts it could have."""

    first: int
    end: int
    parts: Mapping[str, tuple[int, int]]
    names: frozenset[str]


class Found(NamedTuple):
    """A rule's match among the lexemes of a text, in which its run begins at `base`."""

    lexemes: Sequence[Lexeme]
    base: int
    match: Match

    @property
    def first(self) -> int:
        """Return the place of the first lexeme."""
        return self.base + self.match.first

    @property
    def last(self) -> int:
        """Return the place of the last lexeme."""
        return self.base + self.match.end - 1

    def could_have(self, group: str) -> bool:
        """Tell whether the rule has such a part, there or not."""
        return group in self.match.names

    def has(self, group: str) -> bool:
        """Tell whether the rule has such a part and it is there."""
        return group in self.match.parts

    def all(self, group: str) -> Sequence[Lexeme]:
        """Return the part's lexemes."""
        if group not in self.match.parts:
            return ()
        first, end = self.match.parts[group]
        return self.lexemes[self.base + first : self.base + end]

    def one(self, group: str) -> Lexeme | None:
        """Return the part's first lexeme."""
        bounds = self.match.parts.get(group)
        return self.lexemes[self.base + bounds[0]] if bounds else None

    def number(self, group: str) -> int | None:
        """Return the whole number the part tells."""
        lexemes = self.all(group)
        if len(lexemes) == 1 and isinstance(lexemes[0].value, int):  # as most are
            return lexemes[0].value
        amount = numbers.amount(lexemes)
        return int(amount) if amount is not None else None

    def word(self, group: str) -> str:
        """Return what the part's first lexeme is worth, as a word."""
        lexeme = self.one(group)
        return "" if lexeme is None or lexeme.value is None else str(lexeme.value)

    def glued(self) -> bool:
        """Tell whether the lexemes matched stand without a space between them."""
        matched = self.lexemes[self.first : self.last + 1]
        return all(a.end == b.start for a, b in zip(matched, matched[1:], strict=False))

    def near(self, offset: int) -> Lexeme | None:
        """Return the lexeme so many places after the match, or (negative) before it."""
        place = self.last + offset if offset > 0 else self.first + offset
        return self.lexemes[place] if 0 <= place < len(self.lexemes) else None


def named_point(lexeme: Lexeme) -> Point | None:
    """Return the point that a month, weekday, season or holiday names."""
    value = lexeme.value
    if lexeme.name in {"month", "month_word", "month_short"} and isinstance(value, int):
        return Point(month=value)
    if lexeme.name in {"weekday", "weekday_short"} and isinstance(value, int):
        return Point(weekday=value)
    if lexeme.name == "season" and isinstance(value, str):
        return Point(season=value)
    if lexeme.name == "holiday" and isinstance(value, str):
        return Point(holiday=value)
    return None


def shift_of(found: Found) -> tuple[int, Base]:
    """Return how many units the part "shift" moves, and from where ("last" is -1 from publication)."""
    lexemes = found.all("shift")
    last = lexemes[-1]
    base: Base = "reference" if any(item.name in _REFERENCE_SHIFTS for item in lexemes) else "published"
    return (int(last.value) if isinstance(last.value, int) else 0), base


def plausible(number: int) -> bool:
    """Tell whether a bare number may be a year."""
    return FIRST_YEAR <= number <= LAST_YEAR


def full_year(number: int, lexeme: Lexeme | None) -> int:
    """Return the year of a number written with two digits or four."""
    if lexeme is not None and (lexeme.end - lexeme.start > 2 or lexeme.name == "short_year"):
        return number
    return number + (1900 if number >= _PIVOT else 2000)
