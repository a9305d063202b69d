"""Who speaks: how many words each voice is given, by whom, and in which way they are told."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from core.compare import speech
from core.library.questions import summaries
from dashboard.charts import margins, voices_charts
from dashboard.drawings import attributed_words
from dashboard.drawings.by_teller import who
from dashboard.session.asking import Asking

MOST_SPEAKERS = 10


def leading_speakers(asking: Asking) -> pd.DataFrame:
    """Return the speakers that Overview shows."""
    rows = asking.ask(summaries.speakers, asking.chosen)
    return rows[rows["speaker"].notna() & rows["named"]].head(MOST_SPEAKERS)


def who_speaks(asking: Asking) -> go.Figure:
    """Draw the speakers with most words."""
    return margins.fit(voices_charts.speakers(asking.made(leading_speakers)))


def sums(asking: Asking, grouped: bool, every: bool = False) -> pd.DataFrame:
    """Return the sums of attributed words with their teller and voice; `every` as in `summaries.speakers`."""
    tellers = asking.made(who)
    by = "article" if tellers.by_article else "outlet"
    return attributed_words.prepare(
        asking.ask(summaries.voices, asking.chosen, by, every), tellers, grouped=grouped
    )


def shares(asking: Asking, grouped: bool, every: bool = False) -> go.Figure:
    """Draw the share of words each voice is given."""
    rows = asking.made(sums, grouped, every)
    colours = voices_charts.shades(attributed_words.ranked(rows, "part"), speech.REST)
    return _stacked(rows, "part", colours, "share of attributed words", "words")


def ways(asking: Asking, grouped: bool, every: bool = False) -> go.Figure:
    """Draw how words are told: quoted or in reported speech."""
    rows = asking.made(sums, grouped, every)
    return _stacked(rows, "how", voices_charts.WAYS, "share of attributed words", "words")


def cues(asking: Asking, grouped: bool, every: bool = False) -> go.Figure:
    """Draw through which verbs words are introduced."""
    rows = asking.made(sums, grouped, every)
    measure = "share of statements by class of cue verb"
    return _stacked(rows, "cue_class", voices_charts.CUE_CLASSES, measure, "statements")


def _stacked(rows: pd.DataFrame, column: str, colours: Any, measure: str, weight: str) -> go.Figure:
    order, counts = attributed_words.ranked(rows, "teller"), attributed_words.counts(rows, column)
    title = attributed_words.finding(rows, column, weight)
    return margins.fit(voices_charts.stacked(counts, order, colours, title, measure, weight))


def grid(asking: Asking, grouped: bool, every: bool = False) -> go.Figure:
    """Draw who is quoted by whom: the twenty voices with most words, and what tells least."""
    rows = asking.made(sums, grouped, every)
    everyone = attributed_words.ranked(rows, "voice")
    most = [name for name in everyone if name != speech.NOT_NAMED][:20] + everyone[-1:]
    pairs = attributed_words.counts(rows, "voice").rename(columns={"voice": "speaker"})
    return margins.fit(
        voices_charts.grid(pairs, attributed_words.ranked(rows, "teller"), list(dict.fromkeys(most)))
    )
