from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.link.merging import Merge, Named, merge


def person(article: str, name: str, role: str | None = None, mentions: int = 1) -> Named:
    return Named(article, name, "person", role=role, mentions=mentions)


def together(*names: Named) -> dict[tuple[str, str], str]:
    return {(merged.key, merged.name): merged.actor for merged in merge(names)}


def test_a_surname_alone_joins_its_only_bearer() -> None:
    (merged,) = [
        m for m in merge([person("a", "Alexander Lukashenko"), person("b", "Lukashenka")]) if m.key == "b"
    ]
    assert merged.actor == "Alexander Lukashenko"
    assert merged.reason == "the only full name with this surname: Alexander Lukashenko"


def test_a_surname_with_two_bearers_joins_neither() -> None:
    merged = together(person("a", "Ada Quill"), person("b", "Tom Quill"), person("c", "Quill"))
    assert merged["c", "Quill"] == "Quill"


def test_an_office_tells_which_bearer_a_surname_means() -> None:
    merged = together(
        person("a", "Ada Quill", "President"), person("b", "Tom Quill", "poet"), person("c", "Quill", "President")
    )
    assert merged["c", "Quill"] == "Ada Quill"


def test_spellings_short_forms_and_initials_of_one_given_name_are_one() -> None:
    merged = together(
        person("a", "William Hale", mentions=5),
        person("b", "Bill Hale"),
        person("c", "W. Hale"),
        person("d", "Ann Hale"),
    )
    assert [merged[key] for key in sorted(merged)] == ["William Hale"] * 3 + ["Ann Hale"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Quill", "Tom Quill"),
        ("George H. Marsh", "George W. Marsh"),
        ("Ivan Petrov", "Igor Petrov"),
        ("J. Edgar Marsh", "John Marsh"),
        ("Salman", "Mohammed bin Salman"),
    ],
)
def test_contradicting_names_stay_apart(one: str, other: str) -> None:
    merged = together(person("a", one), person("b", other))
    assert merged == {("a", one): one, ("b", other): other}


def test_a_name_that_fits_two_bearers_stays_apart() -> None:
    merged = together(person("a", "Alexander Hale"), person("b", "Alexei Hale"), person("c", "Alex Hale"))
    assert merged["c", "Alex Hale"] == "Alex Hale"


def test_two_actors_of_one_article_are_never_one() -> None:
    merged = together(
        person("a", "Tom Quill", mentions=3),
        person("a", "Tom Quill Jr."),
        person("b", "Tom J. Quill"),
        person("c", "Tom Quill Jr."),
    )
    assert merged == {
        ("a", "Tom Quill"): "Tom Quill",
        ("a", "Tom Quill Jr."): "Tom Quill Jr.",
        ("b", "Tom J. Quill"): "Tom Quill",
        ("c", "Tom Quill Jr."): "Tom Quill Jr.",
    }


def test_a_surname_and_the_same_with_a_suffix_stay_apart_however_often_each_is_named() -> None:
    for times in (1, 3):
        names = [Named("a", "Quill", "person", mentions=times), Named("a", "Quill Jr.", "person", mentions=2)]
        assert together(*names) == {("a", "Quill"): "Quill", ("a", "Quill Jr."): "Quill Jr."}


def test_an_acronym_joins_the_name_that_carries_it() -> None:
    office = Named("a", "Federal Office for Bridge Safety", "organisation", ("FOBS",))
    assert together(office, Named("b", "FOBS", "organisation"))["b", "FOBS"] == office.name


def test_names_the_lexicon_lists_together_are_one() -> None:
    merged = together(Named("a", "EU", "organisation"), Named("b", "European Union", "organisation"))
    assert set(merged.values()) == {"European Union"}


def test_a_person_and_a_place_of_one_name_stay_apart() -> None:
    merged = merge([person("a", "Sydney"), Named("b", "Sydney", "place")])
    assert [(m.kind, m.reason) for m in merged] == [("person", None), ("place", None)]


_WORDS = st.sampled_from("Ada Tom Alex Alexander A. J. Bill William Quill Hale Jr. III UN".split())
_NAMES = st.builds(
    Named,
    st.sampled_from("abcd"),
    st.lists(_WORDS, min_size=1, max_size=3).map(" ".join) | st.text(min_size=1, max_size=8),
    st.sampled_from(["person", "organisation", "place"]),
    st.lists(st.sampled_from(["UN", "Quill"]), max_size=2).map(tuple),
    st.sampled_from([None, "President", "former president; poet"]),
    st.integers(1, 5),
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(_NAMES, max_size=12), st.randoms())
def test_order_does_not_matter_and_every_name_is_answered(names: list[Named], shuffle: random.Random) -> None:
    merged = merge(names)
    assert {m[:3] for m in merged} == {named[:3] for named in names}
    shuffle.shuffle(names)
    assert merge(names) == merged


@settings(deadline=None, max_examples=150)
@given(st.lists(_NAMES, max_size=10, unique_by=lambda named: named[:3]))
def test_merging_what_is_merged_changes_nothing(names: list[Named]) -> None:
    once = merge(names)
    again = merge([Named(m.key, m.actor, m.kind) for m in once])
    assert {(m.name, m.actor) for m in again} == {(m.actor, m.actor) for m in once}


def test_a_hundred_thousand_names_take_seconds() -> None:
    draw = random.Random(1)
    syllables = "ba ce di fo gu ka le mi no pu".split()
    names = [
        person(
            str(number), f"{draw.choice(['Ada', 'Tom', 'Ivo'])} {''.join(draw.choices(syllables, k=3)).title()}"
        )
        for number in range(20_000)
    ] + [person(str(number), f"{''.join(draw.choices(syllables, k=4)).title()} Quill") for number in range(5_000)]
    start = time.process_time()
    assert all(isinstance(merged, Merge) for merged in merge(names))
    assert time.process_time() - start < 6
