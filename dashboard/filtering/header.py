"""Above every page: what is filtered, to be taken away, copied or cited; ways on where nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.library.questions import choices
from dashboard.filtering import choosing, chosen, cite, searches
from dashboard.filtering.choosing import take_away
from dashboard.filtering.sentence import language, sentence
from dashboard.filtering.story_names import stories
from dashboard.session.asking import Asking
from dashboard.showing import address, elements
from dashboard.showing.address import EMPTY
from dashboard.showing.each_row import each
from dashboard.showing.in_words import clip, day, isolated, literal, plural

_WITHOUT = {
    "topic": "Without the topic",
    "outlet": "Without the outlet",
    "story": "Without the story",
    "actor": "Without the name",
    "speaker": "Without the speaker",
    "language": "Without the language",
    "label": "Without the label",
    "dates": "Without the dates",
    "undated": "With articles without a date",
    "copies": "With copies",
    "words": "Without the words",
}
_KEYS = {"topic": ("topic", "search"), "dates": ("from", "to", "spoken")}  # of a side, where they aren't its name


def draw(asking: Asking, articles: pd.DataFrame) -> None:
    """Draw the sentence, a button to take each filter away, the address to copy, and the view as a citation."""
    values = chosen.values()
    said = sentence(articles, asking.chosen)
    shown = elements.shown(sentence(articles, asking.chosen, isolated))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        elements.draw(elements.element("p", shown, class_="filtered"), width="content")
        for label, key, value in _removable(asking, values):
            st.button(
                literal(clip(label, 60)),
                key=f"remove-{key}-{value}",
                on_click=take_away,
                args=((key,), value),
                icon=":material/close:",
                type="tertiary",
                help="Take this filter away",
            )
        here = cite.here(values)
        with st.popover("Copy link", icon=":material/link:", type="tertiary"):
            st.caption("This address opens the same view again.")
            st.code(here, language=None, wrap_lines=True)
        with st.popover("Cite this view", icon=":material/format_quote:", type="tertiary"):
            cite.panel(asking, said, here)
    for problem in searches.problems(searches.saved(asking.seen), values["search"]):
        st.warning(literal(problem))


def _removable(asking: Asking, values: Mapping[str, Any]) -> list[tuple[str, str, str | None]]:
    """Return what can be taken away: its name for people, its parameter, and its value where that has several."""
    names = stories(asking) if values["story"] else {}
    told: dict[str, Callable[[str], str]] = {
        "search": (choosing.SEARCH + "{}").format,
        "story": lambda story: names.get(story, story),
        "actor": "names {}".format,
        "speaker": "quotes {}".format,
        "language": language,
        "label": "labelled {}".format,
    }
    found: list[tuple[str, str, str | None]] = [
        (told[key](value) if key in told else value, key, value)
        for key in address.LISTS
        for value in values[key] or ()
    ]
    found += [(f"from {day(values['from'])}", "from", None)] if values["from"] else []
    found += [(f"to {day(values['to'])}", "to", None)] if values["to"] else []
    found += [("days they speak of", "spoken", None)] if values["spoken"] else []
    found += [(f"“{words}”", "words", None)] if (words := str(values["words"] or "").strip()) else []
    found += [("only dated articles", "undated", None)] if not values["undated"] else []
    found += [("without copies", "copies", None)] if not values["copies"] else []
    return found


def dead_end(asking: Asking) -> None:
    """Say that the filters leave nothing, and draw a way back for each: what taking it away would bring back."""
    st.info("No article is left by these filters together. Take one away to go on:")
    back = asking.ask(choices.brought_back, asking.chosen).sort_values("articles", ascending=False, kind="stable")
    with st.container(horizontal=True):
        for row in each(back[back["side"].isin(list(_WITHOUT))]):
            st.button(
                f"{_WITHOUT[row.side]}: {plural(row.articles, 'article')}",
                key=f"without-{row.side}",
                on_click=take_away,
                args=(_KEYS.get(row.side, (row.side,)),),
                icon=":material/close:",
            )
        everything = int(asking.ask(choices.span)["articles"].iloc[0])
        st.button(
            f"Clear all: {plural(everything, 'article')}",
            key="without-all",
            on_click=take_away,
            args=(EMPTY,),
            icon=":material/filter_alt_off:",
            type="primary",
        )


def narrow_to_a_topic(articles: pd.DataFrame) -> None:
    """Where the articles are on several topics, offer each: only what tells of one subject can be compared."""
    topics = [str(topic) for topic in articles["topic"].value_counts().index]
    if len(topics) > 1:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.text("These articles are on several topics. Compare those on")
            for number, topic in enumerate(topics[:5]):
                narrow = partial(choosing.put, "topic", [topic])
                st.button(literal(clip(topic, 60)), key=f"narrow-{number}", on_click=narrow)
