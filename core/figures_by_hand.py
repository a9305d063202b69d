"""What an analyst decides of figures: that they tell one quantity or two, its name, or that it is none to look at.

Each decision is kept with the figures as they are quoted, and holds for whatever quantity tells them from then on.
Only the walls they stand in are linked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import core.link
from core import pipeline
from core.library import Library, edits, figure_places, quoted, store
from core.library.edits import YES, Change, FigureKind
from core.library.figure_places import Address
from core.library.quoted import Quoted
from core.link.quantities import decisions


def together(library: Library, figures: Sequence[Address]) -> int:
    """Say that figures, and all that now tell the same as one of them, tell one quantity; return the number of edits.

    Raises:
        ValueError: These are fewer than two, or too many; in words for people.
    """
    if len(_quoted(library, figures)) < 2:  # noqa: PLR2004
        raise ValueError("It takes two figures to tell one quantity.")
    figures = list(dict.fromkeys([*figures, *alike(library, figures)]))
    return _decide(library, [_change("one quantity", [_quoted(library, figures)])], figures)


def apart(library: Library, figures: Sequence[Address], others: Sequence[Address]) -> int:
    """Say that figures tell another quantity than others do; return the number of edits.

    Raises:
        ValueError: One of the groups is empty, or they are too many; in words for people.
    """
    groups = [_quoted(library, figures), _quoted(library, [one for one in others if one not in set(figures)])]
    if not all(groups):
        raise ValueError("There is nothing that these figures could be told apart from.")
    return _decide(library, [_change("another quantity", groups)], [*figures, *others])


def name(library: Library, figures: Sequence[Address], called: str | None) -> int:
    """Say what the quantity that figures tell is called; None leaves it to the rules. Return the number of edits."""
    return _decide(library, _of_one(library, "quantity name", figures, called), figures)


def set_aside(library: Library, figures: Sequence[Address], *, aside: bool) -> int:
    """Say whether the quantity that figures tell is set aside; return the number of edits."""
    return _decide(library, _of_one(library, "set aside", figures, YES if aside else None), figures)


def alike(library: Library, figures: Iterable[Address]) -> list[Address]:
    """Return all figures that tell the quantities that some tell."""
    rows = library.snapshot.query(
        "SELECT key, number FROM indicators WHERE indicator IN (SELECT indicator FROM indicators "
        "WHERE list_contains(?::VARCHAR[], key || ':' || number)) ORDER BY key, number",
        [[f"{key}:{number}" for key, number in figures]],
    ).fetchall()
    return [(key, number) for key, number in rows]


def compared_with(library: Library, figures: Iterable[Address]) -> tuple[str, ...]:
    """Return the keys of the articles that the figures of some articles are compared with, these among them."""
    return tuple(library.read(lambda snapshot: core.link.within_walls(snapshot, {key for key, _ in figures})))


def told_apart(library: Library, figures: Iterable[Address]) -> set[Address]:
    """Return the figures that an analyst told apart from some figures."""
    those = set(figures)
    pairs = library.read(decisions.decided).apart
    return {end for pair in pairs if those.intersection(pair) for end in pair} - those


def undo(library: Library, ids: Iterable[str]) -> int:
    """Take edits of figures back, by the ids of their history; return how many."""
    wanted = set(ids)
    undone = [edit for edit in library.snapshot.edits if edit.id in wanted]
    meant = [one for edit in undone for group in quoted.read(edit.within or "") for one in group]
    figures = list(figure_places.addresses(library.snapshot, meant).values())
    return _decide(library, edits.reverse(wanted, library.snapshot.edits), figures)


def _of_one(library: Library, what: FigureKind, figures: Sequence[Address], after: str | None) -> list[Change]:
    """Return the changes that say something of the quantity of figures, in the place of what was said of it before."""
    before = [edit for edit in decisions.standing(library.snapshot.edits) if edit.what == what]
    meant = {one for edit in before for group in quoted.read(edit.within or "") for one in group}
    found = figure_places.addresses(library.snapshot, meant)
    there = set(figures)
    changes = {
        edit.within: Change(what, edit.key, None, edit.within)
        for edit in before
        if any(found.get(one) in there for group in quoted.read(edit.within or "") for one in group)
    }
    first = _quoted(library, figures[:1])
    if after is not None and first:
        change = _change(what, [first], after)
        changes[change.within] = change
    return list(changes.values())


def _quoted(library: Library, figures: Sequence[Address]) -> list[Quoted]:
    found = figure_places.quotations(library.snapshot, figures)
    return [found[address] for address in dict.fromkeys(figures) if address in found]


def _change(what: FigureKind, groups: Sequence[Sequence[Quoted]], after: str = YES) -> Change:
    return Change(what, groups[0][0].source, after, quoted.written(groups))


def _decide(library: Library, changes: Sequence[Change], figures: Iterable[Address]) -> int:
    """Make the edits, and link again what they are about."""
    links, fresh = library.snapshot.links, not library.stale
    made = store.edit(library, changes)
    if made and links:
        made_from = library.content_version if fresh else str(links.facts.get("made_from"))
        pipeline.link_again(library, {key for key, _ in figures}, made_from)
    return made
