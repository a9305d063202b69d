"""The nine formulas: every article's scores, what each reads and is good for, and where it comes from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.extract import readability
from dashboard import evidence, links
from dashboard.phrases import visible
from dashboard.tables.select import download, select, told_by

FORMULAS = {formula.name: formula for formula in readability.formulas()}


def label(formula: str) -> str:
    """Return a formula's name."""
    return FORMULAS[formula].label


def meaning(formula: str) -> str:
    """Return a formula's scale, what it reads and what it is good for."""
    found = FORMULAS[formula]
    return f"Scale: {found.scale}. Reads {found.reads}. Good for {found.good_for}."


def scores(articles: pd.DataFrame, key: str) -> None:
    """Draw every article's nine scores; a selected row opens the article."""
    shown = pd.DataFrame(
        {
            "Outlet": told_by(articles),
            "Title": articles["title_shown"].map(visible),
            "Words": articles["words"],
            **{label(name): articles[name] for name in FORMULAS},
        }
    )
    number = st.column_config.NumberColumn(format="%.1f", width="small")
    picked = select(shown, key, "Nine scores of every article", {label(name): number for name in FORMULAS})
    if picked is None:
        evidence.hint("Select a row to open its article. An article that is too short has no score.")
    else:
        links.to_article(str(articles.iloc[picked]["key"]), label="Read the selected article")
    download(articles[["key", "title_shown", "outlet", "published", "words", *FORMULAS]], "readability", key)


def sources() -> None:
    """Draw what each formula reads and where it comes from."""
    with st.expander("What the formulas read, and where they come from"):
        st.table(
            pd.DataFrame(
                [(item.label, item.formula, item.scale, item.good_for, item.source) for item in FORMULAS.values()],
                columns=["Score", "Formula", "Scale", "Good for", "Source"],
            ).set_index("Score")
        )
