"""Show me: the text as it was read, with everything found in it, and what the analyst adds to it."""

import streamlit as st

from core.library import Filters
from core.library.questions import queries
from dashboard.correcting import forms
from dashboard.filtering import filters
from dashboard.reading import furniture, layers, notes, picker, reader
from dashboard.session import opened
from dashboard.showing import evidence, links
from dashboard.showing.each_row import each
from dashboard.tables import articles_table as tables

articles = opened.ask(queries.articles, filters.current())
wanted, place = links.reading()
article = opened.article_or_none(wanted)
if wanted and article is None:
    st.info("The article this link leads to is no longer in the library. Choose another below.")
if article is None:
    tables.articles(articles, key="articles-list")
    st.stop()

alone = Filters(articles=(article.key,))
row = next(each(opened.ask(queries.articles, alone)))
links.back()
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    picker.steps(articles, article.key)
    forms.article(row)
    notes.panel(row)
    if st.button("Choose from the whole list", icon=":material/list:", type="tertiary"):
        links.read(None)
        st.rerun()

body = st.container(horizontal=True)
with body.container(width=picker.WIDTH):
    picker.beside(articles, article.key)
with body.container(width="stretch"):
    evidence.masthead(article)
    notes.shown(row)
    switched = st.pills(
        "Show",
        layers.LAYERS,
        selection_mode="multi",
        default=layers.SHOWN_FIRST,
        key="layers",
        persist_state="session",
    )
    said = opened.ask(queries.attributions, alone)
    reader.show(article.key, article.text, layers.marks(article, switched, said), place)
    tables.profile(article, articles)
    furniture.panel(article)
    with st.expander("What was changed by hand", icon=":material/history:", key="changed"):
        forms.article_history(article, "article-history")
