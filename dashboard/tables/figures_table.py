"""Indicators, every figure, and numbers that stand identically in several articles."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.showing import evidence
from dashboard.showing.each_row import each
from dashboard.showing.glossary import told
from dashboard.showing.in_words import clip, plural, present, stated, visible, when
from dashboard.showing.tellers import outlets
from dashboard.tables.select import download, select


def indicators(rows: pd.DataFrame, shown: pd.DataFrame, wanted: str, key: str) -> Any:
    """Draw indicators, `shown` as a reader sees them, and return the selected; `wanted` by its key to begin with."""
    asked_for = list(rows["indicator"]).index(wanted) if wanted in set(rows["indicator"]) else 0
    picked = select(
        shown,
        key,
        "Indicators",
        mode="single-row-required",
        selection_default={"selection": {"rows": [asked_for]}},
        height=min(36 * (len(shown) + 1), 290),
        columns={
            "Measure": st.column_config.TextColumn(width="medium", help=told("measure")),
            "Unit": st.column_config.TextColumn(help=told("unit")),
            "Lowest": st.column_config.TextColumn(width="small", alignment="right"),
            "Highest": st.column_config.TextColumn(width="small", alignment="right"),
            "Articles": st.column_config.NumberColumn(width="small"),
            "Outlets": st.column_config.NumberColumn(width="small"),
            "Statements": st.column_config.NumberColumn(width="small", help=told("statement")),
            "Values": st.column_config.TextColumn(width="medium", help=told("values")),
        },
    )
    return next(each(rows.iloc[[asked_for if picked is None else picked]]))


def figures(rows: pd.DataFrame, key: str) -> None:
    """Draw every figure as a table, filtered by kind, unit, size and speaker; a selected row shows its sentence."""
    every, rows = len(rows), _filtered(rows, key)
    if len(rows) < every:
        st.caption(f"{len(rows):,} of {plural(every, 'figure')}")
    shown = pd.DataFrame(
        {
            "As written": rows["text"].map(visible),
            "Value": [stated(row) for row in each(rows)],
            "Measures": rows["measure"].fillna("").map(visible),
            "Change": rows["change"].fillna(""),
            "Period": [visible(when(row.period)) if present(row.period) else "" for row in each(rows)],
            "Status": rows["status"].fillna(""),
            "Speaker": rows["speaker"].fillna("").map(visible),
            "Outlet": outlets(rows),
            "Title": rows["title"].map(visible),
        }
    )
    picked = select(
        shown,
        key,
        "Figures",
        {
            "Value": st.column_config.TextColumn(alignment="right", help=told("value")),
            **{
                name: st.column_config.TextColumn(help=told(term))
                for name, term in (
                    ("Measures", "measure"),
                    ("Change", "change"),
                    ("Period", "period"),
                    ("Status", "status"),
                    ("Speaker", "attributed words"),
                )
            },
            "Title": st.column_config.TextColumn(width="medium"),
        },
    )
    if picked is None:
        evidence.hint("Select a row to read its sentence.")
    else:
        evidence.cards(rows.iloc[[picked]], f"{key}-card")
    download(rows, "figures", key)


def _filtered(rows: pd.DataFrame, key: str) -> pd.DataFrame:
    """Draw the filters of the table of figures and return the rows they leave."""
    kinds = list(rows["kind"].value_counts().index)
    kind, unit, size, speaker = st.columns([6, 2, 2, 2], vertical_alignment="bottom")
    with kind:
        wanted = st.pills("Kind", kinds, selection_mode="multi", key=f"{key}-kind", persist_state="session")
    rows = rows[rows["kind"].isin(wanted)] if wanted else rows
    with unit:
        rows = _only(rows, "unit", "Unit", f"{key}-unit")
    with speaker:
        rows = _only(rows, "speaker", "Speaker", f"{key}-speaker")
    with size:
        least = st.number_input("At least", value=None, key=f"{key}-least", placeholder="any size", format="%f")
    return rows if least is None else rows[rows[["low", "high"]].abs().max(axis=1) >= least]


def _only(rows: pd.DataFrame, column: str, label: str, key: str) -> pd.DataFrame:
    """Draw a choice among the values of a column, the most frequent first, and return the rows that have it."""
    values = list(rows[column].value_counts().index)
    if (kept := st.session_state.get(key)) is not None and kept not in values:
        values.insert(0, kept)
    wanted = st.selectbox(label, values, index=None, key=key, placeholder="any", format_func=visible)
    return rows if wanted is None else rows[rows[column] == wanted]


def repeated(rows: pd.DataFrame, every: pd.DataFrame, key: str) -> None:
    """Draw the numbers that stand identically in several articles; a selected row shows its sentences."""
    if rows.empty:
        st.info("No number stands identically in two of these articles.")
        return
    shown = pd.DataFrame(
        {
            "Number": rows["text"].map(visible),
            "Articles": rows["articles"],
            "Statements": rows["statements"],
            "What it counts": [
                clip(", ".join(map(str, counted)), 120) if _holds(counted) else "" for counted in rows["counted"]
            ],
        }
    )
    picked = select(
        shown,
        key,
        "Identical numbers",
        {
            "Number": st.column_config.TextColumn(help=told("identical number")),
            "Statements": st.column_config.NumberColumn(help=told("statement")),
            "What it counts": st.column_config.TextColumn(width="large", help=told("measure")),
        },
    )
    if picked is None:
        evidence.hint("Select a row to read the sentences.")
    else:
        row = rows.iloc[picked]
        same = (every["low"] == row["low"]) & (every["kind"] == row["kind"])
        same &= (every["high"] == row["high"]) | every["high"].isna()
        if present(row["unit"]):
            same &= every["unit"] == row["unit"]
        evidence.cards(every[same], f"{key}-card")
    download(rows, "identical-numbers", key)


def _holds(value: Any) -> bool:
    """Tell whether a cell holds a list with something in it."""
    return hasattr(value, "__len__") and len(value) > 0
