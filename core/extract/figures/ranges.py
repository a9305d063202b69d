"""Two quantities that are the ends of one range: "$89 to $93 billion", "between 5 and 7 per cent"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.extract.english.looks import ALPHA, AUXILIARY, ENDS_LY, FUNCTION
from core.extract.english.verbs import group_start, is_verb
from core.extract.figures import change
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line
    from core.extract.figures.quantities import Quantity

_DASHES = frozenset(("-", "–", "—", "‑", "−"))
_HYPHENATED = {("-", "to"), ("to", "-"), ("-", "-"), ("-", "to", "-")}
# The words that open a range, by the word between its ends; behind them the second end may go without its unit.
_OPENERS = {link: CLASSES[f"range opener {link}"] for link in ("to", "through", "and")}
_LINKS = _DASHES | _OPENERS.keys() | {"or"}
_WIDEST = 6  # tokens between the ends of a range
_HUNDREDTHS = CLASSES["hundredth"]
_LOOSENERS = CLASSES["loosener"]
_BEFORE_CHANGE = CLASSES["before change"]
_UNSETTLED = CLASSES["unsettled"]
_GROUP = re.compile(r"\d{1,3},000")
_THOUSAND = 1000
_WIDE = 3.0  # times its low end: as wide as a range is that is expected, or has its unit but once


def join(line: Line, found: list[Quantity]) -> list[Quantity]:
    """Return the quantities with the ends of ranges made one."""
    if len(found) < 2:
        return found
    joined: list[Quantity] = []
    i = 0
    while i < len(found):
        low = found[i]
        high = found[i + 1] if i + 1 < len(found) else None
        if high is None or high.first - low.stop > _WIDEST:
            joined.append(low)
            i += 1
            continue
        if _adds_up(line, low, high):
            joined.append(_sum(low, high))
            i += 2
            continue
        if _arrives(line, low, high):
            high.arrived = True
        elif _is_range(line, low, high):
            joined.append(_merge(line, low, high))
            i += 2
            continue
        joined.append(low)
        i += 1
    return joined


def _adds_up(line: Line, low: Quantity, high: Quantity) -> bool:
    """Tell whether the second is the small change of the first: "3 dollars 50 cents", "6ft 4in"."""
    if high.first - low.stop > 1:
        return False
    link = line.low[low.stop] if low.stop < high.first else ""
    if link == "-" and low.unit == "foot" and high.kind == "other":
        return low.high is None and 0 <= high.value < 12  # "5-foot-11"
    if link not in ("", "and") or low.high is not None or high.high is not None or high.value < 0:
        return False
    if low.kind == "money" and low.number.scale == 1 and low.unit not in _HUNDREDTHS:
        if high.unit in _HUNDREDTHS:
            return high.value < 100
        bare = high.kind == "other" and not line.low[high.stop][:1].isalnum() and line.low[low.stop - 1].isalpha()
        return bare and 0 < high.value < 100 and high.value == int(high.value)
    return low.unit == "foot" and high.unit == "inch" and high.value < 12


def _sum(low: Quantity, high: Quantity) -> Quantity:
    part = high.value / (12 if low.unit == "foot" else 100)
    return type(low)(low.first, high.stop, low.number, low.value + part, low.kind, low.unit)


def _is_range(line: Line, low: Quantity, high: Quantity) -> bool:
    """Tell whether the words between two quantities, and those before, make them the ends of a range."""
    between = line.low[low.stop : high.first]
    voted = low.unit == "votes" == high.unit  # "passed 234-193": those for and those against
    if voted or _LINKS.isdisjoint(between) or not (_is_end(low) and _is_end(high)):
        return False
    gap = tuple([word for word in between if word not in _LOOSENERS])
    link = "to" if gap in _HYPHENATED else gap[0] if len(gap) == 1 else ""
    if link == "or":
        return low.kind == "other" and high.value == low.value + 1 and high.kind != "money"
    if link not in _DASHES and link not in _OPENERS:
        return False
    compatible = low.unit is None or low.unit == high.unit or _same_base(low, high)
    if link == "to" and low.kind == "money" and high.unit is None and high.number.scale > 1:
        compatible = low.number.scale == 1  # "$3 to 4 billion"
    if link in _DASHES:
        return compatible and (link != "—" or line.glued(high.first))
    opened = _opener(line, low) in _OPENERS[link]
    return (
        opened and (compatible or high.unit is None)
        if link == "and"
        else compatible or (opened and high.unit is None)
    )


def _arrives(line: Line, low: Quantity, high: Quantity) -> bool:
    """Tell whether the first quantity is how far something moved and the second where to: "fell 12p to 210p"."""
    gap = [word for word in line.low[low.stop : high.first] if word not in _LOOSENERS and word != ","]
    if gap != ["to"] or not (_is_end(low) and _is_end(high)):
        return False
    verb = _change_before(line, low.first)
    if verb < 0:
        return False
    if low.unit is not None and low.unit != high.unit and not _same_base(low, high):
        return True  # "rose 14% to £312 million"
    start = _scaled(line, low, high)
    if not start <= high.value <= start * _WIDE and (start == low.value or start > high.value):
        return True  # but not "raised $5 to $20 million": one scale is told for both
    if low.unit is None or start != low.value:
        return False  # "rose 3 to 5 percent"
    first = group_start(line, verb)
    return _UNSETTLED.isdisjoint(line.low[max(0, first - 1) : verb + 1])  # not "will rise by 3% to 5%"


def _change_before(line: Line, first: int) -> int:
    """Return the word of change that governs the quantity at token `first`, -1 where none does."""
    low, looks = line.low, line.looks
    k = first - 1
    while k >= 0 and (low[k] in _BEFORE_CHANGE or looks[k] & ENDS_LY) and low[k] not in ("to", "between"):
        k -= 1
    if k >= 0 and (low[k] in change.ADVERBS or low[k] == "of"):
        moved = k - 1
        if low[k] == "of":
            return moved if low[moved] in change.NOUNS else -1
        return moved if low[moved] in change.VERBS or looks[moved] & AUXILIARY else k
    if k >= 0 and change.VERBS.get(low[k]) and (is_verb(line, k) or low[k] not in change.NOUNS):
        return k
    tied = "by" in low[k + 1 : first] or (k == first - 1 and looks[k] & (ALPHA | FUNCTION) == ALPHA)
    verb = change.governing(line, k) if tied else -1  # "cut its rate (by) 3 points"
    return verb if verb >= 0 and change.VERBS[low[verb]] else -1


def _is_end(quantity: Quantity) -> bool:
    return quantity.high is None and quantity.kind != "ordinal"


def _same_base(low: Quantity, high: Quantity) -> bool:
    """Tell whether the units agree but for a rate said only once: "from $75 per barrel to $45"."""
    if low.unit is None or high.unit is None:
        return False
    return low.unit.partition(" per ")[0] == high.unit.partition(" per ")[0]


def _opener(line: Line, low: Quantity) -> str:
    k = low.first - 1
    while k >= 0 and line.low[k] in _LOOSENERS:
        k -= 1
    return line.low[k]


def _merge(line: Line, low: Quantity, high: Quantity) -> Quantity:
    """Return one quantity; a scale said only of the second end holds for both ("$89 to $93 billion")."""
    value = _scaled(line, low, high)
    unit = high.unit if low.unit is None or (high.unit and " per " in high.unit) else low.unit
    kind = high.kind if low.unit is None else low.kind
    return type(low)(
        low.first,
        high.stop,
        low.number,
        value,
        kind,
        unit,
        high.value,
        high.counted or low.counted,
        high.attributive,
    )


def _scaled(line: Line, low: Quantity, high: Quantity) -> float:
    """Return the first end with a scale that is said only of the second."""
    mantissa, scale = abs(low.number.value), high.number.scale
    if scale > 1 and low.number.scale == 1 and mantissa < 1000 and mantissa < 10 * high.number.mantissa:
        return low.value * scale
    grouped = _GROUP.fullmatch(line.low[high.number.first]) and "," not in line.low[low.number.first]
    if (
        grouped
        and scale == 1 == low.number.scale
        and line.low[low.number.stop] in _DASHES
        and mantissa < _THOUSAND
    ):
        return low.value * _THOUSAND if low.value * _THOUSAND < high.value else low.value  # "$5-8,000"
    return low.value
