"""What articles are about, where nobody has said: groups of one subject, and a name for each.

A topic is broader than a story: articles of one topic share names and words over weeks and events. Groups are those of
`stories` with a lower threshold and without regard to days. A label is the subject of a group's headings (see
`topic_names`); where these tell none, it is made of terms that most articles of the group share and articles of other
groups don't.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import count
from typing import TYPE_CHECKING

from core.extract.figures import peoples
from core.link import likeness, stories, topic_names
from core.link.likeness import Damping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

    from core.link.signatures import Signature
    from core.link.topic_names import Heading

THRESHOLD = 0.08  # mean similarity at which two groups are still one topic
NAME_WEIGHT = 2.0  # how much one use of a name counts; of another word, 1
SHORTEST = 4  # letters of a word that may stand in a label
TERMS = 4  # in a label
LISTED = 2  # of them, where a label is a list and no other group has it
SHARED = 0.5  # of a group's articles that must use a term of its label


def group(signatures: Sequence[Signature], threshold: float = THRESHOLD) -> list[str]:
    """Return the topic of each article, in the order given: the key of its earliest article."""
    return stories.group(signatures, threshold, damping=Damping(), closeness=0.0)


def derive(
    groups: Mapping[str, Sequence[Signature]], headings: Mapping[str, Heading] | None = None, terms: int = TERMS
) -> dict[str, str]:
    """Return a label for each group: the subject of its headings, else its most distinctive shared terms.

    No group of two or more bears the label of another or a topic that was given. `headings` has an article's title and
    first sentence, by its key, where they can be read as English. A term counts by the share of the group's articles
    that use it, by how often they do, and by how few articles of the other groups use it (with one group only the first
    two tell). A group without shared words is "unnamed".
    """
    headings = headings or {}
    names = {name for articles in groups.values() for article in articles for name, _ in article.names}
    weights = {name: [_terms(article, names) for article in articles] for name, articles in groups.items()}
    used = {name: Counter(term for article in articles for term in article) for name, articles in weights.items()}
    everywhere = Counter(term for articles in weights.values() for article in articles for term in article)
    own = {name: _uses(articles) for name, articles in groups.items()}
    total = _uses(article for articles in groups.values() for article in articles)
    size = sum(map(len, groups.values()))
    taken = {article.topic for articles in groups.values() for article in articles if article.topic}
    labels: dict[str, str] = {}
    for name, articles in sorted(groups.items(), key=lambda each: (-len(each[1]), each[0])):
        others = size - len(articles)
        listed = _listed(_best(weights[name], used[name], everywhere, others, terms))
        told = [article for article in articles if article.key in headings] if len(articles) > 1 else []
        found = topic_names.likely(
            [headings[article.key] for article in told],
            [{term for term, _ in article.terms} for article in told],
            {name for article in articles for name, _ in article.names},
            _rarity(own[name], total, others),
        )
        labels[name] = _free([*found, *listed], taken)
        if len(articles) > 1:  # one article alone makes no topic
            taken.add(labels[name])
    return {name: labels[name] for name in groups}


def _uses(articles: Iterable[Signature]) -> Counter[str]:
    """Return how many articles use each word."""
    return Counter(term for article in articles for term, _ in article.terms)


def _rarity(own: Counter[str], total: Counter[str], others: int) -> Callable[[str], float]:
    """Return how little a word is used by other articles, those at hand and news in general: 0 to 1."""
    most = math.log(others + likeness.BACKGROUND)
    shares = likeness.shares()

    def rarity(word: str) -> float:
        elsewhere = total[word] - own[word] + likeness.BACKGROUND * shares.get(word, 0.0)
        return 1 - math.log1p(elsewhere) / most if elsewhere < others + likeness.BACKGROUND else 0.0

    return rarity


def _listed(best: Sequence[str]) -> Iterator[str]:
    """Yield labels made of the best terms, ever longer ones; peoples and their adjectives say nothing alone."""
    telling = [term for term in best if term.lower() not in peoples.ANY]
    for length in range(LISTED, len(telling) + 1):
        yield ", ".join(telling[:length])
    yield ", ".join(telling)


def _free(labels: Iterable[str], taken: Set[str]) -> str:
    """Return the first label that no other group has."""
    known = [label for label in labels if label] or ["unnamed"]
    for label in known:
        if label == "unnamed" or label not in taken:
            return label
    return next(label for number in count(2) if (label := f"{known[0]} ({number})") not in taken)


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


def _best(
    articles: Sequence[Mapping[str, float]], used: Counter[str], everywhere: Counter[str], others: int, terms: int
) -> list[str]:
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
    return chosen
