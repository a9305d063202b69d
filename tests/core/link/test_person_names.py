"""Spellings of one name in one story: what differs by a letter, and is not the difference between two people."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.link.merging import Named, merge
from core.link.person_names import Told, respell, take_apart


def person(article: str, name: str, role: str | None = None, mentions: int = 1, near: str = "t") -> Named:
    return Named(article, name, "person", (), role, mentions, tuple(near.split()))


def meant(*names: Named) -> list[str]:
    """Return whom each of the names is merged with."""
    found = {(merged.key, merged.name): merged.actor for merged in merge(names)}
    return [found[named.article, named.name] for named in names]


SPELLINGS = [
    ("Omar Rokhandi", "Omar Rokhanbi"),  # a letter for another
    ("Omar Rokhandi", "Omar Rokandi"),  # a letter less
    ("Omar Rokhandi", "Omar Rokhadni"),  # two letters in the wrong order
    ("Omar al-Kedra", "Omar al-Qidra"),  # romanised twice
    ("Zoltar Quillo", "Zoltan Quillo"),
    ("Bashar al-Rokhan", "Bashar Rokhan"),
]


@pytest.mark.parametrize(("often", "seldom"), SPELLINGS)
@pytest.mark.parametrize("swapped", [False, True])
def test_spellings_in_one_story_are_one_under_the_one_most_mentioned(often, seldom, swapped):
    often, seldom = (seldom, often) if swapped else (often, seldom)
    assert meant(person("a", often, mentions=2), person("b", seldom)) == [often, often]


@pytest.mark.parametrize(("often", "seldom"), SPELLINGS[:3])
def test_a_misspelt_surname_alone_follows_its_full_name(often, seldom):
    bare = seldom.split()[-1]
    names = [person("a", often, mentions=2), person("b", seldom), person("c", bare)]
    assert meant(*names) == [often, often, often]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("a", "Omar Rokhandi", near="t1"), person("b", "Omar Rokhanbi", near="t2")),  # other stories
        (person("a", "Omar Rokhandi"), person("a", "Omar Rokhanbi")),  # one article has both
        (person("a", "Omar Hale"), person("b", "Omar Hall")),  # too short to be sure
        (person("a", "Karlo Quillo"), person("b", "Karloa Quillo")),  # brother and sister
        (person("a", "Daniel Quill"), person("b", "Daniela Quill")),
        (person("a", "Karin Quill"), person("b", "Karen Quill")),  # two listed names
        (person("a", "Zoltar A. Quillo"), person("b", "Zoltan B. Quillo")),
        (person("a", "Omar Rokhandi Jr."), person("b", "Omar Rokhanbi")),
    ],
)
def test_what_may_be_two_people_stays_apart(one, other):
    assert meant(one, other) == [one.name, other.name]


def test_one_office_makes_one_person_of_two_given_names_a_letter_apart():
    names = [person("a", "Angela Rokhan", "Chancellor", 2), person("b", "Angel Rokhan", "Chancellor")]
    assert meant(*names) == ["Angela Rokhan"] * 2
    assert meant(names[0], person("b", "Angel Rokhan", "poet")) == ["Angela Rokhan", "Angel Rokhan"]


_WORD = st.text("abk", min_size=4, max_size=6).map(str.title)
_TOLD = st.builds(
    Told,
    st.lists(_WORD | st.text(min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join).map(take_apart),
    st.sampled_from("abcd"),
    st.sampled_from([frozenset(), frozenset({"president"})]),
    st.integers(1, 3),
    st.lists(st.sampled_from("st"), unique=True).map(tuple),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(_TOLD, max_size=10))
def test_every_name_is_answered_with_one_of_its_group(told):
    for one, person in zip(told, respell(told), strict=True):
        others = {other.person for other in told if set(one.near) & set(other.near)} | {one.person}
        assert person.surname in {other.surname for other in others}
        assert (person.given == "") == (one.person.given == "")


def test_twenty_thousand_names_of_one_topic_take_a_second_or_two():
    draw = random.Random(1)
    told = [
        Told(
            take_apart(f"{draw.choice(['Ada', 'Tomas'])} {''.join(draw.choices('abcdefgh', k=7))}"),
            str(n),
            frozenset(),
            1,
            ("t",),
        )
        for n in range(20_000)
    ]
    start = time.process_time()
    assert len([*respell(told)]) == len(told)
    assert time.process_time() - start < 4
