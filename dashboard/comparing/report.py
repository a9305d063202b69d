"""A comparison → one self-contained HTML file that opens with no network and prints well.

Every text of an article or its metadata goes through `elements` or a chart's `look.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from core.compare.distinctive import Distinctive
from core.library import Filters, Library
from core.library.questions import queries, summaries
from core.model import Span
from dashboard.comparing import comparison, outline
from dashboard.comparing.compared import MOST, By, Compared, compare, offered
from dashboard.comparing.measures_explained import MEASURES
from dashboard.filtering.sentence import sentence
from dashboard.showing import elements, tellers
from dashboard.showing.each_row import each
from dashboard.showing.elements import Markup, element
from dashboard.showing.evidence import source
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import day, plural, present, today

Parts = list[Markup]

ROWS = 40  # of a table; what more columns share comes first
COUNTED = {
    False: "Counted is what is said, not what people think, want or plan.",
    True: "Counted is what is said, and also what people think, want or plan.",
}
SENTENCES = 2  # of a figure in a column
WIDTH = 1000  # pixels, which fit an A4 sheet on its side
# The button of plotly that would send a chart to a server is left out.
_CONFIG = {"displaylogo": False, "displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": ""}

_STYLE = Path(__file__).with_name("report.css")


def write(compared: Compared, filters: str, library: str, version: str) -> str:
    """Return the report as HTML; `filters` is the sentence on what was chosen, `version` that of the library."""
    title = f"{plural(len(compared.columns), compared.by.removesuffix('s'))} compared"
    body = (
        element("h1", title),
        element("p", f"{filters}."),
        *_columns(compared),
        *_sections(compared),
        *_about(compared, filters, library, version),
    )
    return elements.page(title, _STYLE.read_text(encoding="utf-8"), get_plotlyjs(), body)


def of_library(library: Library, chosen: Filters, by: By, *, every: bool = False) -> str:
    """Return a report on the first articles, or outlets, that the filters leave, eight at most.

    Where `every`, what people think, want or plan counts as what they say does.

    Raises:
        ValueError: The filters leave less than two to compare; in words for people.
    """
    articles = library.ask(queries.articles, chosen)
    columns = offered(articles, by)[:MOST]
    if len(columns) < 2:
        raise ValueError(
            f"the filters leave {plural(len(columns), by.removesuffix('s'))}; two are needed to compare"
        )
    who = tellers.ranked(library.ask(summaries.outlets), articles)
    these = compare(articles, by, columns, who, library.ask, every=every)
    return write(these, sentence(articles, chosen), library.name, library.version)


def _columns(compared: Compared) -> tuple[Markup, Markup]:
    names = element("ol", *(element("li", name) for name in compared.columns))
    return names, _note(f"{plural(len(compared.articles), 'article')} compared.")


def _sections(compared: Compared) -> Iterator[Markup]:
    """Yield the sections of the outline; what can only be walked through on the page is left out."""
    for section in outline.SECTIONS:
        shown = section.shown(compared) if section.title in _WRITTEN else None
        if shown is not None:
            yield _section(section.title, *_WRITTEN[section.title](compared, shown))
        elif section.title in _WRITTEN and section.nothing:
            yield _section(section.title, _note(section.nothing))


def _section(title: str, *content: Markup) -> Markup:
    return element("section", element("h2", title), *(content or (_note("Nothing of that kind."),)))


def _note(text: str) -> Markup:
    return element("p", text, class_="note")


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """Return a table; numbers stand right-aligned."""
    top = element("tr", *(element("th", name) for name in head))
    body = (element("tr", *map(_cell, row)) for row in rows)
    return element("table", element("thead", top), element("tbody", *body))


def _cell(value: object) -> Markup:
    if isinstance(value, int | float):
        return element("td", f"{value:,}", class_="number") if present(value) else element("td")
    return element("td", value)


def _heads(_: Compared, articles: pd.DataFrame) -> Parts:
    head = ["Column", "Title", "Published", "Words", "Grade", "First sentence"]
    cells = [
        (row.column, row.title_shown, day(row.published), row.words, _grade(row), row.first_sentence or "")
        for row in each(articles.head(ROWS))
    ]
    return [_table(head, cells), *_rest(len(articles), "article")]


def _grade(row: Any) -> float | str:
    grade = row.flesch_kincaid_grade
    return round(float(grade), 1) if present(grade) else "too short"


def _rest(number: int, noun: str) -> Parts:
    return [_note(f"{plural(number - ROWS, f'more {noun}')} not listed.")] if number > ROWS else []


def _copies(_: Compared, found: pd.DataFrame) -> Parts:
    told = [element("p", comparison.copied(row)) for row in each(found.head(10))]
    return [*told, _note("Copies are no independent coverage.")]


def _reported(compared: Compared, found: Grid) -> Parts:
    absent = _note(f"“{comparison.ABSENT}”: not found in this text.")
    sentences = _figures(found) or [_note("Nothing of that kind.")]
    return [*_grid(compared, found), absent, element("h3", "Figures in their sentences"), *sentences]


def _grid(compared: Compared, grid: Grid) -> Parts:
    columns = compared.columns
    extra = [name for name in ("found in", "conflict") if name in grid.cells]
    if "conflict" in extra and not (grid.cells["conflict"] != "").any():
        extra.remove("conflict")
    shown = (
        grid.cells.sort_values("conflict", ascending=False, kind="stable") if "conflict" in extra else grid.cells
    )
    names = {"found in": "In", "conflict": "Can't both be right"}
    head = ["Kind", "What", *(names[name] for name in extra), *columns]
    fields = ["kind", "what", *extra, *range(len(columns))]
    rows = shown[fields].head(ROWS).itertuples(index=False, name=None)
    return [_table(head, rows), *_rest(len(shown), "row")]


def _figures(matrix: Grid) -> Parts:
    """Return the sentences of the figures that several columns report, those in conflict first."""
    figures = matrix.cells[(matrix.cells["kind"] == "figure") & (matrix.cells["found in"] > 1)]
    figures = figures.assign(order=figures["conflict"] == "").sort_values("order", kind="stable").head(12)
    parts: Parts = []
    for row in each(figures):
        rows = matrix.evidence[(matrix.evidence["kind"] == "figure") & (matrix.evidence["what"] == row.what)]
        parts.append(element("h4", row.what))
        if row.conflict:
            parts.append(element("p", f"Can't both be right: {row.conflict}"))
        parts += [
            _quoted(one)
            for _, of_column in rows.groupby("column", sort=False)
            for one in each(of_column.head(SENTENCES))
        ]
    return parts


def _voices(compared: Compared, found: outline.Chart) -> Parts:
    counted = _note(COUNTED[compared.every])
    return [
        counted,
        *_bars(compared, found),
        *_quotations(found.rows[found.rows["speaker"].notna()], compared.columns),
    ]


def _bars(_: Compared, found: outline.Chart) -> Parts:
    return [_chart(found.figure, found.by)]


def _quotations(said: pd.DataFrame, columns: Sequence[str]) -> Parts:
    """Return the longest quotation of each column."""
    longest = said.sort_values("words", ascending=False).groupby("column", sort=False).head(1).set_index("column")
    rows = longest.loc[[name for name in columns if name in longest.index]].reset_index()
    quoted = [part for row in each(rows) for part in (element("p", row.speaker), _quoted(row))]
    return [element("h3", "The longest in each"), *quoted] if quoted else []


def _quoted(row: Any) -> Markup:
    place = Span(int(row.start), int(row.end))
    sentence = elements.highlighted(str(row.sentence), [place], int(row.sentence_start))
    told = element("span", elements.shown(source(row)), class_="note")
    return element("blockquote", sentence, elements.void("br"), told)


def _words(compared: Compared, found: dict[str, Distinctive]) -> Parts:
    cells = []
    for number, (column, its) in enumerate(found.items()):
        figure = outline.words_chart(compared, column) if its.top is not None and len(its.top) else None
        drawn = _chart(figure, f"words-{number}", WIDTH // 2) if figure else element("h3", column)
        cells.append(element("div", drawn, *([_note(its.warning)] if its.warning else [])))
    return [element("div", *cells, class_="words")]


_WRITTEN: dict[str, Callable[[Compared, Any], Parts]] = {
    outline.HEADS: _heads,
    outline.COPIES: _copies,
    outline.REPORTED: _reported,
    outline.VOICES: _voices,
    outline.FRAMES: _bars,
    outline.WORDS: _words,
    outline.NAMING: _grid,
    outline.SPELLINGS: _grid,
    outline.WORDING: _grid,
    outline.TIMES: _bars,
}


def _chart(figure: go.Figure, name: str, width: int = WIDTH) -> Markup:
    figure = go.Figure(figure)  # the page may show the same one
    figure.update_layout(
        template="plotly_white", width=width, font={"family": "system-ui, sans-serif", "size": 13}
    )
    drawn = figure.to_html(full_html=False, include_plotlyjs=False, config=_CONFIG, div_id=f"chart-{name}")
    return element("div", elements.drawn(drawn), class_="chart")


def _about(compared: Compared, filters: str, library: str, version: str) -> Parts:
    measures = [
        (f"{section}: {one.name}", one.meaning, one.source, one.limits)
        for section, ones in MEASURES.items()
        for one in ones
    ]
    made = day(today())
    cite = f"Coverage (library “{library}”, state {version[:12]}): {filters}. Report made {made}."
    return [
        _section("What the measures mean", _table(["Measure", "Meaning", "Source", "Limits"], measures)),
        _section("Articles", _table(["Title", "Outlet", "Published", "Source"], _sources(compared.articles))),
        _section("How to cite", element("p", cite)),
    ]


def _sources(articles: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for row in each(articles):
        where = row.url if present(row.url) else str(row.source).rsplit("/", 1)[-1]
        yield row.title_shown, row.outlet if present(row.outlet) else "unknown", day(row.published), where
