"""Page furniture of an article: what was marked by which rule, to restore it; lines to mark; all counted at once."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core import by_hand
from core.by_hand import BY_HAND, folded, lines
from core.library import Library, StoredArticle
from core.model import Span
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, literal, plural, visible

MOST = 40  # lines drawn with a button each
_HEIGHT = 420  # pixels of their list


def panel(library: Library, article: StoredArticle) -> None:
    """Draw the lines that are page furniture, each with what restores it, and the choice of a line to mark."""
    marked = {Span(int(row.start), int(row.end)): str(row.reason) for row in each(article.boilerplate)}
    name = f"Page furniture: {plural(len(marked), 'line')}" if marked else "Page furniture: none"
    with st.expander(name, icon=":material/view_agenda:", key="furniture"):
        st.caption(
            "Menus, share buttons, tickers and their like stay in the text but are counted nowhere. What you restore "
            "or mark is counted again at once, holds when the article is analysed anew, and can be taken back below."
        )
        _mark(library, article, [span for span in lines(article.text) if span not in marked])
        if marked:
            with st.container(height=min(_HEIGHT, 40 + 60 * len(marked)), border=False):
                for span, reason in list(marked.items())[:MOST]:
                    _line(library, article, span, reason)
        if len(marked) > MOST:
            st.caption(f"{plural(len(marked) - MOST, 'more line')} not shown; all are greyed in the text.")


def _line(library: Library, article: StoredArticle, span: Span, reason: str) -> None:
    line = span.of(article.text)
    said, rule, button = st.columns([6, 2, 2], vertical_alignment="center")
    said.text(visible(clip(line, 160)))
    rule.caption(literal(reason if reason == BY_HAND else f"rule: {reason}"))
    if button.button(
        "Restore",
        key=f"furniture-{article.key}-{span.start}",
        icon=":material/undo:",
        help="Count this line as text of the article, wherever in it it stands",
    ):
        _judge(library, article, line, furniture=False)


def _mark(library: Library, article: StoredArticle, body: list[Span]) -> None:
    choose, act = st.columns([8, 3], vertical_alignment="bottom")
    span = choose.selectbox(
        "Mark a line as furniture",
        body,
        None,
        format_func=lambda span: visible(clip(span.of(article.text), 110)),
        key=f"furniture-mark-{article.key}",
        placeholder="Choose a line or paragraph of the text",
        filter_mode="contains",
        disabled=len(lines(article.text)) < 2,
        help="A text of a single line has no furniture.",
    )
    if act.button("Mark as furniture", disabled=span is None, icon=":material/hide_source:") and span:
        _judge(library, article, span.of(article.text), furniture=True)


def _judge(library: Library, article: StoredArticle, line: str, *, furniture: bool) -> None:
    try:
        with st.spinner("Counting again …"):
            by_hand.judge(library, article.key, folded(line), furniture)
    except (ValueError, OSError) as problem:
        st.error(literal(str(problem)))
        return
    st.rerun()


def told(edit: Any) -> str:
    """Return an edit of a line in words."""
    line = f"“{visible(clip(str(edit.within), 70))}”"
    kinds = {"furniture": "is page furniture", "text": "is text of the article"}
    return f"{line} {kinds.get(str(edit.after), 'is left to the rules again')}"
