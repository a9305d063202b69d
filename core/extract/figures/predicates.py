"""What is done to what a figure counts or measures: "killed" in "killed 31", "31 dead", "the death toll rose to 31".

Found through the grammar of the clause. In order: the noun the figure counts ("31 deaths"), the verb whose object it is
("killed 31"), the verb or adjective whose subject it is ("31 people were killed": see `told_behind`), the noun it is
told of ("a toll of 31", "the toll stood at 31"), the verb further in front ("fined the bank $5m"), what it shares with
the figure it is listed with. What is denied has none ("did not kill the 31"); what is only possible has the status of a
forecast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import NEGATION
from core.extract.english.looks import ADVERB, AUXILIARY, DETERMINER, ENDS_LY, PREPOSITION, RELATIVE, TAKEN, VERBAL
from core.extract.english.verbs import is_verb
from core.extract.figures import told_behind
from core.extract.figures.figure_words import CLASSES
from core.extract.figures.predicate_words import ENTRIES, TAILS, Predicate, entries, made

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.measure import Measure
    from core.extract.figures.quantities import Quantity

_LISTING = CLASSES["listing word"]
_UNNAMED = CLASSES["unnamed people"]
_INCLUDED = CLASSES["opening a part"]
_SAVED = "rescued"
_LINK = 2  # tokens between a sum and the noun it is told of: "$5m in the"
_OBJECTS = 8  # tokens of what stands between a verb and its second object: "fined the bank $5m"


def find(
    line: Line, quantity: Quantity, label: Measure | None, last: tuple[Quantity, Predicate | None] | None
) -> Predicate | None:
    """Return what is done to what a quantity counts; `last` is the quantity before it with its own."""
    if quantity.kind == "ordinal" or quantity.attributive:
        return _labelled(line, quantity, label) if quantity.kind == "money" else None
    governed = _governing(line, quantity)
    counted = _counted(line, quantity)
    if quantity.kind == "money" and label and quantity.stop <= label.first <= quantity.stop + _LINK:
        counted = _labelled(line, quantity, label)  # "made a $5m offer", "seeks $5m in cuts"
    if counted and not (governed and governed.name == _SAVED):
        return counted
    if governed or (governed is None and _denied(line, quantity.front - 1)):
        return governed
    return (
        told_behind.find(line, quantity)
        or _labelled(line, quantity, label)
        or _governing_far(line, quantity)
        or _listed(line, quantity, last)
        or _person(line, quantity)
    )


def names_people(quantity: Quantity) -> bool:
    """Tell whether nothing but its predicate says what a quantity counts: "31", "31 dead", "31 others"."""
    if quantity.kind == "other":
        return True
    if quantity.counted is None or quantity.kind != "count" or len(quantity.counted.words) > 1:
        return False
    head = quantity.counted.head
    return head in _UNNAMED or any(entry.pos in ("adjective", "verb") for entry in ENTRIES.get(head, ()))


def _denied(line: Line, k: int) -> bool:
    """Tell whether "not" or "n't" stands right in front of the verb group that ends at token `k`."""
    for j in range(k, max(-1, k - 4), -1):
        word = line.low[j]
        if word in NEGATION or word.endswith("n't"):
            return True
        if j < k and not line.looks[j] & (AUXILIARY | ADVERB | ENDS_LY):
            return False
    return False


def _counted(line: Line, quantity: Quantity) -> Predicate | None:
    """Return what the counted noun tells: "31 deaths", "31 dead", "31 road deaths"."""
    noun = quantity.counted
    if noun is None or quantity.kind != "count":
        return None
    k = quantity.stop - 1
    for entry in entries(line, k, quantity):
        if entry.pos in ("noun", "adjective") or (entry.participle and len(noun.words) == 1):
            return made(entry, k)
    return None


def _person(line: Line, quantity: Quantity) -> Predicate | None:
    """Return what the counted persons are, or what an adjective before them tells: "31 victims", "31 missing men"."""
    noun = quantity.counted
    if noun is None or quantity.kind != "count":
        return None
    for k in range(quantity.stop - 1, noun.first - 1, -1):
        for entry in entries(line, k, quantity):
            if entry.pos == "person" or (k < quantity.stop - 1 and (entry.pos == "adjective" or entry.participle)):
                return made(entry, k)
    return None


def _governing(line: Line, quantity: Quantity) -> Predicate | None:
    """Return the verb right in front of a quantity that is its object, or the noun in front of its "of"."""
    low, looks = line.low, line.looks
    j = quantity.front - 1
    while j > 0 and (looks[j] & (DETERMINER | ENDS_LY) or low[j] in _LISTING):
        j -= 1
    if j < 0:
        return None
    if low[j] == "of":
        return _noun_before(line, j - 1, quantity)
    start = j
    if low[j] in TAILS:
        while start > max(0, j - 4) and low[start] not in ENTRIES:
            start -= 1
    for k in {j, start}:
        for entry in entries(line, k, quantity):
            if entry.pos == "verb" and entry.takes == "object" and k + 1 + len(entry.tail) == j + 1:
                if looks[k - 1] & DETERMINER and not looks[k - 1] & RELATIVE and not entry.ing:
                    continue  # "the released 31", but "a raid that killed 31"
                return None if _denied(line, k - 1) else made(entry, k)
    return None


def _noun_before(line: Line, j: int, quantity: Quantity) -> Predicate | None:
    """Return the noun at token `j`, in front of "of": "the deaths of 31 men", "a toll of 31"."""
    for entry in entries(line, j, quantity):
        if entry.pos == "noun" or entry.ing:
            return made(entry, j)
    return None


def _labelled(line: Line, quantity: Quantity, label: Measure | None) -> Predicate | None:
    """Return what the noun tells that a quantity is told of: "the death toll was 31", "a $5m offer"."""
    if label is None or quantity.counted is not None:
        return None
    low, looks = line.low, line.looks
    end = label.stop
    for k in range(label.first + 1, label.stop):
        if looks[k] & PREPOSITION:
            end = k
            break
    spans = (range(end - 1, label.first - 1, -1), range(end, label.stop))
    for k in (k for span in spans for k in span):
        for entry in entries(line, k, quantity):
            if entry.pos in ("noun", "adjective") or (entry.pos == "verb" and entry.participle and k != end - 1):
                return made(entry, k)
        if k == end - 1 and quantity.kind == "other" and low[k] != "number":
            break
    return None


def _governing_far(line: Line, quantity: Quantity) -> Predicate | None:
    """Return the verb of a sum some words in front of it: "fined the bank $5m", "bought the mill for $40m"."""
    low, looks = line.low, line.looks
    if quantity.kind != "money":
        return None
    for j in range(quantity.front - 1, max(-1, quantity.front - 1 - _OBJECTS), -1):
        if looks[j] & TAKEN or low[j] in (";", ":", ",", "and"):
            return None
        if not looks[j] & VERBAL or not is_verb(line, j):
            continue
        for entry in entries(line, j, quantity):
            if entry.pos == "verb":
                return None if _denied(line, j - 1) else made(entry, j)
        if not looks[j] & AUXILIARY:
            return None
    return None


def _listed(line: Line, quantity: Quantity, last: tuple[Quantity, Predicate | None] | None) -> Predicate | None:
    """Return the predicate of the quantity in front that this one is listed with: "killed 31 men and 12 women"."""
    if last is None or last[1] is None or last[0].kind != quantity.kind:
        return None
    k = last[0].stop
    between = line.low[k : quantity.front]
    if len(between) > 3 or not between or any(word not in _INCLUDED for word in between):
        return None
    return last[1]
