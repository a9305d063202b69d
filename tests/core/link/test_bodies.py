"""A body, its short form and its abbreviation are one; what may be two bodies stays apart."""

from __future__ import annotations

import pytest

from core.link.merging import Named, merge


def body(article: str, name: str, near: str = "", aliases: tuple[str, ...] = (), mentions: int = 1) -> Named:
    return Named(article, name, "organisation", aliases, None, mentions, tuple(near.split()))


def meant(*names: Named) -> str:
    """Return what the last of the names is merged with."""
    return {(merged.key, merged.name): merged.actor for merged in merge(names)}[names[-1].article, names[-1].name]


SHORT = [
    ("Avon Bridge Office", "ABO"),
    ("Avon Bridge Office", "A.B.O."),
    ("Office for the Safety of Bridges", "OSB"),
    ("U.S. Bridge Office", "Bridge Office"),
    ("British Bridge Office", "Bridge Office"),
    ("Octavo Motors Inc", "Octavo"),
    ("The Octavo Group", "Octavo"),
]


@pytest.mark.parametrize(("full", "short"), SHORT)
@pytest.mark.parametrize("times", [1, 9])
def test_what_is_short_for_one_body_of_the_same_story_or_topic_is_that_body(full, short, times):
    assert meant(body("a", full, "s1 t"), body("b", short, "s2 t", mentions=times)) == full
    assert meant(body("b", short, "s2 t"), body("a", full, "s1 t", mentions=times)) == full


@pytest.mark.parametrize(("full", "short"), SHORT)
def test_elsewhere_it_stays_by_itself(full, short):
    assert meant(body("a", full, "s1 t1"), body("b", short, "s2 t2")) == short
    assert meant(body("a", full), body("b", short)) == short


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("Avon Bridge Office", "Agency for Boats and Otters", "ABO"),
        ("U.S. Bridge Office", "British Bridge Office", "Bridge Office"),
        ("Octavo Motors", "Octavo Bank", "Octavo"),
    ],
)
def test_what_may_be_two_bodies_is_neither(one, other, short):
    assert meant(body("a", one, "t"), body("c", other, "t"), body("b", short, "t")) == short


def test_two_countries_bodies_of_one_short_name_do_not_meet_by_it():
    names = [
        body("a", "U.S. Bridge Office", "t1"),
        body("b", "Bridge Office", "t1", mentions=9),
        body("c", "British Bridge Office", "t2"),
        body("d", "Bridge Office", "t2", mentions=9),
    ]
    assert meant(*names) == "British Bridge Office"
    assert meant(*reversed(names[:2]), *names[2:], names[1]) == "U.S. Bridge Office"


@pytest.mark.parametrize("short", ["House", "Senate", "National", "Boston"])
def test_a_common_first_word_is_not_short_for_a_body(short):
    assert meant(body("a", f"{short} Bridge Committee", "t"), body("b", short, "t")) == short


def test_an_abbreviation_given_in_any_article_leads_to_its_full_name_through_a_short_one():
    names = [body("a", "U.S. Bridge Office", "t"), body("b", "Bridge Office", "t", ("BO",))]
    assert meant(*names, body("c", "BO", "t2")) == "U.S. Bridge Office"


@pytest.mark.parametrize(
    ("near", "role", "honorific", "actor"),
    [
        ("t", None, "", "Octavo Motors"),
        ("t2", None, "", "Octavo"),
        ("t", "poet", "", "Octavo"),
        ("t", None, "mr", "Octavo"),
    ],
)
def test_a_firm_taken_for_a_surname_is_the_firm_of_its_story(near, role, honorific, actor):
    firm = [body("a", "Octavo Motors", "t"), body("c", "Octavo", "t")]
    assert meant(*firm, Named("b", "Octavo", "person", (), role, 3, (near,), honorific)) == actor
    bearer = Named("d", "Ada Octavo", "person", near=("t",))
    assert meant(*firm, bearer, Named("b", "Octavo", "person", (), None, 3, ("t",))) == "Ada Octavo"
