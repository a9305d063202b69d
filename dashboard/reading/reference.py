"""A text the analyst pastes to compare with: its nine scores beside those of the articles. Nothing of it is stored."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.extract import Measurement, language, measure, reads
from dashboard.showing import bands
from dashboard.showing.glossary import told
from dashboard.showing.in_words import present

LONGEST = 200_000  # characters
_ALIKE = 0.05  # scores that are shown as the same number


def panel() -> Measurement | None:
    """Draw where a text is pasted; return what was measured of it, None where it is too short for a score."""
    with st.expander("Compare with a text of your own", icon=":material/content_paste:"):
        text = st.text_area(
            "Text to compare with",
            key="reference",
            height=160,
            max_chars=LONGEST,
            placeholder="Paste a law, a press release, a page of a novel, an article of another outlet …",
            help="It is measured as the articles are and forgotten when you leave this page; nothing of it is stored.",
        )
        if not text or not text.strip():
            st.caption("Paste a text and press Ctrl+Enter: its scores stand below and in the chart.")
            return None
        measured = measure(text)
        counts = measured.counts
        st.caption(f"Measured: {counts.words:,} words in {counts.sentences:,} sentences.")
        if not present(measured.readability.flesch_kincaid_grade):
            st.info("This text is too short for a score: a formula needs 30 words and 2 sentences.")
            return None
        if not reads(language.identify(text)):
            st.warning("This doesn't look like English; the formulas are made for English and mean little here.")
        return measured


def beside(measured: Measurement, articles: pd.DataFrame) -> None:
    """Draw the nine scores of the text beside the medians of the articles."""
    rows = []
    for name in bands.FORMULAS:
        score, median = getattr(measured.readability, name), articles[name].median()
        rows.append((bands.label(name), score, bands.word(name, score), median, _verdict(name, score, median)))
    number = st.column_config.NumberColumn(format="%.1f")
    st.header("Your text beside the articles")
    st.dataframe(
        pd.DataFrame(rows, columns=["Score", "Your text", "In words", "Articles", "Your text is"]),
        hide_index=True,
        alt="Nine scores of your text beside the median of the filtered articles",
        placeholder="too short",
        height="content",
        column_config={
            "Your text": number,
            "Articles": st.column_config.NumberColumn(format="%.1f", help=told("median")),
        },
    )


def _verdict(formula: str, score: float, median: float) -> str:
    if not present(median):
        return "not comparable"
    if abs(score - median) < _ALIKE:
        return "as hard"
    return "harder" if bands.harder(formula, score, median) else "easier"
