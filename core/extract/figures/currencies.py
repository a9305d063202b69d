"""Money: the currency that stands before or behind a number, by sign, code or name.

Names, codes and signs come from CLDR (Unicode Common Locale Data Repository, through babel), corrected by
`figures_currencies.csv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, localedata
from babel.core import get_global
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

_EVERYWHERE: dict[str, str] = dict(Locale("en").currency_symbols)

CODES = frozenset(code for code in _CLDR if code.isalpha()) | {"BTC", "ETH", "RMB"}
_LOWER_CODES = CLASSES["lower-case code"]
# Letters in front of "$" that may stand apart from it ("HK $3.7"); "a $5 note" has an article.
_APART = CLASSES["dollar prefix"]
_QUALIFIERS = {"US": "USD", "U.S.": "USD"} | {code: code for code in ("USD", "CAD", "AUD", "NZD", "HKD", "SGD")}
_LETTERED = CLASSES["lettered dollar"]  # last parts of prefixes of several tokens: "$US", "Y="
_LARGE_VALUE = 1000.0  # "won" is a currency behind a number this large
_WORDLIKE = CLASSES["wordlike code"]
_HUNDREDTHS = CLASSES["hundredth"]
_CROWNS = re.compile(r"\b(?:kron|krón|korun|kroon)\w*$")
_RUBLES = re.compile(r"\brubles?$")
_SHORTEST_SURE = 3  # letters of a sign that is no word and no number of a road by chance ("Ksh", not "SR")


class Money(NamedTuple):
    """A currency beside a number: its code or name, the token it begins or ends at, and what it multiplies by."""

    unit: str
    edge: int
    scale: float = 1.0
    sure: bool = True  # whether it is money whatever the number: "Top 1,000" and "SR 520" are not


def _names() -> Iterator[tuple[str, str]]:
    own = {row.form: row.unit for row in _ROWS if row.place == "word"}
    for code, name in _CLDR.items():
        if _DATED.search(name) or not code.isalpha():
            continue
        for form in (name, get_currency_name(code, 2, "en")):
            lowered = form.lower()
            if lowered not in own and (" " in lowered or lowered not in _COMMON_WORDS):
                for variant in _variants(lowered):
                    yield variant, code
    for form, unit in own.items():
        yield form, unit
        yield plural(form), unit


def _variants(name: str) -> Iterator[str]:
    """Return a name of CLDR and how newspapers spell it besides: "Danish crowns", "Belarusian roubles"."""
    yield name
    if " " in name:
        yield plural(name)
        if _CROWNS.search(name):
            yield _CROWNS.sub("crown", name)
            yield _CROWNS.sub("crowns", name)
        if _RUBLES.search(name):
            yield name.replace("ruble", "rouble")


def _local_signs() -> Iterator[tuple[str, str]]:
    """Return the letters that stand for one currency only in the English of the countries that use it: "Ksh", "R"."""
    signs: dict[str, set[str]] = {}
    for locale in localedata.locale_identifiers():
        if locale.startswith("en_"):
            for code, sign in Locale.parse(locale).currency_symbols.items():
                if sign != _EVERYWHERE.get(code):
                    signs.setdefault(sign.lower().rstrip("."), set()).add(code)
    for sign, codes in signs.items():
        if len(codes) == 1 and sign.isalpha() and sign.upper() not in _CLDR and len(sign) > 1:
            yield sign, codes.pop()


def _lettered_dollars() -> Iterator[tuple[str, str]]:
    """Return what may stand in front of "$", with its currency: a country's code or a currency's ("AU$", "MXN$")."""
    for territory, currencies in get_global("territory_currencies").items():
        current = [code for code, _, end, tender in currencies if tender and end is None]
        if len(current) == 1 and _CLDR.get(current[0], "").endswith((" Dollar", " Peso")):
            yield territory.lower(), current[0]
    for code in CODES:
        yield code.lower(), code
    for code, sign in Locale("en").currency_symbols.items():
        if sign.endswith("$") and len(sign) > 1:
            yield sign[:-1].lower(), code


_COMMON_WORDS = CLASSES["metal"]
_WORDS = phrase_index.index(_names())
_LOCAL = dict(_local_signs())
_PREFIXES = (
    _LOCAL
    | {row.form: row.unit for row in _ROWS if row.place == "sum"}
    | {row.form: row.unit for row in _ROWS if row.place == "before"}
)
_CAPITALS = {row.form: row.unit for row in _ROWS if row.place == "capital"}
_LETTERED_DOLLARS = dict(_lettered_dollars()) | {
    form[:-1]: unit for form, unit in _PREFIXES.items() if form[-1] == "$" and len(form) > 1
}
_AFTER = {row.form: row.unit for row in _ROWS if row.place == "after"}
SIGNS = {form: unit for form, unit in _PREFIXES.items() if len(form) == 1 and not form.isascii()} | {"$": "USD"}
_GLUED = {row.form: row.unit for row in _ROWS if row.place == "glued"}
_LARGE_WORDS = {row.form: row.unit for row in _ROWS if row.place == "large"}
_LOWERED = frozenset(code.lower() for code in CODES)
_MILLIONS = frozenset("m" + code for code in _LOWERED)
_SURE = frozenset(row.form for row in _ROWS if row.place == "before")
_PRONOUNS = frozenset(("us", "s"))
_PER = frozenset(("a", "per"))
_CENTS = frozenset(("cent", "cents"))
# The lower-cased words a currency can end with in front of a number, and those it can begin with behind one.
_ENDS = _LETTERED | _PREFIXES.keys() | _CAPITALS.keys() | _LOWERED | _LOWER_CODES | _MILLIONS
STARTS = _WORDS.keys() | SIGNS.keys() | _AFTER.keys() | _GLUED.keys() | _LARGE_WORDS.keys() | _LOWERED | _MILLIONS


def before(line: Line, i: int) -> Money | None:
    """Return the currency whose sign or code ends right before token `i`; its edge is where it begins."""
    j = i - 1
    word = line.low[j]
    if word not in _ENDS:
        return None
    found = _joined(line, j) if word in _LETTERED or word in _PREFIXES else None
    if found is None and word == "$":
        found = _lettered_dollar(line, j)
    return found or _sign_before(line, i) or _code_before(line, j)


def _joined(line: Line, j: int) -> Money | None:
    """Return the currency of a sign of several tokens that ends with token `j`: "$US", "Y="."""
    for width in (3, 2):
        start = j - width + 1
        if start >= 0:
            joined = "".join(line.low[start : j + 1])
            if joined in _PREFIXES and all(line.glued(k) for k in range(start + 1, j + 1)):
                return Money(_PREFIXES[joined], start)
    return None


def _sign_before(line: Line, i: int) -> Money | None:
    """Return the currency of the sign, or the letters that stand for one, right before token `i`."""
    j = i - 1
    word, text = line.low[j], line.tokens[j].text
    if word in _PREFIXES:
        if word.isalpha() and not (text[0].isupper() or word == "rs" or (len(word) > 3 and line.glued(i))):
            return None
        sure = word in _SURE or (word in _LOCAL and len(word) >= _SHORTEST_SURE)
        return Money(_PREFIXES[word], j, sure=sure and text != "Euro")  # not "Euro 2024"
    if word in _CAPITALS and line.glued(i) and text.isupper():
        return Money(_CAPITALS[word], j, sure=False)
    return None


def _code_before(line: Line, j: int) -> Money | None:
    """Return the currency whose code is token `j`: "USD", "usd", "MUSD", "Php"."""
    word, text = line.low[j], line.tokens[j].text
    if text in CODES or word in _LOWER_CODES:
        return Money(_code(word), j, sure=word not in _WORDLIKE)
    if text.istitle() and word not in _WORDLIKE and word in _LOWERED:
        return Money(_code(word), j, sure=False)
    if len(word) == 4 and word[0] == "m" and text[1:] in CODES:
        return Money(text[1:], j, 1e6)
    return None


def _lettered_dollar(line: Line, j: int) -> Money | None:
    """Return the currency of the "$" at token `j` by the letters in front of it: "MX$", "AU $", "nzd$", "S $"."""
    unit = _LETTERED_DOLLARS.get(line.low[j - 1]) if j else None
    if unit is None or not (line.glued(j) or _stands_apart(line, j - 1)):
        return None
    return None if line.glued(j - 1) and line.low[j - 2].isalnum() else Money(unit, j - 1)


def _stands_apart(line: Line, k: int) -> bool:
    """Tell whether the letters at token `k` may belong to a "$" that stands apart from them."""
    word = line.low[k]
    if word in _PRONOUNS and not line.tokens[k].text.isupper():
        return False  # "pay us $5"
    return word in _APART or (word in _LOWERED and word not in _WORDLIKE)


def after(line: Line, j: int, value: float) -> Money | None:
    """Return the currency that stands right behind a number, at token `j`; its edge is the index behind it."""
    k = j + 1 if line.low[j] == "-" and line.glued(j) == line.glued(j + 1) else j
    if k >= len(line.tokens):
        return None
    if line.low[k] not in STARTS:
        return None
    found = phrase_index.match(_WORDS, line, k)
    if line.low[k + 1] in _CENTS and line.tokens[k].text[0].isupper():
        return Money("cent", k + 2)  # "20 Australian cents"
    if found:
        return (
            Money(line.low[found[1]].rstrip("s"), found[1] + 1) if line.low[found[1]] in _CENTS else Money(*found)
        )
    token = line.tokens[k]
    if len(token.text) == 4 and token.text[0] == "M" and token.text[1:] in CODES:
        return Money(token.text[1:], k + 1, 1e6)
    unit = _sign_or_code(line, k, value)
    return Money(unit, k + 1) if unit else None


def _sign_or_code(line: Line, k: int, value: float) -> str | None:
    """Return the unit of the sign, code or short word at token `k`, behind a number of this value."""
    text, word = line.tokens[k].text, line.low[k]
    if word in SIGNS and not _begins_money(line, k):
        return SIGNS[word]
    if word in _AFTER and (word != "le" or not line.low[k + 1]):
        return _AFTER[word]
    if text in CODES or text in _LOWER_CODES:
        return None if _begins_money(line, k) else _code(text)  # "the second one VND900"
    if word in _GLUED and text == word and (line.glued(k) or line.low[k + 1] in _PER):  # "68 p a litre"
        return _GLUED[word]
    return _LARGE_WORDS.get(word) if value >= _LARGE_VALUE else None


def is_many(word: str) -> bool:
    """Tell whether a word is the plural of a currency's name: "dollars"."""
    return word[-1:] == "s" and any(len(words) == 1 for words, _ in _WORDS.get(word, ()))


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
