"""Markup inside the text of an export: told apart from prose, and taken out. Linear in the text's length."""

from __future__ import annotations

import html
import re

_BLOCKS = "p|div|br|h[1-6]|ul|ol|li|blockquote|article|section|figure|table|tr"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_BLOCKS}|span|a|strong|em|b|i|img)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_ANY = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_HIDDEN = (
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"<script\b", re.IGNORECASE), re.compile("</script>", re.IGNORECASE)),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile("</style>", re.IGNORECASE)),
)


def looks_like_html(text: str) -> bool:
    """Tell whether a text is an HTML fragment: it begins with a tag, or holds two or more."""
    tags = _TAG.finditer(text)
    first = next(tags, None)
    return first is not None and (text.lstrip().startswith("<") or next(tags, None) is not None)


def strip_markup(text: str) -> str:
    """Return an HTML fragment as text, one line a paragraph."""
    for opening, closing in _HIDDEN:
        text = drop_between(text, opening, closing)
    text = html.unescape(_ANY.sub("", _BLOCK.sub("\n", text)))
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def drop_between(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    """Return text without the stretches from an opening to the closing after it; an unclosed one stays."""
    kept: list[str] = []
    position = 0
    while (begin := opening.search(text, position)) and (end := closing.search(text, begin.end())):
        kept.append(text[position : begin.start()])
        position = end.end()
    return "".join(kept) + text[position:]
