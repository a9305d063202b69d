"""Sums of attributed words → what the Voices page draws, and from a mark or cell back to the words behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from core.library import Filters
from dashboard.showing import tellers
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip
from dashboard.showing.tellers import OTHER, Tellers

NOT_NAMED = "speaker not named"
UNGROUPED = "in no group yet"
OTHERS = "other speakers"
REST = (OTHERS, UNGROUPED, NOT_NAMED)  # parts that tell least, in the order in which they end a bar
_OWN = 7  # voices with a part of their own in a bar
_HOW = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in reported speech"}


def prepare(rows: pd.DataFrame, who: Tellers, *, grouped: bool) -> pd.DataFrame:
    """Return sums (of `summaries.voices`) with their teller, voice, part in a bar, and how they are said.

    A voice is a speaker or, where `grouped`, a speaker's group; sources without a name are one voice. The voices with
    most words are parts of their own, the others one together.
    """
    voice = rows["speaker"].where(rows["named"] & rows["speaker"].notna(), NOT_NAMED)
    if grouped:
        voice = rows["speaker_group"].fillna(voice.where(voice == NOT_NAMED, UNGROUPED))
    found = rows.assign(
        teller=tellers.column(rows, who).map(who.shown), voice=voice.astype(str), how=rows["kind"].map(_HOW)
    )
    own = [name for name in ranked(found, "voice") if name not in REST][:_OWN]
    return found.assign(part=found["voice"].where(found["voice"].isin([*own, *REST]), OTHERS))


def ranked(rows: pd.DataFrame, column: str) -> list[str]:
    """Return the different values of a column, those with most words first; what tells least comes last."""
    totals = rows.groupby(column)["words"].sum().sort_values(ascending=False, kind="stable")
    last = (*OTHER.values(), OUTLET_UNKNOWN, *REST)
    return sorted(map(str, totals.index), key=lambda name: last.index(name) + 1 if name in last else 0)


def counts(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return words and statements for each teller and value of a column: teller, that column, words, statements."""
    sums: pd.DataFrame = rows.groupby(["teller", column], as_index=False)[["words", "statements"]].sum()
    return sums


def finding(rows: pd.DataFrame, column: str, weight: str) -> str:
    """Return in words which value of a column has most words or statements, and what part of all."""
    totals = rows.groupby(column)[weight].sum()
    telling = totals.drop([name for name in REST if name in totals.index])
    if telling.empty:
        return "No speaker is in a group yet" if UNGROUPED in totals else "No speaker is named"
    top, share = str(telling.idxmax()), telling.max() / totals.sum()
    if column == "part":
        return f"{clip(top, 50)} is given most words, {share:.0%}"
    if column == "how":
        return f"{share:.0%} of the attributed words are {top}"
    return f"Most statements, {share:.0%}, have " + (top if top == "no cue" else f"a cue that is {top}")


def told_by(chosen: Filters, rows: pd.DataFrame, teller: str | None) -> Filters:
    """Return the filters that leave the articles of one teller (None: of all)."""
    if teller is None:
        return chosen
    there = rows[rows["teller"] == teller]
    if there["key"].notna().any():
        return replace(chosen, articles=tuple(sorted(set(there["key"]))))
    return replace(chosen, outlets=tuple(sorted(set(there["outlet"].fillna("")))))


def behind(rows: pd.DataFrame, column: str, value: str) -> tuple[Any, ...]:
    """Return what `summaries.said` takes after the filters to find the words with a value in a column."""
    there = rows[rows[column] == value]
    if column == "how":
        return None, None, tuple(sorted(set(there["kind"])))
    if column == "cue_class":
        return None, None, (), (value,)
    named = set(there["named"])
    return tuple(sorted(set(there["speaker"].fillna("")))), named.pop() if len(named) == 1 else None
