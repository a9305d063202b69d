"""Whether a figure tells a rise or a fall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.figures import tables
from core.extract.figures.words import AUXILIARIES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.model import Change

_ROWS = tables.rows("figures_changes.csv")


_DIRECTIONS: dict[str, Change | None] = {"increase": "increase", "decrease": "decrease", "": None}


def _forms(pos: str) -> dict[str, Change | None]:
    return {
        form: _DIRECTIONS[row["direction"]]
        for row in _ROWS
        if row["pos"] == pos
        for form in (
            tables.inflections(row["word"]) if pos == "verb" else (row["word"], tables.plural(row["word"]))
        )
    }


VERBS, NOUNS, ADVERBS = _forms("verb"), _forms("noun"), _forms("adverb")
_SKIPPED = frozenset(
    "by about around nearly almost roughly approximately some a an another further more than over at least just only "
    "as much sharply slightly modestly steeply strongly less well under estimated".split()
)


def find(line: Line, first: int, stop: int, kind: str) -> Change | None:
    """Return the direction said of the quantity over the tokens [first, stop)."""
    low = line.low
    if low[first] in VERBS:
        return VERBS[low[first]]  # "doubled"
    k = first - 1
    steps = 0
    while k >= 0 and low[k] in _SKIPPED and steps < 6:
        k -= 1
        steps += 1
    word = line.low[k]
    direction = VERBS.get(word) or (ADVERBS.get(word) if kind != "count" or low[k - 1] in AUXILIARIES else None)
    if not direction and word in NOUNS and line.low[k + 1] in ("of", "by"):
        direction = NOUNS[word]
    if not direction and word == "of" and line.low[k - 1] in NOUNS:
        direction = NOUNS[line.low[k - 1]]
    if not direction and kind in ("percent", "money", "count"):
        for j in (stop, stop + 1):
            if line.low[j] in NOUNS:
                direction = NOUNS[line.low[j]]
                break
            if line.low[j] in ("higher", "lower"):
                direction = ADVERBS[line.low[j]]
                break
    return direction
