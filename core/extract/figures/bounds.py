"""The bound words around a figure: about, more than, up to, or so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import NEGATION
from core.extract.english.looks import AUXILIARY
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.model import Modifier, Side


class _Row(NamedTuple):
    """A row of `figures_bounds.csv`."""

    phrase: str
    modifier: str
    place: str
    side: str


class Bound(NamedTuple):
    """How a figure is bounded, and on which side of it, close to it, the value lies; None where that isn't said."""

    modifier: Modifier
    side: Side | None = None


_ROWS = load.table("figures_bounds.csv", _Row)
_SKIPPED = CLASSES["before bound"]
_REACHING = CLASSES["reaching"]
_NEARING = CLASSES["nearing"]
_DENYING = NEGATION | {"without", "cannot"}
_OTHER_WAY: dict[Modifier, Modifier] = {"<": ">", ">": "<", "~": "~"}
_MODIFIERS: dict[str, Modifier] = {"~": "~", "<": "<", ">": ">"}
_SIDES: dict[str, Side] = {"below": "below", "above": "above"}


def _index(place: str) -> dict[str, list[tuple[list[str], Bound]]]:
    made: dict[str, list[tuple[list[str], Bound]]] = {}
    for row in _ROWS:
        if row.place == place:
            words = row.phrase.replace("-", "- ").split()
            key = words[-1] if place == "before" else words[0]
            bound = Bound(_MODIFIERS[row.modifier], _SIDES.get(row.side))
            made.setdefault(key, []).append((words, bound))
    for candidates in made.values():
        candidates.sort(key=lambda item: -len(item[0]))
    return made


_BEFORE, _AFTER = _index("before"), _index("after")
_OPENING = _SKIPPED | _BEFORE.keys()
_STARTS: dict[str, list[tuple[list[str], Bound]]] = {}
for _candidates in _BEFORE.values():
    for _words, _bound in _candidates:
        _STARTS.setdefault(_words[0], []).append((_words, _bound))


def front(line: Line, first: int) -> int:
    """Return the first token of the bound words in front of token `first`, or `first` where there are none."""
    low = line.low
    k = first
    for _ in range(4):
        if k == 0 or low[k - 1] not in _OPENING:
            return k
        found = _phrase_before(low, k)
        if found:
            k -= found[0]
        elif low[k - 1] in _SKIPPED:
            k -= 1
        else:
            return k
    return k


def _phrase_before(low: list[str], k: int) -> tuple[int, Bound] | None:
    """Return how many words the bound phrase that ends before token `k` has, and what it means."""
    for words, bound in _BEFORE.get(low[k - 1], ()):
        width = len(words)
        if width == 1 or (low[k - 2] == words[-2] and low[max(0, k - width) : k] == words):
            return width, bound
    return None


def spans_words(line: Line, first: int) -> bool:
    """Tell whether a bound phrase begins at token `first`."""
    low = line.low
    phrases = _STARTS.get(low[first])
    return phrases is not None and any(low[first : first + len(words)] == words for words, _ in phrases)


def find(line: Line, opening: int, first: int, stop: int, *, time: bool = False) -> Bound | None:
    """Return the bound of the quantity over the tokens [first, stop), whose bound words begin at token `opening`.

    `time` says that its unit is one of time.
    """
    found = after(line, stop)
    if found is None and opening < first:
        found = before(line, first, time=time)
    return found or _through_verb(line, first)


def _through_verb(line: Line, first: int) -> Bound | None:
    """Return the bound said of the verb in front of a quantity: "nearly reached $60 billion"."""
    low = line.low
    nearing = low[first - 1] in _REACHING and low[first - 2] in _NEARING
    return Bound("~", "below") if nearing else None


def before(line: Line, first: int, *, time: bool = False) -> Bound | None:
    """Return the bound said in front of token `first`, articles and the like between them skipped.

    With a unit of time, "over the ten months" bounds nothing.
    """
    low = line.low
    for k in range(first, max(0, first - 3), -1):
        if low[k - 1] not in _OPENING:
            return None
        found = _phrase_before(low, k)
        if found:
            return Bound(_OTHER_WAY[found[1].modifier]) if _is_denied(line, k - found[0]) else found[1]
        if low[k - 1] not in _SKIPPED or (low[k - 1] == "the" and time):
            return None
    return None


def _is_denied(line: Line, k: int) -> bool:
    """Tell whether the words of a bound from token `k` on are denied: "did not exceed", "without topping"."""
    while k > 0 and line.looks[k - 1] & AUXILIARY and not _denies(line.low[k - 1]):
        k -= 1
    return k > 0 and _denies(line.low[k - 1])


def _denies(word: str) -> bool:
    return word in _DENYING or word.endswith("n't")


def after(line: Line, stop: int) -> Bound | None:
    """Return the bound said behind a quantity."""
    for words, bound in _AFTER.get(line.low[stop], ()):
        if line.low[stop : stop + len(words)] == words:
            return bound
    return None
