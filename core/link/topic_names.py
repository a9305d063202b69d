"""The subject that the headings of a group of articles share: "Navy Yard shooting", "Union State talks".

A subject is a run of words that ends in a noun, as many of the group's headings have it, or a name and a noun that
many of them have. A heading is an article's title and its first sentence. What is a verb in one heading may be a noun
in another ("lawmakers ban", "the ban"): it counts as a noun where one of the group has it behind a determiner or a
preposition.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors import name_classes
from core.extract.english import looks
from core.extract.english.inflection import IRREGULAR, singular
from core.extract.figures import peoples
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    Heading = Sequence[str]  # the lines of one article that say what it is on: its title, its first sentence
    Rarity = Callable[[str], float]  # how little a lower-cased word is used elsewhere, 0 to 1


LONGEST = 5  # words of a subject
ENOUGH = 0.3  # of a group's headings that must hold the words of its subject
LOOKED_AT = 60  # runs of a group, the most frequent ones: bounds the work
TELLING = 3  # words of a subject, its rarest, by which it is weighed: a long name isn't worth more
PAIRED_NAME = 2  # words of a name that is put together with a noun
PAIRED_NOUN = 2  # words of a run that a name is put before
PAIRED = 6  # names and nouns of a group that are put together
LETTERS = 300  # of a line that are looked at
TITLE_CASE = 0.6  # of a line's longer words that are capitalised: its capitals tell nothing

# What a subject is worth: a run with a name, and without; a name and a noun put together, and a person's with a noun;
# a noun; a name, and one of one word or of a person.
NAMED, UNNAMED, PAIR, PERSON_PAIR, ONE_NOUN, NAMES_ONLY, BARE = 1.4, 1.1, 1.0, 0.8, 0.5, 0.25, 0.02

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[.&'’‐‑–-][^\W_]+)*|[^\w\s]")
_OWNED = re.compile(r"['’]s?\Z")
_ADJECTIVE = re.compile(r"..+(?:ous|ful|less|able|ible|est|ern|ical)\Z")
_BREAKS = (
    looks.AUXILIARY
    | looks.FUNCTION
    | looks.PRONOUN
    | looks.RELATIVE
    | looks.CONJUNCTION
    | looks.DETERMINER
    | looks.PREPOSITION
    | looks.ADVERB
    | looks.ENDS_LY
    | looks.PAST
    | looks.TIME
)
_GIVEN_NAMES = name_classes.FEMALE | name_classes.MALE
_WORDS = load.classes("link_subjects.txt")


class _Word(NamedTuple):
    """A word or mark of a line: as written, its lower-cased form without possessive ending, its singular, its look."""

    written: str
    lower: str
    normal: str
    look: int
    owner: bool  # it has a possessive ending


_Run = tuple[_Word, ...]
_Valued = tuple[float, _Run]


def likely(headings: Sequence[Heading], texts: Sequence[Set[str]], names: Set[str], rarity: Rarity) -> list[str]:
    """Return what a group may be on, the likeliest first; `texts` has the words of each article, `names` of all.

    What is likely: many headings and texts hold all of its words, which are rare elsewhere; of the like the shorter.
    """
    group = _Group([[_words(line) for line in heading] for heading in headings], texts, names)
    least = max(ENOUGH * len(headings), min(2, len(headings)))

    def worth(words: _Run, kind: float, least: float = least) -> float:
        held, told = group.held(words), group.told(words)
        rarest = sorted((rarity(word.lower) for word in words), reverse=True)[:TELLING]
        rare = math.sqrt(sum(value * value for value in rarest))
        return kind * rare * (held + told) / len(headings) if held >= least else 0.0

    called: list[_Valued] = []
    nouns: list[_Valued] = []
    longer: list[_Valued] = []
    for run in group.frequent_runs(least):
        named = [group.is_name(word) for word in run]
        if all(named):
            called.append((worth(run, BARE if len(run) == 1 or group.is_person(run) else NAMES_ONLY), run))
        elif not named[-1]:
            (longer if len(run) > 1 else nouns).append((worth(run, _kind(named)), run))
    short = [each for each in longer if len(each[1]) == PAIRED_NOUN and not group.is_name(each[1][0])]
    paired = [
        (worth(name + noun, kind, least=1), name + noun)
        for name, kind in map(group.as_modifier, _best(called))
        for noun in _best([*nouns, *short])
        if kind and noun[-1].normal not in _WORDS["loose"]
    ]
    found = sorted([*longer, *paired, *nouns, *called], key=_order)
    return [group.label(run) for value, run in found if value]


def _kind(named: Sequence[bool]) -> float:
    """Return what a run is worth that ends in a noun."""
    return ONE_NOUN if len(named) == 1 else NAMED if any(named) else UNNAMED


def _best(found: Sequence[_Valued]) -> list[_Run]:
    return [run for _, run in sorted(found, key=_order)[:PAIRED]]


def _is_person(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[0].lower() in _GIVEN_NAMES


def _order(each: _Valued) -> tuple[float, int, list[str]]:
    return -each[0], len(each[1]), [word.lower for word in each[1]]


def _words(line: str) -> list[_Word]:
    found = []
    for written in _TOKEN.findall(line[:LETTERS]):
        bare = _OWNED.sub("", written)
        lower = bare.lower().replace("’", "'")
        found.append(_Word(bare, lower, singular(lower), looks.of(lower), bare != written))
    return found


def _object_follows(line: Sequence[_Word], index: int) -> bool:
    """Tell whether what follows a word may be its object, if it is a verb."""
    after = line[index + 1].look if index + 1 < len(line) else 0
    return bool(after & (looks.ALNUM | looks.DETERMINER) and not after & looks.PREPOSITION)


class _Group:
    """What the headings of a group tell together of their words: who holds them, which are nouns, which names."""

    def __init__(
        self, lines: Sequence[Sequence[Sequence[_Word]]], texts: Sequence[Set[str]], names: Set[str]
    ) -> None:
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        self._tellers: defaultdict[str, set[int]] = defaultdict(set)
        self._lines = lines
        self._nouns: set[str] = set()
        self._small: Counter[str] = Counter()
        self._capital: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._persons = {name.split()[-1].lower() for name in names if _is_person(name.split())}
        self._named = {word.lower(): word for name in sorted(names) for word in name.split()}
        for number, text in enumerate(texts):
            for term in text:
                self._tellers[singular(term)].add(number)
        for number, heading in enumerate(lines):
            for line in heading:
                for word in line:
                    self._holders[word.normal].add(number)
                self._note_case(line)
                self._note_nouns(line)

    def _note_case(self, line: Sequence[_Word]) -> None:
        words = [word for word in line if word.look & looks.ALPHA]
        longer = [word for word in words[1:] if len(word.lower) > 3]
        told = sum(not word.written[0].islower() for word in longer) < TITLE_CASE * len(longer)
        for word in words[1:]:
            if word.written[0].islower():
                self._small[word.lower] += 1
            elif told:
                self._capital[word.lower][word.written] += 1

    def _note_nouns(self, line: Sequence[_Word]) -> None:
        """Note what stands behind a determiner, a preposition but "to", or a possessor, and words that are no verbs."""
        left, opened = 0, 0  # words ahead that may still belong to the phrase that was opened
        for index, word in enumerate(line):
            if word.owner or word.lower.isdigit() or word.look & (looks.DETERMINER | looks.PREPOSITION):
                left = 0 if word.lower == "to" else LONGEST
                opened = index
            elif left and word.look & looks.ALPHA and not word.look & (_BREAKS & ~looks.PAST):
                first = index == opened + 1
                if first or not (word.look & looks.PAST or self._is_finite(line, index)):
                    self._nouns.add(word.lower)
                    left -= 1
                else:
                    left = 0
            else:
                left = 0

    @staticmethod
    def _is_finite(line: Sequence[_Word], index: int) -> bool:
        """Tell whether a word agrees, as a verb, with the noun before it, and what follows may be its object."""
        word, before = line[index], line[index - 1]
        third = word.normal != word.lower
        if not third and not word.look & looks.VERBAL or third == bool(before.look & looks.PLURAL):
            return False
        return (third and word.normal in IRREGULAR) or _object_follows(line, index)

    def held(self, run: _Run) -> int:
        """Return how many headings hold all words of a run."""
        return len(set.intersection(*(self._holders[word.normal] for word in run)))

    def told(self, run: _Run) -> int:
        """Return how many texts hold all words of a run."""
        return len(set.intersection(*(self._tellers[word.normal] for word in run)))

    def frequent_runs(self, least: float) -> list[_Run]:
        """Return the most frequent runs whose words so many headings hold, each as it is written most often."""
        frequent = {word for word, held in self._holders.items() if len(held) >= least}
        runs: dict[tuple[str, ...], Counter[_Run]] = defaultdict(Counter)
        for line in (line for heading in self._lines for line in heading):
            for run in self._runs(line):
                normal = tuple(word.normal for word in run)
                if frequent.issuperset(normal):
                    runs[normal][run] += 1
        most = sorted(runs, key=lambda normal: (-runs[normal].total(), normal))[:LOOKED_AT]
        return [max(runs[normal], key=lambda run: (runs[normal][run], run)) for normal in most]

    def is_person(self, name: _Run) -> bool:
        """Tell whether a name ends in a person's surname."""
        return name[-1].lower in self._persons

    def as_modifier(self, name: _Run) -> tuple[_Run, float]:
        """Return a name as it stands before a noun and what both are worth: a surname, a short name, or nothing."""
        if self.is_person(name):
            return name[-1:], PERSON_PAIR
        given = len(name) == 1 and name[0].lower in _GIVEN_NAMES
        return name, 0.0 if given or len(name) > PAIRED_NAME else PAIR

    def is_name(self, word: _Word) -> bool:
        """Tell whether the group writes a word with a capital where small letters could stand."""
        small, capital = self._small[word.lower], self._capital[word.lower].total()
        return capital > small if small or capital else word.lower in self._named

    def _runs(self, line: Sequence[_Word]) -> Iterator[_Run]:
        """Yield the runs of words that end in a noun where a noun phrase may end, and cut no name in two."""
        start = 0
        for index in range(len(line) + 1):
            if index < len(line) and self._inside(line, index):
                continue
            owner = index < len(line) and line[index].owner and self.is_name(line[index])
            run = line[start : index + owner]
            start = index + 1
            for first in range(max(0, len(run) - LONGEST), len(run)):
                cuts = first and self.is_name(run[first - 1]) and self.is_name(run[first])
                if not cuts and self._heads(run[-1]) and run[first].lower not in _WORDS["empty"]:
                    yield tuple(run[first:])

    def _inside(self, line: Sequence[_Word], index: int) -> bool:
        """Tell whether a word may be part of a noun phrase, whatever its place in it; a possessor begins a new one."""
        word = line[index]
        if not word.look & looks.ALPHA or len(word.lower) < 2 or word.owner:
            return False
        if word.look & (_BREAKS & ~looks.PAST):
            return False
        if self.is_name(word):
            return True
        if word.look & looks.PAST:
            return False
        if word.lower in self._nouns:
            return True
        return not (word.look & looks.LISTED_VERB or (word.look & looks.PLURAL and _object_follows(line, index)))

    def _heads(self, word: _Word) -> bool:
        """Tell whether a word may end a subject: a noun that says something, or a name other than a people's."""
        if word.lower in peoples.ANY or word.lower in _WORDS["adjective"]:
            return False
        return self.is_name(word) or not (word.normal in _WORDS["general"] or _ADJECTIVE.match(word.lower))

    def label(self, run: Sequence[_Word]) -> str:
        """Return a subject as it is shown: names as written most often, other words small, a capital at the front."""
        shown = " ".join(self._shown(word) for word in run)
        return shown[:1].upper() + shown[1:] if shown.islower() or shown[:2].islower() else shown

    def _shown(self, word: _Word) -> str:
        if not self.is_name(word):
            return word.lower
        forms = self._capital[word.lower]
        return max(forms, key=lambda form: (forms[form], form)) if forms else self._named[word.lower]
