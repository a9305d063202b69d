"""What have I got? Articles, outlets, period, what recurs, who speaks."""

import streamlit as st

from core.library.questions import queries, summaries
from dashboard.adding import welcome
from dashboard.charts import publication_chart
from dashboard.drawings import by_teller, leading_figures, who_speaks
from dashboard.session import opened
from dashboard.showing import clicks, evidence
from dashboard.showing.glossary import several
from dashboard.showing.in_words import period, plural
from dashboard.tables import articles_table

asking = opened.asking()
welcome.show(asking.library.path)
articles = asking.ask(queries.articles, asking.chosen)
recurring = asking.made(leading_figures.recurring)
who = asking.made(by_teller.who)
dated = articles[articles["published"].notna()]
known = articles["outlet"].nunique()

with st.container(horizontal=True):
    st.metric("Articles", f"{len(articles):,}")
    st.metric("Outlets", f"{known:,}" if known else "unknown")
    st.metric("Published", period(dated["published"].min(), dated["published"].max()) if len(dated) else "unknown")
    st.metric(
        "Figures told in two or more articles",
        f"{int(recurring['recurring'].iloc[0]) if len(recurring) else 0:,}",
        help=several("indicator"),
    )

if len(recurring):
    top = leading_figures.top(asking)
    picked = clicks.chart(
        asking.made(leading_figures.what_recurs),
        terms=("indicator", "statement"),
        key="overview-recurring",
        alt=f"{plural(len(top), 'figure')} that recur, from lowest to highest value",
    )
    evidence.of_clicked(
        picked,
        asking.ask(summaries.statements_of, top, asking.chosen),
        "overview-statement",
        "Click a dot to read its sentence. Figures has every value over time.",
    )
else:
    st.header("What recurs")
    st.caption("No figure is told in two of these articles.")

bars, names = set(), set()
pair = st.grid(2, min_column_width=430)
# Both before anything is drawn: a chart in a lone one would be drawn too wide.
left, right = pair.cell(), pair.cell()
with left:
    if len(dated):
        picked = clicks.chart(
            asking.made(by_teller.over_time),
            key="overview-time",
            alt=f"Articles over time, by {who.noun}",
        )
        bars = set(picked)
    else:
        st.header("When")
        st.caption("None of these articles has a publication date; the table says why.")
with right:
    speakers = len(asking.made(who_speaks.leading_speakers))
    if speakers:
        picked = clicks.chart(
            asking.made(who_speaks.who_speaks),
            terms=("direct speech", "indirect speech"),
            key="overview-voices",
            alt="Who speaks, by attributed words",
        )
        names = {mark[0] for mark in picked}
    else:
        st.header("Who speaks")
        st.caption("No attributed words were found in these articles.")
    if speakers and not names:
        evidence.hint("Click a bar to read the words.")
if names:
    said = asking.ask(queries.attributions, asking.chosen, False)
    evidence.cards(said[said["speaker"].isin(names)], "overview-said", note="speaker")

st.header("Articles")
articles_table.articles(
    publication_chart.in_bars(articles, bars, who) if bars else articles, key="overview-articles"
)
