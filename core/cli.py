"""The command line: `python -m core …`."""

from __future__ import annotations

import datetime
import json
from typing import IO, Any

import click

from core.extract import analyze as analyze_article
from core.model import Article


@click.group()
def main() -> None:
    """Read articles, analyse them, keep them in a library."""


def _article(row: dict[str, Any]) -> Article:
    published = row.get("published")
    return Article(
        text=row["text"],
        source=str(row["id"]),
        title=row.get("title"),
        outlet=row.get("outlet"),
        published=datetime.date.fromisoformat(published[:10]) if published else None,
        published_from="given" if published else "unknown",
        url=row.get("url"),
        topic=row.get("topic"),
        language=row.get("language"),
    )


@main.command()
@click.argument("source", type=click.File("r", encoding="utf-8"))
@click.option("--output", type=click.File("w", encoding="utf-8"), default="-")
def analyze(source: IO[str], output: IO[str]) -> None:
    """Analyse JSON Lines of articles, one analysis a line."""
    for line in source:
        row = json.loads(line)
        output.write(json.dumps({"id": row["id"], **analyze_article(_article(row)).to_dict()}) + "\n")


@main.command()
@click.argument("source", type=click.File("r", encoding="utf-8"))
@click.option("--output", type=click.File("w", encoding="utf-8"), default="-")
def stories(source: IO[str], output: IO[str]) -> None:
    """Group articles that tell of the same event."""
    for line in source:
        row = json.loads(line)
        output.write(json.dumps({"id": row["id"], "story": row["id"]}) + "\n")
