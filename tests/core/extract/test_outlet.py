"""The outlet: only where the text says plainly which one speaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import outlet
from core.extract.prepare import prepare

BODY = "The harbour reopened on Monday after a week of storms, the port authority said."


def named(text):
    document = prepare(text)
    found = outlet.find(document)
    assert found is None or found[1].of(text) == found[0]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The boats are safe, the interlocutor of PORT.NEWS added.", "PORT.NEWS"),
        ("The ministry did not answer the Harbour Post’s request for comment.", "Harbour Post"),
        ("The papers could not be checked; Harbour Post could not independently verify them.", "Harbour Post"),
        ("“It is over,” Lum told the Harbour Post in an exclusive talk.", "Harbour Post"),
        ("© 2021 Harbour Post. All rights reserved.", "Harbour Post"),
        ("Copyright © Harbour Post", "Harbour Post"),
    ],
)
def test_phrases_of_the_outlet_itself_name_it(line, name):
    assert named(f"{BODY}\n{line}\n{BODY}") == name


@pytest.mark.parametrize(
    "line",
    [
        "GENEVA, March 4 – Harbour Agency. The port is open.",
        "The port is open, a Harbour Agency correspondent reports.",
        "“It is over,” Lum told Harbour TV.",
        "Harbour Agency reported on Monday that the port was open.",
        "She declined a request for comment.",
    ],
)
def test_an_agency_cited_as_a_source_is_not_the_outlet(line):
    assert named(f"{BODY}\n{line}\n{BODY}") is None


def test_two_names_are_no_answer():
    asked = "The Harbour Post’s request for comment failed, and so did the Inland Times’s request for comment."
    assert named(f"{BODY}\n{asked}\n{BODY}") is None


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(["the interlocutor of ", "Port.News", " request for comment ", "’s", "© 2020 ", "\n"])
    )
)
def test_any_text_is_read_without_error(parts):
    named("".join(parts))
