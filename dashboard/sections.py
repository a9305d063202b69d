"""The sections of a comparison: each a chart, what was clicked on it, and its limits said plainly."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.typing import PlotlyState

from core.extract import framing
from core.library import Filters, queries, summaries
from core.link.keyness import SAFE_WORDS
from dashboard import comparison, evidence, opened
from dashboard.charts import comparison as charts
from dashboard.phrases import visible


def voices(said: pd.DataFrame, columns: Sequence[str]) -> None:
    """Draw who speaks in each column; a clicked part shows the words."""
    words = said[said["speaker"].notna()].groupby(["column", "speaker"], as_index=False)["words"].sum()
    if words.empty:
        st.subheader("Who speaks in each")
        st.caption("None of these columns gives words to a source.")
        return
    picked = st.plotly_chart(
        charts.voices(pd.DataFrame(words), columns),
        key="compare-voices",
        on_select="rerun",
        selection_mode="points",
        alt="Share of attributed words by speaker in each column",
    )
    _cells(picked, said, "speaker", "speaker", "Click a part of a bar to read the words.")


def frames(rows: pd.DataFrame, columns: Sequence[str], colours: Sequence[str]) -> None:
    """Draw the share of each frame's words; frames that words alone tell badly stay behind a switch that says so."""
    if rows.empty:
        return
    measured = framing.measured()
    every = st.toggle(
        "Show the frames that are hard to tell from words alone",
        key="compare-frames-all",
        help=f"Their word lists separate labelled articles with an AUC below {framing.RELIABLE_AUC}.",
    )
    names = [name for name, frame in measured.items() if frame.reliable or every]
    picked = st.plotly_chart(
        charts.frames(comparison.frame_shares(rows, columns), columns, names, colours),
        key="compare-frames",
        on_select="rerun",
        selection_mode="points",
        alt="Share of frame words in each column",
    )
    otherwise = "Click a bar to read its words in their sentences. Frames are counts of words, not verdicts."
    _cells(picked, rows, "frame", "text", otherwise)


def _cells(picked: PlotlyState, rows: pd.DataFrame, by: str, note: str, otherwise: str) -> None:
    """Draw the evidence of clicked (column, name) pairs."""
    pairs = {tuple(point["customdata"][:2]) for point in picked.selection.points if point.get("customdata")}
    if pairs:
        inside = [pair in pairs for pair in zip(rows["column"], rows[by], strict=True)]
        evidence.cards(rows[inside], f"compare-{by}", note=note)
    else:
        evidence.hint(otherwise)


def words(compared: Filters, column_of: dict[str, str], columns: Sequence[str], colours: Sequence[str]) -> None:
    """Draw each column's most distinctive words; a clicked word shows its sentences."""
    st.subheader("Most distinctive words")
    st.caption(
        "Each column against all the others: z of the log-odds with an informative Dirichlet prior (Monroe, Colaresi & "
        "Quinn 2008), with how often the word stands here and elsewhere. z takes words for independent draws; whether a "
        "difference is more than chance between articles is q, from a permutation of articles, in the hover."
    )
    terms = opened.ask(queries.terms, compared, "article")
    found = comparison.distinctive(terms, column_of, columns)
    sizes = terms.groupby(terms["group"].map(column_of))["count"].sum()
    clicked: list[tuple[str, str]] = []
    boxes = st.grid(3, min_column_width=300)
    for place, column in enumerate(columns):
        with boxes.cell():
            keyness = found.get(column)
            if keyness is None or keyness.table is None:
                st.text(visible(column))
                st.caption(f"{keyness.reason.capitalize() if keyness and keyness.reason else 'No words'}.")
                continue
            top = keyness.table[(keyness.table["z"] > 0) & (keyness.table["target"] > 1)].head(10)
            picked = st.plotly_chart(
                charts.words(top, column, colours[place]),
                key=f"compare-words-{place}",
                on_select="rerun",
                selection_mode="points",
                alt=f"Most distinctive words of {column}",
            )
            if sizes[column] < SAFE_WORDS:
                st.caption(f"Only {sizes[column]:,.0f} words: hints, not habits.")
            clicked += [
                tuple(point["customdata"][:2]) for point in picked.selection.points if point.get("customdata")
            ]
    if clicked:
        column, word = clicked[0]
        st.subheader(f"“{visible(word)}” in {visible(column)}")
        keys = tuple(key for key, name in column_of.items() if name == column)
        evidence.cards(opened.ask(summaries.word, word, Filters(articles=keys)), "compare-word")
    else:
        evidence.hint("Click a bar to read the word in its sentences.")
