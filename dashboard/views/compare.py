"""How do these tell the same thing? Two to eight articles or outlets, side by side."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.extract import framing
from core.library import Filters, queries, summaries
from core.library.queries import Query
from dashboard import comparison, evidence, filters, opened, tellers
from dashboard.charts import comparison as charts
from dashboard.phrases import plural, visible
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
    "speaker": comparison.speakers(said),
    "actor": comparison.actors(asked(summaries.named)),
}
st.subheader("Who reports what")
matrix_table.matrix(comparison.matrix(parts, chosen), chosen, key="compare-matrix")

words = said[said["speaker"].notna()].groupby(["column", "speaker"], as_index=False)["words"].sum()
if len(words):
    picked = st.plotly_chart(
        charts.voices(pd.DataFrame(words), chosen),
        key="compare-voices",
        on_select="rerun",
        selection_mode="points",
        alt="Share of attributed words by speaker in each column",
    )
    clicked = [point["customdata"][:2] for point in picked.selection.points]
    if clicked:
        evidence.cards(
            said[[list(pair) in clicked for pair in said[["column", "speaker"]].to_numpy().tolist()]],
            "compare-said",
            note="speaker",
        )
    else:
        evidence.hint("Click a part of a bar to read the words.")
else:
    st.subheader("Who speaks in each")
    st.caption("None of these columns gives words to a source.")

frames = asked(queries.frames)
if len(frames):
    measured = framing.measured()
    every = st.toggle(
        "Show the frames that are hard to tell from words alone",
        key="compare-frames-all",
        help=f"Their word lists separate labelled articles with an AUC below {framing.RELIABLE_AUC}.",
    )
    names = [name for name, frame in measured.items() if frame.reliable or every]
    shares = comparison.frame_shares(frames, chosen)
    picked = st.plotly_chart(
        charts.frames(shares, chosen, names, colours),
        key="compare-frames-chart",
        on_select="rerun",
        selection_mode="points",
        alt="Share of frame words in each column",
    )
    clicked = [point["customdata"][:2] for point in picked.selection.points]
    if clicked:
        evidence.cards(
            frames[[list(pair) in clicked for pair in frames[["column", "frame"]].to_numpy().tolist()]],
            "compare-framed",
            note="text",
        )
    else:
        evidence.hint(
            "Click a bar to read its words in their sentences. Frames are counts of words, not verdicts."
        )

st.subheader("Most distinctive words")
st.caption(
    "Each column against all the others: z of the log-odds with an informative Dirichlet prior (Monroe, Colaresi & "
    "Quinn 2008). Quotations are counted like the rest; words in every column alike don't show."
)
clicked_words: list[tuple[str, str]] = []
found = comparison.distinctive(opened.ask(queries.terms, compared, "article"), column_of, chosen)
boxes = st.grid(3, min_column_width=300)
for place, column in enumerate(chosen):
    with boxes.cell():
        keyness = found.get(column)
        if keyness is None or keyness.table is None:
            st.text(visible(column))
            st.caption(f"Too few words to compare: {keyness.reason if keyness else 'none'}.")
            continue
        top = keyness.table[(keyness.table["z"] > 0) & (keyness.table["target"] > 1)].head(10)
        picked = st.plotly_chart(
            charts.words(top, column, colours[place]),
            key=f"compare-words-{place}",
            on_select="rerun",
            selection_mode="points",
            alt=f"Most distinctive words of {column}",
        )
        clicked_words += [
            tuple(point["customdata"]) for point in picked.selection.points if point.get("customdata")
        ]
for column, word in clicked_words[:1]:
    st.subheader(f"“{visible(word)}” in {visible(column)}")
    keys = tuple(key for key, name in column_of.items() if name == column)
    evidence.cards(opened.ask(summaries.word, word, Filters(articles=keys)), "compare-word")
if not clicked_words:
    evidence.hint("Click a bar to read the word in its sentences.")
st.caption(plural(len(inside), "article") + " compared.")
