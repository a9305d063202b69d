"""What the data-quality page lists: how dates are known, page furniture, languages, copies, what was turned away."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st
from babel import Locale

from core.extract import reads
from core.model import Span
from dashboard.showing import evidence, links
from dashboard.showing.glossary import told
from dashboard.showing.in_words import OUTLET_UNKNOWN, present, visible
from dashboard.showing.tellers import outlets
from dashboard.tables.select import download, select

# How a date is known, in words; the order is from sure to unknown.
KNOWN_FROM = {
    "by hand": "set by hand",
    "given": "given with the article",
    "metadata": "the page's metadata",
    "text": "the text's own date line",
    "inferred": "inferred from the text",
    "unknown": "unknown",
}
_NO_REASON = {
    "given": "It came with the file, its columns or its front matter.",
    "metadata": "The page says so in its metadata.",
    "text": "A line of the text says so.",
    "unknown": "Nothing in the text, the file or the address tells it.",
}


def dates(rows: pd.DataFrame, key: str) -> None:
    """Draw how the date of each article is known; a selected row leads to the place that shows it."""
    reasons = rows["reason"].fillna(rows["origin"].map(_NO_REASON)).fillna("")
    shown = pd.DataFrame(
        {
            "Title": rows["title"].map(visible),
            "Outlet": outlets(rows),
            "Published": pd.to_datetime(rows["published"]),
            "Known from": rows["origin"].map(KNOWN_FROM),
            "Why": reasons.map(visible),
        }
    )
    picked = select(
        shown,
        key,
        "How the date of each article is known",
        {
            "Title": st.column_config.TextColumn(width=320),
            "Outlet": st.column_config.TextColumn(width=130),
            "Published": st.column_config.DateColumn(format="D MMM YYYY", width="small"),
            "Known from": st.column_config.TextColumn(width=170, help=told("date from")),
            "Why": st.column_config.TextColumn(width="medium"),
        },
        height="auto" if len(shown) < 8 else 320,
    )
    if picked is None:
        evidence.hint("Select a row to open its article, at the date where the text shows one.")
    else:
        row = rows.iloc[picked]
        place = Span(int(row["start"]), int(row["end"])) if present(row["start"]) else None
        links.to_article(str(row["key"]), place, label="Read the selected article")
    download(rows.assign(reason=reasons), "how-dates-are-known", key)


def furniture(rows: pd.DataFrame, characters: int, key: str) -> str | None:
    """Draw what each rule marked as page furniture; return the selected rule."""
    shown = pd.DataFrame(
        {
            "Rule": rows["rule"],
            "Lines": rows["lines"],
            "Articles": rows["articles"],
            "Characters": rows["characters"],
            "Share": 100 * rows["characters"] / max(characters, 1),
        }
    )
    number = st.column_config.NumberColumn
    picked = select(
        shown,
        key,
        "Page furniture by rule",
        {
            "Rule": st.column_config.TextColumn(width="medium", help=told("page furniture")),
            "Lines": number(width="small", format="localized"),
            "Articles": number(width="small", format="localized"),
            "Characters": number(width="small", format="localized"),
            "Share": number("Share of all characters", format="%.2f %%"),
        },
    )
    download(rows.assign(share_of_characters=rows["characters"] / max(characters, 1)), "page-furniture", key)
    return None if picked is None else str(rows["rule"].iloc[picked])


def language(code: object) -> str:
    """Return the English name of a language's code: "de" is German."""
    return str(Locale("en").languages.get(str(code), code)) if present(code) else "not told"


def unread(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the articles in languages that aren't read, or whose language isn't known."""
    read = [present(code) and reads(str(code)) for code in articles["language"]]
    return articles[[not known for known in read]].reset_index(drop=True)


def languages(articles: pd.DataFrame, key: str) -> None:
    """Draw the languages of articles in others than English, and the articles; a selected row opens its article."""
    rows = unread(articles)
    shown = pd.DataFrame(
        {
            "Language": rows["language"].map(language, na_action=None),
            "Title": rows["title_shown"].map(visible),
            "Outlet": outlets(rows),
            "Words": rows["words"],
        }
    )
    _opening(rows, shown, key, "Articles in other languages")


def short(rows: pd.DataFrame, key: str) -> None:
    """Draw articles that are too short for scores; a selected row opens its article."""
    shown = pd.DataFrame(
        {
            "Title": rows["title_shown"].map(visible),
            "Outlet": outlets(rows),
            "Words": rows["words"],
            "Sentences": rows["sentences"],
        }
    )
    _opening(rows, shown, key, "Articles too short for scores")


def _opening(rows: pd.DataFrame, shown: pd.DataFrame, key: str, alt: str) -> None:
    number = st.column_config.NumberColumn(width="small", format="localized")
    columns = {"Title": st.column_config.TextColumn(width="large"), "Words": number, "Sentences": number}
    picked = select(shown, key, alt, {name: columns[name] for name in shown if name in columns})
    if picked is None:
        evidence.hint("Select a row to open its article.")
    else:
        links.to_article(str(rows["key"].iloc[picked]), label="Read the selected article")
    download(rows[["key", "title_shown", "outlet", "published", "language", "words", "sentences"]], key, key)


def copies(rows: pd.DataFrame, key: str) -> None:
    """Draw which article copies which, and how much of it; a selected row leads to both."""
    original = rows["original_outlet"].fillna(OUTLET_UNKNOWN)
    shown = pd.DataFrame(
        {
            "Copy": rows["title"].map(visible),
            "Outlet": outlets(rows),
            "of": rows["original"].map(visible),
            "in": original.map(visible),
            "Kind": rows["exact"].map({True: "word for word", False: "near"}),
            "Shared": 100 * rows["share"],
        }
    )
    wide, narrow = st.column_config.TextColumn(width="medium"), st.column_config.TextColumn(width=130)
    picked = select(
        shown,
        key,
        "Which article copies which",
        {
            "Copy": wide,
            "Outlet": narrow,
            "of": wide,
            "in": narrow,
            "Kind": st.column_config.TextColumn(width=130, help=told("copy")),
            "Shared": st.column_config.NumberColumn(
                width="small", format="%.0f %%", help="Share of its runs of words that stand in the other, too"
            ),
        },
    )
    if picked is None:
        evidence.hint("Select a row to open either article.")
    else:
        with st.container(horizontal=True):
            links.to_article(str(rows["key"].iloc[picked]), label="Read the copy")
            links.to_article(str(rows["copy_of"].iloc[picked]), label="Read what it copies")
    download(rows, "copies", key)


def turned_away(rows: pd.DataFrame, key: str) -> None:
    """Draw what was turned away and why."""
    shown = pd.DataFrame(
        {
            "File": rows["source"].map(lambda source: visible(Path(str(source)).name or str(source))),
            "Why": rows["reason"].map(visible),
            "When": pd.to_datetime(rows["added"]),
        }
    )
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        alt="What was turned away",
        column_config={
            "File": st.column_config.TextColumn(width="medium"),
            "Why": st.column_config.TextColumn(width="large"),
            "When": st.column_config.DatetimeColumn("When (UTC)", format="D MMM YYYY, HH:mm", width="small"),
        },
    )
    download(rows, "turned-away", key)
