"""Finite verbs in a paragraph: what tells a clause from a noun phrase, and a verb's object from its subject.

`is_finite` is sure of what it says; `holds_clause` is not and rather takes a phrase for a clause, for an attribution is
worth more than the few that aren't.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.attribution.cues import FORMS
from core.extract.attribution.source_words import CLASSES, STOP
from core.extract.english.base_phrases import PRONOUN
from core.extract.english.clause_ends import AFTER_COMMA
from core.extract.english.function_words import (
    ARTICLE,
    AUXILIARY,
    COORDINATOR,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    of_class,
)
from core.extract.english.looks import DETERMINER, ENDS_ING, FUNCTION, LISTED_VERB, PAST, PLURAL
from core.extract.english.verbs import is_verb
from core.extract.english.word_forms import is_irregular_past, is_past

if TYPE_CHECKING:
    from core.extract.attribution.paragraphs import Passage

_REACH = 40  # tokens of a clause up to its verb
_NEVER_FINITE = CLASSES["never finite"]
_SUBJECTS = PRONOUN - {"it", "you"}  # which may be objects
_NO_SUBJECT = ARTICLE | POSSESSIVE | PREPOSITION | of_class("quantifier", "amount", "counting", "demonstrative")
_NO_VERB_BEHIND = COORDINATOR | {"to", ","}  # whose verb would have its subject further off


def is_finite(passage: Passage, index: int) -> bool:
    """Tell whether a word is a finite verb where it stands."""
    line = passage.line
    word = line.low[index]
    if word in AUXILIARY:
        return word not in _NEVER_FINITE
    look = line.looks[index]
    if look & ENDS_ING or not look & (PAST | LISTED_VERB) or passage.tokens[index].text[0].isupper():
        return False
    before = line.low[index - 1] if index else ""
    return before not in {"to", "'s"} and before not in ARTICLE and is_verb(line, index)


def holds_clause(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a clause with a subject and a finite verb may begin at a token."""
    words, inside, line = passage.words, passage.inside, passage.line
    if words[start] in _SUBJECTS:
        return True
    limit = min(end, start + _REACH)
    for index in range(start + 1, limit):
        word = words[index]
        if word in STOP or word == ":" or inside[index] or (word in AFTER_COMMA and words[index - 1] == ","):
            return bool(inside[index])  # its verb may stand in a quotation
        before = words[index - 1]
        if word in PRONOUN or (word in AUXILIARY and word not in {"'s", "having", "being"}):
            return True
        look = line.looks[index]
        form = FORMS.get(word)
        if form is not None and form.progressive and form.speaks:
            return False  # "a note saying …"
        if (
            look & (ENDS_ING | FUNCTION)
            or before in _NO_SUBJECT
            or before in _NO_VERB_BEHIND
            or before[0].isdigit()
        ):
            continue
        if look & PLURAL and passage.is_capital(index):
            continue  # "of the United States"
        if _may_be_verb(word, look, line.looks[index - 1]):
            return True
    return False


def _may_be_verb(word: str, look: int, before: int) -> bool:
    """Tell whether a word behind another may be its verb, by the looks of both."""
    if is_irregular_past(word) or is_past(word):
        return True
    if look & PLURAL:  # or a third person: "rent rises"
        return not before & PLURAL
    return bool(look & LISTED_VERB and before & PLURAL and not before & DETERMINER)


def begins_clause(passage: Passage, at: int, end: int, reach: int = 12) -> bool:
    """Tell whether a subject and, within a few words and before any pause, its finite verb stand at a token."""
    words, inside = passage.words, passage.inside
    if at >= end or inside[at] or words[at] in PREPOSITION or words[at] in COORDINATOR:
        return False
    if words[at] in PRONOUN:
        return True
    for index in range(at + 1, min(end, at + reach)):
        if inside[index] or words[index] in STOP or words[index] == ",":
            return False
        if is_finite(passage, index) or words[index] in MODAL:
            return True
    return False
