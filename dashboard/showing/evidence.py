"""Spans → their sentences, highlighted, with who says it and when, and the way to the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.library import StoredArticle
from core.model import Span
from dashboard.showing import elements, links, row_names
from dashboard.showing.each_row import each
from dashboard.showing.elements import Markup, element
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, day, isolated, literal, plural, present

_STYLE = Path(__file__).with_name("page.css")


def style() -> None:
    """Give the page the look of its evidence, once."""
    elements.draw(elements.style(_STYLE.read_text(encoding="utf-8")))


def source(row: Any) -> str:
    """Return who says it and when, as plain text to be escaped: "Valley Post · 3 Apr 2025 · Tram costs rise again"."""
    outlet = row.outlet if present(row.outlet) else OUTLET_UNKNOWN
    return f"{isolated(str(outlet))} · {day(row.published)} · {isolated(clip(str(row.title), 90))}"


def cards(rows: pd.DataFrame, key: str, note: str | None = None, why: str | None = None, most: int = 8) -> None:
    """Draw a card for each row of evidence: its source, its sentence with the span marked, a link to the article.

    Rows have the evidence columns of the library's queries; a column named by `note` is said after the source, one
    named by `why` below the sentence.
    """
    shown = rows
    if len(rows) > most and not st.toggle(f"Show all {len(rows):,}", key=f"{key}-all", persist_state="session"):
        shown = rows.head(most)
    for row in each(shown):
        said = f" · {isolated(str(getattr(row, note)))}" if note and present(getattr(row, note)) else ""
        place = Span(int(row.start), int(row.end))
        sentence = elements.highlighted(str(row.sentence), [place], int(row.sentence_start))
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            heading = element("p", elements.shown(source(row) + said), class_="source")
            reason = (
                [element("p", getattr(row, why), class_="source")] if why and present(getattr(row, why)) else []
            )
            elements.draw(element("div", heading, element("p", sentence), *reason, class_="evidence"))
            links.to_article(str(row.key), place, label="Read on")
    if len(shown) < len(rows):
        st.caption(f"{plural(len(rows) - len(shown), 'more sentence')} not shown.")


def panes(texts: Sequence[tuple[str, str, Sequence[Span]]]) -> None:
    """Draw texts side by side, each in a pane that scrolls: its heading, the text, the passages to mark."""
    for place, (heading, text, passages) in zip(st.columns(len(texts)), texts, strict=True):
        with place:
            elements.draw(pane(heading, text, passages))


def pane(heading: str, text: str, passages: Iterable[Span]) -> Markup:
    """Return a text with its passages marked as a block with a heading, whose controls are visible already."""
    marked = element("div", elements.highlighted(text, passages), class_="text", tabindex="0", role="document")
    return element("div", element("p", elements.shown(heading), class_="source"), marked, class_="evidence")


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
    lines: list[object] = [elements.shown(" · ".join(map(isolated, facts)))]
    if published.reason:
        lines.append(published.reason)
    if article.url and article.url.startswith(("http://", "https://")):
        lines.append(article.url)
    title = element("h2", article.title_shown, dir="auto")
    elements.draw(
        element("div", title, *(element("p", line, class_="source") for line in lines), class_="masthead")
    )


_ORIGINS = {
    "metadata": "from the page's metadata",
    "text": "from the text",
    "inferred": "inferred from the text",
    "unknown": "unknown",
}


def of_clicked(marks: Sequence[tuple[Any, ...]], statements: pd.DataFrame, key: str, otherwise: str) -> None:
    """Draw the evidence of the marks clicked on a chart whose customdata ends with the names of the rows."""
    rows = row_names.behind(marks)
    if rows:
        cards(statements[statements["row"].isin(rows)], key)
    else:
        hint(otherwise)
