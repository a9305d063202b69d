"""Who reports what: figures, dates, actors and speakers × the columns compared, each cell with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.link.keyness import Keyness, compare, tabulate
from dashboard.phrases import clip, present, stated, when
from dashboard.rows import each

ABSENT = "–"
_KINDS = ("figure", "date", "speaker", "person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells`: one row a thing (kind, thing, found in, conflict, then a text a column); `evidence`: its sentences.

    The texts stand under the columns' numbers, since a column may be named like anything. The evidence has the
    evidence columns of the queries and `thing`, `column`.
    """

    cells: pd.DataFrame
    evidence: pd.DataFrame


def matrix(parts: dict[str, pd.DataFrame], columns: Sequence[str]) -> Matrix:
    """Set out which column reports what.

    `parts` has, under figure, date, speaker and actor, rows of evidence with `column`, `thing` (what makes two rows
    the same thing), `told` (what a cell says of it) and, for figures, `conflict`. What more columns report comes first.
    """
    rows = pd.concat([part.assign(kind=part.get("kind_shown", kind)) for kind, part in parts.items() if len(part)])
    found = rows.groupby(["kind", "thing"], sort=False)
    cells = rows.groupby(["kind", "thing", "column"], sort=False)["told"].agg(_cell).reset_index()
    cells = cells.pivot_table(index=["kind", "thing"], columns="column", values="told", aggfunc="first")
    cells = cells.reindex(columns=list(columns)).set_axis(range(len(columns)), axis="columns")
    summary = pd.DataFrame(
        {
            "found in": found["column"].nunique(),
            "conflict": found["conflict"].any() if "conflict" in rows else False,
            "size": found.size(),
        }
    )
    cells = cells.fillna(ABSENT).join(summary).reset_index()
    order = cells["kind"].map({kind: place for place, kind in enumerate(_KINDS)})
    cells = cells.assign(order=order).sort_values(["found in", "order", "size"], ascending=[False, True, False])
    return Matrix(cells.drop(columns=["order", "size"]).reset_index(drop=True), rows.reset_index(drop=True))


def _cell(told: pd.Series) -> str:
    different = list(dict.fromkeys(str(value) for value in told))
    return clip(" | ".join(different[:3]) + (" …" if len(different) > 3 else ""), 80)


def figures(rows: pd.DataFrame, linked: pd.DataFrame) -> pd.DataFrame:
    """Return figures as things: the indicator where one links them, else value with unit and measure."""
    rows = rows[rows["kind"] != "ordinal"].merge(linked, on=["key", "number"], how="left")
    single = rows["kind"] + "|" + rows["low"].astype(str) + "|" + rows["unit"].fillna("")
    # A bare small number (“two”, “one of them”) is no thing that articles could share.
    rows = rows[rows["indicator"].notna() | rows["unit"].notna() | (rows["low"] > 100)].copy()
    rows["told"] = [stated(row) + (f" ({when(row.period)})" if present(row.period) else "") for row in each(rows)]
    rows["same"] = rows["indicator"].fillna(single)
    label = [f"{row.measure}, {_unit(row)}" if present(row.measure) else stated(row) for row in each(rows)]
    rows["thing"] = pd.Series(label, index=rows.index).groupby(rows["same"]).transform("first").map(_short)
    return rows.assign(conflict=_conflicts(rows))


def _unit(row: Any) -> str:
    return str(row.unit) if present(row.unit) else "number"


def _conflicts(rows: pd.DataFrame) -> pd.Series:
    """Tell which things have statements on one known period that can't both be right within their precision."""
    dated = rows[rows["period_begin"].notna() & rows["least"].notna()]
    groups = dated.groupby(["same", "period_begin", "period_end"])
    clash = groups["least"].max() > groups["most"].min() if len(dated) else pd.Series(dtype=bool)
    return (
        rows["same"].isin(clash[clash].index.get_level_values(0)) if len(clash) else pd.Series(False, rows.index)
    )


def dates(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the calendar dates spoken of as things, by their value; relative and vague ones are left out."""
    calendar = rows[(rows["type"] == "DATE") & rows["value"].str.contains(r"^(?:\d{4}|XXXX-\d)", regex=True)]
    return calendar.assign(thing=calendar["value"].map(when), told=calendar["text"].map(_short))


def speakers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the named speakers as things, with the words each column gives them."""
    known = rows[rows["speaker"].notna()]
    words = known.groupby(["column", "speaker"])["words"].transform("sum")
    return known.assign(thing=known["speaker"], told=[f"{count} words" for count in words])


def actors(rows: pd.DataFrame) -> pd.DataFrame:
    """Return people, organisations and places as things, with the number of mentions."""
    return rows.assign(
        thing=rows["actor"], kind_shown=rows["kind"], told=[f"{count}×" for count in rows["mentions"]]
    )


def _short(text: str) -> str:
    return clip(str(text), 60)


def frame_shares(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return each column's frames: column, frame, hits, share of the column's frame words, 95 % interval low, high.

    The interval is Wilson's (1927) for a proportion. It takes hits for independent draws, which hits of one article
    aren't, so it is rather too narrow than too wide.
    """
    hits = rows.groupby(["column", "frame"]).size().rename("hits").reset_index()
    total = hits.groupby("column")["hits"].transform("sum")
    share, z = hits["hits"] / total, 1.96
    middle = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z / (1 + z**2 / total) * ((share * (1 - share) + z**2 / (4 * total)) / total) ** 0.5
    table = hits.assign(share=share, low=(middle - half).clip(lower=0), high=(middle + half).clip(upper=1))
    return table[table["column"].isin(columns)]


def distinctive(terms: pd.DataFrame, column_of: dict[str, str], columns: Sequence[str]) -> dict[str, Keyness]:
    """Return for each column its words against those of all other columns; `terms` has group (article), term, count."""
    articles = {key: number for number, key in enumerate(sorted(set(terms["group"])))}
    counts = tabulate(terms["group"].map(articles).to_numpy(), terms["term"].to_numpy(), terms["count"].to_numpy())
    by_column = compare(counts, [column_of[key] for key in articles])
    found = {str(keyness.group): keyness for keyness in by_column}
    return {column: found[column] for column in columns if column in found}
