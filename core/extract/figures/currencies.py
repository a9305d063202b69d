"""Money: the currency that stands before or behind a number, by sign, code or name.

Names, codes and signs come from CLDR (Unicode Common Locale Data Repository, through babel), corrected by
`figures_currencies.csv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale
from babel.numbers import get_currency_name

from core.extract.english.inflection import plural
from core.extract.figures import phrase_index
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.extract.figures.line import Line


class _Listed(NamedTuple):
    """A row of `figures_currencies.csv`."""

    form: str
    place: str
    unit: str


_ROWS = load.table("figures_currencies.csv", _Listed)
_DATED = re.compile(r" \(.*\)$")
_CLDR: dict[str, str] = dict(Locale("en").currencies)

CODES = frozenset(code for code in _CLDR if code.isalpha()) | {"BTC", "ETH", "RMB"}
_LOWER_CODES = CLASSES["lower-case code"]
# Letters in front of "$" that may stand apart from it ("HK $3.7"); "a $5 note" has an article.
_APART = CLASSES["dollar prefix"]
_QUALIFIERS = {"US": "USD", "U.S.": "USD"} | {code: code for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD")}
_LETTERED = CLASSES["lettered dollar"]  # last parts of prefixes of several tokens: "$US", "Y="
_LARGE_VALUE = 1000.0  # "won" is a currency behind a number this large


class Money(NamedTuple):
    """A currency beside a number: its code or name, the token it begins or ends at, and what it multiplies by."""

    unit: str
    edge: int
    scale: float = 1.0


def _names() -> Iterator[tuple[str, str]]:
    own = {row.form: row.unit for row in _ROWS if row.place == "word"}
    for code, name in _CLDR.items():
        if _DATED.search(name) or not code.isalpha():
            continue
        for form in (name, get_currency_name(code, 2, "en")):
            lowered = form.lower()
            if lowered not in own and (" " in lowered or lowered not in _COMMON_WORDS):
                yield lowered, code
    for form, unit in own.items():
        yield form, unit
        yield plural(form), unit


_COMMON_WORDS = CLASSES["metal"]
_WORDS = phrase_index.index(_names())
_PREFIXES = {row.form: row.unit for row in _ROWS if row.place == "before"}
_AFTER = {row.form: row.unit for row in _ROWS if row.place == "after"}
_SIGNS = {form: unit for form, unit in _PREFIXES.items() if len(form) == 1 and not form.isascii()} | {"$": "USD"}
_GLUED = {row.form: row.unit for row in _ROWS if row.place == "glued"}
_LARGE_WORDS = {row.form: row.unit for row in _ROWS if row.place == "large"}
_LOWERED = frozenset(code.lower() for code in CODES)
_MILLIONS = frozenset("m" + code for code in _LOWERED)
# The lower-cased words a currency can end with in front of a number, and those it can begin with behind one.
_ENDS = _LETTERED | _PREFIXES.keys() | _LOWERED | _LOWER_CODES | _MILLIONS
STARTS = _WORDS.keys() | _SIGNS.keys() | _AFTER.keys() | _GLUED.keys() | _LARGE_WORDS.keys() | _LOWERED | _MILLIONS


def before(line: Line, i: int) -> Money | None:
    """Return the currency whose sign or code ends right before token `i`; its edge is where it begins."""
    j = i - 1
    word = line.low[j]
    if word not in _ENDS:
        return None
    token = line.tokens[j]
    if word in _LETTERED or word in _PREFIXES:
        for width in (3, 2):
            start = j - width + 1
            if start < 0:
                continue
            joined = "".join(line.low[start : j + 1])
            if joined not in _PREFIXES:
                continue
            apart = any(not line.glued(k) for k in range(start + 1, j + 1))
            if not apart or (width == 2 and line.low[start] in _APART and word == "$"):
                return Money(_PREFIXES[joined], start)
        if word in _PREFIXES and (
            not word.isalpha() or token.text[0].isupper() or word == "rs" or (len(word) > 3 and line.glued(i))
        ):
            return Money(_PREFIXES[word], j)
    if token.text in CODES or word in _LOWER_CODES:
        return Money(_code(word), j)
    if len(word) == 4 and word[0] == "m" and token.text[1:] in CODES:
        return Money(token.text[1:], j, 1e6)
    return None


def after(line: Line, j: int, value: float) -> Money | None:
    """Return the currency that stands right behind a number, at token `j`; its edge is the index behind it."""
    k = j + 1 if line.low[j] == "-" and line.glued(j) == line.glued(j + 1) else j
    if k >= len(line.tokens):
        return None
    if line.low[k] not in STARTS:
        return None
    found = phrase_index.match(_WORDS, line, k)
    if found:
        return Money(*found)
    token = line.tokens[k]
    if len(token.text) == 4 and token.text[0] == "M" and token.text[1:] in CODES:
        return Money(token.text[1:], k + 1, 1e6)
    unit = _sign_or_code(line, k, value)
    return Money(unit, k + 1) if unit else None


def _sign_or_code(line: Line, k: int, value: float) -> str | None:
    """Return the unit of the sign, code or short word at token `k`, behind a number of this value."""
    text, word = line.tokens[k].text, line.low[k]
    if word in _SIGNS and not _begins_money(line, k):
        return _SIGNS[word]
    if word in _AFTER and (word != "le" or not line.low[k + 1]):
        return _AFTER[word]
    if text in CODES or text in _LOWER_CODES:
        return _code(text)
    if word in _GLUED and line.glued(k):
        return _GLUED[word]
    return _LARGE_WORDS.get(word) if value >= _LARGE_VALUE else None


def _code(text: str) -> str:
    code = text.upper()
    return "CNY" if code == "RMB" else code


def qualifier(line: Line, j: int) -> Money | None:
    """Return the currency that a word behind "$75" names ("$75 U.S. a barrel")."""
    unit = _QUALIFIERS.get(line.tokens[j].text) if j < len(line.tokens) else None
    return Money(unit, j + 1) if unit else None


def declared_dollar(text: str) -> str | None:
    """Return the currency of a bare "$" where the text's own words name one: "all figures in Canadian dollars"."""
    found = _DECLARED.search(text)
    return _DOLLARS[found.group(1).lower()] if found else None


_DOLLARS = {name[:-7].lower(): code for code, name in _CLDR.items() if name.endswith(" Dollar")}
_DECLARED = re.compile(
    r"\b(?:figures|amounts|prices|sums|values|dollars|currency)(?: are| is)?(?: quoted| given| shown)? in ("
    + "|".join(map(re.escape, _DOLLARS))
    + r") (?:dollars|currency)\b",
    re.IGNORECASE,
)


def _begins_money(line: Line, k: int) -> bool:
    """Tell whether a sign belongs to the number behind it ("5 $10 notes")."""
    return not line.glued(k) and line.low[k + 1][:1].isdigit() and line.glued(k + 1)
