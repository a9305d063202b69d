"""What should I know before I trust the charts? What is missing, unsure, doubled or was turned away; put right here."""

import streamlit as st

from core.library.questions import passages, queries
from dashboard.correcting import checks, history
from dashboard.filtering.sentence import sentence
from dashboard.session import opened
from dashboard.tables import exports

asking = opened.asking()
chosen = asking.chosen
articles = asking.ask(queries.articles, chosen)
copies = asking.ask(passages.copies, chosen)
rejected = asking.ask(queries.rejections)
checks.glance(articles, copies, rejected)

st.header("What is missing")
checks.lacking(asking, articles)
with st.expander("What was changed by hand", icon=":material/history:"):
    history.of_articles(asking, articles, "quality-history")

st.header("How sure the dates are")
checks.dates(asking)

st.header("Page furniture")
checks.furniture(asking, len(articles))

st.header("Languages")
checks.languages(articles)

st.header("Copies")
checks.copies(copies)

st.header("Too short for scores")
checks.short(articles)

st.header("Turned away")
checks.turned_away(rejected)

st.header("Take the filtered set home")
exports.panel(asking, sentence(articles, chosen))
