"""How hard is it? Nine formulas, by outlet and article, and the hardest sentences."""

from dataclasses import replace

import streamlit as st

from core.library.questions import queries, summaries
from dashboard import drawings
from dashboard.charts.together import names
from dashboard.filtering import filters
from dashboard.reading import reference
from dashboard.session import opened
from dashboard.showing import bands, clicks, evidence
from dashboard.showing.in_words import plural
from dashboard.tables import scores_table as tables

chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
who = opened.made(drawings.who, chosen)

formula = st.selectbox(
    "Formula", list(tables.FORMULAS), format_func=tables.label, key="formula", bind="query-params"
)
st.caption(f"{tables.meaning(formula)} {bands.told(formula)}")
measured = reference.panel()
if articles[formula].notna().any():
    picked = clicks.chart(
        opened.made(
            drawings.scores, chosen, formula, getattr(measured.readability, formula) if measured else None
        ),
        key="readability-strip",
        alt=f"{tables.label(formula)} of every article, by {who.noun}",
    )
    keys = names(picked)
else:
    keys = []
    st.info("These articles are too short for a score: a formula needs 30 words and 2 sentences.")

if measured:
    reference.beside(measured, articles)
st.header("Hardest sentences")
asked = replace(chosen, articles=tuple(keys)) if keys else chosen
evidence.hint(
    f"Of what you clicked: {plural(len(keys), 'article')}."
    if keys
    else "Of all these articles; click a mark to see its own."
)
evidence.cards(opened.ask(summaries.hardest, asked).head(10), "readability-card", note="said")

st.header("All nine formulas")
tables.scores(articles, key="readability-scores")
tables.sources()
