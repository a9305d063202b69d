"""The blocks of the data-quality page: each says what is wrong with how many articles, or plainly that nothing is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.extract import reads
from core.library.questions import quality
from dashboard.charts.certainty_chart import certainty
from dashboard.correcting import articles_editor
from dashboard.session.asking import Asking
from dashboard.showing import clicks, evidence
from dashboard.showing.glossary import told
from dashboard.showing.in_words import literal, plural, present
from dashboard.tables import quality_tables as tables

LACKING = {"published": "date", "outlet": "outlet", "topic": "topic"}
_TERMS = {"Copies of others": "copy", "Too short for scores": "too short"}
_SCORE = "flesch_kincaid_grade"


def too_short(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles that are too short for a readability score; other languages have none for another reason."""
    read = [not present(code) or reads(str(code)) for code in articles["language"]]
    return articles[articles[_SCORE].isna() & pd.Series(read, articles.index, bool)].reset_index(drop=True)


def glance(articles: pd.DataFrame, copies: pd.DataFrame, rejected: pd.DataFrame) -> None:
    """Draw the number of articles under each concern."""
    counts = {f"Without {noun}": int(articles[name].isna().sum()) for name, noun in LACKING.items()}
    counts |= {
        "Copies of others": len(copies),
        "Too short for scores": len(too_short(articles)),
        "Turned away": len(rejected),
    }
    with st.container(horizontal=True):
        for label, count in counts.items():
            st.metric(
                label, f"{count:,}" if count else "none", help=told(_TERMS[label]) if label in _TERMS else None
            )


def lacking(asking: Asking, articles: pd.DataFrame) -> None:
    """Draw the articles without date, outlet or topic, to be corrected in place."""
    missing = {noun: articles[articles[name].isna()] for name, noun in LACKING.items()}
    whole = [noun for noun, rows in missing.items() if rows.empty]
    if whole:
        nouns = whole[0] if len(whole) == 1 else ", ".join(whole[:-1]) + " and " + whole[-1]
        article = "an" if nouns[0] in "aeiou" else "a"
        st.caption(f"Every article has {article} {nouns}.")
    groups = {f"without {noun}": rows for noun, rows in missing.items() if len(rows)} | {"all": articles}
    shown = st.segmented_control(
        "Articles to correct",
        list(groups),
        format_func=lambda name: f"{name} ({len(groups[name]):,})",
        default=next(iter(groups)),
        key="quality-lacking",
        required=True,
    )
    st.caption(
        "Type over a title, outlet, date or topic, then save. The articles themselves stay as they were read; "
        "what you write lies over them, and can be taken back below."
    )
    articles_editor.table(asking, groups.get(shown or "all", articles), "quality-mend")


def dates(asking: Asking) -> None:
    """Draw how sure the dates are: a chart, and the articles behind its bars."""
    rows = asking.ask(quality.dates, asking.chosen)
    counts = {str(origin): int(count) for origin, count in rows["origin"].value_counts().items()}
    marks = clicks.chart(
        certainty(counts, tables.KNOWN_FROM),
        key="quality-dates",
        alt="Articles by where their date of publication is known from",
    )
    origins = {mark[0] for mark in marks}
    if origins:
        evidence.hint("Those of the bar you clicked.")
    shown = rows[rows["origin"].isin(origins)] if origins else rows
    tables.dates(shown.reset_index(drop=True), "quality-dates-table")


def furniture(asking: Asking, articles: int) -> None:
    """Draw what was marked as page furniture, by rule; a selected rule shows its lines."""
    rules = asking.ask(quality.furniture, asking.chosen)
    if rules.empty:
        st.caption("No page furniture (menus, share buttons, tickers) was found in these articles.")
        return
    sizes = asking.ask(quality.sizes, asking.chosen).iloc[0]
    share = 100 * rules["characters"].sum() / max(int(sizes["characters"]), 1)
    st.caption(
        f"{share:.1f} % of all characters, in {int(sizes['furnished']):,} of {plural(articles, 'article')}, are menus, "
        "share buttons and the like. They stay in the text, marked, and are counted nowhere."
    )
    rule = tables.furniture(rules, int(sizes["characters"]), "quality-furniture")
    if rule is None:
        evidence.hint("Select a rule to read the lines it marked.")
    else:
        evidence.cards(asking.ask(quality.furniture_lines, rule, asking.chosen), "quality-furniture-card")


def languages(articles: pd.DataFrame) -> None:
    """Draw which articles are in other languages than English."""
    foreign = tables.unread(articles)
    if foreign.empty:
        st.caption("Every article is in English, the language that figures, dates, voices and scores are read in.")
        return
    counts = foreign["language"].map(tables.language, na_action=None).value_counts()
    said = ", ".join(f"{literal(str(name))} {count:,}" for name, count in counts.head(6).items())
    st.caption(
        f"{plural(len(foreign), 'article')} of {len(articles):,} not in English: {said}. Figures, dates, voices and "
        "scores are read in English only, so that in these their absence means nothing."
    )
    tables.languages(articles, "quality-languages")


def copies(rows: pd.DataFrame) -> None:
    """Draw which article copies which."""
    if rows.empty:
        st.caption("No article is a copy of another.")
        return
    exact = int(rows["exact"].sum())
    said = f"{plural(len(rows), 'article copies', 'articles copy')} another, {exact or 'none':} word for word"
    st.caption(f"{said}. Copies are no independent coverage, though every chart counts them.")
    tables.copies(rows, "quality-copies")


def short(articles: pd.DataFrame) -> None:
    """Draw the articles that are too short for scores."""
    rows = too_short(articles)
    if rows.empty:
        st.caption("Every article is long enough for readability scores.")
        return
    st.caption("A score needs 30 words and 2 sentences; these are shorter, and stand in no chart of readability.")
    tables.short(rows, "quality-short")


def turned_away(rows: pd.DataFrame) -> None:
    """Draw what could not be read, and why; whatever the filters."""
    if rows.empty:
        st.caption("Nothing was turned away: every file that was added could be read.")
        return
    st.caption("These could not be read, whatever the filters; mend the file, or leave it, and add it again.")
    tables.turned_away(rows, "quality-rejected")
