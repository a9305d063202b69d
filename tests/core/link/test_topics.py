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
    assert {"Westerby", "tram", "Ines Albrecht"} <= set(labels["t"].split(", "))
    assert "beekeepers" in labels["b"]


def test_a_single_group_is_named_after_what_most_of_its_articles_share():
    label = topics.derive({"t": signed(TRAM, "t")})["t"]
    assert {"Westerby", "tram", "Ines Albrecht"} <= set(label.split(", "))


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
    assert "Union State" in label or {"Russia", "Belarus"} <= set(label.split(", "))
