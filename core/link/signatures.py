"""What of an article tells which event it is on: its day, its terms with their weight, its names.

Figures, names and words of the title weigh more than other words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from core.extract import READERS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from core.model import Article

# How much one use of a term counts; a use of another word counts 1.
TITLE_WEIGHT = 3
NAME_WEIGHT = 2
FIGURE_WEIGHT = 4

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĆČĐĞİŁŚŞŠŽŻ][^\W\d_]*"
_PART = rf"{_CAPITALISED}(?:[-.’'&]{_CAPITALISED})*"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,4}}")
_SENTENCE_END = frozenset(".!?:\n")
_OPENING = " \"“‘'("


class Signature(NamedTuple):
    """What of an article tells its story: its key, its day, its terms with their weighted counts, its names.

    `topic` is the one that was given, if any: a wall, beyond which nothing is looked for.
    """

    key: str
    published: datetime.date | None
    terms: tuple[tuple[str, int], ...]  # lower-cased words and numbers, in order
    names: tuple[tuple[str, int], ...]  # as written, with the number of mentions, in order
    topic: str | None = None


# Words that tell nothing of a text's subject, in any language that is read.
STOPWORDS = frozenset[str]().union(*(tongue.stopwords for tongue in READERS.values()))


def signature(key: str, article: Article) -> Signature:
    """Return the signature of an article as it was read; nothing of it need be analysed before.

    Names are runs of capitalised words inside sentences.
    """
    text = article.text
    names = Counter(match.group() for match in _NAME.finditer(text) if not _begins_sentence(text, match.start()))
    made = compose(key, article.published, article.title, Counter(_WORD.findall(text)), names)
    return made._replace(topic=article.topic)


def compose(
    key: str,
    published: datetime.date | None,
    title: str | None,
    words: Mapping[str, int],
    names: Mapping[str, int],
) -> Signature:
    """Return the signature of an article from what was stored of it: its words, numbers among them, and its names."""
    terms: defaultdict[str, int] = defaultdict(int)
    for word, times in words.items():
        terms[_term(word)] += times * (FIGURE_WEIGHT if word[0].isdigit() else 1)
    for name, times in names.items():
        for word in _WORD.findall(name):
            terms[_term(word)] += times * (NAME_WEIGHT - 1)
    for word in _WORD.findall(title or ""):
        terms[_term(word)] += TITLE_WEIGHT
    for word in STOPWORDS.intersection(terms):
        del terms[word]
    return Signature(key, published, tuple(sorted(terms.items())), tuple(sorted(names.items())))


def _term(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(_OPENING)
    return not before or before[-1] in _SENTENCE_END
