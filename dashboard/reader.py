"""The reading pane: an article's text as it was read, with layers of marks and a list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from core.model import Span
from dashboard.phrases import clip, visible

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to mark: its layer (a class of reader.css), the layer's name, what a hover says."""

    span: Span
    layer: str
    kind: str
    tip: str
    listed: bool = True


def pieces(text: str, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Cut a text at the ends of the marks: pieces of text with the layers, tips and numbers of the marks on them."""
    ends = {0, len(text)}
    for mark in marks:
        ends.update(mark.span)
    places = sorted(end for end in ends if 0 <= end <= len(text))
    by_start = sorted(range(len(marks)), key=lambda number: marks[number].span.start)
    found, running, following = [], [], 0
    for start, end in zip(places, places[1:], strict=False):
        while following < len(by_start) and marks[by_start[following]].span.start <= start:
            running.append(by_start[following])
            following += 1
        running = [number for number in running if marks[number].span.end > start]
        here = [marks[number] for number in running]
        found.append(
            {
                "text": visible(text[start:end]),
                "layers": sorted({mark.layer for mark in here}),
                "tip": " · ".join(dict.fromkeys(visible(mark.tip) for mark in here if mark.tip)),
                "finds": list(running),
            }
        )
    return found


def show(article: str, text: str, marks: Sequence[Mark], at: Span | None) -> None:
    """Draw the pane; `at` is the place the reader came for, scrolled to and marked."""
    everything = list(marks)
    place = next((number for number, mark in enumerate(everything) if mark.listed and mark.span == at), None)
    if at is not None and place is None:
        place = len(everything)
        everything.append(Mark(at, "at", "here", "what you came for"))
    finds = [
        {"id": number, "layer": mark.layer, "kind": mark.kind, "label": clip(visible(mark.span.of(text)), 70)}
        for number, mark in sorted(enumerate(everything), key=lambda item: item[1].span)
        if mark.listed
    ]
    _component()(
        key="reader",
        data={
            "id": article,
            "at": place,
            "layers": sorted({mark.layer for mark in everything}),
            "pieces": pieces(text, everything),
            "finds": finds,
        },
    )


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        "reader",
        html="""
<div class="reader">
  <div class="pane" tabindex="0" role="document" aria-label="The article's text"></div>
  <div class="margin">
    <div class="steps"><button type="button" title="Previous find (key p)">‹ p</button>
      <button type="button" title="Next find (key n)">n ›</button><span class="count" role="status"></span></div>
    <ol class="finds" aria-label="What was found in the text"></ol>
  </div>
</div>
""",
        css=(HERE / "reader.css").read_text(encoding="utf-8"),
        js=(HERE / "reader.js").read_text(encoding="utf-8"),
    )
