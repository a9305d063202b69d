"""Which articles tell of one event, across outlets and days.

Articles are as like as their weighted words (`likeness`), less so the more days lie between them, and groups grow by
average linkage (`linkage`). A topic that was given is a wall: articles of two given topics never share a story. What a
pair is judged by comes from the two articles, from those at hand and from a table of words in news; nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.link import likeness, linkage
from core.link.likeness import Damping
from core.link.linkage import Articles, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.signatures import Signature

THRESHOLD = 0.12  # mean likeness, 0 to 1, at which two groups may still be one story

# What part of the mean likeness inside the looser of two groups that between them must reach.
CLOSENESS = 0.75

# Days tell two like events apart, but an event told over weeks keeps half of its likeness; years leave a tenth.
DAMPING = Damping(same_day=1.3, week=0.5, season=0.4)


def group(
    signatures: Sequence[Signature],
    threshold: float = THRESHOLD,
    *,
    damping: Damping = DAMPING,
    closeness: float = CLOSENESS,
) -> list[str]:
    """Return the story of each article, in the order given.

    A story's label is the key of its earliest article, or its smallest key where no article is dated. The grouping
    doesn't depend on the order of the articles. A `closeness` of 0 leaves the threshold alone to decide.
    """
    order = sorted(range(len(signatures)), key=lambda index: (signatures[index].key, signatures[index].terms))
    articles = [signatures[index] for index in order]
    labels = [""] * len(signatures)
    for members in _groups(articles, damping, Rule(threshold, closeness)):
        dated = [member for member in members if articles[member].published] or members
        first = min(dated, key=lambda member: (articles[member].published, member))
        for member in members:
            labels[order[member]] = articles[first].key
    return labels


def _groups(articles: Sequence[Signature], damping: Damping, rule: Rule) -> list[list[int]]:
    if not any(article.terms for article in articles):
        return [[index] for index in range(len(articles))]
    vectors, used_by = likeness.vectors(articles)
    days = np.array([article.published.toordinal() if article.published else np.nan for article in articles])
    near = likeness.near(vectors, used_by, days, damping, rule.threshold / 2)
    return linkage.average(Articles(vectors, days, [article.topic for article in articles]), near, damping, rule)
