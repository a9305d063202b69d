"""Do the numbers agree? Indicators over their periods, every figure, identical numbers."""

import streamlit as st

from core.library.questions import queries
from dashboard.correcting import history, quantity_forms
from dashboard.drawings import leading_figures
from dashboard.session import opened
from dashboard.showing import clicks, evidence, row_names
from dashboard.showing.in_words import literal
from dashboard.tables import figures_table as tables

asking = opened.asking()
chosen = asking.chosen
recurring, everything, identical = st.tabs(
    ["What recurs", "Every figure", "Identical numbers"], key="tab", bind="query-params"
)

if recurring.open:
    with recurring:
        asked_for = asking.made(leading_figures.held, st.query_params.get("indicator", ""))
        indicators = leading_figures.leading(asking, asked_for)
        if indicators.empty:
            st.info(
                "No figure in these articles says what it measures, so none can be followed from one article to "
                "another. “Every figure” lists them all."
            )
            st.stop()
        row = tables.indicators(
            indicators,
            asking.made(leading_figures.as_shown, asked_for),
            asked_for,
            key=f"figures-indicators-{asking.seen.version}-{quantity_forms.turn()}",
        )
        st.query_params["indicator"] = asking.made(leading_figures.address, row.indicator)
        if (all_told := int(indicators["all_told"].iloc[0])) > len(indicators):
            st.caption(
                f"The {len(indicators):,} in most articles, of {all_told:,}. Filters narrow them, the export has all."
            )
        picked = clicks.chart(
            asking.made(leading_figures.values, row.indicator),
            terms=("indicator", "period", "value"),
            key="figures-values",
            alt=f"Values of {row.measure} over the periods they speak of",
        )
        if row.conflict:
            st.warning(f"Can't all be right: {literal(row.why)}.")
        elif row.answer != "not comparable":
            st.caption(f"{row.answer.capitalize()}: {literal(row.why)}.")
        quantity_forms.counterpart(asking, row)
        clicked = row_names.behind(picked)
        statements = asking.made(leading_figures.statements, row.indicator)
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
            why="reason",
        )
        quantity_forms.suggestions(asking, row)
        quantity_forms.panel(asking, row, statements)
        with st.expander("What was changed by hand", icon=":material/history:"):
            history.of_figures(asking, "figures-history")
if everything.open:
    with everything:
        tables.figures(asking.ask(queries.figures, chosen), key="figures-all")
if identical.open:
    with identical:
        tables.repeated(
            asking.ask(queries.repeated, chosen), asking.ask(queries.figures, chosen), key="figures-same"
        )
