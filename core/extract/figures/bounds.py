"""The bound words around a figure: about, more than, up to, or so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import NEGATION
from core.extract.english.looks import AUXILIARY
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.model import Modifier


class _Bound(NamedTuple):
    """A row of `figures_bounds.csv`."""

    phrase: str
    modifier: str
    place: str


_ROWS = load.table("figures_bounds.csv", _Bound)
_SKIPPED = CLASSES["before bound"]
_REACHING = CLASSES["reaching"]
_NEARING = CLASSES["nearing"]
_DENYING = NEGATION | {"without", "cannot"}
_OTHER_WAY: dict[Modifier, Modifier] = {"<": ">", ">": "<", "~": "~"}
_MODIFIERS: dict[str, Modifier] = {"~": "~", "<": "<", ">": ">"}


def _index(place: str) -> dict[str, list[tuple[list[str], Modifier]]]:
    made: dict[str, list[tuple[list[str], Modifier]]] = {}
    for row in _ROWS:
        if row.place == place:
            words = row.phrase.replace("-", "- ").split()
            key = words[-1] if place == "before" else words[0]
            made.setdefault(key, []).append((words, _MODIFIERS[row.modifier]))
    for candidates in made.values():
        candidates.sort(key=lambda item: -len(item[0]))
    return made


_BEFORE, _AFTER = _index("before"), _index("after")
_OPENING = _SKIPPED | _BEFORE.keys()
_STARTS: dict[str, list[tuple[list[str], Modifier]]] = {}
for _candidates in _BEFORE.values():
    for _words, _modifier in _candidates:
        _STARTS.setdefault(_words[0], []).append((_words, _modifier))


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


def _phrase_before(low: list[str], k: int) -> tuple[int, Modifier] | None:
    """Return how many words the bound phrase that ends before token `k` has, and what it means."""
    for words, modifier in _BEFORE.get(low[k - 1], ()):
        width = len(words)
        if width == 1 or (low[k - 2] == words[-2] and low[max(0, k - width) : k] == words):
            return width, modifier
    return None


def spans_words(line: Line, first: int) -> bool:
    """Tell whether a bound phrase begins at token `first`."""
    low = line.low
    phrases = _STARTS.get(low[first])
    return phrases is not None and any(low[first : first + len(words)] == words for words, _ in phrases)


def find(line: Line, opening: int, first: int, stop: int, *, time: bool = False) -> Modifier | None:
    """Return the modifier of the quantity over the tokens [first, stop), whose bound words begin at token `opening`.

    `time` says that its unit is one of time.
    """
    found = after(line, stop)
    if found is None and opening < first:
        found = before(line, first, time=time)
    return found or _through_verb(line, first)


def _through_verb(line: Line, first: int) -> Modifier | None:
    """Return the modifier said of the verb in front of a quantity: "nearly reached $60 billion"."""
    low = line.low
    nearing = low[first - 1] in _REACHING and low[first - 2] in _NEARING
    return "~" if nearing else None


def before(line: Line, first: int, *, time: bool = False) -> Modifier | None:
    """Return the modifier said in front of token `first`, articles and the like between them skipped.

    With a unit of time, "over the ten months" bounds nothing.
    """
    low = line.low
    for k in range(first, max(0, first - 3), -1):
        if low[k - 1] not in _OPENING:
            return None
        found = _phrase_before(low, k)
        if found:
            return _OTHER_WAY[found[1]] if _is_denied(line, k - found[0]) else found[1]
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


def after(line: Line, stop: int) -> Modifier | None:
    """Return the modifier said behind a quantity."""
    for words, modifier in _AFTER.get(line.low[stop], ()):
        if line.low[stop : stop + len(words)] == words:
            return modifier
    return None
