"""Articles as rows: the list, side by side, without a date, and one against the rest."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from core.library import StoredArticle
from dashboard.showing import evidence, links
from dashboard.showing.glossary import told
from dashboard.showing.in_words import present, visible
from dashboard.showing.tellers import outlets
from dashboard.tables.select import download, select


def articles(rows: pd.DataFrame, key: str) -> None:
    """Draw articles as a table; a selected row leads to the reading pane."""
    shown = pd.DataFrame(
        {
            "Published": pd.to_datetime(rows["published"]),
            "Outlet": outlets(rows),
            "Title": rows["title_shown"].map(visible),
            "Words": rows["words"],
            "Grade": rows["flesch_kincaid_grade"],
            "Figures": rows["figures"],
            "Quotations": rows["quotations"],
            "Date known from": rows["published_from"],
            **{
                name.capitalize(): rows[name].fillna("").map(visible)
                for name in ("labels", "note")
                if rows[name].notna().any()
            },
        }
    )
    picked = select(
        shown,
        key,
        "Articles",
        {
            "Published": st.column_config.DateColumn(format="D MMM YYYY", width="small"),
            "Outlet": st.column_config.TextColumn(width=160),
            "Title": st.column_config.TextColumn(width="large"),
            "Words": st.column_config.NumberColumn(width="small", format="localized", help=told("words")),
            "Grade": st.column_config.NumberColumn(width="small", format="%.1f", help=told("grade")),
            "Figures": st.column_config.NumberColumn(width="small", help=told("figure")),
            "Quotations": st.column_config.NumberColumn(width="small", help=told("attributed statement")),
            "Date known from": st.column_config.TextColumn("Date from", width="small", help=told("date from")),
            "Labels": st.column_config.TextColumn(width="small", help="Given by hand, in the reading pane"),
            "Note": st.column_config.TextColumn(width="medium", help="Written by hand, in the reading pane"),
        },
    )
    if picked is None:
        evidence.hint("Select a row to open its article.")
    else:
        row = rows.iloc[picked]
        links.to_article(str(row["key"]), label="Read the selected article")
    download(rows.drop(columns=["first_sentence"], errors="ignore"), "articles", key)


def head_to_head(rows: pd.DataFrame, columns: Sequence[str], key: str) -> None:
    """Draw the columns' headlines, dates, lengths, grades and first sentences as rows; a selected row opens it."""
    rows = rows.assign(order=rows["column"].map({name: place for place, name in enumerate(columns)}))
    rows = rows.sort_values("order", kind="stable")
    shown = pd.DataFrame(
        {
            "Column": rows["column"].map(visible),
            **({"Title": rows["title_shown"].map(visible)} if rows["column"].duplicated().any() else {}),
            "Published": pd.to_datetime(rows["published"]),
            "Words": rows["words"],
            "Grade": rows["flesch_kincaid_grade"],
            "First sentence": rows["first_sentence"].fillna("").map(visible),
        }
    )
    picked = select(
        shown,
        key,
        "Head to head",
        {
            "Column": st.column_config.TextColumn(width="medium"),
            "Title": st.column_config.TextColumn(width="medium"),
            "Published": st.column_config.DateColumn(format="D MMM YYYY", width="small"),
            "Words": st.column_config.NumberColumn(width="small", format="localized", help=told("words")),
            "Grade": st.column_config.NumberColumn(width="small", format="%.1f", help=told("grade")),
            "First sentence": st.column_config.TextColumn(width="large"),
        },
    )
    if picked is not None:
        links.to_article(str(rows.iloc[picked]["key"]), label="Read the selected article")


def undated(rows: pd.DataFrame, key: str) -> None:
    """Draw articles without a date of publication and why none is known; a selected row opens the article."""
    shown = pd.DataFrame(
        {
            "Title": rows["title_shown"].map(visible),
            "Outlet": outlets(rows),
            "Why": rows["published_reason"].fillna("Nothing in the text, the file or the address tells it."),
        }
    )
    picked = select(
        shown,
        key,
        "Articles without a date",
        {
            "Title": st.column_config.TextColumn(width="medium"),
            "Outlet": st.column_config.TextColumn(width="small"),
            "Why": st.column_config.TextColumn(width="large"),
        },
    )
    if picked is not None:
        links.to_article(str(rows.iloc[picked]["key"]), label="Read the selected article")


def profile(article: StoredArticle, everything: pd.DataFrame) -> None:
    """Draw an article's own numbers against the median of the filtered set."""
    of_this = everything[everything["key"] == article.key]
    if of_this.empty:
        return
    row = of_this.iloc[0]
    with st.container(horizontal=True):
        for label, name, form, term in (
            ("Words", "words", ",.0f", "words"),
            ("Grade", "flesch_kincaid_grade", ".1f", "grade"),
            ("Figures", "figures", ",.0f", "figure"),
            ("Quotations", "quotations", ",.0f", "attributed statement"),
        ):
            median = everything[name].median()
            value = f"{row[name]:{form}}" if present(row[name]) else "too short"
            st.metric(label, value, help=f"{told(term)}\n\nMedian of the filtered articles: {median:{form}}")
