"""Phrases of the articles that may name a quantity: none that was cut off, and first what most articles share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors.name_classes import FEMALE, HONORIFICS, MALE, MODIFIERS, TITLES
from core.extract.english.function_words import POSSESSIVE, PREPOSITION, PRONOUN, ends_as_adverb
from core.extract.english.inflection import plural, singular
from core.extract.english.normal_forms import normalise
from core.extract.english.word_forms import is_ing, is_plural, is_third_person
from core.lexicon import load
from core.link.quantities.mention import content, persons

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 8  # words of a name
_COST = 0.15  # of a word more to read, in articles that share one
_BROKEN = re.compile(r"[\"“”()\[\]]|\d[.,]?\s*$|\bper cent\b")
_TICKER = re.compile(r"\s+\.\w+$")
_NEAR = 0.5  # of a word that an article has only near its figure
_PERSON, _NAME, _BYSTANDER, _QUANTITY, _OWNER = (
    0.05,
    0.3,
    0.4,
    1.3,
    0.8,
)  # worth of a phrase by what it is; of any other, 1


class Phrase(NamedTuple):
    """A phrase with the article that has it and the words around its figure.

    `owner`: it says what a sum is for or whose it is, not what is measured.
    """

    key: str
    words: str
    owner: bool = False
    context: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def clean(words: str) -> str:
    """Return a phrase without a verb or mark that hangs on its end, "" where it is no phrase that names."""
    told = _TICKER.sub("", words.strip()).split()
    if len(told) > 1 and is_plural(told[-2].lower()) and _hangs(told[-1]):
        told.pop()
    if not told or len(told) > _LONGEST or told[0][0].isdigit() or _BROKEN.search(words):
        return ""
    low = [word.lower().replace("’", "'") for word in told]
    if any(word.partition("'")[0] in PRONOUN | POSSESSIVE for word in low):
        return ""
    last = low[-1]
    if last in load.classes("quantities_naming.txt")["no noun"] or len(told) == 1 and ends_as_adverb(last):
        return ""
    return " ".join(told)


def _hangs(word: str) -> bool:
    """Tell whether a word behind a plural is the verb of its clause: "migrants makes", "goods entering"."""
    if not word.islower() or singular(word) in load.words("indicators_quantities.txt"):
        return False
    return is_third_person(word) or is_ing(word)


def best(phrases: Sequence[Phrase], least: float = 0.0, *, persons_told: bool = True) -> Phrase | None:
    """Return the phrase whose words most articles have, of equal ones that which says best what is measured.

    None where no phrase is worth more than `least`; one article alone is worth 0.05. Where `persons_told` is False no
    person is measured: money is, or time.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    near: dict[str, set[str]] = defaultdict(set)
    told_by = Counter(phrase.words for phrase in phrases)
    for key, words, _, context in phrases:
        for word in set(content(words)):
            articles[word].add(key)
        for word in set(context) - _says_little():
            near[word].add(key)
    titled = _titled([phrase.words for phrase in phrases])
    chosen, highest = None, least
    for phrase in sorted({phrase._replace(key="", context=()) for phrase in phrases}):
        told = content(phrase.words)
        if not told:
            continue
        # Each word counts by the articles that have it, less what it costs to read: one article alone doesn't pay.
        worth = sum(len(articles[word]) - 1 + _NEAR * len(near[word] - articles[word]) for word in set(told)) / (
            1 + _COST * len(phrase.words.split())
        )
        worth = (worth + 0.05 * told_by[phrase.words]) * (
            _PERSON if titled.issuperset(told) else _kind(phrase, persons_told=persons_told)
        )
        if worth > highest:
            chosen, highest = phrase, worth
    return chosen and chosen._replace(words=_usual(chosen.words, [phrase.words for phrase in phrases]))


@cache
def _says_little() -> frozenset[str]:
    """Return words that confirm nothing where they stand near a figure."""
    return load.classes("quantities_naming.txt")["bystander"] | load.words("indicators_generic.txt") | {"new"}


def _titled(told: Sequence[str]) -> frozenset[str]:
    """Return the words of persons whom one of the phrases calls by title or given name: "President Norr", "Norr"."""
    persons = [words for words in told if words[:1].isupper() and _is_person(words.split())]
    return frozenset(word for words in persons for word in content(words))


def _is_person(words: Sequence[str]) -> bool:
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    return words[0].lower().rstrip(".") in TITLES | HONORIFICS | MODIFIERS or words[0] in MALE | FEMALE


def _kind(phrase: Phrase, *, persons_told: bool) -> float:
    """Return what a phrase is worth by what it is: a quantity, a thing, somebody's name, what only tells of it."""
    words = phrase.words.split()
    end = next((index for index, word in enumerate(words) if index and word.lower() in PREPOSITION), len(words))
    bystanders = load.classes("quantities_naming.txt")["bystander"]
    owner = _OWNER if phrase.owner else 1.0
    head = singular(words[end - 1].lower())
    if (
        head in bystanders
        or len(words) == 1
        and head in load.words("indicators_generic.txt")
        or not persons_told
        and head in persons()
    ):
        return _BYSTANDER * owner
    if measurable(phrase.words):
        return _QUANTITY * owner
    named = all(word[0].isupper() for word in words if word.lower() not in PREPOSITION)
    return (_NAME if named else 1.0) * owner


def measurable(words: str) -> bool:
    """Tell whether a phrase names a quantity by itself: "median household income"."""
    named = normalise(words)
    return bool(named and named.measurable)


def _usual(words: str, others: Sequence[str]) -> str:
    """Return a phrase as others write it: without the capital of the sentence it began, in the plural."""
    first, _, rest = words.partition(" ")
    small = first[0].lower() + first[1:]
    if any(small in other.split() for other in others):
        words = f"{small} {rest}".strip()
    return plural(words) if plural(words) in others else words
