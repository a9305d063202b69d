"""Events by whose day others are told: "the day after the election".

An event's day is the one named close to it; where none or several are, it isn't known.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from core.extract.english.function_words import DETERMINER, FUNCTION, PRONOUN
from core.extract.tokens import LOWER, START

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.extract.dates.tense import Clause
    from core.extract.tokens import Token
    from core.model import Span

_LONGEST_NAME = 4  # words that may name an event: "the snap general election"
_BEFORE, _BEHIND = (
    6,
    2,
)  # words around a day among which its event is: "the vote was held on 5 May", "the 5 May vote"


def named_after(tokens: Sequence[Token], span: Span) -> tuple[str, ...] | None:
    """Return the words right after an expression that may name an event; None where a pronoun or nothing follows."""
    place = bisect_left(tokens, span.end, key=START)
    following = [token.lower for token in tokens[place : place + _LONGEST_NAME + 1]]
    if not following or following[0] in PRONOUN or not following[0][0].isalnum():
        return None
    if following[0] in DETERMINER:
        following = following[1:]
    words: list[str] = []
    for word in following:
        if not word.isalpha() or word in FUNCTION:
            break
        words.append(word)
    return tuple(words)


def day_of_event(words: Iterable[str], told: Sequence[tuple[Clause, str]]) -> str | None:
    """Return the day of an event, given the days that the article named and where."""
    for word in reversed(tuple(words)):
        days = {day for clause, day in told if word in _words_near(*clause)}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _words_near(tokens: Sequence[Token], span: Span) -> frozenset[str]:
    """Return the words close to a day that may name what happened on it."""
    first, after = (bisect_left(tokens, place, key=START) for place in span)
    near = [*tokens[max(0, first - _BEFORE) : first], *tokens[after : after + _BEHIND]]
    return frozenset(map(LOWER, near)) - FUNCTION
