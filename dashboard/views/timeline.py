"""When, and about when? Publication and the days spoken of on one axis."""

import streamlit as st

from core.library import queries, summaries
from dashboard import clicks, evidence, filters, opened, tellers
from dashboard.charts import timeline as charts
from dashboard.phrases import period, plural
from dashboard.tables import articles as articles_table
from dashboard.tables import dates as dates_table

MOST = 60
chosen = filters.current()
articles = opened.ask(queries.articles, chosen)
dates = evidence.numbered(opened.ask(queries.dates, chosen))
calendar = dates[dates["begin_day"].notna()]
calendar = calendar.assign(tense=charts.tenses(calendar))
who = tellers.ranked(opened.ask(summaries.outlets), articles)

if len(calendar):
    coloured = who
    if articles["topic"].nunique() > 1:
        by = st.segmented_control(
            "Bars by", [who.noun, "topic"], default=who.noun, key="bars", bind="query-params", required=True
        )
        coloured = tellers.of_topics(articles) if by == "topic" else who
    figure, left_out = charts.over_time(articles, calendar, coloured)
    bars = clicks.chart(
        figure,
        terms=("expression of time",),
        key="timeline-over-time",
        alt="Articles by publication, and below on the same axis the days they speak of",
        brush=filters.between,
    )
    stretches = [(first, last) for what, _, first, last in bars if what == "spoken"]
    if stretches:
        first, last = min(first for first, _ in stretches), max(last for _, last in stretches)
        st.header(f"Speaking of {period(first, last)}")
        evidence.cards(dates_table.within(calendar, "begin_day", first, last), "timeline-bar", note="text")
    else:
        evidence.hint(
            "Drag across the bars "
            + (
                "above to keep what appeared then, across those below "
                if articles["published"].notna().any()
                else ""
            )
            + f"to read the sentences. {left_out}"
        )

    pair = st.grid(2, min_column_width=430)
    with pair.cell():
        st.header("Most spoken of")
        dates_table.most_spoken_of(calendar, key="timeline-most")
    with pair.cell():
        seen = calendar[calendar["tense"] != "unknown"]
        if len(seen):
            parts = clicks.chart(
                charts.shares(seen, who),
                terms=("past, present, future",),
                key="timeline-shares",
                alt=f"Share of past, present and future by {who.noun}",
            )
            if parts:
                names = tellers.column(seen, who).map(who.shown)
                inside = [pair in parts for pair in zip(names, seen["tense"], strict=True)]
                evidence.cards(seen[inside], "timeline-share", note="text")
            else:
                evidence.hint("Click a part of a bar to read its sentences.")
        else:
            st.header("Past and future")
            st.caption("They can't be told apart without a date of publication.")

    drawn = articles.head(MOST)
    if len(articles) > MOST:
        st.caption(f"The first {MOST} of {plural(len(articles), 'article')} are drawn; filters narrow them.")
    marks = clicks.chart(
        charts.lines(drawn, calendar, who),
        terms=("expression of time",),
        key="timeline-lines",
        alt="One line an article: publication and the days it speaks of",
    )
    evidence.of_clicked(marks, calendar, "timeline-card", "Click a tick to read its sentence.")
else:
    st.info(
        "No calendar date was found in these articles. Relative ones (“last week”) need a date of publication."
    )

undated = articles[articles["published"].isna()]
if len(undated):
    st.header(f"Without a date of publication: {plural(len(undated), 'article')}")
    articles_table.undated(undated, key="timeline-undated")

st.header("Every expression of time")
dates_table.dates(dates, key="timeline-dates")
