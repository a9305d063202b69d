"""How do these tell the same thing? Two to eight articles or outlets, side by side."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.library import Filters, queries, summaries
from core.library.queries import Query
from dashboard import comparison, filters, opened, sections, tellers
from dashboard.phrases import plural
from dashboard.tables import articles as articles_table
from dashboard.tables import matrix as matrix_table

MOST = 8
articles = opened.ask(queries.articles, filters.current())
columns_by = tellers.columns(articles)

filters.narrow_to_a_topic(articles)
by = "articles"
if len(articles["outlet"].dropna().unique()) > 1:
    by = st.segmented_control(
        "Columns",
        ["articles", "outlets"],
        default="articles" if len(articles) <= MOST else "outlets",
        key="columns",
        bind="query-params",
        required=True,
    )
options = tellers.in_order(columns_by[by])
chosen = st.multiselect(
    f"Compare these {by}", options, default=options[:MOST], max_selections=MOST, key=f"compared-{by}"
)
if len(chosen) < 2:
    st.info("Choose at least two to compare. A topic in the sidebar narrows the choice to one subject.")
    st.stop()

who = tellers.ranked(opened.ask(summaries.outlets), articles)
colours = [who.colour(name) if by == "outlets" else tellers.colour_of(place) for place, name in enumerate(chosen)]
inside = articles[columns_by[by].isin(chosen)]
column_of = dict(zip(inside["key"], columns_by.loc[inside.index, by], strict=True))
compared = Filters(articles=tuple(inside["key"]))


def asked(query: Callable[[Filters], Query]) -> pd.DataFrame:
    """Return the answer for the articles compared, with the column each row stands in."""
    rows = opened.ask(query, compared)
    return rows.assign(column=rows["key"].map(column_of))


st.subheader("Head to head")
articles_table.head_to_head(inside.assign(column=inside["key"].map(column_of)), chosen, key="compare-heads")

said = asked(queries.attributions)
parts = {
    "figure": comparison.figures(asked(queries.figures), opened.ask(summaries.linked, compared)),
    "date": comparison.dates(asked(queries.dates)),
    "speaker": comparison.speakers(said[said["named"]]),
    "actor": comparison.actors(asked(summaries.named)),
}
st.subheader("Who reports what")
matrix_table.matrix(comparison.matrix(parts, chosen), chosen, key="compare-matrix")

sections.voices(said, chosen)
sections.frames(asked(queries.frames), chosen, colours)
sections.words(compared, column_of, chosen, colours)
st.caption(plural(len(inside), "article") + " compared.")
