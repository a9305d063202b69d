"""Whether an unknown name is a person's, an organisation's or a place's, from the words around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.extract.actors import roles
from core.extract.actors.name_classes import FAMOUS, HONORIFICS, SAYING, SURNAME_FIRST, TITLES, letter
from core.extract.english.function_words import of_class
from core.extract.english.word_forms import is_plural
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.actors.names import Name
    from core.extract.document import Sentence
    from core.extract.tokens import Token
    from core.model import ActorKind

_SURNAME = re.compile(
    r"[a-z](?:ov|ova|ev|eva|enko|enka|chuk|sky|ski|skyy|skiy|skaya|yan|shvili|adze|ić|vich|vić|sson|quist|dottir"
    r"|stein|berg|baum|witz|opoulos|idis|akis|escu|ullah|uddin|zadeh|oğlu|oglu)$|^(?:Mc|Mac|O['’]|Fitz)[A-Z]"
)
_PRONOUNS = of_class("of one person")
_ITS = frozenset({"it", "its"})
_FIRMS = load.classes("actors_firms.txt")
_OWNED_BY_FIRMS, _BEHIND_FIRMS = _FIRMS["owned"], _FIRMS["behind"]
_LONGEST_SURNAME_FIRST = 3  # words of a name that begins with the surname: "Nguyen Thi Lan"
_DASHES = frozenset("—–―-")
_TRADES = TITLES - HONORIFICS


def guess(sentence: Sentence, name: Name) -> ActorKind | None:
    """Return the kind that the words beside a name show, None where they show none.

    A word that opens a sentence is asked for more: any word is capitalised there.
    """
    tokens = sentence.tokens
    several = len(name.words) > 1
    if name.words[-1].lower() in FAMOUS:
        return None if several and name.opening else "person"
    before = tokens[name.first - 1].lower if name.first else ""
    after = [token.lower for token in tokens[name.last : name.last + 3]] + ["", "", ""]
    if after[0].isdigit() or letter(name.words[0]) == "Z" or (name.opening and _may_be_plural(name)):
        return None
    if _is_firm(after):
        return "organisation"
    if (
        _acts(before, after)
        or (several and (before in _DASHES or _is_person_shaped(name) or roles.after(sentence, name)))
        or (
            not name.opening
            and (_is_in_company(before, after) or (several and _is_set_beside_person(sentence, name)))
        )
    ):
        return "person"
    is_in_place = after[0] == "," and _letter_at(tokens, name.last + 1) == "P"  # "Fargo, North Dakota"
    return "place" if is_in_place and before != "the" and not name.opening else None


def _is_firm(after: list[str]) -> bool:
    """Tell whether the name is spoken of as a company: "Octavo shares", "Octavo's board", "Octavo said it …"."""
    if after[0] in _BEHIND_FIRMS or (after[0] == "'s" and after[1] in _OWNED_BY_FIRMS):
        return True
    return after[0] in SAYING and after[1] in _ITS


def _acts(before: str, after: list[str]) -> bool:
    """Tell whether the name says something or has an age: "Lovelace said", "Lovelace, 36,"."""
    if after[0] in SAYING and before != "the":
        return True
    return after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and after[2] in {",", ""}


def _is_in_company(before: str, after: list[str]) -> bool:
    """Tell whether a trade, a verb of saying or a pronoun of persons stands beside: "pianist Clara", "Clara, who"."""
    if before in _TRADES or before in SAYING or after[0] in _PRONOUNS:
        return True
    return after[0] in {",", "and"} and after[1] in _PRONOUNS


def _is_set_beside_person(sentence: Sentence, name: Name) -> bool:
    """Tell whether a description stands before the name, or "and" joins it to one that opens with a given name."""
    tokens = sentence.tokens
    if tokens[name.last : name.last + 1] and tokens[name.last].lower == "and":
        return _letter_at(tokens, name.last + 1) == "G"
    if name.first > 2 and tokens[name.first - 1].lower == "and" and _letter_at(tokens, name.first - 3) == "G":
        return True
    return roles.before(sentence, name) is not None


def _is_person_shaped(name: Name) -> bool:
    first, last = name.words[0], name.words[-1]
    if len(last) < 2 or first == "St":
        return False
    if first.lower() in SURNAME_FIRST and letter(first) == "W" and len(name.words) <= _LONGEST_SURNAME_FIRST:
        return all(letter(word) in "WG" for word in name.words[1:])
    return bool(_SURNAME.search(last)) or letter(first) == "I" or letter(last) == "G"


def _may_be_plural(name: Name) -> bool:
    """Tell whether the name is one word that ends as plurals do: "Traders said"."""
    return len(name.words) == 1 and is_plural(name.words[0].lower())


def _letter_at(tokens: Sequence[Token], index: int) -> str:
    return letter(tokens[index].text) if index < len(tokens) else ""
