"""What the article itself says a person is: "Belarusian President Alexander Lukashenko", "Ada Lovelace, mathematician".

Roles stand before a name (`before`), behind it as an apposition (`after`) or before it as one ("the ambassador,
Ada Lovelace,"). `described` goes the other way: from "the Belarusian leader" to whoever has that role.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.extract.actors.name_classes import COUNTRY_OF, HONORIFICS, LEADER, MODIFIERS, STANDING, TITLES, letter
from core.extract.english.function_words import of_class
from core.extract.english.inflection import singular
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.extract.actors.names import Name
    from core.extract.document import Sentence
    from core.extract.tokens import Token
    from core.model import Actor

_BEFORE = 7  # words of a role right before a name
_APPOSITION = 20  # words of a role set off by commas
_APPOSITIONS = load.classes("actors_appositions.txt")
_END = _APPOSITIONS["end"] | frozenset(';:,()”"—–')
_DETERMINERS = of_class("article", "possessive", "demonstrative")
_DETERMINERS_BEHIND = _DETERMINERS | {"'s"}
_PREPOSITIONS = of_class("role link")
_NO_ROLE = _APPOSITIONS["no role"]
_OFFICES = TITLES - HONORIFICS
_IN_ROLE = TITLES | MODIFIERS | COUNTRY_OF.keys()
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")


def beside(sentence: Sentence, name: Name) -> list[str]:
    """Return the descriptions that stand before and behind a mention."""
    title, country = before(sentence, name), of_country(sentence, name)
    if country is not None:
        title = title or _shared_title(sentence, name)
        title = f"{_singular(title)} of {country}" if title else None
    return [role for role in (title, after(sentence, name)) if role]


def before(sentence: Sentence, name: Name) -> str | None:
    """Return the title that stands before a name, with its country; None where only "Mr" or nothing does."""
    tokens, first = sentence.tokens, name.first
    start = name.title
    while start > 0 and first - start < _BEFORE and tokens[start - 1].lower in _IN_ROLE:
        start -= 1
    if start < first and not _OFFICES.isdisjoint([token.lower for token in tokens[start:first]]):
        return _text(tokens[start:first])
    return _apposition_before(tokens, name)


def after(sentence: Sentence, name: Name) -> str | None:
    """Return the description set behind a name by a comma, up to the next mark: ", deputy director of …,"."""
    tokens = sentence.tokens
    start = name.last + 1
    if start >= len(tokens) or tokens[name.last].text != ",":
        return None
    while start < len(tokens) and tokens[start].lower in _DETERMINERS_BEHIND:
        start += 1
    end = start
    while end < len(tokens) and end - start < _APPOSITION and tokens[end].lower not in _END:
        end += 1
    words = tokens[start:end]
    if words and words[-1].text == "." and end == len(tokens):
        words = words[:-1]
    title = next((i for i, word in enumerate(words[:6]) if word.lower in _OFFICES), None)
    if end - start == _APPOSITION or title is None or any(word.lower in _NO_ROLE for word in words[:title]):
        return None
    if any(
        letter(word.text) == "G" and tokens[start + i - 1].lower not in _PREPOSITIONS
        for i, word in enumerate(words)
    ):
        return None  # the next of a list: ", Presidential Aide Ada Lovelace, …"
    return _text(words)


def of_country(sentence: Sentence, name: Name) -> str | None:
    """Return the country set behind a name by "of": "Leaders Ada of Freedonia and …"."""
    tokens = sentence.tokens
    if name.last + 1 < len(tokens) and tokens[name.last].lower == "of":
        return COUNTRY_OF.get(tokens[name.last + 1].lower)
    return None


def _shared_title(sentence: Sentence, name: Name) -> str | None:
    """Return the plural title that a name shares with the one before: "Leaders Ada of … and Ivo of …"."""
    if name.first == 0 or sentence.tokens[name.first - 1].lower != "and":
        return None
    words = sentence.tokens[max(0, name.first - _BEFORE) : name.first]
    return next((word.text for word in words if _singular(word.lower) != word.lower), None)


def described(phrase: str, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return the people whose roles fit a description such as "the Belarusian leader" or "the minister".

    A nationality or country in the phrase must be the role's; the office must be too, where "leader" and "head of
    state" stand for president, premier, monarch and the like, and a role that gives only a country ("Belarusian
    counterpart") fits any office. Actors are returned in the order given; more than one means that the phrase
    alone doesn't decide.
    """
    wanted = _office(phrase)
    if not wanted.titles and not wanted.country:
        return ()
    return tuple(
        actor
        for actor in actors
        if actor.kind == "person"
        and actor.role is not None
        and any(_fits(wanted, _office(role)) for role in actor.role.split("; "))
    )


class _Office(NamedTuple):
    """An office named in words: its country, its titles, and what qualifies them ("vice", "former")."""

    country: str | None
    titles: frozenset[str]
    standing: frozenset[str]


@lru_cache(maxsize=1 << 12)  # each description of an article is held against the same few roles
def _office(words: str) -> _Office:
    lower = [word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(words)]
    pairs = [" ".join(pair) for pair in zip(lower, lower[1:], strict=False)]
    country = next((COUNTRY_OF[word] for word in (*pairs, *lower) if word in COUNTRY_OF), None)
    end = next((i for i, word in enumerate(lower) if word in _PREPOSITIONS), len(lower))
    head = lower[:end] or lower
    titles = {_singular(word) for word in head if word in TITLES or _singular(word) in TITLES}
    if "head of state" in words.lower():
        titles.add("leader")
    return _Office(country, frozenset(titles), frozenset(head) & STANDING)


def _singular(word: str) -> str:
    """Return a plural title's singular, any other word as it is."""
    lower = word.lower()
    single = singular(lower)
    return word[:1] + single[1:] if single != lower and single in TITLES else word


def _fits(wanted: _Office, role: _Office) -> bool:
    if wanted.country is not None and wanted.country != role.country:
        return False
    if wanted.country is None and not wanted.titles & role.titles:
        return "leader" in wanted.titles and bool(LEADER & role.titles) and not role.standing
    if wanted.standing != role.standing:
        return False
    if not wanted.titles or role.titles <= {"counterpart", "leader"}:
        return True
    return bool(wanted.titles & role.titles) or ("leader" in wanted.titles and bool(LEADER & role.titles))


def _apposition_before(tokens: Sequence[Token], name: Name) -> str | None:
    """Return the description that a comma parts from the name behind it: "the ambassador, Ada Lovelace,"."""
    comma = name.title - 1
    if comma < 2 or tokens[comma].text != ",":
        return None
    if name.last < len(tokens) and tokens[name.last].text not in {",", ".", ";", ")", ":"}:
        return None
    start = comma
    while start > 0 and comma - start < _APPOSITION and tokens[start - 1].lower not in _END:
        start -= 1
    determiner = max((i for i in range(start, comma) if tokens[i].lower in _DETERMINERS), default=None)
    while determiner is not None and determiner > start and tokens[determiner - 1].lower in _PREPOSITIONS:
        determiner = max((i for i in range(start, determiner) if tokens[i].lower in _DETERMINERS), default=None)
    begin = start if determiner is None else determiner + 1
    words = tokens[begin:comma]
    if _OFFICES.isdisjoint([word.lower for word in words[:5]]):
        return None
    return _text(words)


def _text(tokens: Sequence[Token]) -> str:
    """Return tokens as they are written, one space where any stood."""
    parts = [tokens[0].text] if tokens else []
    for last, token in zip(tokens, tokens[1:], strict=False):
        parts.append(" " + token.text if token.start > last.end else token.text)
    return "".join(parts)
