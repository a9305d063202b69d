"""Sums of attributed words → what the Voices page draws, and from a mark or cell back to the words behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from core.compare import speech
from core.library import Filters
from dashboard.showing import tellers
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip
from dashboard.showing.tellers import OTHER, Tellers

_HOW = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in reported speech"}


def prepare(rows: pd.DataFrame, who: Tellers, *, grouped: bool) -> pd.DataFrame:
    """Return sums (of `summaries.voices`) with their teller, voice, part in a bar, and how they are said.

    A voice is a speaker or, where `grouped`, a speaker's group; sources without a name are one voice. The voices with
    most words are parts of their own, the others one together.
    """
    found = rows.assign(
        teller=tellers.column(rows, who).map(who.shown),
        voice=speech.voices(rows, grouped=grouped),
        how=rows["kind"].map(_HOW),
    )
    return found.assign(part=speech.parts(found["voice"], found["words"]))


def ranked(rows: pd.DataFrame, column: str) -> list[str]:
    """Return the different values of a column, those with most words first; what tells least comes last."""
    return speech.ranked(rows[column], rows["words"], (*OTHER.values(), OUTLET_UNKNOWN, *speech.REST))


def counts(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return words and statements for each teller and value of a column: teller, that column, words, statements."""
    sums: pd.DataFrame = rows.groupby(["teller", column], as_index=False)[["words", "statements"]].sum()
    return sums


def finding(rows: pd.DataFrame, column: str, weight: str) -> str:
    """Return in words which value of a column has the most words or statements, and what part of all."""
    totals = rows.groupby(column)[weight].sum()
    telling = totals.drop([name for name in speech.REST if name in totals.index])
    if telling.empty:
        return "No speaker is in a group yet" if speech.UNGROUPED in totals else "No speaker is named"
    top, share = str(telling.idxmax()), telling.max() / totals.sum()
    if column == "part":
        return f"{clip(top, 50)} is given the most words, {share:.0%}"
    if column == "how":
        return f"{share:.0%} of the attributed words are {top}"
    return f"{share:.0%} of the statements have " + (top if top == "no cue" else f"a cue that is {top}")


def told_by(chosen: Filters, rows: pd.DataFrame, teller: str | None) -> Filters:
    """Return the filters that leave the articles of one teller (None: of all)."""
    if teller is None:
        return chosen
    there = rows[rows["teller"] == teller]
    if there["key"].notna().any():
        return replace(chosen, articles=tuple(sorted(set(there["key"]))))
    return replace(chosen, outlets=tuple(sorted(set(there["outlet"].fillna("")))))


def behind(rows: pd.DataFrame, column: str, value: str, *, every: bool = False) -> tuple[Any, ...]:
    """Return what `summaries.said` takes after the filters to find the words with a value in a column."""
    there = rows[rows[column] == value]
    if column == "how":
        return None, None, tuple(sorted(set(there["kind"]))), (), every
    if column == "cue_class":
        return None, None, (), (value,), every
    named = set(there["named"])
    speakers = tuple(sorted(set(there["speaker"].fillna(""))))
    return speakers, named.pop() if len(named) == 1 else None, (), (), every
