"""A Markdown file → its article: metadata from the front matter, prose from the body."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

import yaml

from core.read.columns import article, metadata
from core.read.encodings import clean_line, to_text
from core.read.intake import whole
from core.read.markup import drop_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model import Article

_MAX_FRONT_MATTER = 10_000  # characters
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}):\s+(\S.*)")

_COMMENT = (re.compile("<!--"), re.compile("-->"))
_TITLE = re.compile(r"#[ \t]+(\S.*)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:={2,}|-{2,})[ \t]*")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]?){3,}|(?:-[ \t]?){3,}|(?:_[ \t]?){3,})")
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]]{1,200}\]:[ \t]+\S{1,2000}.{0,200}")
_BULLET = re.compile(r"[ \t]{0,9}[-*+][ \t]+")
_NUMBERED = re.compile(r"[ \t]{0,9}[0-9]{1,3}[.)][ \t]")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,9}")

_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()]{0,2000}\)|\[[^\[\]]{0,200}\])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_STRONG = re.compile(
    r"(?<![\w\\*])(\*\*\*?)(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?!\*)|(?<![\w\\])__(?=\S)([^_\n]{1,1000})(?<=\S)__(?!\w)"
)
_EMPHASIS = re.compile(
    r"(?<![\w\\*])\*(?=\S)([^*\n]{1,1000})(?<=\S)\*(?![\w*])|(?<![\w\\])_(?=\S)([^_\n]{1,1000})(?<=\S)_(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|$])")


def read_markdown(stream: IO[bytes], source: str) -> Iterator[Article]:
    """Yield the one article of a Markdown file; a first-level heading is its title where the head names none."""
    head, body = split_front_matter(to_text(whole(stream)))
    known = metadata(head)
    heading = next((match for line in body.split("\n") if (match := _TITLE.match(line))), None)
    if heading and "title" not in known:
        known["title"] = clean_line(_inline(heading[1].rstrip("# ")))[:1_000]
    yield article(to_prose(body), source, known)


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of the YAML head between two lines of "---", and the text below it."""
    text = text.lstrip("\n ")
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end(), _MAX_FRONT_MATTER) if opening else None
    if not opening or not closing:
        return {}, text
    fields = _fields(text[opening.end() : closing.start()])
    return (fields, text[closing.end() :]) if fields else ({}, text)


def _fields(head: str) -> dict[str, Any]:
    # BaseLoader leaves all values as strings: no date, number or object is built from what a file says.
    try:
        loaded = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        # Mostly an unquoted colon in a title, which YAML forbids and people write.
        pairs = (_PAIR.fullmatch(line.strip()) for line in head.split("\n"))
        return {pair[1]: pair[2].strip("\"' ") for pair in pairs if pair}
    return {str(name): value for name, value in loaded.items()} if isinstance(loaded, dict) else {}


def to_prose(body: str) -> str:
    """Return Markdown as readable text: one line a paragraph, heading or list item, a blank line between blocks.

    Links become their words; images, comments, rules and link definitions go; lines of a paragraph are joined.
    """
    blocks: list[str] = []
    paragraph: list[str] = []

    def finish() -> None:
        if paragraph:
            blocks.append(_inline(" ".join(paragraph)))
            paragraph.clear()

    for raw in drop_between(body, *_COMMENT).split("\n"):
        line = raw[quote.end() :] if (quote := _QUOTE.match(raw)) else raw
        if (
            not line.strip()
            or _RULE.fullmatch(line.rstrip())
            or _UNDERLINE.fullmatch(line)
            or _DEFINITION.fullmatch(line)
        ):
            finish()
            continue
        heading = _HEADING.match(line)
        bullet = _BULLET.match(line)
        if heading or bullet or _NUMBERED.match(line):
            finish()
        mark = heading or bullet
        paragraph.append((line[mark.end() :] if mark else line).strip().rstrip("#" if heading else "\\").rstrip())
        if heading or raw.endswith(("  ", "\\")):
            finish()
    finish()
    return "\n\n".join(block for block in blocks if block)


def _inline(text: str) -> str:
    text = _CODE.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    for mark in (_STRONG, _EMPHASIS):
        text = mark.sub(lambda match: match[match.lastindex or 0], text)
    return _ESCAPE.sub(r"\1", text).strip()
