"""What an analyst changed: rows that are only ever added, the last one on a thing in force.

An edit says what was changed (`Kind`), of what (`key`), from what and to what. Edits never touch what was read: they
lie over it whenever the library is opened, so that they outlast a new analysis and a changed file, and an undo is one
more row. `after` None takes a correction back; "" says that there is none (no outlet, no date, no topic).
"""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd
import pyarrow as pa

from core.library import quoted
from core.library.schema import EDITS, table
from core.model import named

# Corrections of an article; their key is the source that holds it. A story goes by the name that an edit on any of its
# articles gives it.
ArticleKind = Literal["title", "outlet", "published", "topic", "story", "story name", "note", "labels"]
# actor: under which name an actor goes from now on (a merge, where that is another's). name: which actor a name
# stands for, in one article (`within` is its source) or in all. group: the group a speaker belongs to. topic name: how
# a topic is called from now on. search: the address of a saved search. furniture: whether a line (`within`, white space
# folded) of the article of a source is page furniture. The article is analysed according to that and to its day.
# Those of figures have in `within` the figures that are meant (`quoted`), and their first one's source for a key: one
# quantity: all tell the same. another quantity: those of the first group tell another than those of the second.
# quantity name: what the one they tell is called. set aside: the one they tell is none to look at.
FigureKind = Literal["one quantity", "another quantity", "quantity name", "set aside"]
Kind = Literal[ArticleKind, FigureKind, "actor", "name", "group", "topic name", "search", "furniture"]

ARTICLE_KINDS: tuple[str, ...] = get_args(ArticleKind)
FIGURE_KINDS: tuple[str, ...] = get_args(FigureKind)
KINDS: tuple[str, ...] = get_args(Kind)
LINKED: tuple[str, ...] = ("published", *FIGURE_KINDS)  # links are made from these: a change makes them stale
ANALYSED: tuple[str, ...] = ("published", "furniture")  # what is found in an article depends on these

FURNITURE, TEXT = "furniture", "text"  # what a line can be
YES = "yes"  # what the kinds of figures are that have no name

_LONGEST = 10_000  # characters of a value
_LONGEST_NAME = 200  # characters of a quantity's name
_MOST_FIGURES = 2_000  # in one edit
_ON_ARTICLES = (*ARTICLE_KINDS, "furniture")
_IN_ORDER = ("one quantity", "another quantity")  # of two that contradict each other the later is in force
_CHAINED = ("actor", "topic name")  # what is called b may itself be called c


class Thing(NamedTuple):
    """What an edit is about; of two edits on one thing the later is in force."""

    what: str
    key: str
    within: str | None = None


class Change(NamedTuple):
    """An edit that is wanted: a thing and its value from now on; None takes an earlier correction back."""

    what: Kind
    key: str
    after: str | None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One row of the history. `before` is the correction that was in force, None where there was none."""

    id: str
    what: str
    key: str
    within: str | None
    before: str | None
    after: str | None
    made: datetime.datetime  # UTC, without a zone
    by: str | None = None  # who made it, where users are told apart

    @property
    def thing(self) -> Thing:
        """Return what the edit is about."""
        return Thing(self.what, self.key, self.within)


def compose(
    changes: Iterable[Change], there: Sequence[Edit], made: datetime.datetime, by: str | None = None
) -> list[Edit]:
    """Return the edits that make the changes, after those that are there; what changes nothing is left out.

    `made` is the moment, in UTC without a zone; no article can have been published after it. `by` is who makes them.

    Raises:
        ValueError: A kind is unknown, a key empty, a date not YYYY-MM-DD or in the future, or a value too long; in
            words for people.
    """
    values = {edit.thing: edit.after for edit in there}
    edits: list[Edit] = []
    for change in changes:
        what, key, after, within = _checked(change, made.date())
        thing = Thing(what, key, within)
        before = values.get(thing)
        if what in _IN_ORDER and after and before and (edits or there)[-1].thing != thing:
            before = None  # said again, and in force over what was said since; an undo goes back to that
        if before != after:
            edits.append(Edit(secrets.token_hex(8), *thing, before, after, made, by))
            values[thing] = after
    return edits


def reverse(ids: Iterable[str], there: Sequence[Edit]) -> list[Change]:
    """Return the changes that undo edits; one that a later edit on the same thing has replaced stays as it is.

    Undoing an undo makes the change again.
    """
    wanted = set(ids)
    last = {edit.thing: edit for edit in there}
    return [
        Change(edit.what, edit.key, edit.before, edit.within)  # type: ignore[arg-type]
        for edit in last.values()
        if edit.id in wanted
    ]


def in_force(edits: Iterable[Edit]) -> dict[Thing, Edit]:
    """Return the edit in force on each thing; of names that would go by each other in a circle, the last wins."""
    found: dict[Thing, Edit] = {}
    for edit in edits:
        found.pop(edit.thing, None)  # so that things stand in the order of their last edit
        if edit.after is None:
            continue
        found[edit.thing] = edit
        if edit.what in _CHAINED:
            _break_circle(edit, found)
    return found


def chains(edits: Mapping[Thing, Edit], what: Kind) -> dict[str, str]:
    """Return what each renamed thing is called in the end: with a → b and b → c, a is c."""
    step = {thing.key: edit.after or "" for thing, edit in edits.items() if thing.what == what}
    ends = {}
    for name, end in step.items():
        while end in step:  # ends, since `in_force` leaves no circle
            end = step[end]  # noqa: PLW2901
        ends[name] = end
    return ends


def groups(edits: Mapping[Thing, Edit]) -> dict[str, str]:
    """Return the group of each speaker, under the name the speaker goes by; a group given to that name comes first."""
    called = chains(edits, "actor")
    given = {thing.key: edit.after for thing, edit in edits.items() if thing.what == "group" and edit.after}
    moved = {called[name]: group for name, group in given.items() if name in called}
    return moved | {name: group for name, group in given.items() if name not in called}


class Judgement(NamedTuple):
    """What an analyst said of an article that it is analysed by."""

    lines: dict[str, bool]  # white space folded; whether each is page furniture
    published: str | None  # YYYY-MM-DD, "" for unknown, None where the day wasn't corrected

    def over(self, other: Judgement | None) -> Judgement:
        """Return this judgement and, where it says nothing, another."""
        if other is None:
            return self
        day = other.published if self.published is None else self.published
        return Judgement({**other.lines, **self.lines}, day)


def judgements(edits: Iterable[Edit]) -> dict[str, Judgement]:
    """Return what was said of each source's article that it is analysed by, where anything was."""
    judged: dict[str, Judgement] = {}
    for edit in in_force(edits).values():
        if edit.what == "furniture" and edit.within:
            said = Judgement({edit.within: edit.after == FURNITURE}, None)
        elif edit.what == "published":
            said = Judgement({}, edit.after)
        else:
            continue
        judged[edit.key] = said.over(judged.get(edit.key))
    return judged


def history(edits: Sequence[Edit]) -> pd.DataFrame:
    """Return the edits, the latest first: id, what, key, within, before, after, made, by, in_force, last.

    `last` says that no later edit is about the same thing, so that this one can be undone.
    """
    forced = {edit.id for edit in in_force(edits).values()}
    last = {edit.thing: edit.id for edit in edits}
    rows = [
        {**named(edit), "in_force": edit.id in forced, "last": last[edit.thing] == edit.id}
        for edit in reversed(edits)
    ]
    return pd.DataFrame(rows, columns=[*EDITS.names, "in_force", "last"])


def to_table(edits: Iterable[Edit]) -> pa.Table:
    """Return edits as a table of the library."""
    return table(EDITS, map(named, edits))


def read(rows: Iterable[Mapping[str, Any]]) -> tuple[Edit, ...]:
    """Return the edits of rows in their order; one that stands there twice, while parts are merged, once."""
    return tuple({row["id"]: Edit(**row) for row in rows}.values())


def tables(edits: Sequence[Edit]) -> dict[str, pa.Table]:
    """Return the edits in force as the tables that queries join; `place` grows with the time of the edit."""
    forced = in_force(edits)
    renamed, topics = chains(forced, "actor"), chains(forced, "topic name")
    numbered = list(enumerate(forced.values()))
    return {
        "edited": _table(
            "source what after place",
            (
                {"source": edit.key, "what": edit.what, "after": edit.after, "place": place}
                for place, edit in numbered
                if edit.what in _ON_ARTICLES
            ),
        ),
        "named": _table(
            "name source actor place",
            (
                {"name": edit.key, "source": edit.within, "actor": edit.after, "place": place}
                for place, edit in numbered
                if edit.what == "name"
            ),
        ),
        "renamed": _table("name actor", ({"name": name, "actor": actor} for name, actor in renamed.items())),
        "renamed_topics": _table("topic name", ({"topic": old, "name": name} for old, name in topics.items())),
        "grouped": _table(
            "actor speaker_group",
            ({"actor": actor, "speaker_group": group} for actor, group in groups(forced).items()),
        ),
    }


def _table(columns: str, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    kinds = {"place": pa.int32()}
    schema = pa.schema([pa.field(name, kinds.get(name, pa.string())) for name in columns.split()])
    return table(schema, rows)


def _checked(change: Change, today: datetime.date) -> Change:
    what, key, after, within = change
    if what not in KINDS:
        raise ValueError(f"“{what}” can't be edited; what can: {', '.join(KINDS)}.")
    key = _storable(key)
    if what == "furniture":
        within = _line(within or "")
        if after not in (FURNITURE, TEXT, None):
            raise ValueError(f"A line is {FURNITURE} or {TEXT}, not “{after[:40]}”.")
    if what in FIGURE_KINDS:
        key, within, after = _of_figures(within or "", after, named=what == "quantity name")
    if not key.strip():
        raise ValueError(f"It isn't said of what the {what} is to be changed.")
    if after is not None:
        after = _storable(after).strip()
        if len(after) > _LONGEST:
            raise ValueError(f"A {what} may have {_LONGEST:,} characters; this has {len(after):,}.")
        if what == "published" and after:
            after = _day(after, today)
        if what in _CHAINED and after == key:
            after = None
        if what in ("actor", "name", "topic name") and after == "":
            raise ValueError("A name can't be empty.")
    return Change(what, key, after, within)


def _of_figures(kept: str, after: str | None, *, named: bool) -> tuple[str, str, str | None]:
    """Return the key of an edit of figures, the figures in the form they are kept in, and the value, checked."""
    groups = quoted.read(_storable(kept))
    if sum(map(len, groups)) > _MOST_FIGURES:
        raise ValueError(f"So many figures can't be judged at once; the most are {_MOST_FIGURES:,}.")
    if after is not None and not named:
        after = YES
    name = " ".join((after or "").split())
    if named and after is not None and not name:
        raise ValueError("A name can't be empty.")
    if len(name) > _LONGEST_NAME:
        raise ValueError(f"A name may have {_LONGEST_NAME:,} characters; this has {len(name):,}.")
    return groups[0][0].source, quoted.written(groups), None if after is None else name


def _storable(value: str) -> str:
    """Return a text that any table can store: without lone surrogates and NULs."""
    return value.encode("utf-8", "replace").decode().replace("\x00", "")


def _line(value: str) -> str:
    line = " ".join(_storable(value).split())
    if not line:
        raise ValueError("It isn't said which line is page furniture.")
    if len(line) > _LONGEST:
        raise ValueError(f"A line may have {_LONGEST:,} characters to be judged by hand; this has {len(line):,}.")
    return line


def _day(value: str, today: datetime.date) -> str:
    """Return a day of publication as it is stored; the day may have begun already where the analyst is."""
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"“{value[:40]}” is no date; write it as 2025-03-31.") from None
    if day - today > datetime.timedelta(days=1):
        raise ValueError(f"{day.day} {day:%b %Y} lies in the future; nothing was saved.")
    return day.isoformat()


def _break_circle(edit: Edit, found: dict[Thing, Edit]) -> None:
    """Where the new name leads back to the old one, let the chain end at the new one."""
    target = Thing(edit.what, edit.after or "")
    step = found.get(target)
    while step:
        if step.after == edit.key:
            del found[target]
            return
        step = found.get(Thing(edit.what, step.after or ""))
