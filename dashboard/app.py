"""The dashboard's frame: path, page configuration, navigation, filters, and the sentence above every page."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:  # `streamlit run` puts only this folder on the path
    sys.path.insert(0, str(ROOT))

from core.library.questions import queries  # noqa: E402
from dashboard.adding import libraries  # noqa: E402
from dashboard.filtering import chosen, header, sidebar  # noqa: E402
from dashboard.session import early, opened  # noqa: E402
from dashboard.showing import evidence, links  # noqa: E402

# An emoji icon, set before anything else, keeps the browser from asking a font host for one.
st.set_page_config(page_title="Coverage", page_icon="📰", layout="wide")

VIEWS = Path(__file__).parent / "views"
PAGES = [
    st.Page(VIEWS / "overview.py", title="Overview", icon=":material/dashboard:", default=True),
    st.Page(VIEWS / "compare.py", title="Compare", icon=":material/view_column:"),
    st.Page(VIEWS / "words.py", title="Words", icon=":material/match_word:"),
    st.Page(VIEWS / "figures.py", title="Figures", icon=":material/tag:"),
    st.Page(VIEWS / "timeline.py", title="Timeline", icon=":material/timeline:"),
    st.Page(VIEWS / "voices.py", title="Voices", icon=":material/record_voice_over:"),
    st.Page(VIEWS / "readability.py", title="Readability", icon=":material/school:"),
    st.Page(VIEWS / "articles.py", title="Articles", icon=":material/article:"),
    st.Page(VIEWS / "quality.py", title="Data quality", icon=":material/fact_check:"),
    st.Page(VIEWS / "add.py", title="Add articles", icon=":material/add_circle:"),
]
ABOUT_LIBRARY = ("add",)  # pages on the library itself: they need no article, and no filter holds on them

page = st.navigation(PAGES)
evidence.style()
links.stand_on(page.url_path or "overview")
st.title(page.title)

try:
    with early.charts():
        libraries.choose()
        asking = opened.begin()
        if page.url_path in ABOUT_LIBRARY:
            page.run()
        elif libraries.ready(asking):
            sidebar.draw(asking.on(chosen.filters(asking)))
            asking = opened.keep(asking.on(chosen.filters(asking)))
            articles = asking.ask(queries.articles, asking.chosen)
            header.draw(asking, articles)
            if articles.empty:
                header.dead_end(asking)
            else:
                page.run()
except Exception:  # whatever goes wrong, a reader gets a sentence and the terminal the details
    logging.getLogger("coverage").exception("The page %s failed", page.title)
    st.error(
        "Something went wrong on this page; the terminal that runs the dashboard has the details. "
        "Other pages and other filters may still work."
    )
