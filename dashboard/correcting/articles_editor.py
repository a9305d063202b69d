"""What an analyst corrects about articles, in place: title, outlet, date, topic."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd
import streamlit as st

from core import by_hand
from core.library import ArticleKind
from dashboard.correcting import saving
from dashboard.session.asking import Asking
from dashboard.showing.in_words import plural, present, visible

FIELDS: dict[str, ArticleKind] = {"Title": "title", "Outlet": "outlet", "Published": "published", "Topic": "topic"}
_ROWS = 200  # in the table at once
_FIRST = datetime.date(1600, 1, 1)


def table(asking: Asking, articles: pd.DataFrame, key: str) -> None:
    """Draw articles with title, outlet, date and topic to be changed in place and saved together."""
    rows = articles.head(_ROWS).reset_index(drop=True)
    if len(articles) > _ROWS:
        st.caption(f"The first {_ROWS} of {plural(len(articles), 'article')}; filters narrow them.")
    shown = pd.DataFrame(
        {
            "Read": [f"articles?article={quote(name)}&back=quality" for name in rows["key"]],
            "Title": _texts(rows["title"]),
            "Begins": rows["first_sentence"].fillna("").map(visible),
            "Outlet": _texts(rows["outlet"]),
            "Published": [value.date() if present(value) else None for value in rows["published"]],
            "Topic": _texts(rows["topic"]),
            "File": rows["source"].map(lambda source: visible(Path(str(source)).name)),
        }
    )
    edited = saving.edited(
        asking,
        shown,
        key,
        "Save corrections",
        disabled=["Read", "Begins", "File"],
        placeholder="unknown",
        alt="Articles to correct",
        height="auto" if len(shown) < 10 else 400,
        column_config={
            "Read": st.column_config.LinkColumn(width=60, display_text="Read", help="Opens in a new tab"),
            "Title": st.column_config.TextColumn(width=280, max_chars=500),
            "Begins": st.column_config.TextColumn(width=240, help="The first sentence, for those without a title"),
            "Outlet": st.column_config.TextColumn(width=140, max_chars=200),
            "Published": st.column_config.DateColumn(width=115, format="D MMM YYYY", min_value=_FIRST),
            "Topic": st.column_config.TextColumn(width=170, max_chars=200),
            "File": st.column_config.TextColumn(width=170),
        },
    )
    if edited is not None:
        saving.save(lambda: by_hand.correct(asking.library, changes(rows, shown, edited)))


def _texts(values: pd.Series) -> pd.Series:
    return values.map(lambda value: visible(str(value)) if present(value) else None).astype("object")


Wanted = dict[ArticleKind, dict[str, str | None]]


def changes(rows: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame) -> Wanted:
    """Return for each kind of correction the articles' keys with the value from now on.

    A cell that was emptied says that there is none; one that says again what was read takes the correction back.
    """
    found: Wanted = {}
    for name, kind in FIELDS.items():
        cells = zip(rows["key"], rows[f"{kind}_as_read"], before[name], after[name], strict=True)
        values = {
            str(key): _from_now_on(_written(new), _written(read))
            for key, read, old, new in cells
            if _written(old) != _written(new)
        }
        if values:
            found[kind] = values
    return found


def _from_now_on(new: str, read: str) -> str | None:
    return None if new == read else new


def _written(value: Any) -> str:
    if not present(value):
        return ""
    return pd.Timestamp(value).date().isoformat() if isinstance(value, datetime.date) else str(value).strip()
