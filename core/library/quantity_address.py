"""What names a quantity in an address: one of the figures that tell it, so that the link outlasts new links and texts.

"84@1203@0f3a5c71be" is the figure "84" about the 1,203rd character of the source whose name has that hash. It opens
whichever quantity has that figure now. A quantity's own key, as exports have it, names it too while it lasts.
"""

from __future__ import annotations

import re

from core.library.figure_places import addresses
from core.library.quoted import Quoted
from core.library.snapshot import Snapshot

_NAME = re.compile(r"(?s)(.{1,200})@(\d{1,9})@([0-9a-f]{10})")
_HASH = "left(md5(source), 10)"


def name(snapshot: Snapshot, quantity: str) -> str | None:
    """Return what names a quantity in an address, None where there is none of that key."""
    row = snapshot.query(
        f"""
        SELECT f.text, f.start, {_HASH} FROM indicators i JOIN figures f USING (key, number)
        JOIN (SELECT key, min(source) AS source FROM current GROUP BY key) s USING (key)
        WHERE i.indicator = ? ORDER BY i.key || ':' || i.number <> i.indicator, i.key, i.number LIMIT 1
        """,
        [quantity],
    ).fetchone()
    return f"{row[0]}@{row[1]}@{row[2]}" if row else None


def find(snapshot: Snapshot, named: str) -> str | None:
    """Return the key of the quantity that is named so, None where there is none."""
    match = _NAME.fullmatch(named)
    figure = _figure(snapshot, match[1], int(match[2]), match[3]) if match else None
    key = f"{figure[0]}:{figure[1]}" if figure else named
    row = snapshot.query(
        "SELECT indicator FROM indicators WHERE key || ':' || number = ? OR indicator = ? LIMIT 1", [key, key]
    ).fetchone()
    return str(row[0]) if row else None


def _figure(snapshot: Snapshot, words: str, start: int, source_hash: str) -> tuple[str, int] | None:
    row = snapshot.query(
        f"SELECT source FROM current WHERE {_HASH} = ? ORDER BY source LIMIT 1", [source_hash]
    ).fetchone()
    if row is None:
        return None
    quoted = Quoted(str(row[0]), words, "", "", start)
    return addresses(snapshot, [quoted]).get(quoted)
