"""Which words set each column apart from the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from core.compare.keyness import SAFE_WORDS, Keyness, tabulate
from core.compare.keyness import compare as keyness
from core.library import Ask, Filters
from core.library.questions import queries


class Distinctive(NamedTuple):
    """A column's most distinctive words, the whole table of its keyness, and what to say of it where words are few."""

    top: pd.DataFrame | None
    whole: pd.DataFrame | None
    warning: str


def distinctive(
    ask: Ask, column_of: Mapping[str, str], columns: Sequence[str], most: int = 10
) -> dict[str, Distinctive]:
    """Return for each column its words against those of all other columns together.

    `column_of` tells the column of each article by its key.
    """
    terms = ask(queries.terms, Filters(articles=tuple(column_of)), "article")
    numbers, keys = pd.factorize(terms["group"])
    counts = tabulate(numbers, terms["term"].to_numpy(), terms["count"].to_numpy())
    found = {str(one.group): one for one in keyness(counts, [column_of[key] for key in keys])}
    sizes = terms["count"].groupby(terms["group"].map(column_of)).sum()
    return {name: _distinctive(found.get(name), int(sizes.get(name, 0)), most) for name in columns}


def _distinctive(found: Keyness | None, size: int, most: int) -> Distinctive:
    if found is None or found.table is None:
        reason = found.reason if found and found.reason else "no words"
        return Distinctive(None, None, reason.capitalize() + ".")
    top = found.table[(found.table["z"] > 0) & (found.table["target"] > 1)].head(most)
    said = [f"Only {size:,} word{'' if size == 1 else 's'}: hints, not habits." if size < SAFE_WORDS else ""]
    said += [f"{found.reason.capitalize()}." if found.reason else ""]
    return Distinctive(top, found.table, " ".join(filter(None, said)))
