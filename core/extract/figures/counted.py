"""The noun a number counts, with its modifiers: "28 union programs" → union programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from core.extract.english.function_words import FUNCTION, MONTH, WEEKDAY, ends_as_adverb
from core.extract.english.word_forms import is_irregular_past, is_past, is_plural, is_third_person
from core.extract.figures import peoples
from core.extract.figures.figure_words import CLASSES, NUMERALS

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_FIRST_ONLY = CLASSES["adjective of count"]
_TIME = CLASSES["time behind"]
_PREDICATES = CLASSES["verb only"]
_STATES = CLASSES["state of many"]
_MODELLED = CLASSES["modelled"]
_LONGEST = 6


class Counted(NamedTuple):
    """The words counted, as written, and the tokens [first, stop) they stand in."""

    words: tuple[str, ...]
    first: int
    stop: int

    @property
    def head(self) -> str:
        """Return the noun itself, lower case."""
        return self.words[-1].lower()


def after(line: Line, j: int, value: float) -> Counted | None:
    """Return the noun phrase that a number of this value counts, at token `j`, or None."""
    low = line.low
    words: list[str] = []
    joined = 0  # where "and" was crossed: "digital and physical sales"
    k = j
    found = 0
    while k < len(line.tokens) and len(words) < _LONGEST:
        word = low[k]
        if words and word == "-" and (line.glued(k) == line.glued(k + 1)) and not found:
            k += 1
            continue
        if words and word.isdecimal() and line.tokens[k].start > 0 and words[-1].isupper() and not found:
            words[-1] += f"-{word}"  # "AK-47 rifles"
            k += 1
            continue
        if words and word in ("and", "or", "&") and not joined and not found:
            joined = len(words)
            k += 1
            continue
        if word.isdecimal() and low[k + 1] in _MODELLED and not found and k + 1 < len(line.tokens):
            words.append(line.tokens[k].text)  # "three old 747 jets"
            k += 1
            continue
        if _stops(line, k, words) or (value == 1 and _is_clause(line, k)):
            break
        if found and (word in _STATES or not _is_plural(line, k)):
            break  # "31 sailors dead"
        if not words and (word in _PREDICATES or (line.low[k - 1] == "one" and _is_third(word))):
            break  # "season 2 begins", "one hopes"
        words.append(line.tokens[k].text)
        k += 1
        if _is_plural(line, k - 1):
            found, stop = len(words), k
    if found:
        return Counted(tuple(words[:found]), j, stop)
    if joined:
        return _singular(words[:joined], j, j + joined, value)
    return _singular(words, j, k, value)


def attributive(line: Line, j: int) -> Counted | None:
    """Return the noun glued to a number by a hyphen ("five-member panel" → member), at the hyphen `j`."""
    if line.low[j] != "-" or not line.glued(j) or not line.glued(j + 1):
        return None
    word = line.low[j + 1]
    if not word.isalpha() or word in FUNCTION or word in ("plus", "odd"):
        return None
    return Counted((line.tokens[j + 1].text,), j + 1, j + 2)


def _singular(words: list[str], first: int, stop: int, value: float) -> Counted | None:
    if not words or len(words) > 3 + (value == 1):
        return None
    people = words[0].lower() in peoples.ANY
    if value != 1 and not people and (len(words) == 1 or not words[0].islower()):
        if len(words) > 1 or not words[0].isupper():
            return None
    return Counted(tuple(words), first, stop)


def _is_plural(line: Line, k: int) -> bool:
    """Tell whether token `k` is a plural noun, a people ("Israelis") or an abbreviation of many ("CPUs")."""
    word, text = line.low[k], line.tokens[k].text
    if is_plural(word) or (word in peoples.PLURAL and word not in peoples.SINGULAR):
        return True
    return len(text) > 2 and text[-1] == "s" and text[:-1].isupper()


def _is_clause(line: Line, k: int) -> bool:
    """Tell whether what follows "one" makes it a pronoun: "one says", "one addressed to", "one slightly larger"."""
    word = line.low[k]
    return is_third_person(word) or ends_as_adverb(word) or (is_past(word) and line.low[k + 1] in FUNCTION)


def _is_third(word: str) -> bool:
    """Tell whether the word behind "one" is a verb, not a noun: "one hopes", not "one series"."""
    return is_third_person(word) or (
        is_plural(word) and word.endswith("s") and not word.endswith(("ies", "ers", "ks"))
    )


def _stops(line: Line, k: int, words: list[str]) -> bool:
    """Tell whether the phrase ends before token `k`."""
    word = line.low[k]
    if not word[0].isalpha() or word in MONTH or word in WEEKDAY or len(word) == 1:
        return True
    if word in NUMERALS and words:
        return True
    if word in _TIME or (word in FUNCTION and not (word in _FIRST_ONLY and not words)):
        return True
    if not words:
        return is_irregular_past(word)
    compound = "-" in word and bool(line.low[k + 1]) and line.low[k + 1][0].isalpha()
    return not compound and (is_past(word) or ends_as_adverb(word))  # but "12 large wind-powered stations"
