"""What an analyst decides of figures: which tell one quantity, which another, its name, and whether to set it aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core import figures_by_hand
from core.library import StoredArticle
from core.library.questions import other_quantities, summaries
from core.library.questions.filters import ALL
from core.model import Span
from dashboard.correcting import saving
from dashboard.drawings import leading_figures
from dashboard.session.asking import Asking
from dashboard.showing import evidence, links
from dashboard.showing.each_row import each
from dashboard.showing.in_words import OUTLET_UNKNOWN, clip, isolated, literal, plural, present, visible

SUGGESTED = 5  # other quantities
_TURN = "figures-turn"  # in the session: how often another quantity was opened than the one selected in the list

Figures = tuple[tuple[str, int], ...]


def turn() -> int:
    """Return a number that changes when another quantity is opened than the one selected in the list."""
    return int(st.session_state.get(_TURN, 0))


def _open(named: str) -> None:
    st.query_params["indicator"] = named
    st.session_state[_TURN] = turn() + 1


def counterpart(asking: Asking, row: Any) -> None:
    """Draw the way to what was told ahead of a quantity, or to what came of it."""
    if found := leading_figures.counterpart(asking, row):
        quantity, said = found
        st.button(
            literal(visible(said)),
            key="figures-counterpart",
            icon=":material/arrow_forward:",
            type="tertiary",
            on_click=_open,
            args=(asking.made(leading_figures.address, quantity),),
        )


def suggestions(asking: Asking, row: Any) -> None:
    """Draw the quantities told with the same number in the same event, each with what links it with this one."""
    figures = asking.made(_told_by, row.indicator)
    rows = asking.made(_others, figures)
    parted = asking.made(_told_apart, figures)
    alike = rows[rows["same"] & ~rows["row"].map(_figure).isin(list(parted))].head(SUGGESTED)
    if alike.empty:
        return
    statements = asking.ask(summaries.statements_of, tuple(alike["indicator"]), ALL)
    with st.expander(f"Told with the same number in the same event: the same thing? ({len(alike)})"):
        for other in each(alike):
            st.text(_named(other))
            evidence.cards(statements[statements["row"] == other.row], f"alike-{other.row}")
            with st.container(horizontal=True):
                _button(asking, "Link these", other.row, partial(_link, figures, other.row), ":material/link:")
                apart = partial(_part, (_figure(other.row),), figures)
                _button(asking, "Not the same", other.row, apart, ":material/link_off:")


def panel(asking: Asking, row: Any, statements: pd.DataFrame) -> None:
    """Draw what is decided of a quantity and its statements on Figures."""
    figures = asking.made(_told_by, row.indicator)
    names = {one.row: _statement(one) for one in each(statements)}
    with st.expander("Decide by hand", icon=":material/edit:", key="decide"):
        st.caption(
            "What you decide hangs on the words of the articles: it holds when they are analysed anew, and can be "
            "taken back below."
        )
        chosen = st.multiselect(
            "Statements that tell something else",
            list(names),
            format_func=names.__getitem__,
            key=f"apart-{row.indicator}",
            placeholder="Choose those that don't belong with the others",
        )
        _decisions(asking, figures, [_figure(one) for one in chosen], row.measure, aside=bool(row.aside))


def of_article(asking: Asking, article: StoredArticle, place: Span | None) -> None:
    """Draw what is decided of a figure of an article, that at the place the reader came for to begin with."""
    rows = asking.ask(other_quantities.of_article, article.key)
    if rows.empty:
        return
    texts = {int(row.number): _in_text(row, article.text) for row in each(rows)}
    came_for = [
        number
        for number, here in zip(texts, zip(rows["start"], rows["end"], strict=True), strict=True)
        if here == place
    ]
    with st.expander("Decide on a figure", icon=":material/link:", key="figures", expanded=False):
        number = st.selectbox(
            "Figure",
            list(texts),
            list(texts).index(came_for[0]) if came_for else None,
            format_func=texts.__getitem__,
            key=f"figure-{article.key}-{place}",
            placeholder="Choose a figure of this article",
            filter_mode="contains",
        )
        if number is None:
            return
        row = next(each(rows[rows["number"] == number]))
        this = (article.key, number)
        figures = asking.made(_told_by, row.indicator) if present(row.indicator) else (this,)
        if present(row.indicator):
            told = f"{visible(row.measure)}: told by {plural(int(row.articles), 'article')}"
            links.to_quantity(asking.made(leading_figures.address, row.indicator), literal(told))
        else:
            st.caption("It isn't told by another article, as far as the rules can see.")
        _decisions(asking, figures, [this], row.measure, aside=bool(present(row.aside) and row.aside))


def _decisions(
    asking: Asking, figures: Figures, those: Sequence[tuple[str, int]], measure: Any, *, aside: bool
) -> None:
    """Draw the decisions on the quantity that figures tell; `those` are the ones that may tell another."""
    key = f"{figures[0][0]}:{figures[0][1]}"
    rest = tuple(one for one in figures if one not in set(those))
    with st.container(horizontal=True):
        part = partial(_part, tuple(those), rest)
        _button(asking, "Not the same", key, part, ":material/link_off:", disabled=not (those and rest))
        label, icon = ("Take back", ":material/undo:") if aside else ("Set aside", ":material/visibility_off:")
        _button(asking, label, key, partial(_set_aside, figures, aside=not aside), icon)
    with st.form(f"rename-{key}", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            "What it is called",
            str(measure) if present(measure) else "",
            max_chars=200,
            key=f"called-{key}-{asking.seen.version}",
            placeholder="Empty: as the texts say",
        )
        if st.form_submit_button("Rename", icon=":material/edit:"):
            saving.save(lambda: figures_by_hand.name(asking.library, figures, (name or "").strip() or None))
    rows = asking.made(_others, figures)
    names = {row.row: _named(row) for row in each(rows)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        other = st.selectbox(
            "It tells the same as",
            list(names),
            None,
            format_func=names.__getitem__,
            key=f"same-{key}-{asking.seen.version}",
            placeholder="Choose another quantity of this event",
            filter_mode="contains",
            disabled=not names,
        )
        link = partial(_link, figures, str(other))
        _button(asking, "Link these", key, link, ":material/link:", disabled=other is None)


def _button(
    asking: Asking, label: str, key: str, decide: Callable[[Any], int], icon: str, *, disabled: bool = False
) -> None:
    if st.button(label, key=f"{label}-{key}", icon=icon, disabled=disabled):
        saving.save(lambda: decide(asking.library))


def _link(figures: Figures, other: str, library: Any) -> int:
    return figures_by_hand.together(library, [figures[0], _figure(other)])


def _part(those: Figures, others: Figures, library: Any) -> int:
    return figures_by_hand.apart(library, those, others)


def _set_aside(figures: Figures, library: Any, *, aside: bool) -> int:
    return figures_by_hand.set_aside(library, figures, aside=aside)


def _told_by(asking: Asking, quantity: str) -> Figures:
    """Return all figures that tell a quantity, whatever the filters."""
    return tuple(figures_by_hand.alike(asking.seen, [_figure(quantity)]))


def _told_apart(asking: Asking, figures: Figures) -> set[tuple[str, int]]:
    return figures_by_hand.told_apart(asking.seen, figures)


def _others(asking: Asking, figures: Figures) -> pd.DataFrame:
    """Return the other quantities of the same event, those told with an equal number first."""
    return asking.ask(other_quantities.others, figures, figures_by_hand.compared_with(asking.seen, figures))


def _figure(row: str) -> tuple[str, int]:
    key, _, number = row.rpartition(":")
    return key, int(number)


def _named(row: Any) -> str:
    return f"{visible(clip(str(row.measure), 80))}: {leading_figures.span(row)}, {plural(int(row.articles), 'article')}"


def _statement(row: Any) -> str:
    outlet = str(row.outlet) if present(row.outlet) else OUTLET_UNKNOWN
    return f"{isolated(clip(outlet, 30))}: “{visible(row.text)}” in “{visible(clip(str(row.sentence), 90))}”"


def _in_text(row: Any, text: str) -> str:
    start, end = int(row.start), int(row.end)
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    told = f": {clip(str(row.measure), 40)}" if present(row.measure) else ""
    return visible(" ".join(f"{row.text}{told} — …{before}{row.text}{after}…".split()))
