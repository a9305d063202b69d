"""What is clicked on charts and in tables, kept for the way back from the reading pane.

Streamlit forgets the selection of a page that is left. It is kept here together with the address it was made at, and
holds again as soon as the reader is back at that address.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.showing import downloads, links
from dashboard.showing.chart import Chart
from dashboard.showing.glossary import several
from dashboard.showing.in_words import literal

_PICTURES = ("SVG", "PNG")

Brush = Callable[[datetime.date, datetime.date], None]


def chart(
    figure: Chart, key: str, alt: str, brush: Brush | None = None, terms: Sequence[str] = ()
) -> list[tuple[Any, ...]]:
    """Draw a chart whose marks can be clicked, and what takes it home; return the customdata of those that are clicked.

    With `brush`, dragging over the axis of days takes the place of clicks: over the chart's first row the brush is
    called with the first and last day, over another row the marks dragged over count as clicked. `terms` are those of
    the field that the chart uses; a hover below it says what they mean.
    """
    event = st.plotly_chart(
        figure,
        key=key,
        on_select=partial(_brush_or_keep, key, brush) if brush else keeping(key),
        selection_mode=("points", "box") if brush else "points",
        config=_config(key),
        alt=alt,
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        _take_home(figure, key)
        if terms:
            st.caption(literal(" · ".join(terms)), help=several(*terms), width="content")
    clicked = [] if _brushed(event.selection) else _marks(event.selection)
    if clicked or not (clicked := _marks(kept(key))):
        return clicked
    # The chart has forgotten what the page remembers, so a double click on it no longer takes the choice back.
    forget = st.button(
        "Forget the mark clicked before", key=f"{key}-forget", icon=":material/close:", type="tertiary"
    )
    if forget:
        del st.session_state[_name(key)]
    return [] if forget else clicked


def _config(key: str) -> dict[str, Any]:
    """Return how plotly shows a chart: its camera saves a picture in the chosen form, and nothing sends it anywhere."""
    form = st.session_state.get(_picture(key)) or _PICTURES[0]
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "toImageButtonOptions": {"format": form.lower(), "filename": key, "scale": 1 if form == "SVG" else 2},
    }


def _take_home(figure: Chart, key: str) -> None:
    """Draw what takes a chart home: its data, and the form of the picture that its camera saves."""
    with st.popover("Save", icon=":material/download:", type="tertiary"):
        downloads.csv(lambda: figure.rows, key, f"{key}-data", "Data as CSV")
        st.segmented_control(
            "The camera above the chart saves",
            _PICTURES,
            default=_PICTURES[0],
            key=_picture(key),
            required=True,
            persist_state="session",
        )


def _picture(key: str) -> str:
    return f"{key}-picture"


def _brush_or_keep(key: str, brush: Brush) -> None:
    if box := _brushed(st.session_state[key].selection):
        first, last = sorted(pd.Timestamp(edge).date() for edge in box["x"][:2])
        brush(first, last)
    else:
        _keep(key)


def _brushed(selection: Any) -> Any:
    """Return the box dragged over the first row of a chart, or None."""
    return next((box for box in selection.get("box") or () if box.get("yref", "y") == "y"), None)


def keeping(key: str) -> Callable[[], None]:
    """Return what a chart or table of that key calls when its selection changes."""
    return partial(_keep, key)


def kept(key: str) -> dict[str, Any]:
    """Return the selection made at this address, empty where there is none."""
    address, selection = st.session_state.get(_name(key), (None, {}))
    return dict(selection) if address == links.filters_in_address() else {}


def default(key: str) -> Any:
    """Return the selection with which a table begins, as `st.dataframe` takes it."""
    selection = kept(key)
    return {"selection": selection} if any(selection.values()) else None


def _keep(key: str) -> None:
    st.session_state[_name(key)] = links.filters_in_address(), st.session_state[key].selection


def _name(key: str) -> str:
    return f"{key}-kept"


def _marks(selection: Any) -> list[tuple[Any, ...]]:
    return [tuple(point["customdata"]) for point in selection.get("points", ()) if point.get("customdata")]
