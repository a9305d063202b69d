"""Show me: the text as it was read, with everything found in it, and what the analyst adds to it."""

import streamlit as st

from core.library import Filters
from core.library.questions import queries
from dashboard.correcting import article_form, history, quantity_forms
from dashboard.reading import furniture, layers, notes, pane, picker
from dashboard.session import opened
from dashboard.showing import evidence, links
from dashboard.showing.each_row import each
from dashboard.tables import articles_table as tables

asking = opened.asking()
articles = asking.ask(queries.articles, asking.chosen)
wanted, place = links.reading()
article = asking.article(wanted)
if wanted and article is None:
    st.info("The article this link leads to is no longer in the library. Choose another below.")
if article is None:
    tables.articles(articles, key="articles-list")
    st.stop()

alone = Filters(articles=(article.key,))
row = next(each(asking.ask(queries.articles, alone)))
links.back()
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    picker.steps(articles, article.key)
    article_form.draw(asking, row)
    notes.panel(asking.library, row)
    if st.button("Choose from the whole list", icon=":material/list:", type="tertiary"):
        links.read(None)
        st.rerun()

body = st.container(horizontal=True, key="reading")
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
    said = asking.ask(queries.attributions, alone)
    pane.show(article.key, article.text, layers.marks(article, switched, said), place)
    tables.profile(article, articles)
    quantity_forms.of_article(asking, article, place)
    furniture.panel(asking.library, article)
    with st.expander("What was changed by hand", icon=":material/history:", key="changed"):
        history.of_article(asking, article, "article-history")
