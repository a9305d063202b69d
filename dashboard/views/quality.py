"""What should I know before I trust the charts? What is missing, unsure, doubled or was turned away; put right here."""

import streamlit as st

from core.library.questions import passages, queries
from dashboard.correcting import articles_editor, checks
from dashboard.filtering import filters
from dashboard.session import opened
from dashboard.tables import exports

chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
copies = opened.ask(passages.copies, chosen)
rejected = opened.ask(queries.rejections)
checks.glance(articles, copies, rejected)

st.header("What is missing")
checks.lacking(articles)
with st.expander("What was changed by hand", icon=":material/history:"):
    articles_editor.history(articles, "quality-history")

st.header("How sure the dates are")
checks.dates(chosen)

st.header("Page furniture")
checks.furniture(chosen, len(articles))

st.header("Languages")
checks.languages(articles)

st.header("Copies")
checks.copies(copies)

st.header("Too short for scores")
checks.short(articles)

st.header("Turned away")
checks.turned_away(rejected)

st.header("Take the filtered set home")
exports.panel(filters.sentence(articles, chosen), chosen)
