"""Every name and sign of a unit: those of the lexicon, of CLDR (through babel), and SI's prefixes before the latter.

What the lexicon says of a form goes before the others: "pm" behind a number is no picometre, "pc" is per cent.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from babel import localedata

from core.extract.english.inflection import plural
from core.extract.figures.figure_words import CLASSES
from core.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Listed(NamedTuple):
    """A row of `figures_units.csv`; words, signs and glued are lists with "|" between."""

    unit: str
    words: str
    signs: str
    glued: str


class _Prefixed(NamedTuple):
    """A row of `figures_prefixed.csv`."""

    unit: str
    signs: str
    prefixes: str


_ROWS = load.table("figures_units.csv", _Listed)
_PREFIXED = load.table("figures_prefixed.csv", _Prefixed)
# The prefixes of SI with their signs.
_PREFIXES = {
    "quetta": "Q", "ronna": "R", "yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G",
    "mega": "M", "kilo": "k", "hecto": "h", "deca": "da", "deci": "d", "centi": "c", "milli": "m", "micro": "µ",
    "nano": "n", "pico": "p", "femto": "f", "atto": "a", "zepto": "z", "yocto": "y", "ronto": "r", "quecto": "q",
}  # fmt: skip
_BY_SIGN = {sign: prefix for prefix, sign in _PREFIXES.items()} | {"K": "kilo"}
_MICRO = ("µ", "μ", "u")  # two characters for one sign, and the letter that stands for them
_BRITISH = {"meter": "metre", "liter": "litre", "gram": "gramme"}
_CLDR_LOCALES = ("en", "en_GB")
_NOT_OF_CLDR = CLASSES["no unit of cldr"]  # Japanese measures ("sun", "ken"), and names that are other words
_NAMED_APART = re.compile(
    r" ?\b(?:imperial|metric|us|person|it|ofglucose|troy|force(?= per| foot))(?: |$)"
)  # of one name all the same
_LONGEST_PLAIN = 1  # a letter alone is a unit only where the lexicon says so
_LENGTH_SIGNS = {
    "m": "meter",
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "ft": "foot",
    "mi": "mile",
}
_POWERS = (("square", "sq", "squared", "2", "²"), ("cubic", "cu", "cubed", "3", "³"))


@cache
def words() -> dict[str, str]:
    """Return the words of units, lower-cased, with the units' names."""
    made: dict[str, str] = {}
    for form, unit in (*_listed(), *_of_cldr("long"), *_with_prefixes(), *_powers()):
        made.setdefault(form, unit)
    for form, unit in _of_cldr("short"):
        if " " in form:
            made.setdefault(form.lower(), unit)  # "ac ft"
    return made


def signs() -> dict[str, str]:
    """Return the signs of units, whose case counts, with the units' names."""
    made = {sign: row.unit for row in _ROWS for sign in filter(None, row.signs.split("|"))}
    named = words()
    taken = made.keys() | named.keys() | letters().keys()
    for sign, unit in _signs_with_prefixes():
        if sign not in taken:
            made.setdefault(sign, unit)
    for form, unit in _of_cldr("short"):
        if form not in taken and form.lower() not in named and len(form) > _LONGEST_PLAIN:
            made.setdefault(form, unit)
    for unit, sign in [
        (unit, sign) for sign, unit in made.items() if unit.endswith(("meter", "foot", "inch", "yard"))
    ]:
        for power, _, _, digit, raised in _POWERS:
            if " " not in unit:
                for written in (digit, raised, f"^{digit}"):
                    made.setdefault(sign + written, f"{power} {unit}")
    return made | {f"m{mark}": name for mark, name in (("2", "square meter"), ("3", "cubic meter"))}


def letters() -> dict[str, str]:
    """Return the signs that are units only glued to a number, as they are letters or marks of the language."""
    return {letter: row.unit for row in _ROWS for letter in filter(None, row.glued.split("|"))}


def _listed() -> Iterator[tuple[str, str]]:
    for row in _ROWS:
        for form in filter(None, row.words.split("|")):
            yield form, row.unit
            head, space, tail = form.partition(" ")
            if head in ("degree", "part") or row.unit.endswith(("per hour", "per gallon", "equivalent")):
                yield f"{head}s{space}{tail}", row.unit
            elif form[-1] not in "s." and form not in ("feet", "horsepower"):
                yield plural(form), row.unit


def _of_cldr(width: str) -> Iterator[tuple[str, str]]:
    """Return the forms that CLDR's English gives of every unit, long or short, without the number."""
    named = dict(_listed())
    for locale in _CLDR_LOCALES:
        patterns: Any = localedata.LocaleDataDict(cast("Any", localedata.load(locale)))["unit_patterns"]
        for key, widths in patterns.items():
            own = _NAMED_APART.sub(" ", key.partition("-")[2].replace("-", " ")).strip().replace("1e", "10^")
            own = own.replace("ofhg", "of mercury")
            if own in _NOT_OF_CLDR:
                continue
            unit = named.get(own, own)
            for pattern in widths.get(width, {}).values():
                form = pattern.replace("{0}", "").replace("\xa0", " ").strip() if isinstance(pattern, str) else ""
                form = form.lower() if width == "long" else form
                if form and form not in _NOT_OF_CLDR and not form.startswith(("per ", "/", "of ")):
                    yield form, named.get(form, unit)


def _signs_with_prefixes() -> Iterator[tuple[str, str]]:
    for row in _PREFIXED:
        for sign in filter(None, row.signs.split("|")):
            if len(sign) > _LONGEST_PLAIN:
                yield sign, row.unit
            for prefix in row.prefixes.split():
                for written in _MICRO if prefix == "µ" else (prefix,):
                    yield written + sign, _BY_SIGN[prefix] + row.unit


def _with_prefixes() -> Iterator[tuple[str, str]]:
    for row in _PREFIXED:
        for prefix in _PREFIXES:
            name = prefix + row.unit
            british = next(
                (name.removesuffix(own) + other for own, other in _BRITISH.items() if name.endswith(own)), ""
            )
            for form in filter(None, (name, british)):
                yield form, name
                yield plural(form) if not form.endswith(("hertz", "siemens")) else form, name


def _powers() -> Iterator[tuple[str, str]]:
    """Return the areas and volumes that lengths make: "square feet", "sq m", "metres squared"."""
    lengths = [
        (form, unit)
        for form, unit in (*_listed(), *_with_prefixes(), *_LENGTH_SIGNS.items())
        if unit.endswith(("meter", "foot", "inch", "yard", "mile")) and " " not in unit
    ]
    for form, unit in lengths:
        for power, short, behind, _, _ in _POWERS:
            for written in (f"{power} {form}", f"{short} {form}", f"{short}. {form}", f"{form} {behind}"):
                yield written, f"{power} {unit}"
