from __future__ import annotations

import json
from pathlib import Path

import babel
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import actors
from core.extract.actors.name_classes import COUNTRIES
from core.extract.actors.spelling import fold, same_given
from core.extract.prepare import prepare
from core.model import Actor
from tests.timing import least_seconds

SHARED = Path(__file__).parents[3] / ".." / "shared"


def found(text: str) -> dict[str, Actor]:
    return {actor.name: actor for actor in actors.find(prepare(text))}


def mentions(text: str, name: str) -> list[str]:
    return [span.of(text) for span in found(text)[name].mentions]


def kinds(text: str) -> dict[str, str]:
    return {name: actor.kind for name, actor in found(text).items()}


class TestMentions:
    def test_a_surname_and_a_first_name_join_the_full_name(self) -> None:
        text = "Ada Quill came late. Quill apologised, and Ada smiled."
        assert mentions(text, "Ada Quill") == ["Ada Quill", "Quill", "Ada"]

    def test_the_span_leaves_out_title_and_possessive(self) -> None:
        text = "We met Prime Minister Ada Quill. Mrs. Quill’s aide agreed."
        assert mentions(text, "Ada Quill") == ["Ada Quill", "Quill"]

    def test_the_fullest_form_is_the_name_wherever_it_stands(self) -> None:
        assert "Ada Quill" in found("President Quill arrived. Later Quill spoke. The president, Ada Quill, left.")

    def test_transliterations_of_one_surname_are_one_person(self) -> None:
        text = "President Alexander Lukashenko spoke. Lukashenka added that he agreed."
        assert mentions(text, "Alexander Lukashenko") == ["Alexander Lukashenko", "Lukashenka"]

    def test_two_people_of_one_surname_stay_apart(self) -> None:
        text = "Ada Quill met Tom Quill in Oslo. Mr. Quill paid. Ms. Quill thanked him."
        assert mentions(text, "Ada Quill") == ["Ada Quill", "Quill"]
        assert mentions(text, "Tom Quill") == ["Tom Quill", "Quill"]

    def test_a_son_with_his_fathers_name_is_somebody_else(self) -> None:
        people = found("President Trent sued. Trent said so twice. His son Donald Trent Jr. was with him.")
        assert len(people["Donald Trent Jr."].mentions) == 1

    @pytest.mark.parametrize("behind", ["Fourteen ships leave", "Harbour Project begins", "GOP votes"])
    @pytest.mark.parametrize("name", ["Trentham", "Ada Trentham"])
    def test_a_name_ends_where_a_page_repeats_it_and_runs_on(self, name: str, behind: str) -> None:
        text = f"It was paid for by President {name} Ada May Trentham{behind}. Trentham left."
        assert mentions(text, name) == [name, "Trentham"]

    @pytest.mark.parametrize("article", ["al-", "Al-", "el-", "as-"])
    def test_an_arabic_article_parts_no_surname(self, article: str) -> None:
        text = f"Omar {article}Rokhan spoke. Rokhan left."
        assert mentions(text, f"Omar {article}Rokhan") == [f"Omar {article}Rokhan", "Rokhan"]

    def test_a_name_does_not_run_over_the_end_of_a_paragraph(self) -> None:
        assert "New York" not in kinds("The sign reads New\n\nYork is a town of mills")

    def test_for_goes_on_only_the_names_that_take_it(self) -> None:
        text = (
            "It asked the Harbour Ministry for Animal Health. It asked the Harbour Foundation for Animal Health."
        )
        assert kinds(text).keys() == {"Harbour Ministry", "Harbour Foundation for Animal Health"}

    def test_a_double_surname_joins_the_full_name(self) -> None:
        text = "President Enrique Peña Nieto spoke. Peña Nieto then left."
        assert mentions(text, "Enrique Peña Nieto") == ["Enrique Peña Nieto", "Peña Nieto"]

    def test_an_acronym_in_brackets_is_the_organisation(self) -> None:
        text = "The Federal Office for Bridge Safety (FOBS) warned. FOBS had no comment."
        assert mentions(text, "Federal Office for Bridge Safety") == [
            "Federal Office for Bridge Safety",
            "FOBS",
            "FOBS",
        ]

    def test_an_organisation_goes_by_its_first_word_too(self) -> None:
        text = "Octavo Motors Inc raised its forecast. Octavo said it would hire in Oslo."
        assert mentions(text, "Octavo Motors Inc") == ["Octavo Motors Inc", "Octavo"]

    def test_a_country_goes_by_one_name(self) -> None:
        text = "The U.S. agreed. America pays, the United States said."
        assert mentions(text, "United States") == ["U.S.", "America", "United States"]

    def test_a_headline_names_those_the_body_names(self) -> None:
        text = "Quill Plans To Meet Voters In Oslo\n\nMayor Ada Quill will meet voters in Oslo on Monday."
        assert mentions(text, "Ada Quill") == ["Quill", "Ada Quill"]
        assert mentions(text, "Oslo") == ["Oslo", "Oslo"]


class TestKinds:
    def test_people_places_and_organisations_are_told_apart(self) -> None:
        text = (
            "Chairman Ivo Brandt of the Northern Fisheries Council flew from Vnukovo Airport to Vitebsk. "
            "Brandt praised the Ministry of Agriculture and NATO."
        )
        assert kinds(text) == {
            "Ivo Brandt": "person",
            "Northern Fisheries Council": "organisation",
            "Vnukovo Airport": "place",
            "Vitebsk": "place",
            "Ministry of Agriculture": "organisation",
            "NATO": "organisation",
        }

    def test_a_place_that_is_a_name_is_judged_by_its_company(self) -> None:
        text = "Jordan closed the border. Later Jordan Baptiste crossed it."
        assert kinds(text) == {"Jordan": "place", "Jordan Baptiste": "person"}

    @pytest.mark.parametrize(
        "text",
        [
            "However, nothing happened on Monday in March. Christmas came. The French laughed; Russians did not.",
            "Under the Affordable Care Act everything changed. World War II was over. Nobody said so.",
            "IMPORTANT NOTICE TO ALL READERS OF THIS PAGE",
            "He has 20 F-16 jets and wrote to me. “Never,” I said. “We Are Here” was sung.",
        ],
    )
    def test_what_is_only_capitalised_is_no_actor(self, text: str) -> None:
        assert found(text) == {}


class TestRoles:
    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("Belarusian President Ada Quill spoke.", "Belarusian President"),
            (
                "We met Ada Quill, deputy director of the Bridge Institute, in Oslo.",
                "deputy director of the Bridge Institute",
            ),
            ("Ada Quill, Political Scientist:\n“Yes.”", "Political Scientist"),
            ("The new ambassador to Norway, Ada Quill, arrived.", "new ambassador to Norway"),
            ("First Deputy Prime Minister of Russia Ada Quill spoke.", "First Deputy Prime Minister of Russia"),
            ("Ada Quill and friends went home.", None),
        ],
    )
    def test_the_description_the_text_gives_is_the_role(self, text: str, role: str | None) -> None:
        assert found(text)["Ada Quill"].role == role

    def test_a_list_of_officials_gives_each_his_own(self) -> None:
        people = found("They include Finance Minister Ada Quill, Presidential Aide Ivo Brandt, and others.")
        assert people["Ada Quill"].role == "Finance Minister"
        assert people["Ivo Brandt"].role == "Presidential Aide"

    def test_two_leaders_share_a_title(self) -> None:
        people = found("Leaders Ada Quill of Norway and Ivo Brandt of Denmark talked.")
        assert people["Ada Quill"].role == "Leader of Norway"
        assert people["Ivo Brandt"].role == "Leader of Denmark"

    def test_a_description_finds_who_has_that_role(self) -> None:
        text = (
            "Norwegian President Ada Quill met her Danish counterpart Ivo Brandt. "
            "Former Norwegian president Tom Hale was absent, as was spokesman Olaf Lind."
        )
        named = actors.find(prepare(text))

        def who(phrase: str) -> list[str]:
            return [actor.name for actor in actors.described(phrase, named)]

        assert who("the Norwegian leader") == ["Ada Quill"]
        assert who("Norway's president") == ["Ada Quill"]
        assert who("the Danish president") == ["Ivo Brandt"]
        assert who("the former president") == ["Tom Hale"]
        assert who("the spokesman") == ["Olaf Lind"]
        assert who("the Swedish leader") == []
        assert who("he") == []


class TestSpelling:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Lukashenko", "Lukashenka"),
            ("Zelensky", "Zelenskyy"),
            ("Yury", "Yuri"),
            ("Sergei", "Sergey"),
            ("Gorbachev", "Gorbachyov"),
            ("Müller", "Muller"),
        ],
    )
    def test_spellings_of_one_name_fold_together(self, one: str, other: str) -> None:
        assert fold(one) == fold(other)

    @pytest.mark.parametrize(("one", "other"), [("Bill", "William"), ("J.", "John"), ("Alexander", "Aliaksandr")])
    def test_forms_of_one_given_name_may_be_one_person(self, one: str, other: str) -> None:
        assert same_given(one.strip("."), other)

    @pytest.mark.parametrize(("one", "other"), [("Bill", "Hillary"), ("Ivan", "Igor"), ("Anna", "Anton")])
    def test_different_given_names_may_not(self, one: str, other: str) -> None:
        assert not same_given(one, other)


def test_every_country_of_cldr_is_in_the_lexicon() -> None:
    codes = {country.code for country in COUNTRIES}
    groups = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
    uninhabited = {"AC", "BV", "CP", "CQ", "EA", "GS", "HM", "TA", "TF", "UM"}
    territories = {code for code in babel.Locale("en").territories if len(code) == 2 and code.isalpha()}
    assert territories - groups - uninhabited - codes == set()


_NAMES = st.sampled_from(
    "Ada Quill Mr. President of the and Oslo Council FOBS ( ) , . said ’s J. Jr. UN Russian for de “ ” : I A Street "
    "Act May U.S. al- — \n".split(" ")
)


class TestAnyText:
    @settings(deadline=None, max_examples=150)
    @given(st.one_of(st.text(), st.lists(_NAMES, max_size=60).map(" ".join)))
    def test_mentions_lie_in_the_text_and_overlap_no_other(self, text: str) -> None:
        named = actors.find(prepare(text))
        spans = sorted(span for actor in named for span in actor.mentions)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
        assert all(actor.name.strip() and actor.mentions for actor in named)

    @settings(deadline=None, max_examples=100)
    @given(st.text(), st.lists(_NAMES, max_size=30).map(" ".join))
    def test_any_phrase_can_be_asked_for(self, phrase: str, text: str) -> None:
        named = actors.find(prepare(text))
        assert set(actors.described(phrase, named)) <= set(named)

    @pytest.mark.parametrize(
        "unit", ["A ", "Mr ", "Ada ", "Ada Quill ", "President of ", "Council of the ", "J. ", "and Oslo "]
    )
    def test_time_grows_with_length_alone(self, unit: str) -> None:
        def seconds(length: int) -> float:
            document = prepare(unit * (length // len(unit)))
            return least_seconds(lambda: actors.find(document))

        seconds(1000)
        assert seconds(80_000) < 12 * seconds(20_000) + 0.05


def test_people_who_speak_in_real_articles_are_found() -> None:
    path = SHARED / "eval" / "data" / "polnear_dev.jsonl"
    if not path.exists():
        pytest.skip("the shared evaluation data is not beside the checkout")
    wanted = right = 0
    for line in path.read_text(encoding="utf-8").split("\n")[:40]:
        row = json.loads(line)
        spans = [span for actor in actors.find(prepare(row["text"])) for span in actor.mentions]
        for quote in row["quotes"]:
            for start, end in quote["speaker_spans"]:
                words = row["text"][start:end].split()
                if len(words) in (2, 3) and all(word[0].isupper() for word in words) and words[0] != "The":
                    wanted += 1
                    right += any(span.start < end and start < span.end for span in spans)
    assert wanted > 100
    assert right / wanted >= 0.90


@pytest.mark.parametrize(
    "name",
    [
        "Bjarne Lund",
        "Dag Roos",
        "Nguyen Thi Lan",
        "Xu Meilin",
        "Colm Weir",
        "Uta Holm",
        "Tove Brandt",
        "Arno Beck",
    ],
)
def test_a_given_name_from_anywhere_tells_a_person(name: str) -> None:
    for text in (f"{name} resigned on Monday.", f"The prize was shared by Ada Lovelace and {name} on Monday."):
        assert (name, "person") in {(actor.name, actor.kind) for actor in actors.find(prepare(text))}


@pytest.mark.parametrize(("title", "name"), [("Ms", "Anna Weir"), ("Mr", "Colm Weir")])
def test_a_title_tells_who_of_one_surname_is_meant(title: str, name: str) -> None:
    text = f"Anna Weir owns the mill with a cousin, Colm Weir. The prize went to {title} Weir."
    (found,) = [actor for actor in actors.find(prepare(text)) if actor.name == name]
    assert text.rindex("Weir") in {span.start for span in found.mentions}
