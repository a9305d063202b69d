"""Which organisation "the ministry", "the company", "it" or an abbreviation means, as a speaker and as an actor."""

from __future__ import annotations

import pytest

from core.extract import analyze
from core.model import Article


def read(text: str):
    return analyze(Article(text, source="a", language="en"))


def speakers(text: str) -> list[str]:
    return [attribution.speaker for attribution in read(text).attributions]


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Harbour Ministry", "ministry"),
        ("Ministry of Bridges", "ministry"),
        ("Department of Bridges", "department"),
        ("Census Bureau", "bureau"),
        ("Census Bureau", "agency"),
        ("Octavo Motors", "company"),
        ("Octavo Bank", "firm"),
        ("Avon Bridge Council", "council"),
    ],
)
@pytest.mark.parametrize("order", ["The {0} said the bridge was unsafe.", "“It is unsafe,” the {0} said."])
def test_a_description_leads_to_the_one_organisation_it_fits(name, noun, order):
    said = order.format(noun)
    assert speakers(f"The {name} closed the bridge. {said}") == [name]
    assert speakers(f"The {name} closed the bridge. {said} It said so twice.") == [name, name]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Ministry and the Bridge Ministry met. The ministry said no.",  # two fit
        "The Harbour Ministry met. The company said no.",  # none fits
        "The ministry said no. The Harbour Ministry met.",  # not named yet
        "Octavo Motors bought a yard from Corvex Bank. The company said no.",
        "Karl Brandt met a firm. The firm said no.",
    ],
)
def test_a_description_that_fits_two_or_none_stays_as_written(text):
    assert speakers(text)[0] in {"the ministry", "the company", "the firm"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Harbour Ministry closed the bridge. It said the bridge was unsafe.", "Harbour Ministry"),
        ("Octavo Motors said it would hire. It added that wages would rise.", "Octavo Motors"),
        ("The Harbour Ministry met Karl Brandt. The day was cold. It said no.", "it"),
        ("The Harbour Ministry met. Karl Brandt said no. It said that all was lost.", "it"),
        ("The bridge fell. It said that all was lost.", "it"),
    ],
)
def test_it_is_the_organisation_that_opens_the_sentence_before_or_spoke_last(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize("introduced", ["", " (ABO)"])
@pytest.mark.parametrize("short", ["ABO", "A.B.O."])
def test_an_abbreviation_is_the_body_whose_initials_it_has_once(introduced, short):
    text = f"The Avon Bridge Office{introduced} closed the bridge. The {short} said it was unsafe."
    organisations = [actor.name for actor in read(text).actors if actor.kind == "organisation"]
    assert organisations == ["Avon Bridge Office"]
    text = "The Avon Bridge Office met the Avon Boat Office. ABO said no."
    assert "ABO" in {actor.name for actor in read(text).actors}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Joseph Muscat spoke in Rome. Muscat said boats would come.", False),
        ("Joseph Muscat spoke in Rome. Ships left Muscat on Monday.", True),
        ("Joseph Muscat spoke in Rome. Officials in Muscat said boats would come.", True),
        ("The mayor spoke. Muscat said boats would come.", True),
    ],
)
def test_a_place_that_speaks_is_the_person_of_that_surname(text, place):
    assert ("Muscat" in {actor.name for actor in read(text).actors if actor.kind == "place"}) is place


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Ada Fox opened the bridge. Fox said it was safe, by its own count.", True),  # as firms speak: "said it"
        ("Ada Fox opened the bridge. Fox said the town was safe. Then Fox left.", False),
        ("Ada Fox opened the bridge. Fox shares rose. Fox said the town was safe.", True),
        ("The mayor opened the bridge. Fox said the town was safe.", True),
    ],
)
def test_a_firm_that_acts_as_a_person_is_whoever_bears_its_name(text, firm):
    assert ("Fox" in {actor.name for actor in read(text).actors if actor.kind == "organisation"}) is firm


def test_a_role_in_charge_is_no_name():
    assert [actor.name for actor in read("Special Agent in Charge Ann Lee said no.").actors] == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic Avon State met. The state said no.",
        "Harrow News was late. The news shows no change.",
        "The White House met. The House said no.",
        "The Avon Group met. The organization said no.",
    ],
)
def test_the_last_word_of_a_name_describes_nobody_by_itself(text):
    assert speakers(text)[-1:] in (
        [],
        ["the state"],
        ["the news"],
        ["the House"],
        ["The House"],
        ["the organization"],
    )


OUTLETS = ["Reuters", "The Avon Times", "CNN"]


@pytest.mark.parametrize("outlet", OUTLETS)
@pytest.mark.parametrize(
    "text",
    [
        "{0} quoted Karl Brandt as saying that the bridge would fall.",
        "{0} quoted Karl Brandt as saying the bridge would fall.",
        "“It will fall,” {0} quoted Karl Brandt as saying.",
        "Karl Brandt was quoted by {0} as saying that the bridge would fall.",
        "{0} reported that Karl Brandt said the bridge would fall.",
        "According to {0}, Karl Brandt said the bridge would fall.",
        "Karl Brandt told {0} that the bridge would fall.",
    ],
)
def test_an_outlet_never_takes_a_persons_words(outlet, text):
    assert speakers(text.format(outlet)) == ["Karl Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "{0} reported that the bridge would fall.",
        "{0} reported that the bridge would fall because Karl Brandt said it was safe.",
        "{0} reported that Karl Brandt was considering a new bridge.",
        "According to {0}, the report says that the bridge would fall.",
    ],
)
@pytest.mark.parametrize("outlet", OUTLETS)
def test_what_an_outlet_says_itself_stays_its_own(outlet, text):
    assert [speaker.removeprefix("The ") for speaker in speakers(text.format(outlet))] == [
        outlet.removeprefix("The ")
    ]


def test_who_is_quoted_speaks_whoever_quotes():
    assert speakers("The mayor cited a police officer as telling her that all was lost.") == ["a police officer"]
    assert speakers("Karl Brandt was quoted as saying all was lost.") == ["Karl Brandt"]
