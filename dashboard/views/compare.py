"""How do these tell the same thing? Two to eight articles or outlets, side by side."""

import streamlit as st

from core.library.questions import queries, summaries
from dashboard.comparing import compared, report, sections
from dashboard.correcting import story_forms
from dashboard.filtering import header, thoughts
from dashboard.filtering.sentence import sentence
from dashboard.session import opened
from dashboard.showing import tellers
from dashboard.showing.in_words import plural

asking = opened.asking()
articles = asking.ask(queries.articles, asking.chosen)
header.narrow_to_a_topic(articles)
story_forms.panel(asking, articles)
by: compared.By = "articles"
if len(articles["outlet"].dropna().unique()) > 1:
    by = st.segmented_control(
        "Columns",
        ["articles", "outlets"],
        default="articles" if len(articles) <= compared.MOST else "outlets",
        key="columns",
        bind="query-params",
        required=True,
    )
options = compared.offered(articles, by)
chosen = st.multiselect(
    f"Compare these {by}",
    options,
    default=options[: compared.MOST],
    max_selections=compared.MOST,
    key=f"compared-{by}",
    persist_state="session",
)
if len(chosen) < 2:
    st.info(
        "Choose at least two to compare. A topic in the sidebar narrows the choice to one subject."
        if len(options) > 1
        else "There is only one article here, and nothing to compare it with. Take a filter away, or add articles."
    )
    st.stop()

who = tellers.ranked(asking.ask(summaries.outlets), articles)
these = compared.compare(articles, by, chosen, who, asking.ask, asking.kept, every=thoughts.count())
if len(these.articles) > compared.MANY:
    st.info(
        f"These columns hold {plural(len(these.articles), 'article')}. A topic, a story, names or days in the sidebar "
        "narrow them to one subject, which is compared in seconds."
    )
    if not st.toggle("Compare all of them, which may take minutes", key="compare-many", persist_state="session"):
        st.stop()

said_of_filters = sentence(articles, asking.chosen)
library = asking.library  # the report is written later, where no page says which one is open
st.download_button(
    "Make a report",
    lambda: report.write(these, said_of_filters, library.name, library.version),
    "comparison.html",
    "text/html",
    icon=":material/summarize:",
    help="One file with all of this, that opens without a network and prints.",
    on_click="ignore",
)

sections.draw(asking, these)
st.caption(plural(len(these.articles), "article") + " compared.")
