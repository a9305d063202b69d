"""Show me: the text as it was read, with everything found in it."""

import streamlit as st

from core.library import queries
from dashboard import evidence, filters, layers, links, opened, reader
from dashboard.phrases import OUTLET_UNKNOWN, clip, visible
from dashboard.rows import each
from dashboard.tables import articles as tables

articles = opened.ask(queries.articles, filters.current())
labels = {
    row.key: visible(f"{clip(row.title_shown, 90)} · {row.outlet or OUTLET_UNKNOWN}") for row in each(articles)
}
wanted, place = links.reading()
article = opened.article_or_none(wanted)
if wanted and article is None:
    st.info("The article this link leads to is no longer in the library. Choose another below.")
if article is None:
    tables.articles(articles, key="articles-list")
    st.stop()

links.back()
chosen = st.selectbox(
    "Article",
    list(labels),
    index=list(labels).index(article.key) if article.key in labels else None,
    format_func=labels.__getitem__,
    placeholder="This article is outside the filters; choose another",
    key=f"articles-choice-{article.key}",
    filter_mode="contains",
)
if chosen and chosen != article.key:
    links.read(chosen)
    st.rerun()

evidence.masthead(article)
switched = st.pills(
    "Show",
    layers.LAYERS,
    selection_mode="multi",
    default=layers.SHOWN_FIRST,
    key="layers",
    persist_state="session",
)
reader.show(article.key, article.text, layers.marks(article, switched), place)
tables.profile(article, articles)
if st.button("Choose from the whole list", icon=":material/list:", type="tertiary"):
    links.read(None)
    st.rerun()
