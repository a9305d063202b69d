"""What an analyst says of an article that its analysis depends on: saved, and the article analysed again at once.

That is which of its lines are page furniture, and its day of publication, from which "last year" is told.

Nothing is read anew and nothing else in the library changes. An article is made again from what is stored of it: the
hash of what was read tells which of the stored title, date and language came with it and which were found in its text.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from core import figures_by_hand, pipeline, rules
from core.extract.boilerplate import BY_HAND, folded, lines
from core.library import Library, store
from core.library.edits import ANALYSED, FIGURE_KINDS, FURNITURE, TEXT, ArticleKind, Change
from core.library.rows import analysed_key, content_key, read_part
from core.library.snapshot import Snapshot
from core.library.store import Holding
from core.model import Article

__all__ = ["BY_HAND", "MOST", "analyse_again", "correct", "folded", "judge", "lines", "undo"]

MOST = 2_000  # articles of a library that is linked while the analyst waits


def judge(library: Library, key: str, line: str, furniture: bool | None) -> int:
    """Say of a line of an article that it is furniture, or is not; None leaves it to the rules again.

    The article is analysed again; returns the number of edits.

    Raises:
        ValueError: The line is empty or too long; in words for people.
    """
    after = None if furniture is None else FURNITURE if furniture else TEXT
    sources = [holder.source for holder in _holders(library.snapshot, keys=[key])]
    made = store.edit(library, [Change("furniture", source, after, line) for source in sources])
    if made:
        analyse_again(library, sources)
    return made


def correct(library: Library, wanted: Mapping[ArticleKind, Mapping[str, str | None]], most: int = MOST) -> int:
    """Correct articles as `store.correct` does, all kinds at once; return the number of edits.

    Those that got another day are analysed again and the library is linked; in a library of more than `most` articles,
    whose linking takes long, the next `refresh` does both.

    Raises:
        ValueError: A value can't be one of its kind, as a day in the future is none of publication; in words for
            people. Nothing is saved then.
    """
    there = len(library.snapshot.edits)
    changes = [one for kind, values in wanted.items() for one in store.corrections(library, kind, values)]
    made = store.edit(library, changes)
    redated = any(edit.what == "published" for edit in library.snapshot.edits[there:])
    if redated and _waits(library, most):
        sources = [holder.source for holder in _holders(library.snapshot, keys=[*wanted["published"]])]
        analyse_again(library, sources)
    return made


def _waits(library: Library, most: int) -> bool:
    """Tell whether a library is small enough for the analyst to wait until it is linked."""
    held = library.snapshot.query("SELECT count(*) FROM articles").fetchone()
    return held is not None and held[0] <= most


def undo(library: Library, ids: Iterable[str], most: int = MOST) -> int:
    """Take edits back, by the ids of their history, and analyse again what they were about; return how many.

    Days of publication wait in a library of more than `most` articles, as in `correct`.
    """
    wanted = set(ids)
    edits = [edit for edit in library.snapshot.edits if edit.id in wanted]
    of_figures = {edit.id for edit in edits if edit.what in FIGURE_KINDS}
    undone = figures_by_hand.undo(library, of_figures) + store.undo(library, wanted - of_figures)
    kinds = ANALYSED if _waits(library, most) else ("furniture",)
    sources = {edit.key for edit in edits if edit.what in kinds}
    if undone and sources:
        analyse_again(library, sorted(sources))
    return undone


def analyse_again(library: Library, sources: Sequence[str]) -> None:
    """Analyse the articles of sources with what is judged by hand now, and link the library."""
    snapshot = library.snapshot
    judged = snapshot.judgements()
    keys = [row.key for row in _holders(snapshot, sources=sources)]
    held: dict[str, list[_Holder]] = {}
    for holder in _holders(snapshot, keys=keys):
        held.setdefault(holder.key, []).append(holder)
    articles: dict[str, list[tuple[Article, Holding]]] = {}
    repeats: dict[str, list[Holding]] = {}
    for key, holders in held.items():
        article = pipeline.as_judged(_as_read(snapshot, key, holders[0].content), judged)
        content = analysed_key(article, rules.analysis_version())
        first, *others = (Holding(item.source, key, content, *item.given) for item in holders)
        articles.setdefault(holders[0].batch, []).append((article, first))
        repeats.setdefault(holders[0].batch, []).extend(others)
    for batch, its_articles in articles.items():
        pipeline.perform(pipeline.Job(library.path, batch, tuple(its_articles), tuple(repeats[batch])))
    pipeline.link(library)


class _Holder(NamedTuple):
    """A source, the article it holds, and how it came in."""

    source: str
    key: str
    content: str
    batch: str
    given: Sequence[Any]  # what was added, the topic and the outlet that were given for it


def _holders(snapshot: Snapshot, *, keys: Sequence[str] = (), sources: Sequence[str] = ()) -> list[_Holder]:
    rows = snapshot.query(
        "SELECT source, key, content, batch, root, given_topic, given_outlet FROM current "
        "WHERE list_contains(?::VARCHAR[], key) OR list_contains(?::VARCHAR[], source) ORDER BY source",
        [list(keys), list(sources)],
    )
    return [_Holder(source, key, content, batch, given) for source, key, content, batch, *given in rows.fetchall()]


def _as_read(snapshot: Snapshot, key: str, content: str) -> Article:
    """Return an article as it was read: of what could have come with it, that whose hash is the stored one."""
    possible = list(_possible(snapshot, key))
    read = read_part(content)
    return next((article for article in possible if content_key(article) == read), possible[0])


def _possible(snapshot: Snapshot, key: str) -> Iterator[Article]:
    """Yield what can have been read, the likeliest first; an outlet that was found in the text has its place there."""
    row = snapshot.query(
        "SELECT text, source, url, topic, updated, CASE WHEN outlet_start IS NULL THEN outlet END, "
        "title, published, published_from, language FROM articles WHERE key = ?",
        [key],
    ).fetchone()
    if row is None:
        raise KeyError(key)
    text, source, url, topic, updated, outlet, title, published, origin, language = row
    came_with_it = published and origin in ("given", "metadata")
    dates = (
        [(published, origin), (published, "unknown"), (None, "unknown")] if came_with_it else [(None, "unknown")]
    )
    for (day, known_from), name, written_in in itertools.product(dates, (title, None), (language, None)):
        yield Article(text, source, name, outlet, day, known_from, url, topic, written_in, updated)
