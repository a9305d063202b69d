"""What invented articles name: words that name one thing are one concept, others aren't."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from core.link.concepts import clusters, finding, reading
from tests.core.link.concepts.conftest import text_of

WALL = [
    (
        "The council will build a border wall along the Orsa. The border wall is to cost millions, and the wall along "
        "the Orsa divides the council. Farmers said the wall would cut their fields."
    ),
    (
        "The council will build a border barrier along the Orsa. The barrier along the Orsa is to be high. A border "
        "fence stood there before, and the fence along the Orsa fell. Farmers feared the border barrier."
    ),
]
STORMING = (
    "Guards stormed the square in Harle on Monday. They stormed the square at dawn, and shots were heard.",
    "The storming of the square in Harle left many hurt. After the storming the square was empty.",
)
SPELT = (
    "Both sides kept the cease-fire on Monday. The cease-fire holds.",
    "The ceasefire broke at noon. A new ceasefire was asked for. The ceasefire is over.",
)


def heads_of(found, word):
    """Return the words of the one concept that a word stands in, actors left out."""
    own = [concept for concept in found if not concept.actor and any(told.head == word for told in concept.told)]
    assert len(own) == 1, word
    return {told.head for told in own[0].told}


def test_words_for_one_thing_of_an_event_are_one_concept(given):
    found = finding.find(given(*WALL))
    assert {"wall", "barrier", "fence"} <= heads_of(found, "wall")
    assert "farmer" not in heads_of(found, "wall")


def test_a_verb_is_told_under_the_noun_of_its_action(given):
    found = finding.find(given(*STORMING))
    told = [told for concept in found for told in concept.told if told.head == "storming"]
    assert {told.key for told in told} == {"0", "1"}
    assert {told.naming.form for told in told} == {"noun", "verb"}


def test_spellings_of_one_word_meet(given):
    found = finding.find(given(*SPELT))
    assert heads_of(found, "ceasefire") == {"ceasefire"}
    assert sum(told.head == "ceasefire" for concept in found for told in concept.told) == 5


@pytest.mark.parametrize("description", ["mayor", "reformer", "surgeon"])
def test_a_description_stands_for_whom_the_articles_give_it_to(given, description):
    found = finding.find(
        given(
            f"The {description}, Ines Albrecht, spoke on Monday. The {description} left early, Ines Albrecht said.",
            f"Ines Albrecht is the {description}. On Monday the {description} was late.",
        )
    )
    person = next(concept for concept in found if concept.name == "Ines Albrecht")
    assert sum(told.head == description for told in person.told) == 4


def test_a_description_of_several_persons_is_nobodys(given):
    found = finding.find(
        given(
            "The minister, Ines Albrecht, met the minister, Tomas Brandt. The minister was late.",
            "Ines Albrecht is the minister. Tomas Brandt is the minister, too. The minister was late.",
        )
    )
    persons = [concept for concept in found if concept.actor]
    assert not any(told.naming.form == "noun" for concept in persons for told in concept.told)


def test_a_name_is_told_with_its_title(given):
    (text,) = given("On Monday former Prime Minister Ines Albrecht spoke of tea. Then Mrs Albrecht left by boat.")
    told = [text.text[one.start : one.end] for one in reading.read(text).namings if one.word == "Ines Albrecht"]
    assert told == ["former Prime Minister Ines Albrecht", "Mrs Albrecht"]


def test_a_deputy_is_not_who_holds_the_office(given):
    found = finding.find(
        given(
            "On Monday the minister, Ines Albrecht, spoke of the boats. The deputy minister left the room.",
            "It rained when Ines Albrecht left. The minister sang, and the vice minister slept.",
        )
    )
    person = next(concept for concept in found if concept.name == "Ines Albrecht")
    told = [one for one in person.told if one.naming.form == "noun"]
    assert [one.naming.modifiers for one in told] == [()]


def test_what_the_lexicon_does_not_join_and_no_context_shares_stays_apart(given):
    found = finding.find(
        given(
            "The wall at Orsa fell on Monday. The mayor drank tea. The wall was old.",
            "The ferry sank near Harle. The nurses sang. The ferry was new.",
        )
    )
    assert heads_of(found, "wall") == {"wall"}
    assert heads_of(found, "ferry") == {"ferry"}


def test_every_naming_stands_where_its_text_has_it(given):
    texts = given(*WALL, *STORMING)
    for text in texts:
        for naming in reading.read(text).namings:
            assert 0 <= naming.start <= naming.head < naming.end <= len(text.text)
            assert text.text[naming.start : naming.end].strip()


def test_what_stands_in_marks_of_its_own_is_distanced(given):
    (text,) = given("The so-called reform began. The “reform” cost much. The reform went on.")
    told = [naming.distanced for naming in reading.read(text).namings if naming.word == "reform"]
    assert told == [True, True, False]


@settings(deadline=None)  # the first one loads the lexicon
@drawn(st.text(alphabet="abc THE the of wall's“”\".,-–\n1Ø", max_size=120))
def test_any_text_can_be_read(text):
    article = text_of("x", text)
    for naming in reading.read(article).namings:
        assert 0 <= naming.start < naming.end <= len(text)
    finding.find([article])


def test_groups_are_joined_by_their_mean():
    odds = np.array([[0, 2, -3.0], [2, 0, 1], [-3.0, 1, 0]])
    assert clusters.group(odds, 0.0) == [[0, 1], [2]]
    assert clusters.group(odds, -1.5) == [[0, 1, 2]]
    assert clusters.group(np.zeros((0, 0)), 0.0) == []
