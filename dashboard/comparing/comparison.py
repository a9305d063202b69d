"""How a comparison is put on a page and in a report: the cells of a table, and sentences about copies and passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from core.compare import reporting
from core.model import Span
from dashboard.comparing.compared import Compared
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, exactly, plural, present, stated, when

ABSENT = "–"
SHARED_WORDS = 8
_WORDS = re.compile(r"\w+")


def _short(text: str) -> str:
    return clip(str(text), 60)


WORDING = reporting.Wording(stated, when, _short, exactly)


def reported(compared: Compared) -> Grid:
    """Set out who reports what; a conflict is told by both its ends: "a · A | b · B"."""
    found = reporting.reported(compared.ask, compared.column_of, compared.columns, WORDING, every=compared.every)
    return as_grid(found, compared.columns)


def as_grid(found: reporting.Reported, columns: Sequence[str]) -> Grid:
    """Return what columns report as a reader sees it."""
    contested = found.evidence[found.evidence["end_told"] != ""]
    ends: dict[tuple[str, str], dict[str, str]] = {}
    for row in contested.itertuples(index=False):
        said = f"{row.told} · {clip(str(row.column), 30)}"
        ends.setdefault((str(row.kind), str(row.what)), {}).setdefault(str(row.end_told), said)
    cells = in_words(found.cells, columns, " | ", 3, 80)
    told = [ends.get(thing, {}) for thing in zip(cells["kind"], cells["what"], strict=True)]
    conflict = [" | ".join(both[end] for end in ("below", "above") if end in both) for both in told]
    return Grid(cells.assign(conflict=conflict), found.evidence)


def in_words(
    cells: pd.DataFrame, columns: Sequence[str], between: str, most: int, length: int, *, absent: str = ABSENT
) -> pd.DataFrame:
    """Return cells with what is told in each column joined; `absent` where nothing is."""
    joined = {
        name: [_cell(told, between, most, length) or absent for told in cells[name]]
        for name in range(len(columns))
    }
    return cells.drop(columns=[*joined]).join(pd.DataFrame(joined, index=cells.index))


def _cell(told: Sequence[str], between: str, most: int, length: int) -> str:
    return clip(between.join(told[:most]) + (" …" if len(told) > most else ""), length)


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
