"""The only orchestrator: read → extract → write → link, with progress, on one core or all."""

from __future__ import annotations

import datetime
import os
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path

import core.link
from core import exchange, read, rules, workers
from core.extract import analyze
from core.library import Library, store
from core.library.edits import Judgement
from core.library.ledger import Root
from core.library.rows import analysed_key, article_key, read_part
from core.library.store import Holding, Version
from core.model import Analysis, Article, Rejection

PART_SIZE = 250  # articles committed together: what a kill can cost

Progress = Callable[[int], None]
Stop = Callable[[], bool]  # asked between articles whether to read no further


@dataclass(slots=True)
class Report:
    """What reading sources into a library did: numbers of articles, and what was turned away or is gone."""

    batch: str
    added: int = 0
    replaced: int = 0  # articles that took the place of what their source held before
    unchanged: int = 0
    repeated: int = 0  # the same text from the same outlet was there from another source
    rejections: list[Rejection] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)  # sources that a refresh didn't find any more
    new: list[str] = field(default_factory=list)  # sources of the added
    changed: list[str] = field(default_factory=list)  # sources of the replaced
    stopped: bool = False  # on request, before everything was read


@dataclass(frozen=True, slots=True)
class Job:
    """Articles to analyse, or analysed elsewhere, to commit as one part, each with what its source then holds.

    `repeats` are sources that hold an article that is there already; `rejections` are kept with the part. `versions`
    is what sources held before.
    """

    path: Path
    batch: str
    articles: tuple[tuple[Article | Analysis, Holding], ...]
    repeats: tuple[Holding, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: the sources whose articles were committed, and the articles that failed."""

    sources: tuple[str, ...]
    rejections: tuple[Rejection, ...]


def add(  # noqa: PLR0913 - each has a default but the first two
    sources: str | Path | Iterable[str | Path],
    library: Library,
    *,
    topic: str | None = None,
    outlet: str | None = None,
    jobs: int | None = None,
    progress: Progress = lambda _: None,
    stop: Stop = lambda: False,
    part_size: int = PART_SIZE,
) -> Report:
    """Read files or folders, analyse what is new or changed, commit it part by part, and link the library.

    `topic` and `outlet` stand for all articles. `jobs` is the number of processes; None takes all cores where
    there is more than one part to write. `progress` is called with the number of articles just done. As soon as `stop`
    says so, nothing more is read; what was committed stays, and a later call goes on from there.
    """
    intake = _Intake(library, progress, part_size, stop)
    named = [sources] if isinstance(sources, str | Path) else sources
    wanted = [Root(os.path.abspath(source), topic, outlet) for source in named]
    _carry_out(intake, wanted, jobs)
    link(library)
    return intake.report


def refresh(
    library: Library,
    *,
    jobs: int | None = None,
    progress: Progress = lambda _: None,
    stop: Stop = lambda: False,
    part_size: int = PART_SIZE,
) -> Report:
    """Read again everything that was ever added; new and changed articles come in, vanished ones are reported.

    Articles that were removed stay out while their source is unchanged. So are read the sources of parts that are gone
    or damaged. The rest is as in `add`; a refresh that was stopped doesn't know what has vanished.
    """
    lost = library.lost
    rows = library.snapshot.query(
        "SELECT DISTINCT root, given_topic, given_outlet FROM current WHERE root <> '' ORDER BY ALL"
    )
    roots = [Root(*row) for row in rows.fetchall()]
    settled = {"", *(root.path for root in roots)}
    roots += {root.path: root for item in lost for root in item.roots if root.path not in settled}.values()
    store.remove_again(library, lost)
    intake = _Intake(library, progress, part_size, stop, keep_removed=True)
    _carry_out(intake, roots, jobs)
    if not intake.report.stopped:
        store.settle(library, lost)
        # What was analysed elsewhere has no source to read again.
        kept = library.snapshot.query("SELECT source FROM current WHERE root = ''").fetchall()
        seen = {source for (source,) in kept} | intake.seen | {item.source for item in intake.report.rejections}
        intake.report.vanished = sorted(
            source for source, (key, _) in intake.known.items() if key and source not in seen
        )
    link(library)
    return intake.report


def keep(
    sources: str | Path | Iterable[str | Path],
    library: Library,
    *,
    progress: Progress = lambda _: None,
    part_size: int = PART_SIZE,
) -> Report:
    """Take in analyses that were made elsewhere: files of lines that `exchange.to_json` wrote; and link the library.

    A line that holds none is turned away. Analyses made by other rules come in as they are; an `add` that finds their
    sources makes them anew. Without a source to read again they last.
    """
    intake = _Intake(library, progress, part_size, lambda: False)
    files = [sources] if isinstance(sources, str | Path) else sources
    for job in intake.jobs(intake.lines(files)):
        intake.take(perform(job))
    link(library)
    return intake.report


def remove(
    library: Library, *, keys: Sequence[str] = (), batch: str | None = None, source: str | None = None
) -> int:
    """Remove articles by key, by the batch they came with, or by file or folder, and link the rest; return how many."""
    gone = store.remove(library, keys=keys, batch=batch, source=source)
    link(library)
    return gone


def link(library: Library) -> None:
    """Rebuild what holds across articles where it is missing or stale."""
    for _ in range(3):  # another process may add while links are made; the last to finish finds all of it
        if not library.stale and library.linked_by == rules.link_version():
            return
        made_from = library.content_version
        store.replace_links(library, library.read(core.link.link), made_from, rules.link_version())


def link_again(library: Library, keys: Collection[str], made_from: str) -> None:
    """Link the figures of some articles and of all they are compared with anew, where the library is linked.

    `made_from` is the state of the library that the links of all other articles come from.
    """
    if library.linked_by is not None:
        tables = library.read(lambda snapshot: core.link.again(snapshot, keys))
        store.replace_links(library, tables, made_from, library.linked_by)


def as_judged(article: Article, judged: Mapping[str, Judgement]) -> Article:
    """Return an article with what an analyst said of it, by its source or by another that holds the same."""
    by_source, by_key = judged.get(article.source), judged.get(article_key(article))
    said = by_key.over(by_source) if by_key else by_source
    if said is None:
        return article
    return replace(article, furniture=tuple(sorted(said.lines.items())), redated=said.published)


def perform(job: Job) -> Outcome:
    """Analyse and commit a job's articles, in any process; one that fails is turned away and the rest goes on."""
    analyses: list[Analysis] = []
    holdings: list[Holding] = []
    failures: list[Rejection] = []
    for item, holding in job.articles:
        try:
            analyses.append(item if isinstance(item, Analysis) else analyze(item))
            holdings.append(holding)
        except Exception as error:  # noqa: BLE001 - whatever one article does to a rule, the others go on
            problem = f"It could not be analysed ({type(error).__name__}: {error}); please report this."
            failures.append(Rejection(holding.source, problem))
    taken = [*holdings, *job.repeats]
    sources = {item.source for item in taken}
    versions = [version for version in job.versions if version.source in sources]
    store.add(job.path, job.batch, analyses, taken, [*job.rejections, *failures], versions)
    return Outcome(tuple(item.source for item in holdings), tuple(failures))


class _Intake:
    """Compares what is read with what the library holds and makes jobs of the difference."""

    def __init__(
        self, library: Library, progress: Progress, part_size: int, stop: Stop, *, keep_removed: bool = False
    ) -> None:
        snapshot = library.snapshot
        moment = datetime.datetime.now(datetime.UTC)
        self.report = Report(f"{moment:%Y-%m-%d %H:%M:%S} {secrets.token_hex(2)}")
        self.known = snapshot.known()
        self.seen: set[str] = set()
        self.progress = progress
        self._library = library
        self._held = set(self.known.values())
        self._judged = snapshot.judgements()
        self._taken: set[str] = set()  # keys of this run: one part may not hold an article twice
        self._turned_away = snapshot.turned_away()
        self._rejections: list[Rejection] = []  # to be kept with the next part
        self._part_size = part_size
        self._stop = stop
        self._removed = snapshot.removed() if keep_removed else {}

    def jobs(self, found: Iterable[tuple[Article | Analysis, Holding]]) -> Iterator[Job]:
        """Yield a job for every part to write of what is found."""
        articles: list[tuple[Article | Analysis, Holding]] = []
        repeats: list[Holding] = []
        rejections = self._rejections
        texts: dict[str, str] = {}  # of sources that held another article before

        def job() -> Job:
            versions = self._versions(texts)
            batch = self.report.batch
            return Job(self._library.path, batch, tuple(articles), tuple(repeats), tuple(rejections), versions)

        for item, holding in found:
            if self._stop():
                self.report.stopped = True
                return
            wanted = (holding.key or "", holding.content or "")
            if self._is_settled(holding):
                self.report.unchanged += 1
                self.progress(1)
                continue
            if self.known.get(holding.source, ("", ""))[0] not in ("", holding.key):
                texts[holding.source] = (item.article if isinstance(item, Analysis) else item).text
            if wanted in self._held or wanted[0] in self._taken:
                repeats.append(holding)
                self.report.repeated += 1
                self.progress(1)
            else:
                self._taken.add(wanted[0])
                articles.append((item, holding))
            if len(articles) >= self._part_size:
                yield job()
                articles, repeats, texts = [], [], {}
                rejections.clear()
        if articles or repeats or rejections:
            yield job()

    def take(self, outcome: Outcome) -> None:
        """Count what came of a job."""
        for source in outcome.sources:
            held = bool(self.known.get(source, ("", ""))[0])
            (self.report.changed if held else self.report.new).append(source)
        self.report.added, self.report.replaced = len(self.report.new), len(self.report.changed)
        self.report.rejections += outcome.rejections
        self.progress(len(outcome.sources) + len(outcome.rejections))

    def roots(self, roots: Iterable[Root]) -> Iterator[tuple[Article, Holding]]:
        """Yield the articles of files and folders, and note what is turned away."""
        for root in roots:
            for item in read.read_articles(Path(root.path)):
                if isinstance(item, Rejection):
                    self._turn_away(item)
                    continue
                article = replace(item, topic=root.topic or item.topic, outlet=root.outlet or item.outlet)
                key = article_key(article)
                article = as_judged(article, self._judged)
                content = analysed_key(article, rules.analysis_version())
                self.seen.add(article.source)
                yield article, Holding(article.source, key, content, root.path, root.topic, root.outlet)

    def lines(self, files: Iterable[str | Path]) -> Iterator[tuple[Analysis, Holding]]:
        """Yield the analyses that the lines of files hold, and note those that hold none."""
        for file in files:
            with Path(file).open("rb") as opened:
                for number, line in enumerate(opened, 1):
                    try:
                        analysis, made_by = exchange.from_json(line)
                    except ValueError as error:
                        self._turn_away(Rejection(f"{file}#{number}", str(error)))
                        continue
                    article = analysis.article
                    yield analysis, Holding(article.source, article_key(article), analysed_key(article, made_by))

    def _turn_away(self, item: Rejection) -> None:
        self.report.rejections.append(item)
        if (item.source, item.reason) not in self._turned_away:
            self._rejections.append(item)

    def _versions(self, texts: Mapping[str, str]) -> tuple[Version, ...]:
        """Return what sources hold whose text is another from now on; only rules or an outlet may have changed."""
        held = self._library.read(lambda snapshot: store.held_versions(snapshot, list(texts))) if texts else []
        return tuple(version for version in held if version.text != texts[version.source])

    def _is_settled(self, holding: Holding) -> bool:
        """Tell whether nothing is to be done of a source: it holds just that, or held it when it was removed."""
        if holding.source in self._removed:
            content, key = self._removed[holding.source]
            return key == holding.key or read_part(content) == read_part(holding.content or "")
        return self.known.get(holding.source) == (holding.key, holding.content)


def _carry_out(intake: _Intake, roots: Sequence[Root], processes: int | None) -> None:
    for outcome in workers.spread(perform, intake.jobs(intake.roots(roots)), _perform_alone, processes):
        intake.take(outcome)


def _perform_alone(job: Job, perform_apart: Callable[[Job], Outcome]) -> Iterator[Outcome]:
    """Perform a job whose process died, halving it until the article that ends its process stands alone."""
    try:
        yield perform_apart(job)
    except BrokenProcessPool:
        if len(job.articles) > 1:
            middle = len(job.articles) // 2
            yield from _perform_alone(replace(job, articles=job.articles[:middle]), perform_apart)
            yield from _perform_alone(
                replace(job, articles=job.articles[middle:], repeats=(), rejections=()), perform_apart
            )
        else:
            source = job.articles[0][1].source
            problem = Rejection(source, "Its analysis ended the process it ran in; please report this.")
            outcome = perform(replace(job, articles=(), rejections=(*job.rejections, problem)))
            yield replace(outcome, rejections=(*outcome.rejections, problem))
