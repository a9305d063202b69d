"""Whether the clause around an expression speaks of what has been or of what is to come.

A word that leads into the expression decides ("until", "by", "since"), else the verb that stands nearest before it,
else the first one after it. A participle of planning ("scheduled", "due", "expected") looks ahead unless a past
auxiliary stands before it. The present tells what is planned where nothing in the sentence looks back ("The final is on
Sunday", "Talks resume Monday").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from core.extract.dates.time_words import words_of_class
from core.extract.english.function_words import DETERMINER, MODAL, POSSESSIVE, of_class
from core.extract.english.inflection import IRREGULAR
from core.extract.english.word_forms import IRREGULAR_PAST
from core.extract.tokens import START

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.extract.tokens import Token
    from core.model import Span

Tense = Literal["past", "future", "none"]

_FUTURE = words_of_class("future")
_PLANNED = words_of_class("planned")
_PRESENT_AUXILIARIES, _PAST_AUXILIARIES = of_class("present auxiliary"), of_class("past auxiliary")
_PRESENT_BE = frozenset({"is", "are", "'s", "'re"})
_BY_THE_DAY = 4  # words from "is" to the day: "is open again on Sunday"
_SHORTEST_PLAN = 3  # words before the day: "Polls close on Friday"
_PAST = IRREGULAR_PAST | _PAST_AUXILIARIES
_UNCHANGED = frozenset(verb.base for verb in IRREGULAR.values() if verb.base in verb.past)  # "will shut", "shut"
_NO_PAST = of_class("no past")
_MAY_TELL = (
    _FUTURE | _PLANNED | _PAST | words_of_class("ahead") | {"to", "soon", "early"}
)  # so may what ends in -ed; no other word
_LEADS: dict[str, Tense] = {
    **dict.fromkeys(words_of_class("leads_future"), "future"),
    **dict.fromkeys(words_of_class("leads_past"), "past"),
}
_AHEAD = words_of_class("ahead")
_MAY_BE_AHEAD = words_of_class("may be ahead")
_MODALS = _AHEAD | _MAY_BE_AHEAD
_REPORTING = words_of_class("reports")
_NO_PLAN = words_of_class("no plan")
_NEAR = 7  # words from a verb in the present to the day it plans for
_STOPS = frozenset(".!?")
_CONDITIONS = words_of_class("condition")
_WINDOW = 25  # words looked at on each side


class Clause(NamedTuple):
    """An expression's place in its sentence; the tense is worked out when it is asked for."""

    tokens: Sequence[Token]
    span: Span

    def tense(self, *, of_day: bool = False) -> Tense:
        """Return the tense of the verb that governs the expression; the present may plan for a day."""
        tokens = self.tokens
        first = max(0, bisect_right(tokens, self.span.start, key=START) - 1)
        last = max(first, bisect_left(tokens, self.span.end, key=START) - 1)
        if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower == "ahead":
            return "future"
        lead = _LEADS.get(tokens[first - 1].lower) if first else None
        if lead:
            around = tokens[max(0, first - _WINDOW) : last + _WINDOW]
            completed = lead == "future" and any(token.lower == "had" for token in around)
            return "past" if completed else lead
        before = range(first - 1, max(-1, first - _WINDOW), -1)
        after = range(last + 1, min(len(tokens), last + _WINDOW))
        for place in chain(before, after):
            word = tokens[place].lower
            if word in _CONDITIONS and place < first and not _names_what_was(tokens, first, last):
                return "future"  # "if she wins on Saturday"
            if (word in _MAY_TELL or word.endswith("ed")) and (
                tense := _at(tokens, place, by_day=0 < first - place <= 2)
            ) != "none":
                return tense
        return "future" if of_day and not _is_owned(tokens, first) and _is_planned(tokens, first) else "none"


def _is_planned(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a sentence in which no verb looks back plans for a day, in the present or by "could"."""
    lowers = [token.lower for token in tokens]
    begin = first
    while begin and first - begin < _NEAR and (lowers[begin - 1].isalnum() or "-" in lowers[begin - 1]):
        begin -= 1
    near = lowers[begin:first]
    if not _MAY_BE_AHEAD.isdisjoint(near) and "have" not in lowers and "and" not in near:
        return True
    if any(verb == "have" and modal in _MODALS for modal, verb in pairwise(near)):  # "may have run aground"
        return False
    # Headlines tell in the present what has happened; reports may be of what has.
    if tokens[-1].text not in _STOPS or not (_REPORTING.isdisjoint(lowers) and _NO_PLAN.isdisjoint(near)):
        return False
    for place, word in enumerate(reversed(near), 1):
        if word in _PRESENT_BE:
            return place <= _BY_THE_DAY
    return len(near) >= _SHORTEST_PLAN


def _names_what_was(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a day only names something that has its own time: "Thursday's debate", "his Tuesday wins"."""
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return after in {"'s", "’s"} or _is_owned(tokens, first)


def _is_owned(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a day belongs to what somebody has or did: "his Tuesday wins"."""
    return first > 0 and tokens[first - 1].lower in POSSESSIVE


def _at(tokens: Sequence[Token], place: int, *, by_day: bool) -> Tense:
    word = tokens[place].lower
    before = tokens[place - 1].lower if place else ""
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if _looks_ahead(tokens[place], before, after):
        return "future"
    if word in _PLANNED:
        return _planned(word, {token.lower for token in tokens[max(0, place - 3) : place]}, after)
    is_base = before in {"be", "to"} or (word in _UNCHANGED and before in MODAL)
    if is_base or not (word in _PAST or _is_past_form(tokens[place], before)):
        return "none"
    return "future" if before in _PRESENT_BE and by_day else "past"  # "Snow is forecast on Thursday"


def _looks_ahead(token: Token, before: str, after: str) -> bool:
    word = token.lower
    if word in _FUTURE:
        return before != "to" and before not in DETERMINER
    if word in _AHEAD:
        return after != "have" and token.text != "May"
    as_soon_as = word in {"soon", "early"} and before == after == "as"
    return as_soon_as or (word == "to" and before in _PRESENT_AUXILIARIES)


def _is_past_form(token: Token, before: str) -> bool:
    """Tell a verb in -ed from a name ("United") and from what describes a noun ("a proposed merger")."""
    return (
        token.lower.endswith("ed")
        and token.lower not in _NO_PAST
        and before not in DETERMINER
        and not token.text[0].isupper()
    )


def _planned(word: str, before: set[str], after: str) -> Tense:
    if before & _PAST_AUXILIARIES:
        return "past"
    if word == "set" and after not in {"to", "for"}:
        return "none"
    return "past" if word.endswith("ed") and after != "to" and not before & _PRESENT_AUXILIARIES else "future"
