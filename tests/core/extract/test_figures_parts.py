"""What is only a part of what is counted, whose children, how strong a quake: figures read by the words beside them."""

from __future__ import annotations

import datetime

import pytest

from core.extract import analyze
from core.model import Article


def read(text):
    return analyze(Article(text, published=datetime.date(2025, 3, 5))).figures


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The sheriff said 11 of the fatalities were in his county.", True),
        ("At least 19 of the victims are children.", True),
        ("Four of the prisoners came from Orsa.", True),
        ("Two of those arrests were made in Orsa.", True),
        ("At least 17 of the hijacked ships are still being held.", False),  # what is held is what they are of
        ("The blast killed nine. Another four people died in hospital.", True),
        ("The blast killed nine. Four other people died in hospital.", True),
        ("The blast killed nine. Four more died in hospital.", True),
        ("The blast killed nine, and a further four people were killed overnight.", True),
        ("The storm destroyed 90 homes. An additional 40 homes were destroyed by fire.", True),
        ("The blast killed nine. Another 30 were wounded.", False),
        ("Another four people died in hospital.", False),
        ("The blast killed 12 people and wounded another 30.", False),  # all the wounded
        ("Twelve people were killed and another 30 were wounded.", False),
        ("Twelve people were killed at once and another four were killed later.", True),
        ("Eleven people were killed.", False),
    ],
)
def test_a_part_of_what_is_counted(text, partial):
    assert read(text)[-1].partial is partial


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("It tells of the raid that killed 42 and wounded 238.", ["killed", "injured"]),
        ("The fire that destroyed 40 homes is out.", ["destroyed"]),
        ("He said three civilians were among those killed.", ["killed"]),
        ("Four sailors were among the dead.", ["killed"]),
        ("Five guards are among the injured.", ["injured"]),
        ("The index avoided its bear level at 7,800 points.", [None]),
        ("The index lost 300 points.", ["lost"]),
        ("The released 31 went home.", [None]),
    ],
)
def test_what_is_done_to_what_is_counted(text, predicates):
    assert [figure.predicate for figure in read(text)] == predicates


def test_who_lies_in_intensive_care_is_fewer_than_who_is_in_hospital():
    first, second = read("Of the wounded 128 remained hospitalised, and 40 were in intensive care.")
    assert first.predicate == "hospitalised"
    assert second.predicate not in (None, "hospitalised")


@pytest.mark.parametrize(
    "text",
    [
        "The survey put the magnitude at 6.1.",
        "A magnitude 6.1 quake struck Orsa.",
        "A magnitude - 6.1 quake struck Orsa.",
        "A 6.1-magnitude quake struck Orsa.",
        "A 6.1 - magnitude quake struck Orsa.",
        "A 6.1 magnitude earthquake struck Orsa.",
        "The earthquake, measuring 6.1, struck Orsa.",
        "The earthquake measured 6.1 on the Richter scale.",
        "The survey rated the quake as 6.1 in magnitude.",
        "The quake had a preliminary magnitude of 6.1.",
        "A strong 6.1 quake rattled Orsa.",
    ],
)
def test_a_quake_has_a_magnitude(text):
    (figure,) = read(text)
    assert figure.value == 6.1
    assert "magnitude" in (figure.measure or "").split()
    assert figure.unit in (None, "magnitude")


@pytest.mark.parametrize("text", ["She was a mother of 13.", "He is a father of thirteen.", "A dad of 13 fell."])
def test_a_parent_of_a_number_has_children(text):
    (figure,) = read(text)
    assert (figure.kind, figure.value, figure.unit) == ("count", 13, "children")


@pytest.mark.parametrize(
    "text",
    [
        "It struck at 1 : 53 p. m. on Sunday.",
        "At 9.25 a. m. a ship called.",
        "It left at 9 : 25 hours.",
        "At 14 : 05 GMT it left.",
    ],
)
def test_a_clock_time_with_spaces_is_no_figure(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The $4.8 trillion budget names what he may do if he wins the vote in November.", None),
        ("The council spends $4 million on roads, unless voters object in November.", None),
        ("If voters agree, the council spends $4 million in 2026.", "2026"),
        ("Orsa has seen no such attack since July 7, 2005, when bombs on a bus killed 50 people.", "2005-07-07"),
        ("Jobs fell to the lowest since 2008, when the bank cut 400 posts.", "2008"),
    ],
)
def test_the_time_of_a_figure_lies_in_its_clause(text, period):
    assert read(text)[-1].period == period
