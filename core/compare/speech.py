"""Who the leading speakers are, and what the others and those without a name are called.

Rows are words given to a source, or sums of them: speaker, speaker_group, named, words.
"""

from __future__ import annotations

import pandas as pd

OTHERS = "other speakers"
UNGROUPED = "in no group yet"
NOT_NAMED = "speaker not named"
REST = (OTHERS, UNGROUPED, NOT_NAMED)  # what tells least, in the order in which it ends a list
LEADING = 7  # voices that are told apart


def voices(rows: pd.DataFrame, *, grouped: bool = False) -> pd.Series:
    """Return whose each row's words are: a speaker's or, where `grouped`, a speaker's group's.

    Sources without a name ("officials", or none at all) are one voice, as are all speakers in no group.
    """
    named = rows["named"].astype(bool) & rows["speaker"].notna()
    voice = rows["speaker"].where(named, NOT_NAMED)
    if grouped:
        voice = rows["speaker_group"].where(rows["speaker_group"].notna(), voice.where(~named, UNGROUPED))
    return voice.astype(str)


def leading(voice: pd.Series, words: pd.Series, most: int = LEADING) -> list[str]:
    """Return the voices with most words, most first; of those with as many the first by name."""
    return [name for name in ranked(voice, words) if name not in REST][:most]


def parts(voice: pd.Series, words: pd.Series, most: int = LEADING) -> pd.Series:
    """Return for each row the part of a bar it belongs to: a leading voice, or what of `REST` stands for it."""
    return voice.where(voice.isin([*leading(voice, words, most), *REST]), OTHERS)


def ranked(voice: pd.Series, words: pd.Series, last: tuple[str, ...] = REST) -> list[str]:
    """Return the different voices, those with most words first; those of `last` come last, in its order."""
    totals = words.groupby(voice).sum().sort_index().sort_values(ascending=False, kind="stable")
    return sorted(map(str, totals.index), key=lambda name: last.index(name) + 1 if name in last else 0)


def in_parts(rows: pd.DataFrame, *, grouped: bool = False) -> pd.DataFrame:
    """Return rows with `part`: the part of a bar that each belongs to, a leading voice or what remains."""
    return rows.assign(part=parts(voices(rows, grouped=grouped), rows["words"]))
