"""Why a mention belongs to its quantity, in a sentence: what it shares with the one elsewhere that it fits best."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.link.quantities.mention import Mention

BY_HAND = "Joined by hand."
_WORDS = 3  # words in common that are named


def reason(mention: Mention, other: Mention | None) -> str:
    """Return the sentence for a mention and the one of another article that it fits best, None where there is none."""
    if other is None:
        return "Told by this article alone."
    shared = list(_shared(mention, other))
    value = _value(mention, other)
    return f"{value}; {'; '.join(shared)}." if shared else f"{value}, in one event."


def _value(mention: Mention, other: Mention) -> str:
    if mention.low == other.low and mention.high == other.high:
        return "The same number"
    if max(mention.least, other.least) <= min(mention.most, other.most):
        return "The same number as exactly as it is told"
    return "Another number for the same"


def _shared(mention: Mention, other: Mention) -> Iterator[str]:
    """Yield what the two share, the most telling first."""
    if mention.predicate and mention.predicate == other.predicate:
        yield f"both {mention.predicate}"
    if mention.thing and mention.thing == other.thing:
        yield f"both of “{mention.thing}”"
    elif mention.people and other.people:
        yield "both of people"
    measure = sorted(mention.measure & other.measure)
    if measure:
        yield f"both measure “{' '.join(measure)}”"
    owner = sorted(mention.owner & other.owner)
    if owner:
        yield f"both of “{' '.join(owner)}”"
    if mention.period and mention.period == other.period:
        yield f"both for {mention.period}"
    skipped = {mention.thing, *mention.measure, *mention.owner}
    words = [word for word in mention.context if word in other.context and word not in skipped][:_WORDS]
    if words:
        yield f"both near {', '.join(f'“{word}”' for word in words)}"
