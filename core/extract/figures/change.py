"""Whether a figure tells a rise or a fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.inflection import conjugate, plural
from core.extract.english.looks import ALPHA, AUXILIARY, CONJUNCTION, FUNCTION, LISTED_VERB, PREPOSITION, VERBAL
from core.extract.english.noun_phrases import is_time_phrase
from core.extract.english.verbs import is_verb
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.figures.line import Line
    from core.model import Change, Move


class _ChangeWord(NamedTuple):
    """A row of `figures_changes.csv`."""

    word: str
    pos: str
    direction: str


_ROWS = load.table("figures_changes.csv", _ChangeWord)
_DIRECTIONS: dict[str, Change | None] = {"increase": "increase", "decrease": "decrease", "": None}


def _inflected(row: _ChangeWord) -> Iterator[str]:
    if row.pos == "verb":
        base, third, past, participle, ing = conjugate(row.word)
        yield from (base, third, *past, *participle, *ing)
    else:
        yield row.word
        if row.pos == "noun":
            yield plural(row.word)


def _forms(pos: str) -> dict[str, Change | None]:
    return {form: _DIRECTIONS[row.direction] for row in _ROWS if row.pos == pos for form in _inflected(row)}


VERBS, NOUNS, ADVERBS = _forms("verb"), _forms("noun"), _forms("adverb")
_SKIPPED = CLASSES["before change"]
COMPARATIVES = _forms("comparative")
_TELLING = VERBS.keys() | NOUNS.keys() | ADVERBS.keys() | {"of"}
_BEHIND: dict[str, Change | None] = {**COMPARATIVES, **NOUNS}
_BEHIND_KINDS = frozenset(("percent", "money", "count"))
_SIGNS: dict[str, Change] = {"+": "increase", "-": "decrease", "−": "decrease"}
_MEANS = frozenset(("average", "total"))
_CLOSING = CLASSES["closing"]
_LINKS = frozenset(("by", "to"))
_MOVES: dict[str, Move] = {"by": "by", "from": "from", **dict.fromkeys(CLASSES["arriving"], "to")}
_DIFFERENCES = NOUNS.keys() - CLASSES["amount of change"]
_BETWEEN = 2  # words between a figure and the word that tells its part in a change
_OBJECT = 9  # words between a verb of change and the figure its object is tied to


def find(line: Line, first: int, stop: int, kind: str) -> Change | None:
    """Return the direction said of the quantity over the tokens [first, stop)."""
    low = line.low
    if low[first] in VERBS:
        return VERBS[low[first]]  # "doubled"
    if kind == "percent" and (sign := _sign(line, first)):
        return sign
    k = first - 1
    steps = 0
    while k >= 0 and low[k] in _SKIPPED and steps < 6:
        k -= 1
        steps += 1
    if low[k] == "of" and low[k - 1] in _MEANS and low[k - 2] in ("a", "an") and low[k - 3] == "by":
        k -= 4  # "rose by an average of 3%"
    direction = _in_front(line, k, kind) if low[k] in _TELLING else None
    if not direction and k == first - 1 and kind == "percent" and line.looks[k] & (ALPHA | FUNCTION) == ALPHA:
        direction = _governing(line, k)  # "cut the rate half a point"
    if not direction and steps and not _LINKS.isdisjoint(low[max(0, k) : first]):
        direction = _governing(line, k)
    if not direction and kind in _BEHIND_KINDS:
        direction = behind(line, stop)
    return direction


def _sign(line: Line, first: int) -> Change | None:
    """Return the direction that a sign glued to a percentage tells where no verb says it is a level: "Acme +1.4%"."""
    k = first if line.low[first] in _SIGNS else first - 1
    if line.low[k] not in _SIGNS or not line.glued(k + 1) or line.glued(k) or k == 0:
        return None
    return _SIGNS[line.low[k]] if not line.looks[k - 1] & (PREPOSITION | AUXILIARY) else None


def _in_front(line: Line, k: int, kind: str) -> Change | None:
    """Return the direction that token `k`, in front of a quantity, tells."""
    low = line.low
    word, after = low[k], low[k + 1]
    direction = None if after == "than" else VERBS.get(word)  # "lower than"
    if not direction and word in ADVERBS and _is_adverb_of_change(line, k, kind):
        direction = ADVERBS[word]
    if not direction and word in NOUNS and after in ("of", "by"):
        direction = NOUNS[word]
    if not direction and word == "of":
        direction = NOUNS.get(low[k - 1])
    return direction


def _is_adverb_of_change(line: Line, k: int, kind: str) -> bool:
    """Tell whether "up" or "lower" at token `k` tells a change: not in "up to", "lower than", "gave up"."""
    if line.low[k + 1] in ("to", "than"):
        return False
    if (
        line.low[k + 1] == "by"
        or line.looks[k - 1] & AUXILIARY
        or line.low[k - 1] in VERBS
        or line.low[k - 1] in _CLOSING
    ):
        return True
    return kind != "count" and not is_verb(line, k - 1)


def moved(line: Line, front: int, low: float, high: float) -> Change | None:
    """Return the direction of a move from one value to another: "fell from 9% to 7%"; None for a mere range."""
    if line.low[front - 1] != "from" or governing(line, front - 2) < 0:
        return None
    return "increase" if low < high else "decrease" if low > high else None


def move(line: Line, front: int) -> Move | None:
    """Return what a quantity whose bound words begin at token `front` is in the change told of it; None if unsaid.

    By the nearest word in front of it: "rose by 3%", "a rise of 3%"; "fell from 9% to 7%"; "rose to an estimated £9m",
    "stood higher at 7%".
    """
    low = line.low
    for k in range(front - 1, max(-1, front - 2 - _BETWEEN), -1):
        word = low[k]
        if word == "of" and low[k - 1] in _MEANS and low[k - 3] == "by":
            return "by"  # "by an average of 3%"
        if word in _MOVES:
            return "by" if word == "of" and low[k - 1] in _DIFFERENCES else _MOVES[word]
        if not line.looks[k] & ALPHA or word in VERBS:
            return None
    return None


def _governing(line: Line, k: int) -> Change | None:
    """Return the direction of the verb whose object ends at token `k`: "lifted its rate (by 2%)", "fell (to 2%)"."""
    verb = governing(line, k)
    return VERBS[line.low[verb]] if verb >= 0 else None


def governing(line: Line, k: int) -> int:
    """Return the verb of change at token `k`, or the one in front of a short object that ends there; -1 for none."""
    for j in range(k, max(-1, k - _OBJECT), -1):
        word, look = line.low[j], line.looks[j]
        if look & VERBAL and is_verb(line, j):
            return j if word in VERBS else -1
        if not look & ALPHA or look & AUXILIARY or (look & CONJUNCTION and not is_time_phrase(line, j + 1)):
            return -1  # but "has dropped since May"
    return -1


def behind(line: Line, stop: int) -> Change | None:
    """Return the direction of a noun or adverb right behind a quantity, one word between them at most."""
    for j in (stop, stop + 1):
        word, look = line.low[j], line.looks[j]
        if word in _BEHIND:
            return _BEHIND[word]
        if not look & ALPHA or look & PREPOSITION or (look & LISTED_VERB and word not in VERBS):
            return None  # "three in five want more"
    return None
