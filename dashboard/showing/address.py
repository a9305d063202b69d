"""Filters in the address: what each parameter says, written and read; a saved search is kept in the same words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from core.library import Filters, Search

# The parameters of the address, which are the widgets' keys too. Changing one breaks the links people have kept.
EMPTY: dict[str, Any] = {
    "topic": [],
    "search": [],
    "outlet": [],
    "story": [],
    "actor": [],
    "speaker": [],
    "language": [],
    "label": [],
    "from": None,
    "to": None,
    "spoken": False,
    "undated": True,
    "copies": True,
    "words": "",
}
LISTS = tuple(key for key, empty in EMPTY.items() if empty == [])
EARLIEST, LATEST = datetime.date(1600, 1, 1), datetime.date(9999, 12, 31)
MOST = 50  # values of one kind
DEEPEST = 4  # saved searches inside one another

_NOTHING = Filters(articles=("",))  # no article has this key
_FLAGS = {"true": True, "false": False}


class Choice(NamedTuple):
    """What was read: the value of every parameter, and what was not understood, as it stood there."""

    chosen: dict[str, Any]
    unknown: tuple[str, ...]


def read(query: str) -> Choice:
    """Read the filters in an address's query; whatever isn't understood is told and left out."""
    try:
        pairs = parse_qsl(query, max_num_fields=1000)
    except ValueError:
        return Choice(dict(EMPTY), (query,))
    values: dict[str, Any] = {key: list(empty) if empty == [] else empty for key, empty in EMPTY.items()}
    unknown = []
    for key, text in pairs:
        try:
            if key in LISTS:
                values[key] += [text] if len(values[key]) < MOST and text not in values[key] else []
            else:
                values[key] = _value(key, text)
        except (KeyError, ValueError):
            unknown.append(f"{key}={text}")
    return Choice(values, tuple(unknown))


def _value(key: str, text: str) -> Any:
    empty = EMPTY[key]
    if key == "words":
        return text
    if empty is not None:
        return _FLAGS[text.lower()]
    day = datetime.date.fromisoformat(text)
    if not EARLIEST <= day <= LATEST:
        raise ValueError(text)
    return day


def write(values: Mapping[str, Any]) -> str:
    """Return what is chosen as an address's query, without what is left open."""
    pairs: list[tuple[str, str]] = []
    for key, empty in EMPTY.items():
        value = values.get(key, empty)
        if key in LISTS:
            pairs += [(key, str(item)) for item in value or ()]
        elif value not in (empty, None):
            pairs.append((key, str(value).lower() if isinstance(value, bool) else str(value)))
    return urlencode(pairs, errors="replace")


def filters(values: Mapping[str, Any], saved: Mapping[str, str], inside: tuple[str, ...] = ()) -> Filters:
    """Return the filters of what is chosen; `saved` has the query of each saved search.

    A search that isn't there, or that would be part of itself (`inside` are those around it), lets nothing pass.
    """
    searches = []
    for name in values.get("search") or ():
        known = name in saved and name not in inside and len(inside) < DEEPEST
        within = filters(read(saved[name]).chosen, saved, (*inside, name)) if known else _NOTHING
        searches.append(Search(name, within))
    return Filters(
        topics=tuple(values.get("topic") or ()),
        searches=tuple(searches),
        outlets=tuple(values.get("outlet") or ()),
        stories=tuple(values.get("story") or ()),
        actors=tuple(values.get("actor") or ()),
        speakers=tuple(values.get("speaker") or ()),
        languages=tuple(values.get("language") or ()),
        labels=tuple(values.get("label") or ()),
        begin=values.get("from"),
        end=values.get("to"),
        spoken=bool(values.get("spoken", False)),
        undated=values.get("undated", True) is not False,
        copies=values.get("copies", True) is not False,
        words=(values.get("words") or "").strip(),
    )
