"""An analysis as a line of JSON, and back: so what was analysed on other machines comes into a library.

The line holds the whole of it by the records' own field names, spans as [start, end], and which rules it was made by;
the command line's JSON for other programs (`Analysis.to_dict`) leaves out what only a library needs.
"""

from __future__ import annotations

import datetime
import json
import types
import typing
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, Union

from core import model, rules
from core.model import Analysis, Span


class Sent(NamedTuple):
    """An analysis that was read back, and the version of the rules it was made by."""

    analysis: Analysis
    made_by: str


def to_json(analysis: Analysis) -> str:
    """Return all of an analysis as one line of JSON."""
    line = {"made_by": rules.analysis_version(), "analysis": _plain(analysis)}
    return json.dumps(line, allow_nan=False)  # ASCII, so that no reader parts lines at U+2028 or its like


def from_json(line: str | bytes) -> Sent:
    """Return the analysis of a line that `to_json` wrote, here or elsewhere.

    A field the line lacks has its default, and one that no record has is passed over.

    Raises:
        ValueError: The line holds no analysis, or a place outside the article's text; the message says so.
    """
    try:
        row = json.loads(line)
        size = len(row["analysis"]["article"]["text"])
        return Sent(_record(Analysis, row["analysis"], size), _value(str, row["made_by"], size))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"It holds no analysis as `to_json` writes it ({error}).") from error


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@cache
def _fields(kind: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """Return the fields of a kind of record, each with its type."""
    hints = typing.get_type_hints(kind, {**vars(model), "datetime": datetime})
    return tuple((field, hints[field.name]) for field in fields(kind))


def _record(kind: Any, row: Any, size: int) -> Any:
    if not isinstance(row, dict):
        raise TypeError(f"no {kind.__name__}")
    values = {}
    for field, hint in _fields(kind):
        if field.name in row:
            values[field.name] = _value(hint, row[field.name], size)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise ValueError(f"a {kind.__name__} without {field.name}")
    return kind(**values)


def _value(hint: Any, value: Any, size: int) -> Any:
    """Return a JSON value as what a field's type says; `size` is that of the text that spans lie in."""
    kinds = typing.get_args(hint)
    origin = typing.get_origin(hint)
    found: Any = None
    if origin in (Union, types.UnionType):
        found = _one_of(kinds, value, size)
    elif hint is Span:
        found = _span(value, size)
    elif hint is datetime.date:
        found = datetime.date.fromisoformat(value)
    elif is_dataclass(hint):
        found = _record(hint, value, size)
    elif origin is tuple and isinstance(value, list):
        every = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
        found = tuple(_value(kind, item, size) for kind, item in zip(every, value, strict=True))
    elif hint is float and type(value) in (int, float):
        found = float(value)
    elif value in kinds if origin is Literal else type(value) is hint:
        found = value
    else:
        raise TypeError(f"{value!r} is no {getattr(hint, '__name__', hint)}")
    return found


def _span(value: Any, size: int) -> Span:
    start, end = (_value(int, place, size) for place in value)
    if not 0 <= start <= end <= size:
        raise ValueError(f"{start} to {end} is no place in its text")
    return Span(start, end)


def _one_of(kinds: tuple[Any, ...], value: Any, size: int) -> Any:
    """Return a value as the first of some types that it is one of."""
    if value is None and type(None) in kinds:
        return None
    *others, last = (kind for kind in kinds if kind is not type(None))
    for kind in others:
        try:
            return _value(kind, value, size)
        except (TypeError, ValueError):
            continue
    return _value(last, value, size)
