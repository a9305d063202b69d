"""Do the numbers agree? Indicators over their periods, every figure, identical numbers."""

import streamlit as st

from core.library import queries, summaries
from dashboard import clicks, evidence, filters, opened, tellers
from dashboard.charts import indicators as charts
from dashboard.phrases import amount, plural, present
from dashboard.tables import figures as tables

chosen = filters.current()
recurring, everything, identical = st.tabs(
    ["What recurs", "Every figure", "Identical numbers"], key="tab", bind="query-params"
)

if recurring.open:
    with recurring:
        indicators = opened.ask(queries.indicators, chosen)
        if indicators.empty:
            st.info(
                "No figure in these articles says what it measures, so none can be followed from one article to "
                "another. “Every figure” lists them all."
            )
            st.stop()
        row = tables.indicators(indicators, key="figures-indicators")
        statements = tables.said(opened.ask(summaries.statements_of, (row.indicator,), chosen))
        who = tellers.ranked(opened.ask(summaries.outlets), opened.ask(queries.articles, chosen))
        unit = row.unit if present(row.unit) and row.kind != "count" else None
        span = amount(row.low, unit, row.kind)
        if row.high != row.low:
            span += f" to {amount(row.high, unit, row.kind)}"
        picked = clicks.chart(
            charts.indicator(statements, f"{row.measure}: {span} in {plural(row.articles, 'article')}", who),
            terms=("indicator", "period", "value"),
            key="figures-values",
            alt=f"Values of {row.measure} over the periods they speak of",
        )
        if row.conflict:
            st.warning("Statements on the same period differ by more than their own precision allows.")
        clicked = [row for mark in picked for row in mark]
        st.header("In the text")
        evidence.hint(
            "What the mark you clicked stands for."
            if clicked
            else "Every statement; click a mark to see one alone."
        )
        evidence.cards(
            statements[statements["row"].isin(clicked)] if clicked else statements,
            "figures-statement",
            note="said",
        )
        with st.expander("Why these figures are one indicator"):
            st.text(row.reason)
if everything.open:
    with everything:
        tables.figures(opened.ask(queries.figures, chosen), key="figures-all")
if identical.open:
    with identical:
        tables.repeated(
            opened.ask(queries.repeated, chosen), opened.ask(queries.figures, chosen), key="figures-same"
        )
