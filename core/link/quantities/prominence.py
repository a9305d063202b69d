"""How much a quantity is worth reading first, whoever tells it: what it is of, how large it is, where it stands.

Numbers that every article has a few of stand last: two or three of anything, ages, lengths of time. Of the others those
come first that articles begin with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.lexicon import load
from core.link.quantities import deeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.quantities.mention import Mention

_BEGINNING = 800  # characters of an article that are its beginning
_FEW, _SMALL = 3, 12  # counts up to here are told of anything
_PASSING = 0.1  # ages, lengths of time, ordinary small counts, pages and photos
_SMALLISH = 0.5
_UNNAMED = 0.5  # nothing is done to it, and no noun says which quantity it is


def worth(mentions: Sequence[Mention]) -> float:
    """Return how much a quantity is worth reading, from 0 to 1, by its mentions."""
    articles = {mention.key for mention in mentions}
    early = {mention.key for mention in mentions if mention.start < _BEGINNING}
    return _of_itself(mentions) * (0.5 + 0.5 * len(early) / len(articles))


def _of_itself(mentions: Sequence[Mention]) -> float:
    one = mentions[0]
    if one.unit_class == "time" or all(mention.aspect == "age" for mention in mentions):
        return _PASSING
    deed = bool(deeds.shared(mentions))
    if one.unit_class != "count":
        return 1.0 if deed or any(mention.measurable for mention in mentions) else _UNNAMED
    value = 1.0 if deed or any(mention.thing for mention in mentions) else _UNNAMED
    if one.thing in load.classes("quantities_naming.txt")["furniture"] and not deed:
        return _PASSING
    largest = max(abs(mention.value) for mention in mentions)
    if largest <= _FEW:
        return _SMALLISH if deed else _PASSING
    return value * (_SMALLISH if largest <= _SMALL and not deed else 1.0)
