"""A source's mention → who it is: a name, a pronoun or a description, resolved to the article's actors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors import described
from core.extract.actors.name_classes import LEADER, SUFFIXES, TITLES
from core.extract.attribution import genders, sources
from core.extract.attribution.organisations import Organisations
from core.extract.attribution.source_words import ADVERB, CLASSES, GENERIC_PERSON, PLURAL_SOURCE, STOP
from core.extract.english.base_phrases import PRONOUN, TITLE
from core.extract.english.function_words import ARTICLE, POSSESSIVE, RELATIVE_SUBJECT
from core.extract.english.phrase_words import NOUN_LINK, SPEAKER_DETERMINER, SPEAKER_QUANTIFIER
from core.extract.english.word_forms import is_plural
from core.extract.tokens import START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.attribution.paragraphs import Passage
    from core.extract.attribution.sources import Source
    from core.extract.document import Document
    from core.model import Actor

_UNNAMED = CLASSES["unnamed"]
_BEHIND_NAME = TITLE | SUFFIXES | {".", ","}
_AFTER_HEAD = NOUN_LINK | {","}
_MEMORY = 6  # how many of the people spoken of last a pronoun or description may mean
_SUBJECT_WITHIN = 8  # tokens from the beginning of a sentence within which its subject begins


_FULL_NAME, _LONGEST_NAME = 2, 5  # words of a name set beside a role


class Speaker(NamedTuple):
    """Who a source is: an actor's name or the source as written, and whether the text gives a name at all."""

    name: str
    named: bool


class Resolver:
    """Resolves the sources of one article, to be asked in reading order: it remembers who was spoken of last."""

    def __init__(self, document: Document, actors: tuple[Actor, ...]) -> None:
        self._document = document
        self._actors = actors
        self._mentions = sorted([(span, number) for number, actor in enumerate(actors) for span in actor.mentions])
        self._starts = [span[0] for span, _ in self._mentions]
        self._is_person = [actor.kind == "person" for actor in actors]
        people = [(span[0], number) for span, number in self._mentions if self._is_person[number]]
        self._people_starts = [start for start, _ in people]
        self._people = [number for _, number in people]
        self._recent: list[int] = []  # people, the latest last
        self._subjects = deque(_subjects(document, people))  # not remembered yet
        self._pronouns: dict[int, str | None] = {}
        self._full_names: dict[str, str] = {}
        self._fitting: dict[str, frozenset[int]] = {}  # description → people
        self._by_name = {actor.name: number for number, actor in enumerate(actors) if actor.kind == "organisation"}
        self._organisations = Organisations(document, actors)
        self.surnames = {
            surname: number
            for number, actor in reversed([*enumerate(actors)])
            if actor.kind == "person"
            for surname in actor.name.lower().split()[-1:]
        }

    def resolve(self, passage: Passage, source: Source) -> Speaker:
        """Return who a source is and remember the person as the last one spoken of, or the organisation."""
        position = passage.tokens[source.first].start
        speaker = self._resolve(passage, source, position)
        self._organisations.remember(self._by_name.get(speaker.name) if speaker.named else None, position)
        return speaker

    def _resolve(self, passage: Passage, source: Source, position: int) -> Speaker:
        self._catch_up(position)
        word = passage.words[source.first]
        if source.head == source.first + 1 and (word in PRONOUN or word in RELATIVE_SUBJECT):
            return self._pronoun(passage, source.first, word)
        if "and" in passage.words[source.first : source.head]:  # several sources
            return Speaker(_written(passage, source), _is_name(passage, source.first, source.head))
        core = _core(passage, source)
        number = self._actor_at(passage, source.first, core)
        if number is None and core < source.head:
            number = self._titled(passage, source)
        if number is None or not self._is_person[number]:
            apposed = self._apposed(passage, source)
            if apposed is not None and (number is None or passage.words[core - 1] in TITLES):
                return apposed
        if number is None and (word == "the" or word in POSSESSIVE):
            number = self._described(passage, source, passage.words[core - 1])
        if number is None and word == "the" and source.head == source.first + 2:
            number = self._organisations.described(passage.words[source.first + 1], position)
        if number is None and core == source.first + 1:
            number = self.surnames.get(word)
        return self._by_surname(passage, source, core) if number is None else self._speaker(number)

    def _catch_up(self, position: int) -> None:
        """Remember the subjects of the sentences that begin before a position."""
        subjects = self._subjects
        while subjects and subjects[0][0] < position:
            self._remember(subjects.popleft()[1])

    def _mentioned_before(self, position: int) -> list[int]:
        """Return the people of the last few mentions, the latest first."""
        end = bisect_left(self._people_starts, position)
        return self._people[max(0, end - _MEMORY) : end][::-1]

    def _speaker(self, number: int) -> Speaker:
        self._remember(number)
        return Speaker(self._actors[number].name, named=True)

    def _remember(self, number: int) -> None:
        if self._is_person[number]:
            recent = self._recent
            if number in recent:
                recent.remove(number)
            elif len(recent) > _MEMORY:
                del recent[0]
            recent.append(number)

    def _pronoun(self, passage: Passage, at: int, word: str) -> Speaker:
        if word in RELATIVE_SUBJECT:
            antecedent = _antecedent(passage, at)
            return self.resolve(passage, antecedent) if antecedent else Speaker(word, named=False)
        word = word.partition("'")[0]  # "she'd"
        if word == "it" and (organisation := self._organisations.it(passage.tokens[at].start)) is not None:
            return self._speaker(organisation)
        if word not in {"he", "she"}:
            return Speaker(word, named=False)
        for number in (*reversed(self._recent), *self._mentioned_before(passage.tokens[at].start)):
            if number not in self._pronouns:
                self._pronouns[number] = genders.pronoun(self._document.text, self._actors[number])
            if self._pronouns[number] in {None, word}:
                return self._speaker(number)
        return Speaker(word, named=False)

    def _actor_at(self, passage: Passage, first: int, core: int) -> int | None:
        """Return the actor whose mention ends where the head of a source ends; people before others."""
        tokens, words = passage.tokens, passage.words
        last = core
        while last > first + 1 and words[last - 1] in _BEHIND_NAME:
            last -= 1
        start, end = tokens[first].start, tokens[last - 1].end
        best: int | None = None
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            (begin, stop), number = self._mentions[index]
            if stop < end and begin < start:
                break
            if stop >= end:
                if self._is_person[number]:
                    return number
                best = number if best is None else best
        return best

    def _titled(self, passage: Passage, source: Source) -> int | None:
        """Return the person whose name ends a source after a title: "Minister of Trade Ada Lowe"."""
        end = passage.tokens[source.head - 1].end
        index = bisect_left(self._starts, end) - 1
        if index < 0 or self._mentions[index][0].end < end:
            return None
        span, number = self._mentions[index]
        name = range(source.head - 1, source.first, -1)
        begin = next((at for at in name if passage.tokens[at].start <= span.start), source.first + 1)
        linked = passage.words[begin - 1] in NOUN_LINK or passage.words[begin - 1] in ARTICLE
        return None if linked or self._actors[number].kind != "person" else number

    def _apposed(self, passage: Passage, source: Source) -> Speaker | None:
        """Return who is named right behind a role and a comma: "the harbour master, Ada Lowe, said"."""
        words = passage.words
        comma = source.head if words[source.head : source.head + 1] == [","] else source.last
        first = comma + 1
        if first >= len(words) or words[comma] != "," or not passage.is_capital(first):
            return None
        if passage.is_capital(source.head - 1) or is_plural(words[source.head - 1]):
            return None
        start = passage.tokens[first].start
        index = bisect_left(self._starts, start)
        if index < len(self._mentions):
            (begin, end), number = self._mentions[index]
            last = bisect_left(passage.tokens, end, key=START)
            title = words[first : bisect_left(passage.tokens, begin, key=START)]
            titled = first < last and all(word in TITLE for word in title)
            if (
                self._is_person[number]
                and (begin == start or (titled and begin < end))
                and _ends_name(words, last)
            ):
                return self._speaker(number)
        last = first
        while last < len(words) and passage.is_capital(last) and not passage.inside[last]:
            last += 1
        if last - first < _FULL_NAME or not _ends_name(words, last) or last - first > _LONGEST_NAME:
            return None
        name = passage.place(first, last).of(passage.text)
        self._full_names.setdefault(words[last - 1], name)
        return Speaker(name, named=True)

    def _described(self, passage: Passage, source: Source, head: str) -> int | None:
        """Return the person a description means: by the roles the article gives, else whoever was spoken of last."""
        if (head not in TITLES and head not in GENERIC_PERSON) or head.removesuffix("s") in TITLES - {head}:
            return None
        written = _written(passage, source)
        if written not in self._fitting:
            people = described(written, self._actors)
            self._fitting[written] = frozenset(self._actors.index(actor) for actor in people)
        fitting = set(self._fitting[written])
        if fitting and head in LEADER:  # a "counterpart" may hold the office too
            fitting |= {number for number in self._recent if "counterpart" in (self._actors[number].role or "")}
        if len(fitting) == 1:
            return fitting.pop()
        if fitting:
            return next((number for number in reversed(self._recent) if number in fitting), None)
        generic = passage.words[source.first] == "the" and head in GENERIC_PERSON
        return self._recent[-1] if generic and self._recent else None

    def _by_surname(self, passage: Passage, source: Source, core: int) -> Speaker:
        """Return a source that is no actor as written; a lone surname gets the full name used before."""
        first, written = source.first, _written(passage, source)
        named = _is_name(passage, first, core)
        if named:
            name = _name_start(passage, first, core)
            if name > first:
                first, written = name, passage.place(name, core).of(passage.text)
        if not named:
            written = _uncapitalised(passage, first, written)
        elif core - first >= 2:
            self._full_names.setdefault(passage.words[core - 1], written)
        else:
            written = self._full_names.get(passage.words[first], written)
        return Speaker(written, named)


def _ends_name(words: list[str], at: int) -> bool:
    return at >= len(words) or words[at] in STOP or words[at] in {",", ":", ")", "”", '"'}


def _subjects(document: Document, people: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin with the first person of each, where named early enough to be its subject.

    `people` are the mentions of people in reading order: where each begins, and whose it is.
    """
    sentences = document.sentences
    starts = [sentence.span[0] for sentence in sentences]
    last = -1
    for at, number in people:
        index = bisect_right(starts, at) - 1
        if index == last:
            continue
        last = index
        tokens = sentences[index].tokens
        limit = tokens[min(len(tokens), _SUBJECT_WITHIN) - 1].start
        if at <= limit and tokens[0].lower not in PRONOUN and tokens[0].text[0].isalnum():
            yield starts[index], number


def _antecedent(passage: Passage, at: int) -> Source | None:
    end = at - 1 if at and passage.words[at - 1] == "," else at
    found = sources.nearest(passage, end, 0) if end > 0 else None
    return None if found is None or passage.words[found.first] in RELATIVE_SUBJECT else found


def _core(passage: Passage, source: Source) -> int:
    """Return where the head noun of a source ends: before its first preposition or comma."""
    words = passage.words
    for index in range(source.first + 1, source.head):
        if words[index] in _AFTER_HEAD:
            return index
    return source.head


def _is_name(passage: Passage, first: int, core: int) -> bool:
    """Tell whether the head noun before `core` is a name: a capital, which opening a sentence proves nothing."""
    words = passage.words
    word = words[core - 1]
    if not passage.tokens[core - 1].text[0].isupper() or word in _UNNAMED or word in SPEAKER_QUANTIFIER:
        return False
    opens = core == first + 1 and (first == 0 or words[first - 1] in STOP)
    heads = words[core : core + 1] and words[core] in NOUN_LINK  # "First of Norhaven", a bank
    return not (opens and (is_plural(word) or (word in ADVERB and not heads)))


def _name_start(passage: Passage, first: int, core: int) -> int:
    """Return where a full name begins behind the words for what its bearer is: "skipper | Dag Roos"."""
    start = core
    while start > first and passage.is_capital(start - 1) and passage.words[start - 1] not in TITLES:
        start -= 1
    role = passage.words[first:start]
    return start if core - start >= _FULL_NAME and role and all(map(str.isalpha, role)) else first


def _uncapitalised(passage: Passage, first: int, written: str) -> str:
    """Return a source without the capital that only opening a sentence gave it: "The council" is "the council"."""
    word = passage.words[first]
    common = word in SPEAKER_DETERMINER or word in _UNNAMED or word in GENERIC_PERSON or word in PLURAL_SOURCE
    return written[:1].lower() + written[1:] if common and not written[:2].isupper() else written


def _written(passage: Passage, source: Source) -> str:
    text = passage.text[passage.tokens[source.first].start : passage.tokens[source.head - 1].end]
    return text if text.isprintable() and "  " not in text else " ".join(text.split())
