"""Open the dashboard on a folder of articles: `python -m dashboard run [ARTICLES]`.

Installed, the same and all that `python -m core` does goes by `news-coverage`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import click

from dashboard.session.places import HOME, SAMPLE, SAMPLE_LIBRARY, SHELF


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Open the dashboard."""


@main.command()
@click.argument("articles", type=click.Path(path_type=Path), default=SAMPLE)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="The port on 127.0.0.1."
)
def run(articles: Path, port: int) -> None:
    """Analyse what is new in the folder ARTICLES (the sample corpus when left out), and open the dashboard on it."""
    library = library_of(articles)
    added = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "core", "add", str(articles.absolute()), "--library", str(library)],
        cwd=HOME,
        check=False,
    )
    if added.returncode > 1 and not library.is_dir():
        raise SystemExit(added.returncode)
    command = [
        sys.executable,
        "-m",
        "dashboard.serve",
        "run",
        str(Path(__file__).with_name("app.py")),
        "--server.port",
        str(port),
    ]
    environment = os.environ | {"COVERAGE_LIBRARY": str(library)}
    try:
        raise SystemExit(subprocess.run(command, cwd=HOME, env=environment, check=False).returncode)  # noqa: S603
    except KeyboardInterrupt:
        raise SystemExit(0) from None


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--library",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=SAMPLE_LIBRARY,
    help="The library's folder; that of the sample corpus when left out.",
)
@click.option("--topic", "topics", multiple=True, help="Only articles on this topic; may be repeated.")
@click.option("--outlet", "outlets", multiple=True, help="Only articles of this outlet; may be repeated.")
@click.option("--story", "stories", multiple=True, help="Only articles of the story of this key; may be repeated.")
@click.option("--actor", "actors", multiple=True, help="Only articles that name this actor; may be repeated.")
@click.option(
    "--speaker", "speakers", multiple=True, help="Only articles that quote this speaker; may be repeated."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="Only articles in this language, such as en.",
)
@click.option("--label", "labels", multiple=True, help="Only articles you gave this label; may be repeated.")
@click.option("--search", multiple=True, help="Only articles of this saved search; may be repeated.")
@click.option(
    "--from", "begin", type=click.DateTime(["%Y-%m-%d"]), help="The first day of publication, or spoken of."
)
@click.option("--to", "end", type=click.DateTime(["%Y-%m-%d"]), help="The last day of publication, or spoken of.")
@click.option("--spoken", is_flag=True, help="The days are those the articles speak of, not those of publication.")
@click.option("--undated/--no-undated", default=True, show_default=True, help="Keep articles without a date.")
@click.option("--copies/--no-copies", default=True, show_default=True, help="Keep copies of earlier articles.")
@click.option("--words", default="", help="Words that all stand in the text; a phrase in double quotation marks.")
@click.option("--thoughts", "every", is_flag=True, help="Count also what people think, want or plan.")
@click.option("--by", type=click.Choice(["articles", "outlets"]), default="articles", help="What the columns are.")
def report(
    file: Path,
    library: Path,
    by: Literal["articles", "outlets"],
    search: tuple[str, ...],
    every: bool,
    **chosen: Any,
) -> None:
    """Write a comparison of the first eight articles or outlets as one HTML file, FILE, that needs no network."""
    from streamlit import logger  # noqa: PLC0415  (`run` starts at once without these)

    from core.library import Filters, Library  # noqa: PLC0415

    logger.set_log_level("ERROR")  # it would warn that there is no server
    from dashboard.comparing import report as reports  # noqa: PLC0415
    from dashboard.filtering import searches  # noqa: PLC0415
    from dashboard.showing import address  # noqa: PLC0415

    for name in ("begin", "end"):
        chosen[name] = chosen[name] and chosen[name].date()
    held = Library(library)
    kept = searches.saved(held)
    if missing := [name for name in search if name not in kept]:
        there = ", ".join(f"“{name}”" for name in kept) or "none"
        raise click.ClickException(f"There is no saved search “{missing[0]}” in this library; it has {there}.")
    chosen["searches"] = address.filters({"search": search}, kept).searches
    try:
        file.write_text(reports.of_library(held, Filters(**chosen), by, every=every), encoding="utf-8")
    except ValueError as error:
        raise click.ClickException(f"Nothing was written: {error}.") from None
    click.echo(f"{file} written.")


def library_of(articles: Path) -> Path:
    """Return the folder of the library that belongs to a folder of articles.

    The sample corpus has "sample"; others are named after their folder, with a hash of the whole path, so that two
    folders of one name are never mixed.
    """
    whole = articles.resolve()
    if whole == SAMPLE.resolve():
        return SAMPLE_LIBRARY
    return SHELF / f"{whole.name}-{hashlib.blake2b(str(whole).encode(), digest_size=3).hexdigest()}"


def installed() -> None:
    """Run the one command of the installed package: this command line and core's together."""
    from core.commands.command_line import main as everything  # noqa: PLC0415 - `python -m dashboard` has no need of it

    for command in (run, report):
        everything.add_command(command)
    everything(prog_name="news-coverage")


if __name__ == "__main__":
    main(prog_name="python -m dashboard")
