"""The only module that makes HTML: elements, in which whatever isn't an element is escaped.

Article text is hostile: every character of it is escaped before it stands in a page or a report, and bidirectional
controls are shown as their escapes. `Markup` is what was made here, and passes as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st
from markupsafe import Markup, escape

from core.model import Span
from dashboard.showing.in_words import visible

__all__ = [
    "Markup",
    "draw",
    "drawn",
    "element",
    "highlighted",
    "joined",
    "page",
    "shown",
    "style",
    "text",
    "void",
]


def element(name: str, /, *inside: object, **attributes: str) -> Markup:
    """Return an element; what is inside is an element of its own, or a text to be escaped.

    Attributes that are words of Python end with an underscore: `class_`.
    """
    said = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{said}>{joined(inside)}</{name}>")  # noqa: S704 - all of it is escaped, or was made here


def void(name: str, /, **attributes: str) -> Markup:
    """Return an element that holds nothing and has no end: a break, a line in a page's head."""
    return Markup(str(element(name, **attributes)).removesuffix(f"</{name}>"))  # noqa: S704 - made here


def joined(parts: Iterable[object], between: str = "") -> Markup:
    """Return elements and texts one after another."""
    return escape(between).join(part if isinstance(part, Markup) else text(part) for part in parts)


def text(value: object) -> Markup:
    """Return a text ready to stand in HTML, with invisible controls made visible."""
    return escape(visible(str(value)))


def shown(value: str) -> Markup:
    """Return a text ready to stand in HTML that is visible already, as `isolated` returns it."""
    return escape(value)


def highlighted(passage: str, spans: Iterable[Span], offset: int = 0) -> Markup:
    """Return a text with spans marked.

    Spans count from the start of the article, `offset` is where `passage` begins in it. Overlapping spans are joined;
    what lies outside the passage is left out.
    """
    parts: list[object] = []
    place = 0
    for start, end in sorted((span.start - offset, span.end - offset) for span in spans):
        start, end = max(start, place), min(end, len(passage))  # noqa: PLW2901
        if start < end:
            parts += [passage[place:start], element("mark", passage[start:end])]
            place = end
    return joined([*parts, passage[place:]])


def style(rules: str) -> Markup:
    """Return rules of this project's own style sheets as an element."""
    return element("style", Markup(rules))  # noqa: S704 - a file of this project


def drawn(chart: str) -> Markup:
    """Return what plotly made of a chart as an element; `look.text` escaped what it says."""
    return Markup(chart)  # noqa: S704 - its texts are escaped already


def page(title: str, rules: str, script: str, body: Iterable[Markup]) -> str:
    """Return a whole page that needs no other file; style sheet and script are this project's own or plotly's."""
    head = (
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("link", rel="icon", href="data:,"),
        element("title", title),
        style(rules),
        element("script", Markup(script)),  # noqa: S704 - a file of plotly
    )
    whole = element("html", element("head", *head), element("body", joined(body, "\n")), lang="en")
    return f"<!doctype html>\n{whole}\n"


def draw(made: Markup, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw elements on a page."""
    st.html(made, width=width)
