"""The language a text is written in, by its script and its commonest function words.

Function words are a third to a half of running text in any language and differ between languages, so their share tells
one sentence from another where letter statistics need a page. Languages, scripts and words: `text_languages.csv`,
`text_scripts.csv`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from core.lexicon import load

_SAMPLE = 2500  # characters looked at
_HEAD = 700  # characters in which English mostly shows
_PLAINLY_ENGLISH = 0.25  # share of English function words that settles it; running English has .35 to .5
_LEAST_SHARE = 0.15  # of a text's words that are a language's function words
_OVER_ENGLISH = 1.5  # how many times English's share another language needs: what seems foreign is mostly names
_LEAST_DIFFERENT = 3  # function words another language must show, lest one homograph decide: "WAR" is German


class _Script(NamedTuple):
    """A row of `text_scripts.csv`."""

    script: str
    letters: str


_SCRIPTS = load.table("text_scripts.csv", _Script)
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS))
_WORD = re.compile(r"[^\W\d_]+")


class _Language(NamedTuple):
    """A row of `text_languages.csv`."""

    code: str
    script: str
    letters: str
    words: frozenset[str]


_LANGUAGES = load.table("text_languages.csv", _Language)
_ENGLISH = next(language.words for language in _LANGUAGES if language.code == "en")
_OTHER_LATIN = tuple(language for language in _LANGUAGES if language.script == "latin" and language.code != "en")


def identify(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where too little tells it.

    Read None as English that can't be shown to be English: names, numbers, a word or two.
    """
    if _share_of_english(text[:_HEAD].lower().split()) >= _PLAINLY_ENGLISH:
        return "en"
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    english = _share_of_english(words)
    if english >= _PLAINLY_ENGLISH:
        return "en"
    script = _script_of(sample)
    if script == "latin":
        return _other_latin(words, english) or ("en" if english >= _LEAST_SHARE else None)
    return _of_script(script, words, set(sample.lower())) if script else None


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


def _other_latin(words: list[str], english: float) -> str | None:
    """Return the language in Latin script, other than English, that the words show plainly."""
    counted = Counter(words)
    share, different, code = max(_showing(counted, language) for language in _OTHER_LATIN)
    plain = share >= _LEAST_SHARE and share >= _OVER_ENGLISH * english and different >= _LEAST_DIFFERENT
    return code if plain else None


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
