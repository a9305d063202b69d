"""Figures of a library as they are quoted, and what was quoted as it stands in the library now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.library.quoted import Quoted, place, quote
from core.library.snapshot import Snapshot

Address = tuple[str, int]  # a figure: its article's key and its number there


def quotations(snapshot: Snapshot, addresses: Iterable[Address]) -> dict[Address, Quoted]:
    """Quote figures of a library; those it hasn't got are left out."""
    wanted = set(addresses)
    rows = snapshot.query(
        """
        SELECT f.key, f.number, s.source, f.start, f."end", t.text
        FROM figures f JOIN texts t USING (key)
        JOIN (SELECT key, min(source) AS source FROM current GROUP BY key) s USING (key)
        WHERE list_contains(?::VARCHAR[], f.key) ORDER BY f.key, f.number
        """,
        [sorted({key for key, _ in wanted})],
    ).fetchall()
    return {
        (key, number): quote(source, text, start, end)
        for key, number, source, start, end, text in rows
        if (key, number) in wanted
    }


def addresses(snapshot: Snapshot, wanted: Iterable[Quoted]) -> dict[Quoted, Address]:
    """Find what was quoted in a library as it stands: the figure that now stands where the words do."""
    by_source: dict[str, list[Quoted]] = defaultdict(list)
    for quoted in wanted:
        by_source[quoted.source].append(quoted)
    held = snapshot.query(
        "SELECT source, key, text FROM current JOIN texts USING (key) WHERE list_contains(?::VARCHAR[], source)",
        [list(by_source)],
    ).fetchall()
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for key, number, start, end in snapshot.query(
        'SELECT key, number, start, "end" FROM figures WHERE list_contains(?::VARCHAR[], key)',
        [[key for _, key, _ in held]],
    ).fetchall():
        spans[key].append((start, end, number))
    found: dict[Quoted, Address] = {}
    for source, key, text in held:
        for quoted in by_source[source]:
            at = place(quoted, text)
            number = None if at is None else _on(spans[key], at, at + len(quoted.words))
            if number is not None:
                found[quoted] = key, number
    return found


def _on(spans: Sequence[tuple[int, int, int]], start: int, end: int) -> int | None:
    """Return the number of the figure that has most of a stretch, the shortest of several."""
    shared = [
        (min(end, its_end) - max(start, its_start), its_start - its_end, -number)
        for its_start, its_end, number in spans
    ]
    most, _, number = max(shared, default=(0, 0, 0))
    return -number if most > 0 else None
