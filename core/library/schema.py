"""The tables of the library: their names and columns.

Column names are the records' field names. `key` is the article's; `start` and `end` are `str` indices into its
text. Older parts are read by these names: a new column is empty in them, and what can't be read so has a step in
`core.library.upgrade`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import fields
from typing import Any

import pyarrow as pa

from core.model import Readability

SCORES = tuple(field.name for field in fields(Readability))

_STRING, _INDEX, _FLOAT = pa.string(), pa.int32(), pa.float64()
_DAY, _MOMENT = pa.date32(), pa.timestamp("us")
_PLACE = {"start": _INDEX, "end": _INDEX, "sentence_start": _INDEX, "sentence_end": _INDEX}


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in columns.items()])


def _of_article(**columns: pa.DataType) -> pa.Schema:
    return _schema(key=_STRING, **columns)


TABLES: dict[str, pa.Schema] = {
    "articles": _of_article(
        text=_STRING,
        text_hash=_STRING,
        source=_STRING,
        url=_STRING,
        title=_STRING,
        title_start=_INDEX,
        title_end=_INDEX,
        outlet=_STRING,
        outlet_start=_INDEX,
        outlet_end=_INDEX,
        published=_DAY,
        published_from=_STRING,
        published_reason=_STRING,
        published_start=_INDEX,
        published_end=_INDEX,
        updated=_DAY,
        topic=_STRING,
        language=_STRING,
        characters=_INDEX,
        words=_INDEX,
        sentences=_INDEX,
        syllables=_INDEX,
        **dict.fromkeys(SCORES, _FLOAT),
        figures=_INDEX,
        quotations=_INDEX,
        first_sentence=_STRING,
    ),
    "boilerplate": _of_article(start=_INDEX, end=_INDEX, reason=_STRING),
    "sentences": _of_article(start=_INDEX, end=_INDEX, grade=_FLOAT),
    "dates": _of_article(
        **_PLACE, text=_STRING, type=_STRING, value=_STRING, begin_day=_DAY, end_day=_DAY, anchor=_STRING
    ),
    "figures": _of_article(
        number=_INDEX,
        **_PLACE,
        text=_STRING,
        kind=_STRING,
        low=_FLOAT,
        high=_FLOAT,
        unit=_STRING,
        measure=_STRING,
        measure_start=_INDEX,
        measure_end=_INDEX,
        modifier=_STRING,
        side=_STRING,
        change=_STRING,
        move=_STRING,
        partial=pa.bool_(),
        precision=_FLOAT,
        attributive=pa.bool_(),
        status=_STRING,
        period=_STRING,
        period_span_start=_INDEX,
        period_span_end=_INDEX,
        period_begin=_DAY,
        period_end=_DAY,
        speaker=_STRING,
        speaker_start=_INDEX,
        speaker_end=_INDEX,
        predicate=_STRING,
        predicate_start=_INDEX,
        predicate_end=_INDEX,
        owner=_STRING,
        owner_start=_INDEX,
        owner_end=_INDEX,
        aspect=_STRING,
        base=_STRING,
        base_start=_INDEX,
        base_end=_INDEX,
        context=pa.list_(_STRING),
    ),
    "attributions": _of_article(
        **_PLACE,
        text=_STRING,
        words=_INDEX,
        kind=_STRING,
        speaker=_STRING,
        speaker_start=_INDEX,
        speaker_end=_INDEX,
        cue=_STRING,
        cue_start=_INDEX,
        cue_end=_INDEX,
        cue_class=_STRING,
        presentation=_STRING,  # empty in parts that were written before there was one
        named=pa.bool_(),
    ),
    "actors": _of_article(
        **_PLACE, name=_STRING, kind=_STRING, text=_STRING, role=_STRING, aliases=pa.list_(_STRING)
    ),
    "frames": _of_article(**_PLACE, frame=_STRING, share=_FLOAT, text=_STRING),
    "terms": _of_article(term=_STRING, count=_INDEX),
    # What each source held when it was last read: the last row of a source wins, a null key says it was removed.
    "sources": _schema(
        source=_STRING,
        key=_STRING,
        content=_STRING,  # hash of all that was read and of the rules it was analysed by
        root=_STRING,  # the file or folder that was named when it was added
        given_topic=_STRING,
        given_outlet=_STRING,
        batch=_STRING,
        added=_MOMENT,
        removed_key=_STRING,  # the article that was removed by hand
    ),
    "rejections": _schema(source=_STRING, reason=_STRING, batch=_STRING, added=_MOMENT),
    # What a source held before, where its text has changed since; `batch` is the one that brought in the change.
    "versions": _schema(
        source=_STRING,
        key=_STRING,
        content=_STRING,
        title=_STRING,
        outlet=_STRING,
        published=_DAY,
        updated=_DAY,
        text=_STRING,
        added=_MOMENT,
        replaced=_MOMENT,
        batch=_STRING,
    ),
}

# What holds across articles: derived from the tables above, one part for all.
LINK_TABLES: dict[str, pa.Schema] = {
    # One row a figure of an indicator; `least` and `most` bound its value within the precision it is stated with.
    "indicators": _of_article(
        number=_INDEX,
        indicator=_STRING,
        measure=_STRING,
        unit=_STRING,
        kind=_STRING,
        low=_FLOAT,  # the level it tells and the bounds, in the indicator's unit
        high=_FLOAT,
        least=_FLOAT,
        most=_FLOAT,
        reason=_STRING,
        worth=_FLOAT,  # of being read first, 0 to 1
        counterpart=_STRING,  # the indicator of what was forecast, or of what came
        aside=pa.bool_(),  # set aside by an analyst
    ),
    "stories": _of_article(story=_STRING),
    "topics": _of_article(topic=_STRING),
    "copies": _of_article(copy_of=_STRING, share=_FLOAT, exact=pa.bool_()),
    # An actor's name and kind in one article, and the name that stands for it in all of them.
    "merged_actors": _of_article(name=_STRING, kind=_STRING, actor=_STRING, reason=_STRING),
}

# What an analyst changed, row by row; `core.library.edits` says what the columns mean.
EDITS = _schema(
    id=_STRING, what=_STRING, key=_STRING, within=_STRING, before=_STRING, after=_STRING, made=_MOMENT, by=_STRING
)

# Without these a row means nothing: a part that hasn't got those of its tables can't be read.
NEEDED = frozenset({"id", "what", "key", "source", "start", "end", "term", "text"})

# The number of the form that parts are written in, raised by each release that changes a column above. Each form is
# kept with a library in `tests/core/library/forms`. Before the second, part.json named a form by a hash or in words.
FORM = 2


def form_number(written: object) -> int:
    """Return the number of the form that a part.json names."""
    return written if isinstance(written, int) else 1


def describe(tables: Mapping[str, pa.Schema]) -> dict[str, dict[str, str]]:
    """Return the columns of tables, each with its type in words."""
    return {name: {column.name: str(column.type) for column in schema} for name, schema in tables.items()}


def told(table: str) -> list[str]:
    """Return the columns of a table that say what was found; the others say where, or in which article."""
    return [
        column.name
        for column in TABLES[table]
        if column.name not in ("key", *_PLACE)
        and not (column.type == _INDEX and column.name.endswith(("_start", "_end")))
    ]


# Tells parts that have just these columns, in this order; others are asked for the columns they have.
COLUMNS = hashlib.blake2b(
    repr(describe({**TABLES, **LINK_TABLES, "edits": EDITS})).encode(), digest_size=8
).hexdigest()

ROOT_TABLES = ("sources", "rejections", "versions")
ARTICLE_TABLES = tuple(name for name in TABLES if name not in ROOT_TABLES)


def table(schema: pa.Schema, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Return rows, each a mapping of the schema's columns to their values, as an Arrow table.

    Raises:
        ValueError: A row lacks a column or has one that the schema doesn't know; the message says what to do.
    """
    wanted = frozenset(schema.names)
    found = list(rows)
    for row in found:
        if row.keys() != wanted:
            raise ValueError(_mismatch(wanted, row.keys()))
    arrays = [pa.array([row[field.name] for row in found], field.type) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _mismatch(wanted: Set[str], given: Set[str]) -> str:
    lacking, unknown = (", ".join(sorted(names)) for names in (wanted - given, given - wanted))
    problems = [f"it lacks {lacking}"] if lacking else []
    problems += [f"it has {unknown}, which are no columns of the table"] if unknown else []
    return (
        f"A row doesn't fit its table: {'; '.join(problems)}. A field of a record needs a column of its name in "
        "core/library/schema.py, and a column a field or a value in core/library/rows.py or core/link."
    )
