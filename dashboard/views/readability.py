"""How hard is it? Nine formulas, by outlet and article, and the hardest sentences."""

from dataclasses import replace

import streamlit as st

from core.library.questions import queries, summaries
from dashboard.drawings import by_teller
from dashboard.reading import reference
from dashboard.session import opened
from dashboard.showing import bands, clicks, evidence, row_names
from dashboard.showing.in_words import plural
from dashboard.tables import scores_table as tables

asking = opened.asking()
chosen = asking.chosen
articles = asking.ask(queries.articles, chosen)
who = asking.made(by_teller.who)

formula = st.selectbox(
    "Formula", list(bands.FORMULAS), format_func=bands.label, key="formula", bind="query-params"
)
st.caption(f"{bands.meaning(formula)} {bands.told(formula)}")
measured = reference.panel()
if articles[formula].notna().any():
    picked = clicks.chart(
        asking.made(by_teller.scores, formula, getattr(measured.readability, formula) if measured else None),
        key="readability-strip",
        alt=f"{bands.label(formula)} of every article, by {who.noun}",
    )
    keys = row_names.behind(picked)
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
evidence.cards(asking.ask(summaries.hardest, asked).head(10), "readability-card", note="said")

st.header("All nine formulas")
tables.scores(articles, key="readability-scores")
tables.sources()
