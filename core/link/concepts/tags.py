"""What each word of a sentence is where it stands: a noun or a verb, an adjective or a participle that goes on.

No statistical tagger: a word's own class and its neighbours decide. Good enough to find phrases by; what is read wrong
here stands alone and joins nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.link.concepts.words import ADVERB, NAME, NOUN, QUOTE, UNKNOWN, VERB

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.link.concepts.words import Known

_OPEN = frozenset("XZGYV")  # classes that the words around decide
_AHEAD = "SXYN"  # a noun or name may follow
_BOUND = "P.,CVAE-MT"  # what follows the head of a phrase
_NOMINAL = 0.3  # of a word's uses: so often a noun, it is one where nothing else decides


def tag(known: Sequence[Known], capital: Sequence[bool], named: Sequence[bool]) -> str:
    """Return the class of each word of a sentence, a character each.

    Args:
        known: what each word is by itself.
        capital: whether it is written with a capital.
        named: whether it is part of an actor's name.
    """
    found: list[str] = []
    previous = "."
    size = len(known)
    for i, word in enumerate(known):
        look = word.look
        if named[i]:
            look = NAME
        elif look == UNKNOWN:
            look = NAME if capital[i] and i else NOUN
        elif look in _OPEN:
            following = "." if i + 1 == size else NAME if named[i + 1] else known[i + 1].look
            look = _DECIDE[look](word, previous, following, known[i - 1] if i else None)
        found.append(look)
        if look not in (ADVERB, QUOTE):
            previous = look
    return "".join(found)


def _noun_or_adjective(word: Known, previous: str, following: str, _: Known | None) -> str:
    """Tell "the Norlander said" from "Norlander and other boats" and "a Norlander boat"."""
    coordinated = following == "C" and not word.plural and previous not in "D'"
    return "J" if following in "SXYNJ" or coordinated else NOUN


def _participle(_: Known, previous: str, following: str, __: Known | None) -> str:
    return "J" if previous in "DJ'#P," and following in "SXYJ" else VERB


def _verb(word: Known, previous: str, following: str, _: Known | None) -> str:
    return NOUN if word.noun and previous in "D'J" and following not in _AHEAD else VERB


def _ing(word: Known, previous: str, following: str, _: Known | None) -> str:
    """Tell "the fencing", "the killing of" and "running water" from "is building", "after leaving the"."""
    listed = word.nominal > 0
    if previous in "D'J" or (previous == NAME and following not in "DR"):
        return "J" if following in "SXY" else NOUN
    if previous in "ER":
        return VERB
    if listed and following in _BOUND:
        return NOUN
    return "J" if following in "SXY" and previous in ".,C" and listed else VERB


def _noun_or_verb(word: Known, previous: str, following: str, before: Known | None) -> str:
    third = word.plural  # "raids" is the plural of the noun or the third person of the verb
    if previous in "D'J#PV":
        return NOUN
    if previous == "T":
        return NOUN if third else VERB
    if previous in "ARL":
        return VERB
    if previous in "SN":
        one = before is not None and not before.plural
        return VERB if following in "DRT" and third == one else NOUN
    if following in "DR" and not third:
        return VERB
    return NOUN if word.nominal >= _NOMINAL or third else VERB


_DECIDE = {"Y": _noun_or_adjective, "Z": _participle, "V": _verb, "G": _ing, "X": _noun_or_verb}
