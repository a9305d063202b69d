"""The commands that work on a library: what `command_line` loads when one of them is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from core import export, pipeline
from core.library import Filters, Library, store
from core.pipeline import Progress, Report

_DEFAULT = Path("library")
_ALL = "all"  # tables of an export


def _in_library(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--library",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        default=_DEFAULT,
        show_default=True,
        help="The folder of the library.",
    )(command)


def _with_jobs(command: Callable[..., Any]) -> Callable[..., Any]:
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=1),
        help="Number of processes. Default: all cores for more than one part of articles, else one.",
    )
    size = click.option("--part-size", type=click.IntRange(min=1), default=pipeline.PART_SIZE, hidden=True)
    return jobs(size(command))


@click.command()
@click.argument("paths", nargs=-1, required=True)
@_in_library
@click.option("--topic", help="The topic of all these articles.")
@click.option("--outlet", help="The outlet of all these articles.")
@_with_jobs
def add(
    paths: tuple[str, ...], folder: Path, topic: str | None, outlet: str | None, jobs: int | None, part_size: int
) -> None:
    """Add files, or folders of files, to a library.

    What is there already is left as it is; an article whose source has changed takes the place of the old one.
    """
    library = Library(folder)
    with _progress("Adding") as progress:
        report = pipeline.add(
            paths, library, topic=topic, outlet=outlet, jobs=jobs, progress=progress, part_size=part_size
        )
    _tell(report, library)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@_in_library
def keep(files: tuple[Path, ...], folder: Path) -> None:
    """Take analyses into a library that were made elsewhere: FILES that `analyze --whole` wrote."""
    library = Library(folder)
    with _progress("Keeping") as progress:
        report = pipeline.keep(files, library, progress=progress)
    _tell(report, library)


@click.command()
@_in_library
@_with_jobs
def refresh(folder: Path, jobs: int | None, part_size: int) -> None:
    """Read again all that was ever added: take in what is new or changed, tell what has vanished.

    What was analysed by older rules is analysed again, and the sources of parts that are gone or damaged are read
    again.
    """
    library = _existing(folder)
    with _progress("Refreshing") as progress:
        report = pipeline.refresh(library, jobs=jobs, progress=progress, part_size=part_size)
    for source in report.vanished:
        click.echo(
            f"{source}: no longer there; its article is kept. To remove it: remove --source {source}", err=True
        )
    _tell(report, library)


@click.command("list")
@_in_library
def list_(folder: Path) -> None:
    """List a library's articles: key, date, outlet, topic, title, source; parted by tabs."""
    for row in _existing(folder).articles(Filters()).itertuples():
        values = (row.key, row.published, row.outlet, row.topic, row.title_shown, row.source)
        click.echo("\t".join(export.plain(value) for value in values))


@click.command()
@click.argument("keys", nargs=-1)
@_in_library
@click.option("--batch", help="Remove all articles that one `add` brought in, by the name it told.")
@click.option("--source", help="Remove what came from this file or folder.")
def remove(keys: tuple[str, ...], folder: Path, batch: str | None, source: str | None) -> None:
    """Remove articles by their KEYS, by batch or by source."""
    if not (keys or batch or source):
        raise click.UsageError("Say what to remove: KEYS, --batch or --source.")
    library = _existing(folder)
    gone = pipeline.remove(library, keys=keys, batch=batch, source=source)
    click.echo(f"{_count(gone, 'article')} removed.")
    if not gone:
        raise SystemExit(1)


@click.command("export")
@_in_library
@click.option(
    "--format", "form", type=click.Choice(export.FORMATS), default="csv", show_default=True, help="The form."
)
@click.option(
    "--table",
    "tables",
    type=click.Choice([*export.TABLES, export.CODEBOOK, _ALL]),
    multiple=True,
    default=("articles",),
    show_default=True,
    help="Which table to write; several, or all, make a ZIP with their codebook.",
)
@click.option("--topic", "topics", multiple=True, help="Only articles on this topic; may be given several times.")
@click.option(
    "--outlet", "outlets", multiple=True, help="Only articles of this outlet; may be given several times."
)
@click.option("--words", default="", help='Only articles with all of these words; a phrase in "…".')
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write."
)
def export_(
    folder: Path,
    form: str,
    tables: tuple[str, ...],
    topics: tuple[str, ...],
    outlets: tuple[str, ...],
    words: str,
    output: Path,
) -> None:
    """Write tables of a library to a file, with the sentence and the place of every find.

    The table codebook says what every column means.
    """
    chosen = Filters(topics=topics, outlets=outlets, words=words)
    wanted = export.TABLES if _ALL in tables else tables
    rows = export.export_tables(_existing(folder), wanted[0] if len(wanted) == 1 else wanted, form, output, chosen)
    click.echo(f"{_count(rows, 'row')} written to {output}.")


@click.command()
@_in_library
def compact(folder: Path) -> None:
    """Merge a library's small parts, drop what was removed or replaced, bring older parts into the present form."""
    library = _existing(folder)
    before, after = store.compact(library)
    pipeline.link(library)
    click.echo(f"{_count(before, 'part')} before, {_count(after, 'part')} now.")


@click.command()
@_in_library
def info(folder: Path) -> None:
    """Tell what a library holds, its batches, and whether all of it is sound."""
    library = _existing(folder)
    for label, value in library.summary().items():
        click.echo(f"{label:12} {value}")
    for batch, articles in library.batches()[["batch", "articles"]].to_numpy():
        click.echo(f"batch        {batch}: {_count(articles, 'article')}")
    for problem in library.problems:
        click.echo(problem, err=True)
    if library.problems:
        raise SystemExit(1)


def _existing(folder: Path) -> Library:
    if not folder.is_dir():
        raise click.BadParameter(
            f"{folder} is no folder; add articles first: python -m core add PATH", param_hint="--library"
        )
    return Library(folder)


def _tell(report: Report, library: Library) -> None:
    for item in report.rejections:
        click.echo(f"{item.source}: {item.reason}", err=True)
    for problem in library.problems:
        click.echo(problem, err=True)
    told = [f"{_count(report.added, 'article')} added"]
    told += [f"{report.replaced} replaced"] if report.replaced else []
    told += [f"{report.unchanged} unchanged"] if report.unchanged else []
    told += [f"{report.repeated} there already from another source"] if report.repeated else []
    told += [f"{len(report.rejections)} turned away"] if report.rejections else []
    click.echo(
        f"{', '.join(told)}. Library {library.path}" + (f", batch {report.batch}." if report.added else ".")
    )
    done = report.added + report.replaced + report.unchanged + report.repeated
    if report.rejections or library.problems:
        raise SystemExit(1 if done else 2)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextmanager
def _progress(what: str) -> Iterator[Progress]:
    """Show progress on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - needed on a terminal only
    from rich.progress import Progress as Bar  # noqa: PLC0415
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description} {task.completed:,.0f} articles"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda number: bar.advance(task, number)


COMMANDS = (add, keep, refresh, list_, remove, export_, compact, info)
