"""Counted nouns that open with capitals: "23 Somali pirates", "19 Granite Ridge crew members", "Kills 10 Miners".

A number beside a capitalised word is most often part of a name ("Airbus 380"). It counts where a people follows, or
where the capitals lead to a plain noun, or where every word around is capitalised, as in a headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.extract.english.function_words import ARTICLE, MONTH
from core.extract.english.looks import ALPHA, FUNCTION, LISTED_VERB, PAST
from core.extract.english.word_forms import is_plural, is_third_person
from core.extract.figures import peoples
from core.extract.figures.figure_words import CLASSES

if TYPE_CHECKING:
    from core.extract.figures.line import Line

_MODELLED, _CLOCK = CLASSES["modelled"], CLASSES["clock"]
_LONGEST = 6  # tokens of capitals in front of the noun
_AROUND = 4  # tokens on each side that show a headline
_FEWEST = 3  # capitalised words among them
_SHORT_NAME = 5  # letters of an abbreviation that may be counted: "121 RBI"


def counts(line: Line, first: int, stop: int) -> bool:
    """Tell whether the number over the tokens [first, stop) counts what the capitals behind it name."""
    before, after = line.low[first - 1], line.low[stop]
    if first and _is_name(line, first - 1) and not _is_headline_verb(line, first):
        return False
    if after in peoples.ANY:
        return line.tokens[stop].text[0].isupper()
    if before in ARTICLE:
        return False
    if first and _is_headline_verb(line, first):
        return after not in MONTH
    return _leads_to_noun(line, stop) or _is_abbreviation(line, stop)


def in_headline(line: Line, first: int, stop: int) -> bool:
    """Tell whether the words around the tokens [first, stop) are all capitalised, but for function words."""
    capitals = 0
    for k in (*range(max(0, first - _AROUND), first), *range(stop, min(len(line.tokens), stop + _AROUND))):
        if line.looks[k] & (ALPHA | FUNCTION) == ALPHA:
            if not line.tokens[k].text[0].isupper():
                return False
            capitals += 1
    return capitals >= _FEWEST


def _is_name(line: Line, k: int) -> bool:
    return line.tokens[k].text[0].isupper() and not line.looks[k] & FUNCTION and k > 0


def _is_headline_verb(line: Line, first: int) -> bool:
    """Tell whether a verb, a mark or a function word stands before a number in a headline: "Kills 10", "and 2 Hurt"."""
    look = line.looks[first - 1]
    verbal = bool(look & (LISTED_VERB | PAST)) or not look & ALPHA or bool(look & FUNCTION)
    return verbal and in_headline(line, first, first + 1)


def _leads_to_noun(line: Line, k: int) -> bool:
    """Tell whether capitals from token `k` on end in a plain plural noun: "Granite Ridge crew members"."""
    capitals, coded = 0, False
    for j in range(k, min(len(line.tokens), k + _LONGEST)):
        word, text = line.low[j], line.tokens[j].text
        if text[0].isupper() and not line.looks[j] & FUNCTION and word not in MONTH:
            capitals += 1
            if coded and is_plural(word):
                return True  # "14 AK-47 Rifles"
        elif capitals and (text == "-" or (text.isdecimal() and _is_code(line, j))):
            coded = text != "-"
        else:
            if not capitals or not line.looks[j] & ALPHA:
                return False
            noun = j if is_plural(word) else j + 1
            word = line.low[noun]
            plain = is_plural(word) and not is_third_person(word) and bool(line.looks[noun] & ALPHA)
            return plain and word not in _MODELLED
    return False


def _is_code(line: Line, k: int) -> bool:
    """Tell whether the digits at token `k` go on with letters: "AK 47", "AK - 47"."""
    back = k - 2 if line.low[k - 1] == "-" else k - 1
    return line.tokens[back].text.isupper()


def _is_abbreviation(line: Line, k: int) -> bool:
    """Tell whether an abbreviation stands at token `k` that may be counted: "768 CPUs", "121 RBI"."""
    text = line.tokens[k].text if k < len(line.tokens) else ""
    if not 2 < len(text) <= _SHORT_NAME or line.glued(k) or not text.isalpha() or line.low[k] in _CLOCK:
        return False
    many = text[:-1].isupper() and text[-1] == "s"
    behind = line.looks[k + 1]
    return many or (text.isupper() and (not behind & ALPHA or bool(behind & FUNCTION)))
