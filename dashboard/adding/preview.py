"""What a file or folder would bring in: its first articles as they would be stored, and what would be turned away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from core import read
from core.extract import analyze
from core.model import Analysis, Article, Rejection
from core.read import clean_line, files_in, parse_date, shown_path
from dashboard.showing.in_words import clip, visible

MOST = 200  # articles looked at; of a large input these are its first
_MOST_REFUSED = 500
_ARTICLE_BYTES = 4_000  # of one article in an export, where none was seen
_ALONE = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")  # files of one article each

# What an analyst said of an article before it was added: {field: value}, "" where there is none, by its source.
Field = Literal["title", "outlet", "published", "topic"]
Corrections = Mapping[str, Mapping[Field, str]]
# What of an article can be corrected, by its column in the table.
EDITABLE: dict[str, Field] = {"Title": "title", "Outlet": "outlet", "Date": "published", "Topic": "topic"}


@dataclass(frozen=True, slots=True)
class Preview:
    """The first articles of a source, as read and as analysed; `more` says how many follow, about or exactly."""

    root: Path
    articles: tuple[Article, ...]
    analyses: tuple[Analysis, ...]
    rejections: tuple[Rejection, ...]
    more: int = 0
    exact: bool = True

    @property
    def total(self) -> int:
        """The number of articles there are, about."""
        return len(self.articles) + self.more


def look(root: Path, most: int = MOST) -> Preview:
    """Read the first articles of a file or folder and analyse them; nothing is stored."""
    articles: list[Article] = []
    analyses: list[Analysis] = []
    rejections: list[Rejection] = []
    items = read.read_articles(root)
    for item in items:
        if isinstance(item, Rejection):
            rejections.append(item)
            if len(rejections) >= _MOST_REFUSED:
                break
            continue
        try:
            analyses.append(analyze(item))
            articles.append(item)
        except Exception as error:  # noqa: BLE001 - whatever one article does to a rule, the others are shown
            rejections.append(
                Rejection(item.source, f"It can't be analysed ({type(error).__name__}); please report this.")
            )
        if len(articles) >= most:
            break
    whole = len(articles) < most and len(rejections) < _MOST_REFUSED
    more, exact = (0, True) if whole else _rest(root, articles, len(rejections))
    return Preview(root, tuple(articles), tuple(analyses), tuple(rejections), more, exact)


def _rest(root: Path, articles: list[Article], refused: int) -> tuple[int, bool]:
    """Return how many articles follow those seen, without reading them, and whether that is exact."""
    sizes = [len(item.text.encode("utf-8", "replace")) + 200 for item in articles if "#" in item.source]
    mean = sum(sizes) / len(sizes) if sizes else _ARTICLE_BYTES
    exact, total = True, 0
    for file in files_in(root) if root.is_dir() else (root,):
        suffix = file.suffix.lower()
        if suffix in _ALONE:
            total += 1
        elif suffix in read.READERS:
            total += max(1, round(file.stat().st_size / mean))
            exact = False
    return max(0, total - len(articles) - (refused if exact else 0)), exact


def corrected(article: Article, said: Mapping[Field, str]) -> Article:
    """Return an article with what an analyst said of it."""
    return replace(article, **fields(said)) if said else article


def fields(said: Mapping[Field, str]) -> dict[str, Any]:
    """Return what an analyst said as fields of `Article`."""
    known: dict[str, Any] = {field: value or None for field, value in said.items()}
    if "published" in said:
        day = parse_date(said["published"])
        known |= {"published": day, "published_from": "given" if day else "unknown"}
    return known


def table(preview: Preview, standing: Iterable[str], topic: str = "", outlet: str = "") -> pd.DataFrame:
    """Return the articles as rows to look at and correct; `topic` and `outlet` are those given to all."""
    rows = []
    for article, found, status in zip(preview.articles, preview.analyses, standing, strict=True):
        day = found.publication.date
        rows.append(
            {
                "Title": _shown(found.title),
                "Outlet": _shown(outlet or found.outlet),
                "Date": day.isoformat() if day else None,
                "Topic": _shown(topic or article.topic),
                "In the library": status,
                "How it is known": _known(article, found, topic, outlet),
                "Words": found.counts.words,
                "Language": found.language,
                "File": visible(name(article.source, preview.root)),
            }
        )
    return pd.DataFrame(rows).astype(dict.fromkeys((*EDITABLE, "Language"), object))


def _shown(value: str | None) -> str | None:
    return visible(value) if value else None


def name(source: str, root: Path) -> str:
    """Return a source as people know it: below the folder it was found in."""
    inside = source.removeprefix(shown_path(root).rstrip("/") + "/")
    return inside if inside != source else Path(source).name


def _known(article: Article, found: Analysis, topic: str, outlet: str) -> str:
    title = "the file" if article.title else "the text" if found.title else None
    by = "you" if outlet else "the file" if article.outlet else "the text" if found.outlet else None
    about = "you" if topic else "the file" if article.topic else None
    parts = {"title": title, "outlet": by, "date": _DATE_FROM[found.publication.origin], "topic": about}
    said = {where: [what for what in parts if parts[what] == where] for where in parts.values()}
    lacking = said.pop(None, [])
    told = [f"{', '.join(what)} from {where}" for where, what in said.items()]
    return "; ".join([*told, *([f"{', '.join(lacking)} unknown"] if lacking else [])])


_DATE_FROM = {
    "given": "the file",
    "metadata": "the page’s metadata",
    "text": "the text",
    "inferred": "the text (inferred)",
    "unknown": None,
}


def corrections(
    preview: Preview, shown: pd.DataFrame, edited: pd.DataFrame
) -> tuple[dict[str, dict[Field, str]], list[str]]:
    """Return what was changed in the table, and a sentence on each date that is none."""
    wanted: dict[str, dict[Field, str]] = {}
    problems = []
    for number, article in enumerate(preview.articles):
        for column, field in EDITABLE.items():
            value = edited[column].iloc[number]
            value = clean_line(value[:1_000]) if isinstance(value, str) else ""
            if value == (shown[column].iloc[number] or ""):
                continue
            if field == "published" and value:
                day = parse_date(value)
                if day is None:
                    problems.append(
                        f"“{clip(visible(value), 40)}” (row {number + 1}, {clip(_title(shown, number), 60)}) "
                        "is no date that can mean one day only: write it as 2024-12-19."
                    )
                    continue
                value = day.isoformat()
            wanted.setdefault(article.source, {})[field] = value
    return wanted, problems


def _title(shown: pd.DataFrame, number: int) -> str:
    return str(shown["Title"].iloc[number] or shown["File"].iloc[number])


def with_edits(shown: pd.DataFrame, edits: Mapping[int, Mapping[str, Any]]) -> pd.DataFrame:
    """Return the rows with cells replaced: {row: {column: value}}, as the table's editor keeps them."""
    edited = shown.copy()
    for number, values in edits.items():
        for column, value in values.items():
            if 0 <= number < len(edited) and column in EDITABLE:
                edited.loc[number, column] = value
    return edited
