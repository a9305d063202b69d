"""What articles are about, where nobody has said: groups of one subject, and a name for each.

A topic is broader than a story: articles of one topic share names and words over weeks and events. Groups are those of
`stories` with a lower threshold and without regard to days. A label is made of the terms that most articles of a group
share and articles of other groups don't.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from core.link import stories
from core.link.likeness import Damping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from core.link.signatures import Signature

THRESHOLD = 0.08  # mean similarity at which two groups are still one topic
NAME_WEIGHT = 2.0  # how much one use of a name counts; of another word, 1
SHORTEST = 4  # letters of a word that may stand in a label
TERMS = 4  # in a label
SHARED = 0.5  # of a group's articles that must use a term of its label


def group(signatures: Sequence[Signature], threshold: float = THRESHOLD) -> list[str]:
    """Return the topic of each article, in the order given: the key of its earliest article."""
    return stories.group(signatures, threshold, damping=Damping(), closeness=0.0)


def derive(groups: Mapping[str, Sequence[Signature]], terms: int = TERMS) -> dict[str, str]:
    """Return a label for each group: its most distinctive shared terms, as in "Union State, Lukashenko, trade".

    A term counts by the share of the group's articles that use it, by how often they do, and by how few articles of
    the other groups use it (with one group only the first two tell). A group without shared words is "unnamed".
    """
    names = {name for articles in groups.values() for article in articles for name, _ in article.names}
    weights = {name: [_terms(article, names) for article in articles] for name, articles in groups.items()}
    used = {name: Counter(term for article in articles for term in article) for name, articles in weights.items()}
    everywhere = Counter(term for articles in weights.values() for article in articles for term in article)
    size = sum(map(len, groups.values()))
    return {
        name: _label(articles, used[name], everywhere, size - len(articles), terms)
        for name, articles in weights.items()
    }


def _terms(article: Signature, known: Set[str]) -> dict[str, float]:
    """Return the terms that may stand in a label with their weights: names, and words that are in no name.

    A name counts for the known names of two words or more it ends in, too: "Mayor Ines Albrecht" for "Ines Albrecht".
    """
    names: defaultdict[str, float] = defaultdict(float)
    for name, times in article.names:
        names[name] += NAME_WEIGHT * times
        parts = name.split(" ")
        for start in range(1, len(parts) - 1):
            ending = " ".join(parts[start:])
            if ending in known:
                names[ending] += NAME_WEIGHT * times
    named = {word.lower() for name in names for word in name.split(" ")}
    words: dict[str, float] = {
        term: weight
        for term, weight in article.terms
        if term not in named and len(term) >= SHORTEST and not term[0].isdigit()
    }
    return words | names


def _label(
    articles: Sequence[Mapping[str, float]], used: Counter[str], everywhere: Counter[str], others: int, terms: int
) -> str:
    """Return the best terms of a group that share no word; `used` and `everywhere`: by how many articles."""
    size = len(articles)
    weight: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        for term, times in article.items():
            if used[term] >= SHARED * size:
                weight[term] += math.log1p(times) / size

    def worth(term: str) -> float:
        share = used[term] / size
        rarity = math.log1p(share / ((everywhere[term] - used[term] + 0.5) / (others + 1))) if others else 1.0
        return weight[term] * share * rarity

    chosen: list[str] = []
    taken: set[str] = set()
    for term in sorted(weight, key=lambda term: (-worth(term), term)):
        words = {word.lower() for word in term.split()}
        if len(chosen) < terms and not words & taken:
            chosen.append(term)
            taken |= words
    return ", ".join(chosen) or "unnamed"
