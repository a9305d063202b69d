"""Stretches of days to choose from: the last ones of the corpus, each year, all."""

from __future__ import annotations

import datetime
from typing import NamedTuple

import pandas as pd
import streamlit as st

from dashboard.filtering import choosing
from dashboard.showing.address import EARLIEST, LATEST
from dashboard.showing.each_row import each
from dashboard.showing.in_words import day

Stretch = tuple[datetime.date | None, datetime.date | None]
MOST_YEARS = 40  # those with most articles
ALL, OWN = "all", "own"


class Preset(NamedTuple):
    """A stretch of days with its name."""

    name: str
    stretch: Stretch


def presets(counts: pd.DataFrame) -> dict[str, Preset]:
    """Return the stretches that hold articles, by key; `counts` is what `choices` answers.

    The last days count back from the newest article of the library, so that an old corpus has them too.
    """
    found = {ALL: Preset("All dates", (None, None))}
    recent = counts[counts["field"] == "recent"].sort_values("value", key=lambda values: values.astype(int))
    for row in each(recent):
        newest = datetime.date.fromisoformat(row.label)
        first = newest - datetime.timedelta(days=int(row.value) - 1)
        name = f"Last {row.value} days to {day(newest)} · {row.articles:,}"
        found[f"last {row.value}"] = Preset(name, (first, newest))
    years = counts[counts["field"] == "year"].head(MOST_YEARS).sort_values("value", key=lambda v: -v.astype(int))
    for row in each(years):
        year = int(row.value)
        if EARLIEST.year <= year <= LATEST.year:
            stretch = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
            found[row.value] = Preset(f"{row.value} · {row.articles:,}", stretch)
    return found


def choose(counts: pd.DataFrame, chosen: Stretch, *, spoken: bool) -> None:
    """Draw the choice of a stretch, and its first and last day to write by hand."""
    offered = presets(counts)
    now = next((key for key, preset in offered.items() if preset.stretch == chosen), OWN)
    if now == OWN:
        offered[OWN] = Preset("The days below", chosen)
    options = list(offered)
    labels = [offered[key].name for key in options]
    choosing.show("dates-shown", now, labels)
    st.selectbox(
        "Days they speak of" if spoken else "Published",
        options,
        format_func=lambda key: offered[key].name if key in offered else str(key),
        key="dates-shown",
        on_change=_chosen,
        args=({key: preset.stretch for key, preset in offered.items()},),
        help="The last days count back from the newest article.",
    )
    for label, key in (("From", "from"), ("To", "to")):
        st.date_input(
            label,
            None,
            key=key,
            bind="query-params",
            format="YYYY-MM-DD",
            min_value=EARLIEST,
            max_value=LATEST,
        )


def _chosen(stretches: dict[str, Stretch]) -> None:
    begin, end = stretches.get(st.session_state["dates-shown"], (None, None))
    choosing.put("from", begin)
    choosing.put("to", end)
