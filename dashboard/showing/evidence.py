"""Spans → escaped, highlighted text; the only place that makes HTML.

Article text is hostile: every character of it goes through `escape` before it stands in a page, bidirectional
controls are shown as their escapes, and what surrounds it is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.library.library import StoredArticle
from core.model import Span
from dashboard.charts.together import names
from dashboard.showing import links
from dashboard.showing.each_row import each
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, day, isolated, literal, plural, present, visible

# Half-transparent colours keep their contrast on light and dark alike.
_STYLE = """<style>
.evidence { border-left: 3px solid rgba(128, 128, 128, 0.45); padding: 0.1rem 0 0.1rem 0.8rem; }
.evidence p { margin: 0 0 0.15rem 0; line-height: 1.5; overflow-wrap: anywhere; }
.evidence p:not(.source), .evidence .text { unicode-bidi: plaintext; }
.evidence .source { font-size: 0.86em; opacity: 0.85; }
.evidence mark { background: rgba(240, 180, 40, 0.42); color: inherit; padding: 0 0.1em; border-radius: 0.2em; }
.evidence .text { height: 30rem; overflow-y: auto; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; }
.masthead { overflow-wrap: anywhere; }
.masthead h2 { margin: 0; text-align: start; font-size: 1.15rem; }
.st-key-carried, .st-key-early { display: none; }
[data-testid="stButtonGroup"] button[data-variant][data-selected="true"] { color: inherit; }
</style>"""


def style() -> None:
    """Give the page the look of its evidence, once."""
    st.html(_STYLE)


def safe(text: Any) -> str:
    """Return a text ready to stand in HTML, with invisible controls made visible."""
    return escape(visible(str(text)))


def highlighted(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """Return a text as HTML with spans marked.

    Spans count from the start of the article, `offset` is where `text` begins in it. Overlapping spans are joined;
    what lies outside the text is left out.
    """
    parts, place = [], 0
    for start, end in sorted((span.start - offset, span.end - offset) for span in spans):
        start, end = max(start, place), min(end, len(text))  # noqa: PLW2901
        if start < end:
            parts += [safe(text[place:start]), "<mark>", safe(text[start:end]), "</mark>"]
            place = end
    return "".join(parts) + safe(text[place:])


def source(row: Any) -> str:
    """Return who says it and when, as plain text to be escaped: "Valley Post · 3 Apr 2025 · Tram costs rise again"."""
    outlet = row.outlet if present(row.outlet) else OUTLET_UNKNOWN
    return f"{isolated(str(outlet))} · {day(row.published)} · {isolated(clip(str(row.title), 90))}"


def cards(rows: pd.DataFrame, key: str, note: str | None = None, most: int = 8) -> None:
    """Draw a card for each row of evidence: its source, its sentence with the span marked, a link to the article.

    Rows have the evidence columns of the library's queries; a column named by `note` is said after the source.
    """
    shown = rows
    if len(rows) > most and not st.toggle(f"Show all {len(rows):,}", key=f"{key}-all", persist_state="session"):
        shown = rows.head(most)
    for row in each(shown):
        said = f" · {escape(isolated(str(getattr(row, note))))}" if note and present(getattr(row, note)) else ""
        sentence = highlighted(str(row.sentence), [Span(int(row.start), int(row.end))], int(row.sentence_start))
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            st.html(
                f'<div class="evidence"><p class="source">{escape(source(row))}{said}</p><p>{sentence}</p></div>'
            )
            links.to_article(str(row.key), Span(int(row.start), int(row.end)), label="Read on")
    if len(shown) < len(rows):
        st.caption(f"{plural(len(rows) - len(shown), 'more sentence')} not shown.")


def panes(texts: Sequence[tuple[str, str, Sequence[Span]]]) -> None:
    """Draw texts side by side, each in a pane that scrolls: its heading, the text, the passages to mark."""
    for place, (heading, text, passages) in zip(st.columns(len(texts)), texts, strict=True):
        with place:
            st.html(pane(heading, text, passages))


def pane(heading: str, text: str, passages: Iterable[Span]) -> str:
    """Return a text with its passages marked as a block of HTML with a heading, whose controls are visible already."""
    return (
        f'<div class="evidence"><p class="source">{escape(heading)}</p>'
        f'<div class="text" tabindex="0" role="document">{highlighted(text, passages)}</div></div>'
    )


def hint(text: str) -> None:
    """Say in the place where evidence will stand what to click, or what was."""
    st.caption(literal(text))


def masthead(article: StoredArticle) -> None:
    """Draw an article's title and, below it, who published it when, how that is known, and where it came from."""
    published = article.publication
    when = day(published.date)
    if published.date and published.origin != "given":
        when += f" ({_ORIGINS[published.origin]})"
    if present(article.updated) and article.updated != published.date:
        when += f", updated {day(article.updated)}"
    facts = [article.outlet or OUTLET_UNKNOWN, when, plural(article.words, "word"), Path(article.source).name]
    lines = [" · ".join(escape(isolated(fact)) for fact in facts)]
    if published.reason:
        lines.append(safe(published.reason))
    if article.url and article.url.startswith(("http://", "https://")):
        lines.append(safe(article.url))
    said = "".join(f'<p class="source">{line}</p>' for line in lines)
    st.html(f'<div class="masthead"><h2 dir="auto">{safe(article.title_shown)}</h2>{said}</div>')


_ORIGINS = {
    "metadata": "from the page's metadata",
    "text": "from the text",
    "inferred": "inferred from the text",
    "unknown": "unknown",
}


def numbered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of evidence with a name for each in `row`, by which a clicked mark finds it."""
    return rows.assign(row=rows["key"] + ":" + rows["start"].astype(str))


def of_clicked(marks: Sequence[tuple[Any, ...]], statements: pd.DataFrame, key: str, otherwise: str) -> None:
    """Draw the evidence of the marks clicked on a chart whose customdata ends with the names of the rows."""
    rows = names(marks)
    if rows:
        cards(statements[statements["row"].isin(rows)], key)
    else:
        hint(otherwise)
