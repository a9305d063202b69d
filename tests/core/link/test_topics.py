"""Topics where none are given."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from core.link import signatures, topics
from core.model import Article

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"

TRAM = [
    "The tram line through Westerby will cost 90 million, said Mayor Ines Albrecht; the tram opens in 2033.",
    "Shopkeepers in Westerby fear for their trade while the tram is built. The mayor, Ines Albrecht, promised help.",
    "A court in Westerby stopped work on the tram. For Mayor Ines Albrecht the ruling on the tram is a defeat.",
]
BEES = [
    "Beekeepers in Northvale lost half of their hives to mites this winter, the guild of beekeepers found.",
    "Wild bees and hives alike suffer from mites in Northvale, beekeepers warned the guild.",
]


def signed(texts: list[str], prefix: str) -> list[signatures.Signature]:
    return [
        signatures.signature(f"{prefix}{number}", Article(text, published=datetime.date(2031, 1 + 3 * number, 5)))
        for number, text in enumerate(texts)
    ]


def test_articles_months_apart_on_one_subject_are_one_topic():
    found = topics.group(signed(TRAM, "t") + signed(BEES, "b"))
    assert found == ["t0", "t0", "t0", "b0", "b0"]


def test_a_label_names_what_a_group_shares_and_others_lack():
    labels = topics.derive({"t": signed(TRAM, "t"), "b": signed(BEES, "b")})
    assert set(labels) == {"t", "b"}
    assert set(labels["t"].split(", ")) < {"Westerby", "tram", "Ines Albrecht"}
    assert "beekeepers" in labels["b"]


def test_a_single_group_is_named_after_what_most_of_its_articles_share():
    label = topics.derive({"t": signed(TRAM, "t")})["t"]
    assert set(label.split(", ")) < {"Westerby", "tram", "Ines Albrecht"}


def test_a_label_is_the_subject_of_the_headings_where_they_are_known():
    headings = {
        "t0": ("Westerby tram line to cost 90 million",),
        "t1": ("Shopkeepers fear the tram line", "Shopkeepers in Westerby fear for their trade."),
        "t2": ("Court stops work on Westerby tram line",),
        "b0": ("Mites kill bees", "Beekeepers in Northvale lost half of their hives to mites."),
        "b1": ("Wild bees suffer from mites", "Wild bees in Northvale suffer too, beekeepers warned."),
    }
    labels = topics.derive({"t": signed(TRAM, "t"), "b": signed(BEES, "b")}, headings)
    assert labels["t"] == "Westerby tram line"
    assert labels["b"] in {"Northvale mites", "Northvale beekeepers", "Northvale bees"}


def test_no_two_groups_bear_one_label():
    headings = {f"{group}{number}": ("The Westerby tram strike",) for group in "tuv" for number in range(3)}
    labels = topics.derive({group: signed(TRAM, group) for group in "tuv"}, headings)
    assert len(set(labels.values())) == 3
    assert "Westerby tram strike" in labels.values()


def test_a_label_is_no_topic_that_was_given():
    headings = {f"{group}{number}": ("The Westerby tram strike",) for group in "tu" for number in range(3)}
    given = [article._replace(topic="Westerby tram strike") for article in signed(TRAM, "u")]
    assert topics.derive({"t": signed(TRAM, "t"), "u": given}, headings)["t"] != "Westerby tram strike"


def test_a_list_never_holds_what_a_people_is_called_alone():
    texts = ["The Norwegian delegation met a Norwegian minister in Elmport, on Norwegian herring."] * 3
    label = topics.derive({"x": signed(texts, "x")})["x"]
    assert "norwegian" not in label.lower().split(", ")


def test_a_group_without_words_is_unnamed():
    assert topics.derive({"x": signed([""], "x"), "y": []}) == {"x": "unnamed", "y": "unnamed"}
    assert topics.derive({}) == {}


def test_five_reports_of_three_meetings_are_one_topic_beside_another():
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("the five sample documents beside the checkout (shared/seeds) are absent")
    real = [signatures.signature(f"r{n}", Article(file.read_text("utf-8"))) for n, file in enumerate(files)]
    found = topics.group(real + signed(TRAM, "t"))
    assert set(found[:5]) == {"r0"}
    assert set(found[5:]) == {"t0"}
    label = topics.derive({"real": real, "tram": signed(TRAM, "t")})["real"]
    assert {"Union State", "Russia", "Belarus"} & set(label.split(", "))
