"""A light grammar of clauses: which token is a verb, where a noun phrase begins and ends, what the subject is.

No tagger: word classes come from the lexicon and from the neighbours of a word. Good enough to label a figure.
`taken` holds the indices of number tokens: no phrase runs across one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.figures.words import (
    ADVERBS,
    AUXILIARIES,
    CLASSES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    VERBS,
    is_base,
    is_ing,
    is_past,
    is_plural,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from core.extract.figures.line import Line

_MODALS = frozenset("will would shall should can could may might must to do does did".split())
_NEVER_BEFORE_VERB = DETERMINERS - {"that", "all", "both", "this", "which"}
_FINITE = frozenset(("has", "is", "are", "was", "were", "will", "would"))
_THIRD_PERSONS = frozenset(("it", "he", "she", "they", "we"))
_OBJECT_MARKS = frozenset(("$", "£", "€", "¥", "₹", "“", '"', "~", ""))
_VERB_FORMS = AUXILIARIES | VERBS
_PARTICLES = frozenset(("up", "down"))
_INNER = frozenset(
    ("of", "in", "for", "from", "on", "with", "between", "at", "by", "to", "across", "among", "under", "per")
)
_TIME_HEADS = CLASSES["month"] | CLASSES["weekday"] | CLASSES["season"] | CLASSES["timehead"]
_OPENERS = CLASSES["opener"]
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
    low = line.low
    word = low[k]
    if word in AUXILIARIES:
        return True
    past = is_past(word)
    if not past and word not in VERBS:
        return word[-3:] == "ing" and low[k - 1] in AUXILIARIES
    b = k - 1
    while b > 0 and (low[b] in ADVERBS or low[b][-2:] == "ly"):
        b -= 1
    before, after = low[b], low[k + 1]
    if before in _NEVER_BEFORE_VERB or (word == "last" and after in _TIME_HEADS):
        return False
    if past:
        if (after in AUXILIARIES or after == "of") and is_base(word):
            return False  # "the final cost was", "cost of the tram"
        return not (before in PREPOSITIONS and after[:1].isalpha() and after not in FUNCTION)
    return _is_present(word, before, after)


def _is_present(word: str, before: str, after: str) -> bool:
    """Tell whether a word that may be a noun ("rises", "cost", "spending") is a verb between these neighbours."""
    if is_ing(word):
        return before != "of" and not (word in _ACTIVITIES and after in PREPOSITIONS and before not in AUXILIARIES)
    if is_base(word):
        if before in _MODALS or (before in PRONOUNS and before != "it"):
            return True
        if after == "to" and before in AUXILIARIES:
            return True  # "is forecast to"
        return is_plural(before) and after != "of" and after not in VERBS
    noun = before[:1].isalpha() and before not in FUNCTION and not is_past(before)
    behind_subject = noun or before in RELATIVES or before in ("it", "he", "she", ")")
    if before in _COORDINATORS and after == "to":
        return True  # "and intends to"
    open_end = after[:1].isalnum() or after in _OBJECT_MARKS
    return behind_subject and open_end and after != "of" and after not in VERBS and after not in AUXILIARIES


def subject(line: Line, k: int, taken: Collection[int]) -> Phrase | None:
    """Return the subject of the clause that token `k` stands in, searched to the left; None for a pronoun."""
    for _ in range(6):
        verb = _verb_before(line, k)
        if verb < 0:
            return None
        start = _group_start(line, verb)
        before = line.low[start - 1]
        relative = _relative_before(line, start - 1) if _is_progressive(line, start - 1) else 0
        if relative:
            return ending(line, relative, taken)
        if before in RELATIVES:
            return ending(line, start - 1 - (line.low[start - 2] == ","), taken)
        if before in _THIRD_PERSONS and start > 1 and (line.low[start - 2] == "that" or is_verb(line, start - 2)):
            k = start - 1  # "the bank said it made …": the bank
            continue
        if before in PRONOUNS or not before:
            return None
        found = None
        if before in _BREAKS:
            found = _past_insertions(line, start - 1, taken)
        elif before not in _OPENERS and before not in PREPOSITIONS:
            found = ending(line, start, taken)
        if found is not None:
            return found
        k = _before_insertions(line, start - 1)
    return None


def _is_progressive(line: Line, k: int) -> bool:
    """Tell whether token `k` ends a verb group like "is building"."""
    return line.low[k][-3:] == "ing" and line.low[k - 1] in AUXILIARIES


def _relative_before(line: Line, verb: int) -> int:
    """Return the token that opens the relative clause which ends at a verb ("that the city is building"), or 0."""
    for j in range(verb, max(0, verb - _LONGEST), -1):
        if line.low[j] in RELATIVES:
            return j
        if not line.low[j][0].isalnum():
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


def ending(line: Line, stop: int, taken: Collection[int], *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that ends right before token `stop`; `inner` adds what prepositions hang on its noun."""
    low = line.low
    k = stop - 1
    while k >= 0 and low[k] in ADVERBS:
        k -= 1
    stop = k + 1
    depth = 0
    while k >= 0 and stop - k <= _LONGEST:
        word = low[k]
        if word in ("(", ")"):
            depth += 1 if word == ")" else -1
            if depth < 0:
                break
        elif depth == 0:
            if k in taken or not _continues(line, k, inner=inner):
                break
            if word in _INNER and is_time_phrase(line, k + 1):
                stop = k
            elif word in DETERMINERS and line.low[k - 1] not in _INNER:
                break
        k -= 1
    return _trimmed(line, k + 1, stop)


def beginning(line: Line, first: int, *, inner: bool = True) -> Phrase | None:
    """Return the noun phrase that begins at token `first`; `inner` adds a phrase of "of", "on", "for" or "in"."""
    low = line.low
    k = first
    crossed = 0
    while k < len(line.tokens) and k - first < _LONGEST:
        word = low[k]
        if word in DETERMINERS:
            if k > first and low[k - 1] not in PREPOSITIONS:
                break
        elif word in ("of", "on", "for", "in"):
            if (
                not inner
                or k == first
                or crossed > (word == "of")
                or is_time_phrase(line, k + 1)
                or not _opens_noun(line, k + 1)
            ):
                break
            crossed += 1
        elif word in ("last", "next") or word in _TIME_HEADS and k > first and line.tokens[k].text[0].isupper():
            break
        elif word not in _NOMINAL_MARKS:
            if not word[0].isalnum() or (word in FUNCTION and word not in ("most", "more")):
                break
            if k > first and is_verb(line, k) and not word.endswith("ing"):
                break
        k += 1
    return _trimmed(line, first, k)


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
    for j in (k, k + 1, k + 2):
        word = line.low[j]
        if word in _TIME_HEADS or (word.isdigit() and len(word) == 4 and word[:2] in ("19", "20")):
            return True
        if word not in DETERMINERS and word not in ("fiscal", "early", "late", "same", "full"):
            return False
    return False


def _continues(line: Line, k: int, *, inner: bool) -> bool:
    """Tell whether token `k` can belong to a noun phrase that goes on to the right of it."""
    word = line.low[k]
    if word in _INNER:
        return inner and k > 0 and (line.low[k - 1][0].isalnum() or line.low[k - 1] in (")", "%", "”", '"'))
    if word in ("and", "&"):
        return inner and _is_nominal(line, k - 1) and _opens_noun(line, k + 1)
    if word in DETERMINERS or word in _NOMINAL_MARKS:
        return True
    if word == ".":
        return line.glued(k + 1)
    if not word[0].isalnum() or word in CONJUNCTIONS or word in PRONOUNS or word in PREPOSITIONS:
        return False
    return not is_verb(line, k)


def _verb_before(line: Line, k: int) -> int:
    low = line.low
    for j in range(k - 1, max(-1, k - _REACH), -1):
        word = low[j]
        if word in (";", ":") or (word == "." and not line.glued(j + 1)):
            return -1
        if word in _PARTICLES:
            if low[j + 1] not in ("to", "the", "a"):
                return j
        elif (word in _VERB_FORMS or word[-2:] == "ed" or word[-3:] == "ing") and is_verb(line, j):
            return j
    return -1


def _group_start(line: Line, verb: int) -> int:
    """Return the first token of the verb group around `verb`: "is expected to rise"."""
    low = line.low
    k = verb
    while k > 0:
        word = low[k - 1]
        if not (
            word in AUXILIARIES
            or word in ADVERBS
            or word in ("to", "'", "’")
            or word[-2:] == "ly"
            or is_verb(line, k - 1)
        ):
            break
        if low[k] in _FINITE and _is_progressive(line, k - 1):
            break  # "the line that it is building | has cost"
        k -= 1
    return k


def _past_insertions(line: Line, k: int, taken: Collection[int]) -> Phrase | None:
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
            found = _inserted(line, first, stop, taken)
            if found is not None:
                apposition = apposition or found
                if apposition is not found:
                    return found
            elif apposition is not None:
                break
        stop = j
    return apposition


def _inserted(line: Line, first: int, stop: int, taken: Collection[int]) -> Phrase | None:
    """Return the stretch [first, stop) as a noun phrase, or None where it is none."""
    while first < stop and line.low[first] in ADVERBS:
        first += 1
    word = line.low[first]
    if first >= stop or word in PREPOSITIONS or word in RELATIVES or word in _OPENERS:
        return None
    if any(is_verb(line, j) for j in range(first, stop)):
        return None
    found = ending(line, stop, taken)
    return found if found and found.first >= first else None


def _is_nominal(line: Line, k: int) -> bool:
    word = line.low[k]
    return bool(word) and word[0].isalnum() and word not in FUNCTION and not is_verb(line, k)


def _opens_noun(line: Line, k: int) -> bool:
    word = line.low[k]
    return bool(word) and word[0].isalnum() and (word in DETERMINERS or word not in FUNCTION)


def _trimmed(line: Line, first: int, stop: int) -> Phrase | None:
    """Return the phrase without function words and marks at its edges, or None where nothing is left."""
    low = line.low
    if stop > first + 1 and low[first - 1] in PREPOSITIONS and len(low[first]) == 4 and low[first].isdecimal():
        first += 1  # "in 2021 exports"
    while first < stop and ((word := low[first]) in FUNCTION or not (word[0].isalnum() or word == "$")):
        first += 1
    while stop > first and ((word := low[stop - 1]) in FUNCTION or not (word[0].isalnum() or word == ")")):
        stop -= 1
    if stop <= first or (low[first][0].isdigit() and all(low[k][0].isdigit() for k in range(first, stop))):
        return None
    return Phrase(first, stop)
