"""Which pronoun a person goes by, as far as the article or the given name tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.extract.actors.name_classes import FEMALE, MALE
from core.extract.attribution.source_words import CLASSES

if TYPE_CHECKING:
    from core.model import Actor

_HE = CLASSES["he"]
_SHE = CLASSES["she"]
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WIDTH = 24  # characters before a mention that may hold "Mrs." or "spokeswoman"


def pronoun(text: str, actor: Actor) -> str | None:
    """Return "he" or "she" for a person, None where nothing decides.

    A title beside a mention or the role decides before the given name does.
    """
    told = [text[max(0, start - _TITLE_WIDTH) : start].rpartition(",")[2] for start, _ in actor.mentions[:20]]
    beside = "\n".join((*told, actor.role or ""))
    words = frozenset(map(str.lower, _WORD.findall(beside)))
    his, hers = not words.isdisjoint(_HE), not words.isdisjoint(_SHE)
    if his == hers:
        given = actor.name.split(" ", 1)[0].lower()
        his, hers = given in MALE, given in FEMALE
    return None if his == hers else "he" if his else "she"
