"""When, and about when? Publication and the days spoken of on one axis."""

import streamlit as st

from core.library.questions import queries
from dashboard.drawings import by_teller, days_spoken_of
from dashboard.filtering import chosen
from dashboard.session import opened
from dashboard.showing import clicks, evidence, tellers
from dashboard.showing.in_words import period, plural
from dashboard.tables import articles_table, dates_table

asking = opened.asking()
articles = asking.ask(queries.articles, asking.chosen)
dates = asking.made(days_spoken_of.dates)
calendar = asking.made(days_spoken_of.calendar)
who = asking.made(by_teller.who)

if len(calendar):
    by: str = who.noun
    if articles["topic"].nunique() > 1:
        by = st.segmented_control(
            "Bars by", [who.noun, "topic"], default=who.noun, key="bars", bind="query-params", required=True
        )
    drawn = asking.made(days_spoken_of.bars, by == "topic")
    bars = clicks.chart(
        drawn.figure,
        terms=("expression of time",),
        key="timeline-over-time",
        alt="Articles by publication, and below on the same axis the days they speak of",
        brush=chosen.between,
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
            + f"to read the sentences. {drawn.left_out}"
        )

    pair = st.grid(2, min_column_width=430)
    # Both before anything is drawn: a chart in a lone one would be drawn too wide.
    left, right = pair.cell(), pair.cell()
    with left:
        st.header("Most spoken of")
        dates_table.most_spoken_of(calendar, asking.made(days_spoken_of.counted), key="timeline-most")
    with right:
        seen = asking.made(days_spoken_of.of_known_tense)
        if len(seen):
            parts = clicks.chart(
                asking.made(days_spoken_of.tense_shares),
                terms=("past, present, future",),
                key="timeline-shares",
                alt=f"Share of past, present and future by {who.noun}",
            )
            if parts:
                names = tellers.column(seen, who).map(who.shown)
                inside = [part in parts for part in zip(names, seen["tense"], strict=True)]
                evidence.cards(seen[inside], "timeline-share", note="text")
            else:
                evidence.hint("Click a part of a bar to read its sentences.")
        else:
            st.header("Past and future")
            st.caption("They can't be told apart without a date of publication.")

    if len(articles) > days_spoken_of.MOST_LINES:
        st.caption(
            f"The first {days_spoken_of.MOST_LINES} of {plural(len(articles), 'article')} are drawn; "
            "filters narrow them."
        )
    marks = clicks.chart(
        asking.made(days_spoken_of.lines),
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
dates_table.dates(dates, asking.made(days_spoken_of.as_shown), key="timeline-dates")
