"""Mentions → actors: who is meant by a full name, a surname, a title and surname, an acronym.

The sure comes before the doubtful: full names, then names of several words that the words around show to be
people's, then titles with a surname, organisations and places, then single words by all that is known by then,
and last the words that stand where anything is capitalised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.actors import kinds
from core.extract.actors.name_classes import FAMOUS, KNOWN_AS, letter
from core.extract.actors.names import Name, written
from core.extract.actors.people import Draft, People, core
from core.extract.actors.spelling import initials
from core.extract.english.function_words import PREPOSITION
from core.model import Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.document import Document, Sentence
    from core.extract.tokens import Token
    from core.model import ActorKind

_KNOWN_KEYS = {alias: shown.lower() for alias, shown in KNOWN_AS.items()}
_LONGEST = 4  # words of a name looked for inside a longer stretch


def resolve(document: Document, names: list[Name]) -> tuple[Actor, ...]:
    """Return the actors whom the candidate names mention, most mentioned first."""
    resolution = _Resolution(document)
    body = [name for name in names if not _is_mixed(name)]
    single = resolution.take_full_names(body)
    resolution.vote(single)
    doubtful = [name for name in single if not resolution.take(name)]
    for name in doubtful:
        if not resolution.take_known(name) and name.opening:
            resolution.take_parts(name)
    for name in names:
        if _is_mixed(name):
            resolution.take_parts(name)
    drafts = dict.fromkeys(
        (*resolution.people, *resolution.others.values())
    )  # a name and its abbreviation are one
    actors = [_actor(draft) for draft in drafts if draft.mentions]
    return tuple(sorted(actors, key=lambda actor: (-len(actor.mentions), actor.mentions[0])))


def _key(name: Name) -> str:
    lower = name.written.lower()
    return _KNOWN_KEYS.get(lower, lower)


def _is_mixed(name: Name) -> bool:
    """Tell whether a stretch of capitals is more than a name: in a title-case line, or "the Lovelace Plan"."""
    return name.heading or name.shape == "neither"


class _Resolution:
    """The actors found so far, and how the next name joins them."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.sentences = document.sentences
        self.people = People(document)
        self.others: dict[str, Draft] = {}  # organisations and places
        self.short: dict[str, Draft | None] = {}  # first word of an organisation's name, None where two share it
        self.initials: dict[str, Draft | None] = {}  # of organisations' names, None where two share them
        self.surnames: dict[str, bool] = {}  # organisation's name that somebody here bears → whether it is his
        self.voted: dict[str, ActorKind] = {}  # unknown name → its kind
        self.guessed: dict[
            int, ActorKind | None
        ] = {}  # where a name stands → the kind shown by what stands beside it

    def take_full_names(self, names: list[Name]) -> list[Name]:
        """Take names of people, then organisations and places, that show what they are; return the rest."""
        rest: list[Name] = []
        titled: list[Name] = []
        several: list[Name] = []
        others: list[Name] = []
        for name in names:
            if name.shape == "person":
                if len(core(name)) > 1:
                    self.people.add(name)
                else:
                    titled.append(name)
            elif name.shape in ("organisation", "place"):
                others.append(name)
            else:
                (several if len(name.words) > 1 else rest).append(name)
        for name in several:
            if self._guess(name) == "person":
                self.people.add(name)
            else:
                rest.append(name)
        for name in titled:
            self.people.add_titled(name)
        for name in others:
            if not self._take_surname(name, others):
                self._take_other(name)
        return sorted(rest)

    def _take_surname(self, name: Name, others: list[Name]) -> bool:
        """Take a place's name for the surname of somebody introduced, where it says something or has an age.

        An organisation's is a surname in all the article, where it acts as a person and never as a firm.
        """
        if len(name.words) > 1 or name.shape == "either" or not self.people.has_surname(name):
            return False
        if name.shape == "place":
            is_surname = self._is_person(name)
        else:
            key = _key(name)
            if key not in self.surnames:
                alike = [other for other in others if _key(other) == key]
                acting = any(self._is_person(other) for other in alike)
                self.surnames[key] = acting and all(self._guess(other) != "organisation" for other in alike)
            is_surname = self.surnames[key]
        return is_surname and self.take_known(name)

    def _is_person(self, name: Name) -> bool:
        """Tell whether a name acts as people do, and isn't only where somebody is: "officials in Muscat said"."""
        before = self._sentence(name).tokens[name.first - 1].lower if name.first else ""
        return before not in PREPOSITION and self._guess(name) == "person"

    def vote(self, names: list[Name]) -> None:
        """Settle of which kind each unknown name is, by all its mentions."""
        votes: dict[str, dict[ActorKind, int]] = {}
        for name in names:
            kind = self._guess(name) if name.shape in ("unknown", "given") else None
            if kind is not None:
                counts = votes.setdefault(_key(name), {})
                counts[kind] = counts.get(kind, 0) + 1
        self.voted = {key: max(counts, key=counts.__getitem__) for key, counts in votes.items()}

    def take(self, name: Name) -> bool:
        """Take a name that doesn't show what it is; tell whether it is settled."""
        if name.shape == "either" and self._guess(name) != "person" and not self.people.has_surname(name):
            self._other(name, "place")
            return True
        if self.take_known(name):
            return True
        if name.shape == "acronym":
            self._other(name, "organisation")
            return True
        kind = self.voted.get(_key(name))
        if kind == "person":
            if len(core(name)) > 1:
                self.people.add(name)
            else:
                self.people.introduce(name)
        elif kind is not None:
            self._other(name, kind)
        return kind is not None

    def take_known(self, name: Name) -> bool:
        """Take a name as a further mention of an actor found before; tell whether it is one."""
        key = _key(name)
        draft = self.people.bearer(name) or self.others.get(key) or self.short.get(key)
        if draft is None and name.shape == "acronym":
            draft = self.initials.get(key.replace(".", ""))
        if draft is None:
            return False
        if draft.kind == "person":
            self.people.mention(draft, name)
        else:
            draft.note(name)
        return True

    def take_parts(self, name: Name) -> None:
        """Take what is known from elsewhere, and the lexicon's names, out of a stretch that isn't all name."""
        if name.shape in ("organisation", "place", "either") and (
            _key(name) in self.others or letter(name.words[0]) in "PBK"
        ):
            self._take_other(name)
            return
        tokens = self._sentence(name).tokens
        first = name.first
        while first < name.last:
            last = min(name.last, first + _LONGEST)
            while last > first and not self._take_part(name, tokens, first, last):
                last -= 1
            first = max(first + 1, last)

    def _take_part(self, name: Name, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Take some words of a stretch as a mention of an actor found before; tell whether they are one."""
        end = tokens[last - 1]
        if len(end.text) < 2 or not (tokens[first].text[0].isupper() and end.text[0].isupper()):
            return False
        words = tuple([token.text for token in tokens[first:last]])
        start = tokens[first].start
        form = written(self.text, start, end.end)
        part = Name(
            start, end.end, form, words, name.shape, name.sentence, first, first, last, name.opening, name.heading
        )
        return self.take_known(part)

    def _take_other(self, name: Name) -> None:
        draft = self._other(name, "place" if name.shape in ("place", "either") else "organisation")
        if draft.kind == "organisation" and len(name.words) > 1 and letter(name.words[0]) == "W":
            self._shorten(name.words[0].lower(), draft)
        if draft.kind == "organisation" and (short := initials(name.written)):
            self.initials[short] = draft if self.initials.get(short, draft) is draft else None
        bracket = [token.text for token in self._sentence(name).tokens[name.last : name.last + 3]]
        if bracket[::2] == ["(", ")"] and letter(bracket[1]) == "A":
            self.others.setdefault(bracket[1].lower(), draft)

    def _shorten(self, first: str, draft: Draft) -> None:
        """Let an organisation's first word stand for it: "Octavo" for "Octavo Motors Inc"."""
        if first not in FAMOUS:
            self.short[first] = draft if self.short.get(first, draft) is draft else None

    def _other(self, name: Name, kind: ActorKind) -> Draft:
        key = _key(name)
        draft = self.others.get(key)
        if draft is None:
            draft = self.others[key] = Draft(kind)
        draft.note(name)
        return draft

    def _guess(self, name: Name) -> ActorKind | None:
        at = name.start
        if at not in self.guessed:
            self.guessed[at] = kinds.guess(self.sentences[name.sentence], name)
        return self.guessed[at]

    def _sentence(self, name: Name) -> Sentence:
        return self.sentences[name.sentence]


def _actor(draft: Draft) -> Actor:
    """Return the actor of a draft, under its fullest form."""
    forms = draft.forms
    name = (
        next(iter(forms))
        if len(forms) == 1
        else max(forms, key=lambda form: (len(form.split()), forms[form], len(form)))
    )
    if draft.kind == "place":
        name = KNOWN_AS.get(name.lower(), name)
    aliases = tuple([form for form in forms if form != name])
    return Actor(
        name, draft.kind, tuple(sorted(draft.mentions)), aliases, _role(draft.roles) if draft.roles else None
    )


def _role(found: list[str]) -> str | None:
    """Return the roles the article gives a person, each once, those that say most first, at most three."""
    kept: list[str] = []
    for role in sorted(dict.fromkeys(found), key=lambda role: -len(role)):
        if not any(role.lower() in other.lower() for other in kept):
            kept.append(role)
    return "; ".join(kept[:3]) or None
