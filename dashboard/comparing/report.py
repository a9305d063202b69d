"""A comparison → one self-contained HTML file that opens with no network and prints well.

Every text of an article or its metadata goes through `evidence.safe` or a chart's `look.text`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
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
from dashboard.showing import tellers
from dashboard.showing.each_row import each
from dashboard.showing.evidence import source
from dashboard.showing.grid import Grid
from dashboard.showing.in_words import day, plural, present, today
from dashboard.showing.markup import highlighted
from dashboard.showing.markup import text as safe

ROWS = 40  # of a table; what more columns share comes first
SENTENCES = 2  # of a figure in a column
WIDTH = 1000  # pixels, which fit an A4 sheet on its side
# The button of plotly that would send a chart to a server is left out.
_CONFIG = {"displaylogo": False, "displayModeBar": False, "showSendToCloud": False, "plotlyServerURL": ""}

_STYLE = """
@page { size: A4 landscape; margin: 12mm; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; max-width: 1000px; margin: 2rem auto; }
h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .4rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; break-after: avoid; }
h4 { font-size: .92rem; margin: .9rem 0 .2rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #ccc; }
th { border-bottom-color: #555; } td.number, th.number { text-align: right; } tr { break-inside: avoid; }
td, p, blockquote { overflow-wrap: anywhere; } td:first-child { overflow-wrap: break-word; }
.words { display: grid; grid-template-columns: 1fr 1fr; }
blockquote { margin: .3rem 0 .5rem; padding-left: .8rem; border-left: 3px solid #bbb; break-inside: avoid; }
.note { color: #555; font-size: .86rem; } mark { background: #fbe3a6; }
.chart { break-inside: avoid; overflow: hidden; }
"""


def write(compared: Compared, filters: str, library: str, version: str) -> str:
    """Return the report as HTML; `filters` is the sentence on what was chosen, `version` that of the library."""
    title = f"{plural(len(compared.columns), compared.by.removesuffix('s'))} compared"
    body = "\n".join(_sections(compared))
    about = _about(compared, filters, library, version)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{safe(title)}</title><style>{_STYLE}</style>'
        f"<script>{get_plotlyjs()}</script></head><body>\n"
        f"<h1>{safe(title)}</h1><p>{safe(filters)}.</p>{_columns(compared)}\n{body}\n{about}</body></html>\n"
    )


def of_library(library: Library, chosen: Filters, by: By) -> str:
    """Return a report on the first articles, or outlets, that the filters leave, eight at most.

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
    these = compare(articles, by, columns, who, library.ask)
    return write(these, sentence(articles, chosen), library.name, library.version)


def _columns(compared: Compared) -> str:
    items = "".join(f"<li>{safe(name)}</li>" for name in compared.columns)
    return f"<ol>{items}</ol><p class='note'>{safe(plural(len(compared.articles), 'article'))} compared.</p>"


def _sections(compared: Compared) -> Iterator[str]:
    """Yield the sections of the outline; what can only be walked through on the page is left out."""
    for section in outline.SECTIONS:
        shown = section.shown(compared) if section.title in _WRITTEN else None
        if shown is not None:
            yield _section(section.title, _WRITTEN[section.title](compared, shown))
        elif section.title in _WRITTEN and section.nothing:
            yield _section(section.title, _note(section.nothing))


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content or _note('Nothing of that kind.')}</section>"


def _note(text: str) -> str:
    return f'<p class="note">{safe(text)}</p>'


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; numbers stand right-aligned."""
    top = "".join(f"<th>{safe(name)}</th>" for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{value:,}</td>' if present(value) else "<td></td>"
    return f"<td>{safe(value)}</td>"


def _heads(_: Compared, articles: pd.DataFrame) -> str:
    head = ["Column", "Title", "Published", "Words", "Grade", "First sentence"]
    cells = [
        (row.column, row.title_shown, day(row.published), row.words, _grade(row), row.first_sentence or "")
        for row in each(articles.head(ROWS))
    ]
    return _table(head, cells) + _rest(len(articles), "article")


def _grade(row: Any) -> float | str:
    grade = row.flesch_kincaid_grade
    return round(float(grade), 1) if present(grade) else "too short"


def _rest(number: int, noun: str) -> str:
    return _note(f"{plural(number - ROWS, f'more {noun}')} not listed.") if number > ROWS else ""


def _copies(_: Compared, found: pd.DataFrame) -> str:
    told = "".join(f"<p>{safe(comparison.copied(row))}</p>" for row in each(found.head(10)))
    return told + _note("Copies are no independent coverage.")


def _reported(compared: Compared, found: Grid) -> str:
    absent = _note(f"“{comparison.ABSENT}”: not found in this text.")
    sentences = _figures(found) or _note("Nothing of that kind.")
    return _grid(compared, found) + absent + "<h3>Figures in their sentences</h3>" + sentences


def _grid(compared: Compared, grid: Grid) -> str:
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
    return _table(head, rows) + _rest(len(shown), "row")


def _figures(matrix: Grid) -> str:
    """Return the sentences of the figures that several columns report, those in conflict first."""
    figures = matrix.cells[(matrix.cells["kind"] == "figure") & (matrix.cells["found in"] > 1)]
    figures = figures.assign(order=figures["conflict"] == "").sort_values("order", kind="stable").head(12)
    parts = []
    for row in each(figures):
        rows = matrix.evidence[(matrix.evidence["kind"] == "figure") & (matrix.evidence["what"] == row.what)]
        parts.append(f"<h4>{safe(row.what)}</h4>")
        if row.conflict:
            parts.append(f"<p>Can't both be right: {safe(row.conflict)}</p>")
        parts += [
            _quoted(one)
            for _, of_column in rows.groupby("column", sort=False)
            for one in each(of_column.head(SENTENCES))
        ]
    return "".join(parts)


def _voices(compared: Compared, found: outline.Chart) -> str:
    return _bars(compared, found) + _quotations(found.rows[found.rows["speaker"].notna()], compared.columns)


def _bars(_: Compared, found: outline.Chart) -> str:
    return _chart(found.figure, found.by)


def _quotations(said: pd.DataFrame, columns: Sequence[str]) -> str:
    """Return the longest quotation of each column."""
    longest = said.sort_values("words", ascending=False).groupby("column", sort=False).head(1).set_index("column")
    rows = longest.loc[[name for name in columns if name in longest.index]].reset_index()
    quoted = "".join(f"<p>{safe(row.speaker)}</p>{_quoted(row)}" for row in each(rows))
    return f"<h3>The longest in each</h3>{quoted}" if quoted else ""


def _quoted(row: Any) -> str:
    sentence = highlighted(str(row.sentence), [Span(int(row.start), int(row.end))], int(row.sentence_start))
    return f'<blockquote>{sentence}<br><span class="note">{escape(source(row))}</span></blockquote>'


def _words(compared: Compared, found: dict[str, Distinctive]) -> str:
    cells = []
    for number, (column, its) in enumerate(found.items()):
        figure = outline.words_chart(compared, column) if its.top is not None and len(its.top) else None
        drawn = _chart(figure, f"words-{number}", WIDTH // 2) if figure else f"<h3>{safe(column)}</h3>"
        cells.append(f"<div>{drawn}{_note(its.warning) if its.warning else ''}</div>")
    return f'<div class="words">{"".join(cells)}</div>'


_WRITTEN: dict[str, Callable[[Compared, Any], str]] = {
    outline.HEADS: _heads,
    outline.COPIES: _copies,
    outline.REPORTED: _reported,
    outline.VOICES: _voices,
    outline.FRAMES: _bars,
    outline.WORDS: _words,
    outline.NAMING: _grid,
    outline.WORDING: _grid,
    outline.TIMES: _bars,
}


def _chart(figure: go.Figure, name: str, width: int = WIDTH) -> str:
    figure = go.Figure(figure)  # the page may show the same one
    figure.update_layout(
        template="plotly_white", width=width, font={"family": "system-ui, sans-serif", "size": 13}
    )
    drawn = figure.to_html(full_html=False, include_plotlyjs=False, config=_CONFIG, div_id=f"chart-{name}")
    return f'<div class="chart">{drawn}</div>'


def _about(compared: Compared, filters: str, library: str, version: str) -> str:
    measures = [
        (f"{section}: {one.name}", one.meaning, one.source, one.limits)
        for section, ones in MEASURES.items()
        for one in ones
    ]
    made = day(today())
    cite = f"Coverage (library “{library}”, state {version[:12]}): {filters}. Report made {made}."
    return (
        _section("What the measures mean", _table(["Measure", "Meaning", "Source", "Limits"], measures))
        + _section("Articles", _table(["Title", "Outlet", "Published", "Source"], _sources(compared.articles)))
        + _section("How to cite", f"<p>{safe(cite)}</p>")
    )


def _sources(articles: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for row in each(articles):
        where = row.url if present(row.url) else str(row.source).rsplit("/", 1)[-1]
        yield row.title_shown, row.outlet if present(row.outlet) else "unknown", day(row.published), where
