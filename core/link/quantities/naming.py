"""What a quantity is called: in the words its articles use, with what is done to what is counted.

"people killed", "jobs added in May", "trade turnover between Norland and Sudland". The wording most articles share
wins; the words stand in one of the articles, but for the deed, whose wording `quantities_names.csv` gives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from core.lexicon import load
from core.link.quantities.mention import content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.link.quantities.mention import Mention

_LONGEST = 8  # words of a name
# What names no quantity is only what the number was told of: "sum told of Mr Orr".
_TOLD_OF = {"money": "sum told of {}", "percent": "percentage told of {}"}


class _Wording(NamedTuple):
    """A row of `quantities_names.csv`."""

    predicate: str
    things: str  # with {} for what is counted: "{} killed"
    other: str  # with {} for what is measured: "{} offered"


@cache
def _wordings() -> Mapping[str, _Wording]:
    return {row.predicate: row for row in load.table("quantities_names.csv", _Wording)}


def name(mentions: Sequence[Mention], written: Sequence[str]) -> str:
    """Return the name of a quantity, "" where nothing says what it is.

    `written` is what each mention measures or counts, as the text has it, or "".
    """
    predicate = _most([mention.predicate for mention in mentions])
    counted = mentions[0].unit_class == "count"
    nouns = [words if mention.thing else "" for mention, words in zip(mentions, written, strict=True)]
    shown = (counted and _shared(mentions, nouns)) or _shared(mentions, written)
    if counted and (not shown or not any(mention.thing for mention in mentions)):
        shown = "people" if any(mention.people for mention in mentions) else shown
    unsaid = not counted or not any(mention.thing or mention.people for mention in mentions)
    if unsaid and not predicate and shown and not any(mention.measurable for mention in mentions):
        return _TOLD_OF.get(mentions[0].unit_class.partition(" ")[0], "number told of {}").format(shown)
    wording = _wordings().get(predicate) or _Wording(predicate, f"{{}} {predicate}", f"{predicate}: {{}}")
    form = wording.things if counted else wording.other
    if not predicate or _says(shown, form):
        return shown
    return form.format(shown).strip(" :")


def _says(name: str, form: str) -> bool:
    """Tell whether a name has the words of a form already: "death toll", "offer for Corvex"."""
    words = name.lower().split()
    return any(
        word[:4] == said[:4] for said in form.lower().replace("{}", "").replace(":", "").split() for word in words
    )


def _most(values: Sequence[str]) -> str:
    told = Counter(filter(None, values))
    return told.most_common(1)[0][0] if told else ""


def _shared(mentions: Sequence[Mention], written: Sequence[str]) -> str:
    """Return the wording whose words most articles have, of equal ones the shorter, "" where none has words."""
    articles: dict[str, set[str]] = defaultdict(set)
    for mention, words in zip(mentions, written, strict=True):
        for word in set(content(words)):
            articles[word].add(mention.key)
    best, highest = "", 0.0
    for words in sorted(set(filter(None, written))):
        told = content(words)
        if not told or len(words.split()) > _LONGEST or words[0].isdigit():
            continue
        # Each word counts by the articles that have it, less what it costs to read: one article alone doesn't pay.
        worth = sum(len(articles[word]) - 1 for word in set(told)) / (1 + 0.15 * len(words.split()))
        worth += 0.01 * written.count(words)
        if worth > highest:
            best, highest = words, worth
    return best
