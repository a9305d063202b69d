"""A light grammar of clauses: which token is a verb, where a noun phrase begins and ends, what the subject is.

No tagger: word classes come from the lexicon and from the neighbours of a word. Good enough to label a figure.
No phrase that is looked for to the left runs across a token that is TAKEN by a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.figures.looks import (
    ADVERB,
    ALNUM,
    ALPHA,
    AUXILIARY,
    BEFORE_TIME,
    CONJUNCTION,
    DETERMINER,
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
    TAKEN,
    TIME,
    TIME_HEADS,
    VERBAL,
)
from core.extract.figures.words import CLASSES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, RELATIVES, is_base, is_ing

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_MODALS = frozenset("will would shall should can could may might must to do does did".split())
_NEVER_BEFORE_VERB = DETERMINERS - {"that", "all", "both", "this", "which"}
_FINITE = frozenset(("has", "is", "are", "was", "were", "will", "would"))
_THIRD_PERSONS = frozenset(("it", "he", "she", "they", "we"))
_OBJECT_MARKS = frozenset(("$", "£", "€", "¥", "₹", "“", '"', "~", ""))
_PARTICLES = frozenset(("up", "down"))
_TURNS = _PARTICLES | {";", ":", "."}
_INSIDE_GROUP = frozenset(("to", "'", "’"))
_INNER = frozenset(
    ("of", "in", "for", "from", "on", "with", "between", "at", "by", "to", "across", "among", "under", "per")
)
_OPENERS = CLASSES["opener"]
_NO_SUBJECT = _OPENERS | PREPOSITIONS
_NOT_INSERTED = _NO_SUBJECT | RELATIVES
_LINKS = frozenset(("of", "on", "for", "in"))
_ACTIVITIES = CLASSES["activity"]
_COORDINATORS = frozenset(("and", "or", "but"))
_SUBORDINATORS = (PREPOSITIONS | RELATIVES | CONJUNCTIONS) - _COORDINATORS
_BREAKS = frozenset((",", "(", ")", "–", "—"))
_NOMINAL_MARKS = frozenset(("'s", "-", "/", "“", "”", '"', "’", "'", "$", "&"))
_LONGEST = 14
_REACH = 45


class Phrase(NamedTuple):
    """A noun phrase over the tokens [first, stop)."""

    first: int
    stop: int


def is_verb(line: Line, k: int) -> bool:
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
    if low[b] in _NEVER_BEFORE_VERB or (word == "last" and low[k + 1] in TIME_HEADS):
        return False
    if look & PAST:
        behind = looks[k + 1]
        if (behind & AUXILIARY or low[k + 1] == "of") and is_base(word):
            return False  # "the final cost was", "cost of the tram"
        return not (looks[b] & PREPOSITION and behind & ALPHA and not behind & FUNCTION)
    return _is_present(line, k, b)


def _is_present(line: Line, k: int, b: int) -> bool:
    """Tell whether a word that may be a noun ("rises", "cost", "spending") is a verb behind token `b`."""
    low, looks = line.low, line.looks
    word, before, after = low[k], low[b], low[k + 1]
    ahead, behind = looks[b], looks[k + 1]
    if is_ing(word):
        return before != "of" and not (word in _ACTIVITIES and behind & PREPOSITION and not ahead & AUXILIARY)
    if is_base(word):
        if before in _MODALS or (ahead & PRONOUN and before != "it"):
            return True
        if after == "to" and ahead & AUXILIARY:
            return True  # "is forecast to"
        return bool(ahead & PLURAL) and after != "of" and not behind & LISTED_VERB
    if before in _COORDINATORS and after == "to":
        return True  # "and intends to"
    noun = ahead & ALPHA and not ahead & (FUNCTION | PAST)
    behind_subject = noun or ahead & RELATIVE or before in ("it", "he", "she", ")")
    open_end = behind & ALNUM or after in _OBJECT_MARKS
    return bool(behind_subject and open_end) and after != "of" and not behind & (LISTED_VERB | AUXILIARY)


def subject(line: Line, k: int) -> Phrase | None:
    """Return the subject of the clause that token `k` stands in, searched to the left; None for a pronoun."""
    for _ in range(6):
        verb = _verb_before(line, k)
        if verb < 0:
            return None
        start = _group_start(line, verb)
        before, look = line.low[start - 1], line.looks[start - 1]
        if look & ENDS_ING and _is_progressive(line, start - 1):
            relative = _relative_before(line, start - 1)
            if relative:
                return ending(line, relative)
        if look & RELATIVE:
            return ending(line, start - 1 - (line.low[start - 2] == ","))
        if before in _THIRD_PERSONS and start > 1 and (line.low[start - 2] == "that" or is_verb(line, start - 2)):
            k = start - 1  # "the bank said it made …": the bank
            continue
        if look & PRONOUN or not before:
            return None
        found = None
        if before in _BREAKS:
            found = _past_insertions(line, start - 1)
        elif before not in _NO_SUBJECT:
            found = ending(line, start)
        if found is not None:
            return found
        k = _before_insertions(line, start - 1)
    return None


def _is_progressive(line: Line, k: int) -> bool:
    """Tell whether token `k` ends a verb group like "is building"."""
    return bool(line.looks[k] & ENDS_ING and line.looks[k - 1] & AUXILIARY)


def _relative_before(line: Line, verb: int) -> int:
    """Return the token that opens the relative clause which ends at a verb ("that the city is building"), or 0."""
    for j in range(verb, max(0, verb - _LONGEST), -1):
        if line.looks[j] & RELATIVE:
            return j
        if not line.looks[j] & ALNUM:
            return 0
    return 0


def _before_insertions(line: Line, k: int) -> int:
    """Return where the clause breaks off for what stands between commas before token `k`: ", before the vote, and"."""
    low = line.low
    for _ in range(3):
        if low[k - 1] != "," or low[k] not in _COORDINATORS:
            break
        opening = next((j for j in range(k - 2, max(0, k - _REACH), -1) if low[j] == ","), 0)
        if not opening or low[opening + 1] not in _SUBORDINATORS:
            break
        return opening
    return k


def ending(line: Line, stop: int, *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that ends right before token `stop`; `inner` adds what prepositions hang on its noun."""
    low, looks = line.low, line.looks
    k = stop - 1
    while k >= 0 and looks[k] & ADVERB:
        k -= 1
    stop = k + 1
    depth = 0
    while k >= 0 and stop - k <= _LONGEST:
        if not looks[k] & PLAIN:
            word = low[k]
            if word in ("(", ")"):
                depth += 1 if word == ")" else -1
                if depth < 0:
                    break
            elif depth == 0:
                if looks[k] & TAKEN or not _continues(line, k, inner=inner):
                    break
                if word in _INNER and is_time_phrase(line, k + 1):
                    stop = k
                elif looks[k] & DETERMINER and low[k - 1] not in _INNER:
                    break
        k -= 1
    return _trimmed(line, k + 1, stop)


def beginning(line: Line, first: int, *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that begins at token `first`; `inner` adds a phrase of "of", "on", "for" or "in"."""
    low, looks = line.low, line.looks
    furthest = min(len(line.tokens), first + _LONGEST)
    k = first
    crossed = 0
    while k < furthest:
        word, look = low[k], looks[k]
        if look & DETERMINER:
            if k > first and not looks[k - 1] & PREPOSITION:
                break
        elif word in _LINKS:
            allowed = inner and k > first and crossed <= (word == "of")
            if not allowed or is_time_phrase(line, k + 1) or not _opens_noun(line, k + 1):
                break
            crossed += 1
        elif not look & PLAIN and _ends_before(line, k, first):
            break
        k += 1
    return _trimmed(line, first, k)


def _ends_before(line: Line, k: int, first: int) -> bool:
    """Tell whether a noun phrase that began at token `first` ends before token `k`."""
    word, look = line.low[k], line.looks[k]
    if word in ("last", "next") or (word in TIME_HEADS and k > first and line.tokens[k].text[0].isupper()):
        return True
    if word in _NOMINAL_MARKS:
        return False
    if not look & ALNUM or (look & FUNCTION and word not in ("most", "more")):
        return True
    return k > first and not look & ENDS_ING and is_verb(line, k)


def complement(line: Line, stop: int) -> int:
    """Return where what specifies a counted noun that ends at `stop` ends: "to deepen …", "related to …", "in …"."""
    word = line.low[stop]
    if word == "to" and is_base(line.low[stop + 1]):
        found = beginning(line, stop + 2)
        return found.stop if found else stop
    if word.endswith("ed") and line.low[stop + 1] in ("to", "with", "on", "for", "by"):
        found = beginning(line, stop + 2, inner=False)
        while found and line.low[found.stop] == "and" and _opens_noun(line, found.stop + 1):
            further = beginning(line, found.stop + 1, inner=False)
            if further is None:
                break
            found = further
        return found.stop if found else stop
    if word in ("of", "on", "in", "for") and not is_time_phrase(line, stop + 1) and _opens_noun(line, stop + 1):
        found = beginning(line, stop + 1, inner=False)
        return found.stop if found else stop
    return stop


def is_time_phrase(line: Line, k: int) -> bool:
    """Tell whether the phrase at token `k` is one of time: "the quarter", "2018", "last year"."""
    for look in line.looks[k : k + 3]:
        if look & TIME:
            return True
        if not look & BEFORE_TIME:
            return False
    return False


def _continues(line: Line, k: int, *, inner: bool) -> bool:
    """Tell whether token `k` can belong to a noun phrase that goes on to the right of it."""
    word, look = line.low[k], line.looks[k]
    if word in _INNER:
        return inner and k > 0 and (bool(line.looks[k - 1] & ALNUM) or line.low[k - 1] in (")", "%", "”", '"'))
    if word in ("and", "&"):
        return inner and _is_nominal(line, k - 1) and _opens_noun(line, k + 1)
    if look & DETERMINER or word in _NOMINAL_MARKS:
        return True
    if word == ".":
        return line.glued(k + 1)
    if not look & ALNUM or look & (CONJUNCTION | PRONOUN | PREPOSITION):
        return False
    return not is_verb(line, k)


def _verb_before(line: Line, k: int) -> int:
    """Return the nearest verb, or particle of change, before token `k` in its clause, or -1."""
    low, looks = line.low, line.looks
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if looks[j] & VERBAL:
            if is_verb(line, j):
                return j
            continue
        word = low[j]
        if word not in _TURNS:
            continue
        if word in _PARTICLES:
            if low[j + 1] not in ("to", "the", "a"):
                return j
        elif word != "." or not line.glued(j + 1):
            return -1
    return -1


def _group_start(line: Line, verb: int) -> int:
    """Return the first token of the verb group around `verb`: "is expected to rise"."""
    low, looks = line.low, line.looks
    k = verb
    while k > 0:
        look = looks[k - 1]
        grouped = look & (AUXILIARY | ADVERB | ENDS_LY) or low[k - 1] in _INSIDE_GROUP
        if not grouped and not (look & VERBAL and is_verb(line, k - 1)):
            break
        if low[k] in _FINITE and _is_progressive(line, k - 1):
            break  # "the line that it is building | has cost"
        k -= 1
    return k


def _past_insertions(line: Line, k: int) -> Phrase | None:
    """Return the subject in front of what stands between commas, dashes or brackets up to token `k`.

    Insertions that begin with a preposition or hold a verb are passed over; of two noun phrases side by side the
    second is an apposition to the first.
    """
    low = line.low
    apposition: Phrase | None = None
    stop = k
    for j in range(k - 1, max(-2, k - _REACH), -1):
        if j >= 0 and low[j] not in _BREAKS:
            continue
        first = j + 1
        if first < stop:
            found = _inserted(line, first, stop)
            if found is not None:
                apposition = apposition or found
                if apposition is not found:
                    return found
            elif apposition is not None:
                break
        stop = j
    return apposition


def _inserted(line: Line, first: int, stop: int) -> Phrase | None:
    """Return the stretch [first, stop) as a noun phrase, or None where it is none."""
    looks = line.looks
    while first < stop and looks[first] & ADVERB:
        first += 1
    if first >= stop or line.low[first] in _NOT_INSERTED:
        return None
    if any(looks[j] & VERBAL and is_verb(line, j) for j in range(first, stop)):
        return None
    found = ending(line, stop)
    return found if found and found.first >= first else None


def _is_nominal(line: Line, k: int) -> bool:
    look = line.looks[k]
    return bool(look & PLAIN) or (look & (ALNUM | FUNCTION) == ALNUM and not is_verb(line, k))


def _opens_noun(line: Line, k: int) -> bool:
    look = line.looks[k]
    return bool(look & ALNUM) and (bool(look & DETERMINER) or not look & FUNCTION)


def _trimmed(line: Line, first: int, stop: int) -> Phrase | None:
    """Return the phrase without function words and marks at its edges, or None where nothing is left."""
    low, looks = line.low, line.looks
    if stop > first + 1 and looks[first - 1] & PREPOSITION and len(low[first]) == 4 and low[first].isdecimal():
        first += 1  # "in 2021 exports"
    while first < stop and looks[first] & (ALNUM | FUNCTION) != ALNUM and low[first] != "$":
        first += 1
    while stop > first and looks[stop - 1] & (ALNUM | FUNCTION) != ALNUM and low[stop - 1] != ")":
        stop -= 1
    if stop <= first or (low[first][0].isdigit() and all(low[k][0].isdigit() for k in range(first, stop))):
        return None
    return Phrase(first, stop)
