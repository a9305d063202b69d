"""Who reports what: figures, dates, actors and speakers × the columns compared, each cell with its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from core.compare import agreement, speech
from core.compare.keyness import SAFE_WORDS, Keyness, tabulate
from core.compare.keyness import compare as keyness
from core.library.questions import queries, summaries
from core.model import Span
from dashboard.comparing.compared import Compared
from dashboard.showing.each_row import each
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, plural, present, stated, when

ABSENT = "–"
_KINDS = ("figure", "date", "speaker", "person", "organisation", "place")


SHARED_WORDS = 8
_WORDS = re.compile(r"\w+")


def matrix(parts: Mapping[str, pd.DataFrame], columns: Sequence[str]) -> Grid:
    """Set out which column reports what; the cells have `found in`, `conflict` and `differs` too.

    `parts` has, under figure, date, speaker and actor, rows of evidence with `column`, `what` (what makes two rows the
    same thing), `told` (what a cell says of it) and, for figures, `conflict` (both values, or "") and `differs` (the
    columns' values don't overlap, for whatever period). What more columns report comes first.
    """
    filled = [part.assign(kind=part.get("kind_shown", kind)) for kind, part in parts.items() if len(part)]
    if not filled:
        nothing = pd.DataFrame(columns=["kind", "what", "found in", "conflict", "differs", *range(len(columns))])
        return Grid(nothing, nothing)
    rows = pd.concat(filled, ignore_index=True)
    conflict = rows["conflict"] if "conflict" in rows else [""] * len(rows)
    differs = rows["differs"] if "differs" in rows else [False] * len(rows)
    rows = rows.assign(
        conflict=[text if present(text) else "" for text in conflict], differs=[one is True for one in differs]
    )
    found = rows.groupby(["kind", "what"], sort=False)
    summary = pd.DataFrame(
        {
            "found in": found["column"].nunique(),
            "conflict": found["conflict"].max(),
            "differs": found["differs"].any(),
            "size": found.size(),
        }
    )
    cells = texts(rows, columns, " | ", 3, 80).join(summary).reset_index()
    order = cells["kind"].map({kind: place for place, kind in enumerate(_KINDS)})
    cells = cells.assign(order=order).sort_values(["found in", "order", "size"], ascending=[False, True, False])
    return Grid(cells.drop(columns=["order", "size"]).reset_index(drop=True), rows)


def reported(compared: Compared) -> Grid:
    """Set out which column reports which figures, dates, speakers, people, organisations and places."""
    said = compared.rows(queries.attributions)
    return matrix(
        {
            "figure": figures(compared.rows(queries.figures), compared.answer(summaries.linked)),
            "date": dates(compared.rows(queries.dates)),
            "speaker": speakers(said[said["named"]]),
            "actor": actors(compared.rows(summaries.named)),
        },
        compared.columns,
    )


def texts(rows: pd.DataFrame, columns: Sequence[str], between: str, most: int, length: int) -> pd.DataFrame:
    """Return, by kind and what, the different things `told` in each column, joined; ABSENT where nothing is."""
    told: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for kind, what, column, text in zip(rows["kind"], rows["what"], rows["column"], rows["told"], strict=True):
        told.setdefault((kind, what), {}).setdefault(column, {})[str(text)] = None
    cells = [[_cell(list(row.get(name, ())), between, most, length) for name in columns] for row in told.values()]
    index = pd.MultiIndex.from_tuples(list(told), names=["kind", "what"])
    return pd.DataFrame(cells, index=index, columns=range(len(columns)))


def _cell(told: list[str], between: str, most: int, length: int) -> str:
    return clip(between.join(told[:most]) + (" …" if len(told) > most else ""), length) if told else ABSENT


def figures(rows: pd.DataFrame, linked: pd.DataFrame) -> pd.DataFrame:
    """Return figures as things: the indicator where one links them, else value with unit and measure."""
    rows = rows[rows["kind"] != "ordinal"].merge(linked, on=["key", "number"], how="left")
    single = rows["kind"] + "|" + rows["low"].astype(str) + "|" + rows["unit"].fillna("")
    # A bare small number (“two”, “one of them”) is no thing that articles could share.
    rows = rows[rows["indicator"].notna() | rows["unit"].notna() | (rows["low"] > 100)].copy()
    rows["told"] = [stated(row) + (f" ({when(row.period)})" if present(row.period) else "") for row in each(rows)]
    rows["same"] = rows["indicator"].fillna(single)
    first = rows.drop_duplicates("same")
    labels = {row.same: _short(_label(row)) for row in each(first)}
    rows["what"] = [labels[same] for same in rows["same"]]
    judged = rows.assign(quantity=rows["same"]).reset_index(drop=True)
    bounded = judged[judged["indicator"].notna()]
    conflicts, differ = _conflicts(bounded), agreement.apart(bounded, "column")
    return judged.drop(columns="quantity").assign(
        conflict=[conflicts.get(same, "") for same in judged["same"]],
        differs=[bool(differ.get(same, False)) for same in judged["same"]],
    )


def _label(row: Any) -> str:
    if not present(row.measure):
        return stated(row)
    unit = row.unit if present(row.unit) else "number"
    return str(row.measure) if unit == row.measure else f"{row.measure}, {unit}"


def _conflicts(rows: pd.DataFrame) -> dict[str, str]:
    """Return for each thing whose statements can't all be right two of them: "a · A | b · B"."""
    said = rows["told"] + " · " + [clip(column, 30) for column in rows["column"]]
    pairs = agreement.conflicts(rows)
    ends = zip(said.loc[pairs["below"]], said.loc[pairs["above"]], strict=True)
    return {quantity: " | ".join(both) for quantity, both in zip(pairs["quantity"], ends, strict=True)}


def dates(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the calendar dates spoken of as things, by their value; relative and vague ones are left out."""
    calendar = rows[(rows["type"] == "DATE") & rows["value"].str.contains(r"^(?:\d{4}|XXXX-\d)", regex=True)]
    return calendar.assign(what=calendar["value"].map(when), told=calendar["text"].map(_short))


def speakers(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the named speakers as things, with the words each column gives them."""
    known = rows[rows["speaker"].notna()]
    words = known.groupby(["column", "speaker"])["words"].transform("sum")
    return known.assign(what=known["speaker"], told=[f"{count} words" for count in words])


def parts(said: pd.DataFrame, *, grouped: bool = False) -> pd.DataFrame:
    """Return attributed words with `part`: the part of a bar that each belongs to, a leading voice or what remains."""
    return said.assign(part=speech.parts(speech.voices(said, grouped=grouped), said["words"]))


def actors(rows: pd.DataFrame) -> pd.DataFrame:
    """Return people, organisations and places as things, with the number of mentions."""
    return rows.assign(
        what=rows["actor"], kind_shown=rows["kind"], told=[f"{count}×" for count in rows["mentions"]]
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


class Distinctive(NamedTuple):
    """A column's most distinctive words, the whole table of its keyness, and what to say of it where words are few."""

    top: pd.DataFrame | None
    whole: pd.DataFrame | None
    warning: str


def distinctive(compared: Compared, most: int = 10) -> dict[str, Distinctive]:
    """Return for each column its words against those of all other columns together."""
    terms = compared.ask(queries.terms, compared.filters, "article")
    numbers, keys = pd.factorize(terms["group"])
    counts = tabulate(numbers, terms["term"].to_numpy(), terms["count"].to_numpy())
    found = {str(one.group): one for one in keyness(counts, [compared.column_of[key] for key in keys])}
    sizes = terms["count"].groupby(terms["group"].map(compared.column_of)).sum()
    return {name: _distinctive(found.get(name), int(sizes.get(name, 0)), most) for name in compared.columns}


def _distinctive(found: Keyness | None, size: int, most: int) -> Distinctive:
    if found is None or found.table is None:
        reason = found.reason if found and found.reason else "no words"
        return Distinctive(None, None, reason.capitalize() + ".")
    top = found.table[(found.table["z"] > 0) & (found.table["target"] > 1)].head(most)
    said = [f"Only {plural(size, 'word')}: hints, not habits." if size < SAFE_WORDS else ""]
    said += [f"{found.reason.capitalize()}." if found.reason else ""]
    return Distinctive(top, found.table, " ".join(filter(None, said)))


Passages = tuple[tuple[Span, Span], ...]


def in_common(left: str, right: str, passages: Passages) -> str:
    """Return in words how much of two texts stands in both."""
    if not passages:
        return f"No run of {SHARED_WORDS} words stands in both texts."
    sizes = [len(_WORDS.findall(text)) for text in (left, right)]
    inside = [
        sum(len(_WORDS.findall(pair[side].of(text))) for pair in passages)
        for side, text in enumerate((left, right))
    ]
    share = [100 * part / max(1, size) for part, size in zip(inside, sizes, strict=True)]
    kind = "One is a copy of the other, or both are of a third." if min(share) > 90 else ""
    kind = kind or ("One holds most of the other: a rewrite or an excerpt." if max(share) > 50 else "")
    return (
        f"{plural(len(passages), 'passage')} of {SHARED_WORDS} words or more in both: {share[0]:.0f} % of the left "
        f"text's words, {share[1]:.0f} % of the right's. {kind}"
    ).strip()


def copied(row: Any) -> str:
    """Return in words which article is a copy of which."""
    one, other = (f"“{clip(str(title), 60)}” ({outlet or OUTLET_UNKNOWN})" for title, outlet in _ends(row))
    if row.exact:
        return f"{one} is word for word {other}."
    return f"{one} shares {100 * row.share:.0f} % of its runs of words with {other}."


def _ends(row: Any) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    known = [outlet if present(outlet) else None for outlet in (row.outlet, row.original_outlet)]
    return (row.title, known[0]), (row.original, known[1])
