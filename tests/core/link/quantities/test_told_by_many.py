"""What several articles tell of one event: which figures are one quantity, and which must stay apart."""

from __future__ import annotations

import itertools

import pytest

TOLLS = (
    "The blast in Orsa killed 31 people on Sunday, officials said.",
    "At least 31 people were killed by a blast in Orsa on Sunday.",
    "A blast in Orsa on Sunday left 31 dead, police said.",
    "Sunday's blast in Orsa caused 31 deaths, the hospital said.",
    "The blast on Sunday claimed 31 lives in Orsa.",
    "The death toll from Sunday's blast in Orsa stood at 31.",
    "There were 31 fatalities in the blast in Orsa on Sunday.",
    "The blast in Orsa on Sunday killed 31 and injured 90.",
    "Thirty-one people died in a blast in Orsa on Sunday.",
)


def number(text: str) -> str:
    return "Thirty-one" if "Thirty-one" in text else "31"


def test_a_toll_is_one_whatever_its_words(link):
    found = link(*TOLLS)
    assert found.together(*((place, number(text)) for place, text in enumerate(TOLLS)))


# Two articles alone know least of one another.
@pytest.mark.parametrize(("one", "other"), [*itertools.pairwise(TOLLS)])
def test_a_toll_is_one_in_two_articles(link, one, other):
    found = link(one, other)
    assert found.together((0, number(one)), (1, number(other)))


def test_a_toll_is_named_by_who_and_what(link):
    found = link(*TOLLS[:4])
    assert {each.name for each in found.told if each.text.startswith("31")} == {"people killed"}


def test_another_value_of_a_toll_is_the_same_quantity(link):
    found = link(TOLLS[0], TOLLS[1], "A blast in Orsa killed 34 people on Sunday, the mayor said.")
    assert found.together((0, "31"), (1, "31"), (2, "34"))


def test_killed_and_injured_are_two_quantities(link):
    found = link(
        "The blast in Orsa killed 12 people and injured 12 others, police said.",
        "In Orsa 12 people were killed by the blast on Sunday.",
        "In Orsa 12 people were injured by the blast on Sunday.",
    )
    assert found.of(1, "12").indicator != found.of(2, "12").indicator


def test_two_and_three_of_anything_are_no_quantity(link):
    found = link(
        "The Olsens and their two children left the town of Orsa in a hurry.",
        "The Bergs and their three children stayed with friends in Harle.",
    )
    assert found.of(0, "two").indicator != found.of(1, "three").indicator


def test_numbers_that_grow_over_days_are_one_quantity(link):
    found = link(
        ("The flood in Orsa has killed 120 people, officials said.", "2024-05-06"),
        ("The flood in Orsa has killed 480 people, officials said.", "2024-05-09"),
        ("The flood in Orsa has killed 610 people, officials said.", "2024-05-13"),
    )
    assert found.together((0, "120"), (1, "480"), (2, "610"))


def test_a_forecast_and_its_outcome_are_counterparts(link):
    found = link(
        "The economy of Norland added 236,000 jobs in May, the ministry said.",
        "Norland added 236,000 jobs in May, more than thought.",
        "Economists had forecast that the economy of Norland would add 165,000 jobs in May.",
    )
    fact, ahead = found.of(0, "236"), found.of(2, "165")
    assert fact.indicator != ahead.indicator
    if ahead.counterpart:  # where the two were linked at all, each leads to the other
        assert ahead.counterpart == fact.indicator
        assert fact.counterpart == ahead.indicator


def test_another_unit_of_the_same_kind_is_the_same_quantity(link):
    found = link(
        "The fire near Orsa has burned 100,000 acres of forest.",
        "The fire near Orsa has burned 40,469 hectares of forest.",
    )
    acres, hectares = found.of(0, "100,000"), found.of(1, "40,469")
    assert acres.indicator == hectares.indicator
    assert acres.unit == hectares.unit


def test_a_topic_given_is_a_wall(link, tmp_path):
    from core import pipeline  # noqa: PLC0415
    from core.library import Library  # noqa: PLC0415

    library = Library(tmp_path / "walls")
    for name, damage in (("Ada", "2"), ("Bo", "5")):
        source = tmp_path / f"{name}.txt"
        source.write_text(f"Hurricane {name} caused damage of ${damage} billion on the coast.", encoding="utf-8")
        pipeline.add(source, library, topic=f"Hurricane {name}", outlet=name, jobs=1)
    keys = library.snapshot.query("SELECT DISTINCT indicator FROM indicators").fetchall()
    assert len(keys) == 2


def test_two_values_in_one_sentence_are_two_quantities(link):
    found = link(
        "The quake struck 55 km south of Orsa and 72 km east of Harle.",
        "The quake struck 55 km south of Orsa and 72 km east of Harle, the survey said.",
    )
    assert found.together((0, "55"), (1, "55"))
    assert found.of(0, "55").indicator != found.of(1, "72").indicator


def test_every_link_has_its_reason(link):
    found = link(*TOLLS)
    reasons = found.library.snapshot.query("SELECT reason FROM indicators").fetchall()
    assert reasons
    assert all(reason.endswith(".") for (reason,) in reasons)
