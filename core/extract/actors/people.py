"""The people of one article: who bears a name, and whom a surname or given name alone means."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from core.extract.actors import roles
from core.extract.actors.name_classes import FEMALE, MALE, OF_MEN, OF_WOMEN, SUFFIXES, TITLES
from core.extract.actors.spelling import fold, same_given
from core.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.actors.names import Name
    from core.extract.document import Document
    from core.model import ActorKind

_HONORIFICS = (
    (OF_WOMEN, MALE - FEMALE),
    (OF_MEN, FEMALE - MALE),
)  # an honorific and the given names it rules out
_NOT_CORE = SUFFIXES | {".", ","}


@dataclass(slots=True, eq=False)
class Draft:
    """An actor while its mentions are gathered."""

    kind: ActorKind
    given: str | None = None  # as written; None while only a surname is known
    junior: bool = False  # "Jr": not the father, whose name is the same
    mentions: list[Span] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)  # as written → how often
    roles: list[str] = field(default_factory=list)
    cores: set[tuple[str, ...]] = field(default_factory=set)  # full names, folded
    fulls: list[int] = field(default_factory=list)  # where full names stand, ascending

    def note(self, name: Name) -> None:
        """Add a mention, under the form in which it is written."""
        self.mentions.append(Span(name.start, name.end))
        self.forms[name.written] = self.forms.get(name.written, 0) + 1


def core(name: Name) -> tuple[str, ...]:
    """Return a name's words folded, without full stops and suffixes."""
    return _core(name.words)


@lru_cache(maxsize=1 << 14)  # the same few names are asked for again and again
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([fold(word) for word in words if word.lower() not in _NOT_CORE]) or ("",)


class People:
    """The people of an article by surname and given name."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_surname: dict[str, list[Draft]] = {}
        self._by_word: dict[str, list[Draft]] = {}  # given names, middle names, first of two surnames

    def __iter__(self) -> Iterator[Draft]:
        for bearers in self._by_surname.values():
            yield from bearers

    def add(self, name: Name) -> None:
        """Put a name of two words or more under its bearer, a new one where no one fits."""
        words = core(name)
        given, junior = name.words[0], _is_junior(name)
        bearers = self._by_surname.setdefault(words[-1], [])
        draft = next((one for one in bearers if one.junior is junior and same_given(given, one.given or "")), None)
        if draft is None:
            shorter = [one for one in bearers if _ends(one, words) and (one.junior is junior or len(words) == 1)]
            draft = next(iter(shorter), None)
            if draft is not None:
                self.mention(draft, name)
                return
            draft = Draft("person", given, junior)
            bearers.append(draft)
        if len(draft.given or "") < 3:
            draft.given = given
        for word in words[:-1]:
            namesakes = self._by_word.setdefault(word, [])
            if draft not in namesakes and len(word) > 1:
                namesakes.append(draft)
        draft.cores.add(words)
        draft.fulls.append(name.start)
        self.mention(draft, name)

    def introduce(self, name: Name) -> None:
        """Take a single word for the surname of somebody who has no other name here."""
        draft = Draft("person", fulls=[name.start])
        self._by_surname.setdefault(core(name)[-1], []).append(draft)
        self.mention(draft, name)

    def add_titled(self, name: Name) -> None:
        """Put a title with a surname under its bearer.

        "President Adams" before anyone of that name was introduced in full is not his son "Tom Adams" further down,
        unless that one is called president somewhere too.
        """
        draft = self.bearer(name)
        office = self._office(name)
        if draft is None or (
            office and draft.fulls[0] > name.start and not any(office in role.lower() for role in draft.roles)
        ):
            draft = next((one for one in self._by_surname.get(core(name)[-1], ()) if one.given is None), None)
        if draft is None:
            self.introduce(name)
        else:
            self.mention(draft, name)

    def _office(self, name: Name) -> str | None:
        """Return the last title before a name, None where there is only "Mr"."""
        tokens = self._document.sentences[name.sentence].tokens[name.title : name.first]
        return next((token.lower for token in reversed(tokens) if token.lower in TITLES), None)

    def mention(self, draft: Draft, name: Name) -> None:
        """Note a mention and the roles that stand beside it."""
        sentence = self._document.sentences[name.sentence]
        draft.note(name)
        draft.roles.extend(roles.beside(sentence, name))

    def bearer(self, name: Name) -> Draft | None:
        """Return whom a surname, the end of a full name, or a given name alone means; None where it is not clear."""
        words = core(name)
        bearers = self._by_surname.get(words[-1], [])
        if len(words) > 1:
            bearers = [one for one in bearers if _ends(one, words)]
        if bearers:
            return bearers[0] if len(bearers) == 1 else self._nearest(bearers, name)
        namesakes = self._by_word.get(words[-1], []) if len(words) == 1 else []
        return namesakes[0] if len(namesakes) == 1 else None

    def has_surname(self, name: Name) -> bool:
        """Tell whether anyone here bears the name as a surname."""
        return core(name)[-1] in self._by_surname

    def _nearest(self, bearers: list[Draft], name: Name) -> Draft:
        """Return the bearer of a shared surname meant here: by "Mr" or "Mrs", else far most named, else last named."""
        tokens = self._document.sentences[name.sentence].tokens
        honorific = {token.lower for token in tokens[name.title : name.first]}
        for honorifics, barred in _HONORIFICS:
            if not honorifics.isdisjoint(honorific):
                bearers = [one for one in bearers if (one.given or "").lower() not in barred] or bearers
        first, *others = sorted(bearers, key=lambda one: -len(one.fulls))
        if not others or len(first.fulls) >= 2 * len(others[0].fulls):
            return first

        def last_named(one: Draft) -> int:
            index = bisect_right(one.fulls, name.start)
            return one.fulls[index - 1] if index else -1

        return max(bearers, key=last_named)


def _is_junior(name: Name) -> bool:
    return "jr" in [word.lower() for word in name.words]


def _ends(draft: Draft, words: tuple[str, ...]) -> bool:
    """Tell whether the words are a person's full name or its end: "Peña Nieto"."""
    return any(known[-len(words) :] == words for known in draft.cores)
