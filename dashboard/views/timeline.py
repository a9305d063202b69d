"""When, and about when? Publication and the days spoken of on one axis."""

import streamlit as st

from core.library import queries, summaries
from dashboard import evidence, filters, opened, tellers
from dashboard.charts import timeline as charts
from dashboard.phrases import plural
from dashboard.tables import articles as articles_table
from dashboard.tables import dates as dates_table

MOST = 60
chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
dates = evidence.numbered(opened.ask(queries.dates, chosen))
calendar = dates[dates["begin_day"].notna()]
who = tellers.ranked(opened.ask(summaries.outlets), articles)

if len(calendar):
    bars = st.plotly_chart(
        charts.mentions(calendar),
        key="timeline-mentions",
        on_select="rerun",
        selection_mode="points",
        alt="How many dates spoken of fall in each month",
    )
    periods = [point["customdata"][0] for point in bars.selection.points if point.get("customdata")]
    st.caption(charts.tense_share(calendar))
    drawn = articles.head(MOST)
    if len(articles) > MOST:
        st.caption(f"The first {MOST} of {plural(len(articles), 'article')} are drawn; filters narrow them.")
    marks = st.plotly_chart(
        charts.lines(drawn, calendar, who),
        key="timeline-lines",
        on_select="rerun",
        selection_mode="points",
        alt="One line an article: publication and the days it speaks of",
    )
    names = [point["customdata"][0] for point in marks.selection.points if point.get("customdata")]
    shown = calendar[
        calendar["row"].isin(names) | calendar["begin_day"].astype(str).str.startswith(tuple(periods) or ("-",))
    ]
    if len(shown):
        evidence.cards(shown, "timeline-card", note="text")
    else:
        evidence.hint("Click a tick or a bar to read the sentences.")
else:
    st.info(
        "No calendar date was found in these articles. Relative ones (“last week”) need a date of publication."
    )

undated = articles[articles["published"].isna()]
if len(undated):
    st.subheader(f"Without a date of publication: {plural(len(undated), 'article')}")
    articles_table.undated(undated, key="timeline-undated")

st.subheader("Every expression of time")
dates_table.dates(dates, key="timeline-dates")
