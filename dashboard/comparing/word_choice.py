"""How each column puts it: spellings of the same name, rates of kinds of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from core.compare import wording
from core.compare.keyness import MIN_WORDS
from core.compare.reporting import told
from dashboard.comparing.comparison import ABSENT, in_words
from dashboard.showing.each_row import each
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import clip

_MOST = 60  # rows of names: those that most columns share
_MEASURES = {
    wording.LOADED: "loaded words",
    wording.HEDGE: "hedging words",
    wording.FIRST: "first person (I, we)",
    wording.THIRD: "third person (he, they)",
    wording.PASSIVE: "passives (was built)",
}


class Wordings(NamedTuple):
    """`words`: how many of its own each article has, by key. `uses`: key, measure, term, thing, start, end."""

    words: pd.Series
    uses: pd.DataFrame


def read(bodies: pd.DataFrame) -> Wordings:
    """Read the wording of texts given with key, text, left_out."""
    words, uses = {}, []
    for row in each(bodies):
        found = wording.read(row.text, row.left_out)
        words[row.key] = found.words
        uses += [(row.key, use.measure, use.term, use.thing, *use.span) for use in found.uses]
    names = ["key", "measure", "term", "thing", "start", "end"]
    return Wordings(pd.Series(words, dtype="int64"), pd.DataFrame(uses, columns=names))


def spellings(written: pd.DataFrame, column_of: Mapping[str, str], columns: Sequence[str]) -> Grid:
    """Set out how each column writes the name of the same actor.

    Only who two columns name, and not all in the same words, is there. `written` has key, actor, kind, text, mentions,
    start, end.
    """
    rows = written.rename(columns={"actor": "what", "text": "term"})
    rows = rows.assign(column=rows["key"].map(column_of), term=rows["term"].map(_term))
    counted = rows.groupby(["kind", "what", "column", "term"])["mentions"].sum().reset_index()
    counted = counted.sort_values("mentions", ascending=False, kind="stable")
    counted["told"] = counted["term"] + " " + counted["mentions"].astype(str)
    things = counted.groupby(["kind", "what"])
    summary = pd.DataFrame(
        {
            "columns": things["column"].nunique(),
            "forms": things["term"].nunique(),
            "pairs": things.size(),
            "mentions": things["mentions"].sum(),
        }
    )
    differ = summary["pairs"] < summary["columns"] * summary["forms"]
    summary = summary[(summary["columns"] > 1) & differ]
    summary = summary.sort_values(["columns", "forms", "mentions"], ascending=False, kind="stable").head(_MOST)
    cells = in_words(told(counted, columns).loc[summary.index].reset_index(), columns, " · ", 8, 110)
    return Grid(cells, rows.assign(told=rows["term"]))


def _term(text: object) -> str:
    form = str(text).removesuffix("'s").removesuffix("’s")
    shouted = form.isupper() and len(form) > 4  # a dateline's MINSK is no other name
    return clip(form.title() if shouted else form, 40)


def rates(wordings: Wordings, said: pd.DataFrame, column_of: Mapping[str, str], columns: Sequence[str]) -> Grid:
    """Set out the kinds of words per 1,000 of each column's own, and through which verbs it lets others speak.

    Where a column has fewer than 300 words of its own a rate would say nothing: the count stands alone.
    """
    sizes = wordings.words.groupby(wordings.words.index.map(column_of)).sum().reindex(list(columns)).fillna(0)
    uses = wordings.uses[wordings.uses["measure"] != wording.RIVAL]
    uses = uses.assign(column=uses["key"].map(column_of), what=uses["measure"].map(_MEASURES), kind="per 1,000")
    verbs = said[said["cue_class"].notna()].assign(kind="% of verbs")
    verbs = verbs.assign(what=verbs["cue_class"] + " verbs of saying", term=verbs["cue"])
    verbs = verbs.assign(start=verbs["cue_start"], end=verbs["cue_end"])
    cued = verbs["column"].value_counts()
    rows = []
    for measure in _MEASURES.values():
        counts = uses[uses["what"] == measure]["column"].value_counts()
        rows.append(["per 1,000", measure, *(_rate(counts.get(name, 0), sizes[name]) for name in columns)])
    for verb in sorted(set(verbs["what"])):
        counts = verbs[verbs["what"] == verb]["column"].value_counts()
        shares = (_share(counts.get(name, 0), cued.get(name, 0)) for name in columns)
        rows.append(["% of verbs", verb, *shares])
    cells = pd.DataFrame(rows, columns=["kind", "what", *range(len(columns))])
    evidence = pd.concat(
        [uses, verbs[["key", "kind", "what", "column", "term", "start", "end"]]], ignore_index=True
    )
    return Grid(cells, evidence.assign(told=evidence["term"]))


def _rate(count: int, words: float) -> str:
    if words < MIN_WORDS:
        return f"{count} in {words:,.0f} words"
    return f"{1000 * count / words:.1f} ({count:,})"


def _share(count: int, total: int) -> str:
    if not total:
        return ABSENT
    return f"{100 * count / total:.0f} % ({count:,})" if total >= 10 else f"{count} of {total}"
