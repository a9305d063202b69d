"""The reading pane: an article's text as it was read, with layers of marks and a list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st

from core.model import Span
from dashboard.showing.in_words import SPEAKER_UNKNOWN, clip, visible

HERE = Path(__file__).parent
VOICES = 4  # speakers with a colour of their own; more could not be told apart


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to mark: its layer (a class of reader.css), its kind in words, what a hover says.

    One that isn't `listed` stands in the margin's list only when its layer is chosen there. Quotations have a speaker.
    """

    span: Span
    layer: str
    kind: str
    tip: str
    listed: bool = True
    speaker: str | None = None


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


def voices(marks: Sequence[Mark]) -> dict[str, str]:
    """Return a class of reader.css for each of the few most quoted speakers; all others look alike."""
    told = Counter(mark.speaker for mark in marks if mark.speaker and mark.speaker != SPEAKER_UNKNOWN)
    return {name: f"voice{number}" for number, (name, _) in enumerate(told.most_common(VOICES))}


def show(article: str, text: str, marks: Sequence[Mark], at: Span | None) -> None:
    """Draw the pane; `at` is the place the reader came for, scrolled to and marked."""
    everything = list(marks)
    place = next((number for number, mark in enumerate(everything) if mark.listed and mark.span == at), None)
    if at is not None and place is None:
        place = len(everything)
        everything.append(Mark(at, "at", "here", "what you came for"))
    own = voices(everything)
    finds = [
        {
            "id": number,
            "place": f"{mark.span.start}-{mark.span.end}-{mark.layer}",
            "length": mark.span.end - mark.span.start,
            "layer": mark.layer,
            "voice": own.get(mark.speaker or "", ""),
            "kind": mark.kind,
            "speaker": visible(clip(mark.speaker or "", 60)),
            "label": clip(visible(mark.span.of(text)), 70),
            "listed": mark.listed,
        }
        for number, mark in sorted(enumerate(everything), key=lambda item: item[1].span)
    ]
    _component()(
        key="reader",
        data={
            "id": article,
            "at": place,
            "state": crc32(repr(everything).encode("utf-8", "replace")),
            "pieces": pieces(text, everything),
            "finds": finds,
        },
    )


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        "reader",
        html=(HERE / "reader.html").read_text(encoding="utf-8"),
        css=(HERE / "reader.css").read_text(encoding="utf-8"),
        js=(HERE / "reader.js").read_text(encoding="utf-8"),
    )
