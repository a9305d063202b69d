"""Indicators, every figure, and numbers that stand identically in several articles."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard import evidence
from dashboard.phrases import amount, clip, present, stated, visible
from dashboard.rows import each
from dashboard.tables.select import download, select, told_by


def indicators(rows: pd.DataFrame, key: str) -> Any:
    """Draw indicators as a table and return the selected one: the one in the address, or the first."""
    shown = pd.DataFrame(
        {
            "Measure": rows["measure"].map(visible),
            "Unit": [row.unit if present(row.unit) else "number" for row in each(rows)],
            "Lowest": [_end(row, row.low) for row in each(rows)],
            "Highest": [_end(row, row.high) for row in each(rows)],
            "Articles": rows["articles"],
            "Outlets": rows["outlets"].where(rows["outlets"] > 0),
            "Statements": rows["statements"],
            "Conflict": ["differ" if row.conflict else "" for row in each(rows)],
        }
    )
    asked_for = (
        list(rows["indicator"]).index(wanted)
        if (wanted := st.query_params.get("indicator")) in set(rows["indicator"])
        else 0
    )
    picked = select(
        shown,
        key,
        "Indicators",
        mode="single-row-required",
        selection_default={"selection": {"rows": [asked_for]}},
        height=min(36 * (len(shown) + 1), 290),
        columns={
            "Measure": st.column_config.TextColumn(width="large", help="What is measured, as the articles say it"),
            "Lowest": st.column_config.TextColumn(width="small", alignment="right"),
            "Highest": st.column_config.TextColumn(width="small", alignment="right"),
            "Articles": st.column_config.NumberColumn(width="small"),
            "Outlets": st.column_config.NumberColumn(width="small"),
            "Statements": st.column_config.NumberColumn(width="small"),
            "Conflict": st.column_config.TextColumn(
                width="small",
                help="Statements on the same period that can't both be right as precisely as they are told",
            ),
        },
    )
    row = next(each(rows.iloc[[asked_for if picked is None else picked]]))
    st.query_params["indicator"] = row.indicator
    return row


def _end(row: Any, value: float) -> str:
    return amount(value, row.unit if present(row.unit) and row.kind != "count" else None, row.kind)


def figures(rows: pd.DataFrame, key: str) -> None:
    """Draw every figure as a table, filtered by kind; a selected row shows its sentence."""
    kinds = list(rows["kind"].value_counts().index)
    wanted = st.pills("Kind", kinds, selection_mode="multi", key=f"{key}-kind")
    rows = rows[rows["kind"].isin(wanted)] if wanted else rows
    shown = pd.DataFrame(
        {
            "As written": rows["text"].map(visible),
            "Value": [stated(row) for row in each(rows)],
            "Measures": rows["measure"].fillna("").map(visible),
            "Change": rows["change"].fillna(""),
            "Period": rows["period"].fillna("").map(visible),
            "Status": rows["status"].fillna(""),
            "Speaker": rows["speaker"].fillna("").map(visible),
            "Outlet": told_by(rows),
            "Title": rows["title"].map(visible),
        }
    )
    picked = select(
        shown,
        key,
        "Figures",
        {
            "Value": st.column_config.TextColumn(alignment="right"),
            "Title": st.column_config.TextColumn(width="medium"),
        },
    )
    if picked is None:
        evidence.hint("Select a row to read its sentence.")
    else:
        evidence.cards(rows.iloc[[picked]], f"{key}-card")
    download(rows, "figures", key)


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
        shown, key, "Identical numbers", {"What it counts": st.column_config.TextColumn(width="large")}
    )
    if picked is None:
        evidence.hint("Select a row to read the sentences.")
    else:
        row = rows.iloc[picked]
        same = (every["low"] == row["low"]) & (every["kind"] == row["kind"])
        same &= (every["high"] == row["high"]) | every["high"].isna()
        evidence.cards(every[same], f"{key}-card")
    download(rows, "identical-numbers", key)


def _holds(value: Any) -> bool:
    """Tell whether a cell holds a list with something in it."""
    return hasattr(value, "__len__") and len(value) > 0
