"""The nine formulas: every article's scores, what each reads and is good for, and where it comes from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.showing import bands, evidence, links
from dashboard.showing.bands import FORMULAS
from dashboard.showing.glossary import told
from dashboard.showing.in_words import literal, visible
from dashboard.showing.tellers import outlets
from dashboard.tables.select import download, select

# Heads of columns that must stand beside each other; the help of each says the full name.
_SHORT = {
    "flesch_reading_ease": "Ease",
    "flesch_kincaid_grade": "F–K",
    "gunning_fog": "Fog",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "C–L",
    "dale_chall": "D–C",
    "linsear_write": "Linsear",
    "text_standard": "Grade",
}


def scores(articles: pd.DataFrame, key: str) -> None:
    """Draw every article's nine scores; a selected row opens the article."""
    shown = pd.DataFrame(
        {
            "Outlet": outlets(articles),
            "Title": articles["title_shown"].map(visible),
            "Words": articles["words"],
            **{_SHORT[name]: articles[name] for name in FORMULAS},
        }
    )
    columns = {
        "Outlet": st.column_config.TextColumn(width=110),
        "Title": st.column_config.TextColumn(width=215),
        "Words": st.column_config.NumberColumn(width=60, format="localized", help=told("words")),
        **{
            _SHORT[name]: st.column_config.NumberColumn(
                format="%.1f",
                width=62,
                help=literal(
                    f"{bands.label(name)}. {bands.meaning(name)} {bands.told(name)} Source: {item.source}"
                ),
            )
            for name, item in FORMULAS.items()
        },
    }
    picked = select(shown, key, "Nine scores of every article", columns)
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
                [
                    (item.label, item.formula, item.scale, bands.told(name), item.good_for, item.source)
                    for name, item in FORMULAS.items()
                ],
                columns=["Score", "Formula", "Scale", "In words", "Good for", "Source"],
            ).set_index("Score")
        )
