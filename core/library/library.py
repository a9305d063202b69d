"""The library as its readers see it."""

from __future__ import annotations

import datetime
import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import duckdb
import pandas as pd

from core.library import edits, ledger, parts
from core.library.questions import choices, queries
from core.library.questions.filters import ALL, Filters
from core.library.questions.queries import Query
from core.library.schema import FORM
from core.library.snapshot import Snapshot
from core.model import Publication, Span

Result = TypeVar("Result")
Ask = Callable[..., pd.DataFrame]  # a question of `questions`, and what it takes → its answer

_LAYERS = ("boilerplate", "sentences", "dates", "figures", "attributions", "actors", "frames")


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article with all that was found in it; each layer is a table with `start`, `end`, in reading order."""

    key: str
    text: str
    title: str | None
    title_shown: str
    outlet: str | None
    publication: Publication
    updated: datetime.date | None
    source: str
    url: str | None
    topic: str | None
    topic_derived: bool
    story: str
    copy_of: str | None
    language: str | None
    words: int
    boilerplate: pd.DataFrame
    sentences: pd.DataFrame
    dates: pd.DataFrame
    figures: pd.DataFrame
    attributions: pd.DataFrame
    actors: pd.DataFrame
    frames: pd.DataFrame


class Library:
    """A folder of parts, open for reading. Answers always come from the parts committed by now.

    Every query takes `Filters` and returns a DataFrame; rows of evidence carry `key`, `title`, `outlet`,
    `published`, `start`, `end`, `sentence`, `sentence_start` and `sentence_end`. Safe to share between threads.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._lock = threading.Lock()
        self._opened: tuple[str, Snapshot] | None = None
        self._held: str | None = None  # the version that it is held at

    def __reduce__(self) -> tuple[type[Library], tuple[Path]]:
        return Library, (self.path,)  # other processes open it for themselves

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.path.absolute().name

    @property
    def version(self) -> str:
        """A value that changes when the content does; costs one look at the folder."""
        if self._held:
            return self._held
        folders = (parts.names(self.path / name) for name in ("parts", "links", "edits"))
        return _digest(*("\n".join(names) for names in folders))

    @property
    def content_version(self) -> str:
        """Like `version`, but of what links are made from alone: the articles and some corrections of them."""
        forced = edits.in_force(self.snapshot.edits)
        linked = sorted(
            edit.id if thing.what in edits.FIGURE_KINDS else f"{edit.key}\n{edit.after}"
            for thing, edit in forced.items()
            if thing.what in edits.LINKED
        )
        return _digest(*parts.names(self.path / "parts"), *(["|", *linked] if linked else []))

    @property
    def snapshot(self) -> Snapshot:
        """The library as it stands now; pages use the queries, writers and links `read`."""
        version = self.version
        with self._lock:
            if self._opened is None or self._opened[0] != version:
                self._opened = version, Snapshot(self.path)
            return self._opened[1]

    def held(self) -> Library:
        """Return the library as it stands now, for several questions that must agree: what comes later isn't in it.

        Where parts of that state are merged meanwhile, it goes on to the state they are merged in. For reading only.
        """
        version, snapshot = self.version, self.snapshot
        held = Library(self.path)
        held._opened, held._held = (version, snapshot), version
        return held

    @property
    def problems(self) -> list[str]:
        """A sentence on each part that is damaged and left out, or that should be there and is gone."""
        return [*self.snapshot.problems, *ledger.problems(self.path)]

    @property
    def lost(self) -> list[ledger.Listed]:
        """The parts of articles that should be there and are gone or damaged; none that a later release has written."""
        whole = {part.name for part in self.snapshot.parts}
        expected = (item for item in ledger.expected(self.path) if item.kind == "parts" and item.form <= FORM)
        return [item for item in expected if item.name not in whole]

    @property
    def stale(self) -> bool:
        """Whether links were made from another state of the articles."""
        links = self.snapshot.links
        return links is None or links.facts.get("made_from") != self.content_version

    @property
    def linked_by(self) -> str | None:
        """The version of the rules that made the links."""
        links = self.snapshot.links
        return links.facts.get("made_by") if links else None

    def sources(self, key: str) -> set[str]:
        """Return every source that holds an article."""
        return {source for source, (held, _) in self.snapshot.known().items() if held == key}

    def articles(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return one row an article, earliest first, undated last."""
        return self.run(queries.articles(filters))

    def choices(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return how many articles each choice of a side of the filters would leave, all else as it is."""
        return self.run(choices.choices(filters))

    def indicators(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return what is measured in the articles, with its range; `compare.recurring` says whether they agree."""
        return self.run(queries.indicators(filters))

    def statements(self, indicator: str, filters: Filters = ALL) -> pd.DataFrame:
        """Return the evidence of an indicator, one row a statement."""
        return self.run(queries.statements(indicator, filters))

    def figures(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return every figure with its sentence."""
        return self.run(queries.figures(filters))

    def repeated(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return the numbers that stand in several articles, with what they count there."""
        return self.run(queries.repeated(filters))

    def dates(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return every expression of time with the days it covers, where known."""
        return self.run(queries.dates(filters))

    def attributions(self, filters: Filters = ALL, *, every: bool = True) -> pd.DataFrame:
        """Return words given to a source; `speaker` is the name that stands for the actor everywhere.

        Where not `every`, only what is said, which pages count: not what is thought, wanted or planned.
        """
        return self.run(queries.attributions(filters, every))

    def actors(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return people, organisations and places under one name each, those in most articles first."""
        return self.run(queries.actors(filters))

    def mentions(self, actor: str, filters: Filters = ALL) -> pd.DataFrame:
        """Return where an actor is mentioned, under any of its names."""
        return self.run(queries.mentions(actor, filters))

    def frames(self, filters: Filters = ALL) -> pd.DataFrame:
        """Return every frame word with the frame's share in its article."""
        return self.run(queries.frames(filters))

    def terms(self, filters: Filters = ALL, by: Literal["article", "outlet"] = "outlet") -> pd.DataFrame:
        """Return how often each word occurs in each article or outlet: group, term, count, articles."""
        return self.run(queries.terms(filters, by))

    def article(self, key: str) -> StoredArticle:
        """Return one article with every layer.

        Raises:
            KeyError: The library holds no article of that key.
        """
        found = self._answer(queries.article(key), lambda result: (result.fetchone(), result.description))
        row, columns = found
        if row is None:
            raise KeyError(key)
        fields: dict[str, Any] = dict(zip((column[0] for column in columns or ()), row, strict=True))
        layers: dict[str, Any] = {name: self.run(queries.layer(name, key)) for name in _LAYERS}
        return _stored(fields, layers)

    def edits(self) -> pd.DataFrame:
        """Return what was changed by hand, the latest first; `core.library.edits.history` says in which columns.

        `in_force` tells whether it still holds; `last` whether it can be undone.
        """
        return edits.history(self.snapshot.edits)

    def groups(self) -> pd.DataFrame:
        """Return the group of each speaker that has one: actor, speaker_group."""
        return self.run(queries.groups())

    def summary(self) -> dict[str, str]:
        """Return in words what the library holds, for people."""
        counts = self._answer(queries.summary(), lambda result: result.fetchone()) or ()
        names = ("articles", "outlets", "figures", "quotations", "first", "last")
        told = {name: str(value) for name, value in zip(names, counts, strict=True) if value is not None}
        return {"library": str(self.path), **told, "parts": str(len(self.snapshot.parts))}

    def batches(self) -> pd.DataFrame:
        """Return one row for each `add` that brought in what is there: batch, added, articles, roots (where from)."""
        return self.run(queries.batches())

    def rejections(self) -> pd.DataFrame:
        """Return what was turned away: source, reason, batch, added; the latest first."""
        return self.run(queries.rejections())

    def ask(self, question: Callable[..., Query], *arguments: object) -> pd.DataFrame:
        """Return the answer to a question, a function of `questions`, about some filters or whatever else it takes."""
        return self.run(question(*arguments))

    def run(self, query: Query) -> pd.DataFrame:
        """Return the answer to a query."""
        return self._answer(query, lambda result: result.df())

    def read(self, take: Callable[[Snapshot], Result]) -> Result:
        """Return what `take` makes of the library as it stands; it is called again if parts are merged meanwhile."""
        while True:
            version = self.version
            try:
                return take(self.snapshot)
            except duckdb.IOException:
                self._held = None
                if self.version == version:
                    raise

    def _answer(self, query: Query, take: Callable[[duckdb.DuckDBPyConnection], Result]) -> Result:
        return self.read(lambda snapshot: take(snapshot.query(query.sql, query.values)))


def _stored(fields: dict[str, Any], layers: dict[str, Any]) -> StoredArticle:
    start: int | None = fields["published_start"]
    date: datetime.date | None = fields["published"]
    span = None if start is None else Span(start, fields["published_end"])
    names = "key text title title_shown outlet updated source url topic topic_derived story copy_of language words"
    return StoredArticle(
        publication=Publication(date, fields["published_from"], fields["published_reason"], span),
        **({name: fields[name] for name in names.split()} | layers),
    )


def _digest(*values: str) -> str:
    return hashlib.blake2b("\n".join(values).encode(), digest_size=12).hexdigest()
