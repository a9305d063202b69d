"""How hard is it? Nine formulas, by outlet and article, and the hardest sentences."""

import streamlit as st

from core.library import queries, summaries
from dashboard import bands, clicks, evidence, filters, opened, reference, tellers
from dashboard.charts import readability as charts
from dashboard.tables import readability as tables

chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
who = tellers.ranked(opened.ask(summaries.outlets), articles)

formula = st.selectbox(
    "Formula", list(tables.FORMULAS), format_func=tables.label, key="formula", bind="query-params"
)
st.caption(f"{tables.meaning(formula)} {bands.told(formula)}")
measured = reference.panel()
if articles[formula].notna().any():
    picked = clicks.chart(
        charts.strip(
            articles,
            formula,
            tables.label(formula),
            who,
            getattr(measured.readability, formula) if measured else None,
        ),
        key="readability-strip",
        alt=f"{tables.label(formula)} of every article, by {who.noun}",
    )
    keys = [mark[0] for mark in picked]
else:
    keys = []
    st.info("These articles are too short for a score: a formula needs 30 words and 2 sentences.")

if measured:
    reference.beside(measured, articles)
st.header("Hardest sentences")
hardest = opened.ask(summaries.hardest, chosen)
shown = hardest[hardest["key"].isin(keys)] if keys else hardest
evidence.hint(
    "Of the article you clicked." if keys else "Of all these articles; click a mark to see those of one."
)
evidence.cards(shown.head(10), "readability-card", note="said")

st.header("All nine formulas")
tables.scores(articles, key="readability-scores")
tables.sources()
