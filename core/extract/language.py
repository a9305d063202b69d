"""The language a text is written in, by its script, its commonest function words, its letters and its names of time.

Function words are a third to a half of running text in any language and differ between languages, so their share tells
one sentence from another where letter statistics need a page. What few languages share tells more than what many do.
Languages, scripts and words: `text_languages.csv`, `text_scripts.csv`, `text_homographs.txt`; names of months and days
of the week: CLDR, through babel.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from babel import Locale

from core.lexicon import load

UNKNOWN = "und"  # of a text in another language than English, which one isn't told (ISO 639-2)

_SAMPLE = 2500  # characters looked at
_HEAD = 700  # characters in which English mostly shows
_PLAINLY_ENGLISH = 0.25  # share of English function words that settles it; running English has .35 to .5
_ALONE = 0.08  # share of English function words that no other language has; running English has .15 to .3
_LEAST_WORDS = 12  # of a text whose share settles it: in fewer one homograph counts for much
_LEAST_SHARE = 0.15  # of a long text's words that are a language's function words
_LONG = 60  # words
_LEAST_TOLD = 1.3  # what another language must be told by, in a short text: one word that is hers alone, or two
_LEAST_WITHOUT, _A_SENTENCE = 0.5, 5  # so little is enough where none of so many words is English grammar
_OVER_ENGLISH = 0.3  # by how much more than English
_ACCENTED = 1.5  # what a word with a language's own letters tells
_FOREIGN_LETTER = 1.0  # what a word with a letter that a language has not tells against it
_CAPITAL = 0.4  # of a word's weight where it has a capital: it may be part of a name
_HOMOGRAPH = 0.4  # where it is an English word too
_COMMA = re.compile(
    r"(?<![\w.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\w,])|(?<![\w.,])\d{1,3}(?:\.\d{3})+,\d+"
)  # "12,5"

_ENGLISH_NUMBER = re.compile(r"\d,\d{3}(?:\.\d+)?(?![\d,])")


class _Script(NamedTuple):
    """A row of `text_scripts.csv`."""

    script: str
    letters: str


_SCRIPTS = load.table("text_scripts.csv", _Script)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS))
# Of single letters those that are words of a language: no letters of codes and units ("24703 L-202", "10 l/km"), nor of
# contractions, however they are spaced ("can ’ t"); a French "l’" is one.
_WORD = re.compile(
    r"(?<![\d'’.&/-])(?<!['’]\s)\b(?:[^\W\d_]{2,}"
    r"|[aeiouyàèéòóêkvwzавикосуіў](?![-./&’']|\s?\d)|[cdjlmnst](?=['’]\w\w))",
    re.IGNORECASE,
)


class _Language(NamedTuple):
    """A row of `text_languages.csv`."""

    code: str
    script: str
    letters: str
    words: frozenset[str]


_LANGUAGES = load.table("text_languages.csv", _Language)
_ENGLISH = next(language.words for language in _LANGUAGES if language.code == "en")
_LATIN = tuple(language for language in _LANGUAGES if language.script == "latin")
_ENGLISH_ALONE = _ENGLISH.difference(*(language.words for language in _LATIN if language.code != "en"))
_HOMOGRAPHS = load.words("text_homographs.txt")
_LETTERS = {language.code: frozenset(language.letters) for language in _LATIN}


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where nothing tells it.

    Read None as English that can't be shown to be English: names, numbers, a word or two. What is shown not to be
    English without showing what it is has the code `UNKNOWN`.
    """
    head = text[:_HEAD].lower().split()
    if _is_plainly_english(head):
        return "en"
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    lowers = [word.lower() for word in words]
    if _is_plainly_english(lowers):
        return "en"
    english = _share_of_english(lowers)
    script = _script_of(sample)
    if script == "latin":
        return _latin(sample, words, english)
    return (
        _of_script(script, [word.lower() for word in words], set(sample.lower()))
        if script
        else _by_numbers(sample)
    )


def _by_numbers(text: str) -> str | None:
    return UNKNOWN if _COMMA.search(text) and not _ENGLISH_NUMBER.search(text) else None


def _latin(text: str, words: list[str], english: float) -> str | None:
    """Return the language in Latin script that the words tell best, English unless another tells plainly more."""
    told = {language.code: 0.0 for language in _LATIN}
    seen = dict.fromkeys(
        told, 0
    )  # words that English grammar has not; one that is another English word counts half
    weights = _weights()
    for word in set(words):
        lower = word.lower()
        if word.isupper() and len(word) > 1:  # initials
            continue
        part = _CAPITAL if word != lower else 1.0
        for code, weight in weights.get(lower, ()):
            told[code] += weight * (1.0 if code == "en" else part)
            seen[code] += 0 if lower in _ENGLISH else 1 if lower in _HOMOGRAPHS else 2
        if not lower.isascii() and word == lower:
            _weigh_letters(lower, told, seen)
    best = max((code for code in told if code != "en"), key=told.__getitem__)
    over = told[best] - told["en"]
    enough = english < _LEAST_SHARE if len(words) >= _LONG else True
    no_english = told["en"] == 0 and len(words) >= _A_SENTENCE and any(map(str.islower, words))
    if (
        told[best] >= (_LEAST_WITHOUT if no_english else _LEAST_TOLD)
        and over >= _OVER_ENGLISH
        and enough
        and seen[best] > 1
    ):
        return best
    if told["en"] > 0:
        return "en"
    return _by_numbers(text)


def _weigh_letters(word: str, told: dict[str, float], seen: dict[str, int]) -> None:
    """Count a word for the languages that have all its letters, against the others."""
    strange = {letter for letter in word if letter.isalpha() and not letter.isascii()}
    if not strange:
        return
    for code, letters in _LETTERS.items():
        if code != "en":  # which borrows words with their letters
            told[code] += _ACCENTED if strange <= letters else -_FOREIGN_LETTER
            seen[code] += 2 * (strange <= letters)


@cache
def _weights() -> dict[str, list[tuple[str, float]]]:
    """Return what each word tells, and for which languages: the more, the fewer have it."""
    words: dict[str, set[str]] = {}
    for language in _LATIN:
        for word in language.words | _names_of_time(language.code):
            words.setdefault(word, set()).add(language.code)
    return {
        word: [
            (code, math.log((len(_LATIN) + 1) / len(codes)) * (_HOMOGRAPH if word in _HOMOGRAPHS else 1.0))
            for code in sorted(codes)
        ]
        for word, codes in words.items()
    }


def _names_of_time(code: str) -> frozenset[str]:
    """Return the names of months and days of the week that a language has and English hasn't; none for English."""
    if code == "en":
        return frozenset()
    forms = [
        {name.lower() for form in ("format", "stand-alone") for name in names[form]["wide"].values()}
        for locale in (Locale("en"), Locale.parse(code))
        for names in (locale.months, locale.days)
    ]
    return frozenset((forms[2] | forms[3]) - forms[0] - forms[1])


def _is_plainly_english(words: list[str]) -> bool:
    """Tell whether enough words are English function words, and enough of them no other language's."""
    if len(words) < _LEAST_WORDS or _share_of_english(words) < _PLAINLY_ENGLISH:
        return False
    return sum(map(_ENGLISH_ALONE.__contains__, words)) >= _ALONE * len(words)


def _share_of_english(words: list[str]) -> float:
    return sum(map(_ENGLISH.__contains__, words)) / max(1, len(words))


def _script_of(sample: str) -> str | None:
    """Return the script most letters are in; a Japanese text is told by its kana among the Han."""
    letters: Counter[str] = Counter()
    for match in _SCRIPT.finditer(sample):
        letters[str(match.lastgroup)] += match.end() - match.start()
    if not letters:
        return None
    if letters["kana"] * 10 > letters["han"]:
        letters["kana"] += letters.pop("han", 0)
    return letters.most_common(1)[0][0]


def _of_script(script: str, words: list[str], letters: set[str]) -> str:
    """Return the language of a script: the one most of whose own letters are used, else by function words."""
    counted = Counter(words)
    written = [language for language in _LANGUAGES if language.script == script]
    own = [language for language in written if not letters.isdisjoint(language.letters)]
    candidates = own or [language for language in written if not language.letters]
    return max(
        (len(letters.intersection(language.letters)), *_showing(counted, language)) for language in candidates
    )[-1]


def _showing(counted: Counter[str], language: _Language) -> tuple[float, int, str]:
    """Return the share of a language's function words among the words, how many different ones, and its code."""
    hits = counted.keys() & language.words
    return sum(counted[word] for word in hits) / max(1, counted.total()), len(hits), language.code
