"""Open the dashboard on a folder of articles: `python -m dashboard run [ARTICLES]`."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "seeds"


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
        cwd=ROOT,
        check=False,
    )
    if added.returncode > 1 and not library.is_dir():
        raise SystemExit(added.returncode)
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(ROOT / "dashboard" / "app.py"),
        "--server.port",
        str(port),
    ]
    environment = os.environ | {"COVERAGE_LIBRARY": str(library)}
    try:
        raise SystemExit(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode)  # noqa: S603
    except KeyboardInterrupt:
        raise SystemExit(0) from None


def library_of(articles: Path) -> Path:
    """Return the folder of the library that belongs to a folder of articles.

    The sample corpus has "sample"; others are named after their folder, with a hash of the whole path, so that two
    folders of one name are never mixed.
    """
    whole = articles.resolve()
    if whole == SAMPLE.resolve():
        return ROOT / "library" / "sample"
    return ROOT / "library" / f"{whole.name}-{hashlib.blake2b(str(whole).encode(), digest_size=3).hexdigest()}"


if __name__ == "__main__":
    main(prog_name="python -m dashboard")
