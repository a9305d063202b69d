"""What is shown as one sentence: how many articles, on what, from whom, about whom, when, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from babel import Locale

from core.library import Filters
from core.library.questions.filters import phrases
from dashboard.showing.in_words import day, period, plural

_LANGUAGES = Locale("en").languages


def sentence(articles: pd.DataFrame, chosen: Filters, name: Callable[[str], str] = str) -> str:
    """Return what is shown as one sentence, without its full stop; `name` shows what the articles' own words name."""
    said = plural(len(articles), "article") + "".join(f" {part}" for part in _parts(articles, chosen, name))
    if chosen.spoken and (chosen.begin or chosen.end):
        said += f", speaking of days {stretch(chosen)}"
    dated = articles["published"].dropna()
    if len(dated):
        said += (", published " if chosen.spoken else ", ") + period(dated.min(), dated.max())
    elif not chosen.spoken and (chosen.begin or chosen.end):
        said += f", published {stretch(chosen)}"
    for told in (_lacking(articles), _left_out(chosen)):
        said += f"; {told}" if told else ""
    return said


def _parts(articles: pd.DataFrame, chosen: Filters, name: Callable[[str], str]) -> list[str]:
    parts = []
    if chosen.stories:
        parts.append(f"of {plural(len(chosen.stories), 'story', 'stories')}")
    if chosen.topics or chosen.searches:
        searches = [f"the saved search “{name(search.name)}”" for search in chosen.searches]
        parts.append("on " + listed([*map(name, chosen.topics), *searches], "or" if searches else "and"))
    outlets = articles["outlet"].dropna().nunique()
    if chosen.outlets:
        parts.append(
            "from " + listed([name(outlet) if outlet else "outlets unknown" for outlet in chosen.outlets])
        )
    elif outlets:
        parts.append("from " + plural(outlets, "outlet"))
    if chosen.languages:
        parts.append("in " + listed([language(code) for code in chosen.languages], "or"))
    if chosen.labels:
        parts.append("labelled " + listed([f"“{name(label)}”" for label in chosen.labels], "or"))
    ways = [f"name {listed([*map(name, chosen.actors)], 'or')}"] if chosen.actors else []
    ways += [f"quote {listed([*map(name, chosen.speakers)], 'or')}"] if chosen.speakers else []
    if ways:
        parts.append("that " + " and ".join(_singular(way) if len(articles) == 1 else way for way in ways))
    if searched := phrases(chosen.words):
        parts.append("with the words " + listed([f"“{name(part)}”" for part in searched]))
    return parts


def _lacking(articles: pd.DataFrame) -> str:
    missing = {
        "a date": int(articles["published"].isna().sum()),
        "a known outlet": int(articles["outlet"].isna().sum()),
    }
    return ", ".join(
        f"{count:,} without {what}" if count < len(articles) else f"all without {what}"
        for what, count in missing.items()
        if count
    )


def _left_out(chosen: Filters) -> str:
    told = [] if chosen.undated else ["articles without a date"]
    told += [] if chosen.copies else ["copies"]
    return f"{' and '.join(told)} left out" if told else ""


def _singular(way: str) -> str:
    verb, _, rest = way.partition(" ")
    return f"{verb}s {rest}"


def stretch(chosen: Filters) -> str:
    """Return the days chosen: "1 Jan – 3 Mar 2021", "from 1 Jan 2021"."""
    if chosen.begin and chosen.end and chosen.begin <= chosen.end:
        return period(chosen.begin, chosen.end)
    sides = [f"from {day(chosen.begin)}"] if chosen.begin else []
    return " ".join([*sides, *([f"to {day(chosen.end)}"] if chosen.end else [])])


def language(code: str) -> str:
    """Return a language's name in English, or what is known of it."""
    return _LANGUAGES.get(code, code) or "an unknown language"


def listed(items: Sequence[str], word: str = "and") -> str:
    """Return "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + f" {word} " + items[-1]
