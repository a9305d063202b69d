"""What is done in a quantity: the predicate that enough of its mentions tell, so that one odd reading names nothing."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from core.extract.figures.predicate_words import LISTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.link.quantities.mention import Mention

_ENOUGH = 4  # one in so many mentions tells what is done
_MANY = 3  # of so many articles two tell it


def shared(mentions: Sequence[Mention]) -> str:
    """Return the predicate most mentions tell, "" where too few tell it; soldiers who were lost were killed."""
    killed = any(mention.predicate == "killed" for mention in mentions)
    told = [
        "killed" if killed and mention.people and mention.predicate == "lost" else mention.predicate
        for mention in mentions
    ]
    counted = Counter(filter(None, told))
    if not counted:
        return ""
    predicate, times = counted.most_common(1)[0]
    articles = {mention.key for mention in mentions}
    tellers = {mention.key for mention, said in zip(mentions, told, strict=True) if said == predicate}
    enough = times * _ENOUGH >= len(mentions) and len(tellers) >= (2 if len(articles) >= _MANY else 1)
    return predicate if enough else ""


@cache
def of_nouns() -> Mapping[str, str]:
    """Return for each noun that says by itself what was done the predicate it tells: "deaths" were killed."""
    found: dict[str, str] = {}
    for row in LISTED:
        if row.pos in ("noun", "person"):
            for word in row.words:
                found.setdefault(word, row.class_)
    return found
