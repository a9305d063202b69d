"""The title line: found where there is one, never made of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.prepare import prepare

BODY = "The harbour reopened on Monday after a week of storms, the port authority said. Ships came in at noon."


def headline(text, title=None):
    span = prepare(text, title).headline
    return span.of(text) if span else None


@pytest.mark.parametrize(
    "title",
    ["Harbour Reopens After a Week of Storms", "Who pays for the harbour?", "‘We waited’: fishermen back at sea"],
)
def test_a_short_first_line_without_a_full_stop_is_the_headline(title):
    assert headline(f"{title}\n\n{BODY}\n\n{BODY}") == title


def test_furniture_and_a_date_row_may_stand_above_it():
    text = f"4.12 EUR\nAll news\ndate 2021-03-04 World\n\nHarbour reopens after storms\n{BODY}"
    assert headline(text) == "Harbour reopens after storms"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n{BODY}",
        f"GENEVA, Switzerland (XY) _\n\n{BODY}",
        f"By Ada Lum and Joe Hale\n{BODY}",
        f"Ada Lum, farmer and fisher:\n{BODY}",
        "A single line without a full stop",
        "One line of words\nanother line of words",
        "",
    ],
)
def test_no_headline_is_made_up(text):
    assert headline(text) is None


def test_the_known_title_is_found_whatever_its_marks():
    line = "“Harbour” Reopens, at Last."
    assert headline(f"{line}\n{BODY}", "'Harbour' reopens - at last") == line


def test_the_headline_is_one_sentence_and_one_paragraph():
    text = f"Who pays? The harbour asks\n{BODY}"
    document = prepare(text)
    assert document.headline == document.paragraphs[0] == document.sentences[0].span


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=150), st.one_of(st.none(), st.text(max_size=30)))
def test_a_headline_is_always_a_paragraph(text, title):
    document = prepare(text, title)
    assert document.headline is None or document.headline in document.paragraphs
