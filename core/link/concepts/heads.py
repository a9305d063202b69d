"""The words by which an event's articles name things: each with all its mentions; a verb is one with its noun.

"Stormed" is told under "storm", "declared" under "declaration", where the articles have the noun; where they have none
the verb stands by itself. The spellings of one word meet: "cease-fire", "protestor".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from core.link.concepts import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.link.concepts.named_phrases import Naming
    from core.link.concepts.reading import Reading

MOST = 600  # heads that are compared: those that most articles have
NAME, VERB = "@", "~"  # what stands before a head that is an actor's name, or a verb without a noun
_ACTION = 0.4  # of its uses a noun names an action or a state: its verb may be told under it
_SHORTEST = 2  # letters of a head


class Place(NamedTuple):
    """Where something is named: the index of the article's reading and of the naming in it."""

    reading: int
    naming: int


class Head(NamedTuple):
    """A word by which something is named, and where."""

    word: str
    places: tuple[Place, ...]


class Heads(NamedTuple):
    """The heads that are compared, and which one each naming has, by its reading and itself."""

    listed: tuple[Head, ...]
    at: tuple[tuple[int, ...], ...]  # -1 where there is none


def gather(readings: Sequence[Reading]) -> Heads:
    """Return the heads of some articles, those that most articles have first."""
    counted = Counter(naming.word for reading in readings for naming in reading.namings if naming.form == "noun")
    shared = _spellings(counted)
    verbs: dict[str, str] = {}
    words_at = [[_head(naming, counted, shared, verbs) for naming in reading.namings] for reading in readings]
    times = Counter(word for own in words_at for word in own)
    articles = Counter(word for own in words_at for word in set(own))
    order = sorted(
        filter(lambda word: _counts(word, times[word]), times),
        key=lambda word: (-articles[word], -times[word], word),
    )
    number = {word: place for place, word in enumerate(order[:MOST])}
    at = tuple([tuple([number.get(word, -1) for word in own]) for own in words_at])
    places: list[list[Place]] = [[] for _ in number]
    for reading_number, own in enumerate(at):
        for index, head in enumerate(own):
            if head >= 0:
                places[head].append(Place(reading_number, index))
    return Heads(tuple([Head(word, tuple(places[head])) for word, head in number.items()]), at)


def _counts(word: str, times: int) -> bool:
    """Tell whether a head is looked at: a noun however often it stands, a name or verb from the second time."""
    return len(word) >= _SHORTEST and not word.isdigit() and (times > 1 or word[0] not in (NAME, VERB))


def _head(naming: Naming, counted: Mapping[str, int], shared: Mapping[str, str], verbs: dict[str, str]) -> str:
    if naming.form == "noun":
        return shared.get(naming.word, naming.word)
    if naming.form == "name":
        return NAME + naming.word
    if naming.word not in verbs:
        verbs[naming.word] = _noun_of(naming.word, counted)
    noun = verbs[naming.word]
    return shared.get(noun, noun)


def _noun_of(verb: str, counted: Mapping[str, int]) -> str:
    """Return the noun of a verb's action that the articles have most, else the verb itself."""
    row = words.actions().get(verb)
    stem = verb.removesuffix("e")
    named = [verb, f"{verb}ing", f"{stem}ing", *(row.nouns if row else ())]
    found = [noun for noun in named if counted.get(noun) and is_action(noun)]
    return max(found, key=lambda noun: (counted[noun], noun)) if found else VERB + verb


def is_action(noun: str) -> bool:
    """Tell whether a noun mostly names what is done, happens or holds; one in -ing that no list has does."""
    kinds = words.kinds(noun)
    if not kinds:
        return noun.endswith("ing")
    return sum(share for kind, share in kinds.items() if words.sorts()[kind].action == "yes") >= _ACTION


def _spellings(counted: Mapping[str, int]) -> dict[str, str]:
    """Return for a noun the more usual spelling of the same word that the articles have too."""
    alike: dict[str, list[str]] = defaultdict(list)
    for noun in counted:
        plain = noun.replace("-", "").replace("’", "'")
        if plain.endswith("or") and len(plain) > 5:
            plain = plain[:-2] + "er"
        alike[plain.replace("ise", "ize").replace("our", "or").replace("ogramme", "ogram")].append(noun)
    found: dict[str, str] = {}
    for nouns in alike.values():
        usual = max(nouns, key=lambda noun: (counted[noun], noun))
        found |= {noun: usual for noun in nouns if noun != usual}
    return found
