"""Which organisation "the ministry", "the company" or "it" means in an article: the one that fits, else none."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from core.extract.attribution.source_words import CLASSES
from core.extract.english.function_words import PREPOSITION
from core.lexicon import load

if TYPE_CHECKING:
    from core.extract.document import Document
    from core.model import Actor

_AGENCY, _FIRM, _PUBLIC = CLASSES["agency"], CLASSES["firm"], CLASSES["public body"]
_HEADS = load.classes("actors_heads.txt")["organisation"] - CLASSES["no description"]
_NEAR = 2  # sentences back that "it" may point


class _Named(NamedTuple):
    """An organisation of the article: its number among the actors, where it is first named, its head nouns."""

    number: int
    first: int
    heads: frozenset[str]


class Organisations:
    """The organisations of one article, to be asked in reading order: it remembers which one spoke last."""

    def __init__(self, document: Document, actors: tuple[Actor, ...]) -> None:
        self._starts = [sentence.span[0] for sentence in document.sentences]
        self._named = [
            _Named(number, actor.mentions[0][0], frozenset(map(_head, (actor.name, *actor.aliases))))
            for number, actor in enumerate(actors)
            if actor.kind == "organisation"
        ]
        self._subjects: dict[int, int] = {}  # sentence → the organisation that opens it
        places = {span[0]: one.number for one in self._named for span in actors[one.number].mentions}
        for index, sentence in enumerate(document.sentences if places else ()):
            opening = sentence.tokens[sentence.tokens[0].lower == "the" :]
            if opening and opening[0].start in places:
                self._subjects[index] = places[opening[0].start]
        self._spoke: tuple[int, int] | None = None  # the organisation that spoke last, and in which sentence

    def remember(self, number: int | None, position: int) -> None:
        """Remember who spoke last; None where it is no organisation."""
        self._spoke = None if number is None else (number, self._sentence(position))

    def described(self, head: str, position: int) -> int | None:
        """Return the one organisation named before a position that the noun behind "the" fits."""
        named = [one for one in self._named if one.first < position]
        fitting = [one.number for one in named if head in one.heads] if head in _HEADS else []
        if not fitting and head in _FIRM:
            fitting = [one.number for one in named if one.heads.isdisjoint(_PUBLIC)]
        elif not fitting and head in _AGENCY:
            fitting = [one.number for one in named]
        return fitting[0] if len(fitting) == 1 else None

    def it(self, position: int) -> int | None:
        """Return the organisation that "it" means: the one that opens the sentence before, else that spoke last."""
        sentence = self._sentence(position)
        subject = self._subjects.get(sentence - 1)
        if subject is None and self._spoke is not None and sentence - self._spoke[1] <= _NEAR:
            return self._spoke[0]
        return subject

    def _sentence(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1


def _head(name: str) -> str:
    """Return a name's head noun: "ministry" of "Ministry of Bridges" and of "Harbour Ministry"."""
    words = name.lower().split()
    end = next((index for index, word in enumerate(words) if word in PREPOSITION and index), len(words))
    return words[end - 1] if words else ""
