"""Which word is a verb where it stands, and where its group begins: "is expected to rise".

No tagger: a word's form (`looks`) and its neighbours decide. Good enough to find a subject by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import COORDINATOR, DETERMINER, MODAL, of_class
from core.extract.english.looks import (
    ADVERB,
    ALNUM,
    ALPHA,
    AUXILIARY,
    ENDS_ING,
    ENDS_LY,
    FUNCTION,
    LISTED_VERB,
    PAST,
    PLAIN,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    VERBAL,
)
from core.extract.english.looks import DETERMINER as DETERMINER_LOOK
from core.extract.english.phrase_words import MEASURE_TIME
from core.extract.english.word_forms import is_base, is_ing

if TYPE_CHECKING:
    from core.extract.english.looks import Sentence

_BEFORE_BASE = MODAL | {"to"}
_NEVER_BEFORE_VERB = DETERMINER - of_class("determiner or pronoun")
_SINGULAR_SUBJECT = of_class("singular subject")
_FINITE = of_class("finite")
_ACTIVITY = of_class("activity")
_OBJECT_MARKS = frozenset(("$", "£", "€", "¥", "₹", "“", '"', "~", ""))
_OF_AGE = of_class("of age")
_MADE = of_class("made of")
_RANKS = of_class("rank as adverb")  # "she first spoke", not "the first spoke"
_POSSESSIVE_MARKS = frozenset(("'s", "’s"))
_OF_NOUN = frozenset(("of", "which", "who"))
_INSIDE_GROUP = of_class("split auxiliary") | {"to", "'", "’"}


def is_verb(line: Sentence, k: int) -> bool:
    """Tell whether token `k` is a verb form here."""
    looks = line.looks
    look = looks[k]
    if not look & VERBAL or look & AUXILIARY:
        return bool(look & AUXILIARY)
    if not look & (PAST | LISTED_VERB):
        return bool(look & ENDS_ING and looks[k - 1] & AUXILIARY)
    low = line.low
    word = low[k]
    b = k - 1
    while b > 0 and looks[b] & (ADVERB | ENDS_LY):
        b -= 1
    if low[b] in _NEVER_BEFORE_VERB or (word == "last" and low[k + 1] in MEASURE_TIME):
        return False
    if low[b] in _BEFORE_BASE and look & PAST and is_base(word):
        return True  # "aims to cut emissions"
    return _is_past(line, k, b) if look & PAST else _is_present(line, k, b)


def _is_past(line: Sentence, k: int, b: int) -> bool:
    """Tell whether a past form is a verb behind token `b`, and no name, participle or noun."""
    word, after, behind = line.low[k], line.low[k + 1], line.looks[k + 1]
    described = line.looks[k - 1] & (ALPHA | FUNCTION) == ALPHA
    if word in _OF_AGE or (word in _MADE and after == "of" and described) or _is_name(line, k):
        return False
    if is_base(word) and (behind & AUXILIARY or after == "of" or (after == "at" and _is_object(line, k))):
        return False  # "the final cost was", "cost of the tram", "put the true cost at"
    return not (line.looks[b] & PREPOSITION and behind & ALPHA and not behind & FUNCTION)


def _is_object(line: Sentence, k: int) -> bool:
    """Tell whether a noun of up to two adjectives ends with token `k`, behind a verb and a determiner."""
    j = k - 1
    while j > k - 3 and line.looks[j] & PLAIN:
        j -= 1
    return j > 0 and bool(line.looks[j] & DETERMINER_LOOK) and is_verb(line, j - 1)


def _is_name(line: Sentence, k: int) -> bool:
    """Tell whether a past form is a name by its capital and what is around it: "Cy Hurt has", "Felt's", "Abed Moss"."""
    tokens, low = line.tokens, line.low
    if not tokens[k].text[0].isupper() or not tokens[k].text[1:].islower():
        return False
    if low[k + 1] in _POSSESSIVE_MARKS or line.looks[k + 1] & AUXILIARY:
        return True
    if k == 0:
        return len(tokens) > 1 and tokens[1].text[0].isupper()
    before = tokens[k - 1].text
    return low[k + 1] == "," and before[0].isupper() and not line.looks[k - 1] & FUNCTION


def _is_present(line: Sentence, k: int, b: int) -> bool:
    """Tell whether a word that may be a noun ("rises", "cost", "spending") is a verb behind token `b`."""
    low, looks = line.low, line.looks
    word, before, after = low[k], low[b], low[k + 1]
    ahead, behind = looks[b], looks[k + 1]
    if is_ing(word):
        return before != "of" and not (word in _ACTIVITY and behind & PREPOSITION and not ahead & AUXILIARY)
    if is_base(word):
        told = before in _BEFORE_BASE or (ahead & PRONOUN and before != "it")
        if told or (after == "to" and ahead & AUXILIARY):  # "is forecast to"
            return True
        return bool(ahead & (PLURAL | RELATIVE)) and after != "of" and not behind & LISTED_VERB
    if before in COORDINATOR and after == "to":
        return True  # "and intends to"
    noun = ahead & ALPHA and not ahead & (FUNCTION | PAST)
    behind_subject = noun or ahead & RELATIVE or before in _SINGULAR_SUBJECT or before == ")"
    open_end = behind & ALNUM or after in _OBJECT_MARKS
    noun_behind = after in _OF_NOUN or behind & (LISTED_VERB | AUXILIARY)  # "the funds which range"
    return bool(behind_subject and open_end and not noun_behind)


def is_progressive(line: Sentence, k: int) -> bool:
    """Tell whether token `k` ends a verb group like "is building"."""
    return bool(line.looks[k] & ENDS_ING and line.looks[k - 1] & AUXILIARY)


def group_start(line: Sentence, verb: int) -> int:
    """Return the first token of the verb group around `verb`: "is expected to rise"."""
    low, looks = line.low, line.looks
    k = verb
    while k > 0:
        look = looks[k - 1]
        grouped = look & (AUXILIARY | ADVERB | ENDS_LY) or low[k - 1] in _INSIDE_GROUP
        grouped = grouped or (low[k - 1] in _RANKS and k > 1 and not looks[k - 2] & DETERMINER_LOOK)
        if not grouped and not (look & VERBAL and is_verb(line, k - 1)):
            break
        if low[k] in _FINITE and is_progressive(line, k - 1):
            break  # "the line that it is building | has cost"
        k -= 1
    return k
