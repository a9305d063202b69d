"""What a word may be in a name: the lexicon as one letter a word.

A sentence becomes a string of letters, one a token, and names are found by a grammar over that string
(`names.py`). The letters, capitals for capitalised words:

    H honorific ("Mr")              G given name                  P place, p its further words
    T title ("President")           B given name and place        K known organisation, k its further words
    Q title or surname ("King")     I initial ("W", "J.K.")       D nationality ("Russian")
    M part of a title ("Deputy")    J "Jr", V "III"               Y ordinary word, part of a name at most
    R T or M ("General")            A acronym ("FSMTC")           N never part of a name ("The", "Monday")
    O organisation's head noun      X M or O ("Press")            E head noun of what is no actor ("Act")
    L place's head noun             S L or surname ("Hill")       U L that stands before the name ("Lake")
    W any other capitalised word    Z ordinary word or surname    9 number
    o of, i to, t the, a and, m &   f for, on; v de, van, bin     s the ending "'s"
    . , ( as they are               q other mark before a name    x any other word, - any other mark
"""

from __future__ import annotations

import re
from typing import NamedTuple

from core.extract.english.function_words import of_class
from core.extract.tokens import tokenize
from core.lexicon import load
from core.model import Span

SENTENCE_END = "\n"  # stands for the end of a sentence, as a word and as its letter
_PARTS = load.classes("actors_name_parts.txt")
SUFFIXES = _PARTS["suffix"] | _PARTS["numeral"]
PARTICLES = _PARTS["particle"]
COMPANY_FORMS = _PARTS["company form"]
SMALL_IN_HEADINGS = _PARTS["heading"]
_SMALL = {
    "of": "o", "the": "t", "and": "a", "&": "m", "for": "f", "on": "f", "to": "i", "'s": "s",
    **dict.fromkeys(PARTICLES, "v"),
    ".": ".", ",": ",", "(": "(", SENTENCE_END: SENTENCE_END, **dict.fromkeys('“"‘«:•', "q"),
}  # fmt: skip
_ARTICLE_NAME = re.compile(r"(?:al|el|ul|ad|as|ash|at|d|l|t)['’-][^\W\d_a-z]", re.UNICODE)


def _words(name: str) -> frozenset[str]:
    return frozenset(map(str.lower, load.words(name)))


class Country(NamedTuple):
    """A country as spoken of: its name, and all names, nationality words and capitals that point to it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return its name and its other names."""
        return self.name, *self.aliases


COUNTRIES = load.table("actors_countries.csv", Country)
_ORGANISATIONS = tuple(tuple(line.split(";")) for line in load.lines("actors_organisations.txt"))
_PLACES_LISTED = tuple(tuple(line.split(";")) for line in load.lines("actors_places.txt"))

# Names of one actor in the lexicon: lower-cased name → the name to show.
KNOWN_AS = {
    alias.lower(): names[0]
    for names in (
        *_ORGANISATIONS,
        *_PLACES_LISTED,
        *((name,) for country in COUNTRIES for name in country.capitals),
        *(country.names for country in COUNTRIES),
    )
    for alias in names
}
# Whatever points to a country: lower-cased name, nationality or capital → the country's name.
COUNTRY_OF = {
    word.lower(): country.name
    for country in COUNTRIES
    for word in (
        *country.capitals,
        *country.demonyms,
        *(demonym + "s" for demonym in country.demonyms),
        *country.names,
    )
}

_TITLES = load.classes("actors_titles.txt")
TITLES = _TITLES["title"]
HONORIFICS = _TITLES["honorific"]
MODIFIERS = _TITLES["modifier"]
LEADER = _TITLES["leader"]
STANDING = _TITLES["standing"]
OF_WOMEN, OF_MEN = _TITLES["woman"], _TITLES["man"]
SAYING = _words("actors_verbs.txt")
FAMOUS = _words("actors_surnames.txt")
_OF_THE_WORLD = {
    name: frozenset(map(str.lower, words)) for name, words in load.classes("actors_given_names_world.txt").items()
}
FEMALE = _words("actors_given_names_female.txt") | _OF_THE_WORLD["female"]
MALE = _words("actors_given_names_male.txt") | _OF_THE_WORLD["male"]
SURNAME_FIRST = _OF_THE_WORLD["surname first"]
_HEADS = load.classes("actors_heads.txt")
TAKES_FOR = _HEADS["for"]
_NOT_NAMES = load.classes("actors_not_names.txt")
# Function words, which open sentences, and the words of the calendar.
_NEVER = _NOT_NAMES["never"] | (
    of_class(
        "article", "demonstrative", "possessive", "quantifier", "amount", "counting", "open determiner",
        "subject pronoun", "object pronoun", "possessive pronoun", "existential", "contracted pronoun", "relative",
        "be", "have", "modal", "negation", "preposition", "preposition of place", "conjunction",
        "month", "short month", "weekday", "short weekday", "season",
    )
    - _NOT_NAMES["name too"]
)  # fmt: skip


_PLACE_NAMES = [
    *(name for names in _PLACES_LISTED for name in names),
    *(name for country in COUNTRIES for name in (*country.names, *country.capitals)),
]
_DEMONYMS = [word for country in COUNTRIES for demonym in country.demonyms for word in (demonym, demonym + "s")]
_ORGANISATION_NAMES = [alias for names in _ORGANISATIONS for alias in names]


def _atoms() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Return the lexicon's names of several tokens under their first token, those with most tokens first.

    Each is its further tokens, the letter of the first and the letter of the further ones. Names of places stand
    in capitals too, as datelines have them ("DES MOINES, Iowa").
    """
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    capitals = [name.upper() for name in _PLACE_NAMES]
    for names, first, further in (
        (_DEMONYMS, "D", "D"),
        (_ORGANISATION_NAMES, "K", "k"),
        (_PLACE_NAMES, "P", "p"),
        (capitals, "P", "p"),
    ):
        for name in dict.fromkeys(names):
            head, *tail = (token.text for token in tokenize(name, Span(0, len(name))))
            if tail:
                found.setdefault(head, []).append((tuple(tail), first, further))
    for listed in found.values():
        listed.sort(key=lambda atom: -len(atom[0]))
    return found


ATOMS = _atoms()
_PLACES = frozenset(name.lower() for name in _PLACE_NAMES)
_KNOWN = frozenset(_ORGANISATION_NAMES)
_NATIONALITIES = frozenset(word.lower() for word in _DEMONYMS)


# Whatever a test by which a capitalised word gets its letter looks for.
_LISTED = frozenset({"st", "us"}).union(
    TITLES, MODIFIERS, HONORIFICS, FEMALE, MALE, _PLACES, _NATIONALITIES, _NEVER, map(str.lower, _KNOWN),
    *_TITLES.values(), *_HEADS.values(), *_PARTS.values(), *_NOT_NAMES.values(),
)  # fmt: skip


def _capitalised(word: str, lower: str) -> str:
    """Return the letter of a capitalised word; the order of the tests is their precedence."""
    if lower not in _LISTED and "-" not in word and not word.isupper():  # as most
        return "W"
    title = lower in TITLES or ("-" in lower and lower.rpartition("-")[2] in TITLES)
    modifier, head = lower in MODIFIERS, lower in _HEADS["organisation"]
    given, place = lower in FEMALE or lower in MALE, lower in _PLACES
    tests = (
        ((len(word) == 1 and word != "I") or lower == "st", "I"),
        (lower in _PARTS["suffix"], "J"),
        (word.isupper() and lower in _PARTS["numeral"], "V"),
        (word in _KNOWN, "K"),
        (place and not given and lower not in _NOT_NAMES["place"], "P"),
        (word == "US", "P"),
        (lower in _NATIONALITIES, "D"),
        (lower in HONORIFICS, "H"),
        (lower in _TITLES["surname"], "Q"),
        (title and modifier, "R"),
        (title, "T"),
        (modifier and head, "X"),
        (modifier, "M"),
        (lower in _NEVER, "N"),
        (head, "O"),
        (lower in _HEADS["surname"], "S"),
        (lower in _HEADS["first"], "U"),
        (lower in _HEADS["place"], "L"),
        (lower in _HEADS["neither"], "E"),
        (given and place, "B"),
        (given, "G"),
        (lower in _NOT_NAMES["surname"], "Z"),
        (lower in _NOT_NAMES["ordinary"], "Y"),
        (word.isupper() and word.count(".") == 2, "I"),
        (word.isupper() and 2 <= len(word) <= 7 and word.isascii() and not word[-1].isdigit(), "A"),
    )
    return next((letter for holds, letter in tests if holds), "W")


def letter(word: str) -> str:
    """Return what a token may be in a name, as one letter (see the module's head)."""
    first = word[0]
    lower = word.lower().replace("’", "'")
    if first.isupper():
        stem, hyphen, rest = word.partition("-")
        if hyphen and len(stem) == 1:  # "R-Ohio", "F-16"
            return "x"
        if hyphen and rest[:1].islower():  # "Moscow-based", but "Jong-un"
            korean = len(stem) <= 5 and len(rest) <= 4 and rest not in _PARTS["compound"]
            return "G" if lower in FEMALE or lower in MALE else "W" if korean else "x"
        return _capitalised(word, lower)
    if first.isalpha():
        return "W" if _ARTICLE_NAME.match(word) else _SMALL.get(lower, "x")
    return "9" if first.isdigit() else _SMALL.get(lower, "-")
